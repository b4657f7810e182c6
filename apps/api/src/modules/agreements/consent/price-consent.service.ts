import { Injectable } from '@nestjs/common';
import { accept, addMonths, type Refusal, refuse, type Result } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { lockMou } from '../mou-standing.js';
import { PriceConsent } from './price-consent.entity.js';

export type PriceConsentRefusal =
  | { readonly code: 'CONSENT_END_PAST' }
  | { readonly code: 'CONSENT_END_TOO_FAR'; readonly months: number }
  | { readonly code: 'CONSENT_GIVEN_ALREADY' }
  | { readonly code: 'CONSENT_NOT_GIVEN' };

/** A word for ever is no word: it is asked anew after two years at the latest. */
const LONGEST_MONTHS = 24;
const no = (refusal: PriceConsentRefusal) => refuse(refusal);

@Injectable()
export class PriceConsentService {
  constructor(private readonly uow: UnitOfWork) {}

  /** This side's word until a day; the Alliance reads prices only once all sellers and buyers have given theirs. */
  give(
    actor: Actor,
    input: { readonly clientKey: string; readonly mouId: string; readonly expiresOn: string },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'priceConsent.give', clientKey: input.clientKey, input }, async (tx) => {
      const mouId = await this.open(tx, actor, input.mouId);
      if (input.expiresOn <= tx.today) return no({ code: 'CONSENT_END_PAST' });
      if (input.expiresOn > addMonths(tx.today, LONGEST_MONTHS))
        return no({ code: 'CONSENT_END_TOO_FAR', months: LONGEST_MONTHS });
      const [standing] = await this.standing(tx, mouId, actor.orgId);
      if (standing && standing.expiresOn >= tx.today) return no({ code: 'CONSENT_GIVEN_ALREADY' });
      // What ran out makes room for the new word.
      if (standing) await this.end(tx, standing.id, actor.userId);
      await tx.insert(PriceConsent, {
        id: newId(),
        mouId,
        orgId: actor.orgId,
        givenBy: actor.userId,
        givenAt: tx.now,
        expiresOn: input.expiresOn,
      });
      await tx.audit('price-consent.give', 'mou', mouId, { expiresOn: input.expiresOn });
      return accept(mouId);
    });
  }

  /** Taken back by one side alone, at once: from the next page on the Alliance reads no price of it. */
  revoke(actor: Actor, input: { readonly clientKey: string; readonly mouId: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'priceConsent.revoke', clientKey: input.clientKey, input }, async (tx) => {
      const mouId = await this.open(tx, actor, input.mouId);
      const [standing] = await this.standing(tx, mouId, actor.orgId);
      if (!standing) return no({ code: 'CONSENT_NOT_GIVEN' });
      await this.end(tx, standing.id, actor.userId);
      await tx.audit('price-consent.revoke', 'mou', mouId, {});
      return accept(mouId);
    });
  }

  private async open(tx: Tx, actor: Actor, id: string): Promise<string> {
    const mou = await lockMou(tx, idOf(id));
    const isSide = mou.parties.some(({ orgId, role }) => orgId === actor.orgId && (role === 'SELLER' || role === 'BUYER'));
    if (!isSide || !allows(actor, 'price.consent', { partyOrgIds: mou.partyOrgIds })) throw new ForbiddenError();
    return mou.id;
  }

  private standing(tx: Tx, mouId: string, orgId: string): Promise<{ id: string; expiresOn: string }[]> {
    return tx.query(
      'select id, expires_on as "expiresOn" from price_consent where mou_id = $1 and org_id = $2 and revoked_at is null',
      [mouId, orgId],
    );
  }

  private async end(tx: Tx, id: string, userId: string): Promise<void> {
    await tx.query('update price_consent set revoked_at = $2, revoked_by = $3 where id = $1', [id, tx.now, userId]);
  }
}
