import { Injectable } from '@nestjs/common';
import { accept, type CommercialTerms as Terms, type Refusal, type Result, refuse, termsAreSound } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { CommercialTerms } from '../commercial-terms.entity.js';
import type { PriceRefusal } from './price.messages.js';

export interface CommercialTermsSet extends Terms {
  readonly clientKey: string;
  readonly buyerOrgId: string;
  readonly validFrom: string;
  readonly note?: string | null;
}

/** What the seller notes of each buyer's terms; the buyer never sees it. */
@Injectable()
export class CommercialTermsService {
  constructor(private readonly uow: UnitOfWork) {}

  /** From `validFrom` on these hold; what held until then ends the day before, and what was to come later is dropped. */
  set(actor: Actor, input: CommercialTermsSet): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'commercialTermsSet', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'product.edit', { ownerOrgId: actor.orgId });
      const { frontBp, rebateBp, dcBp, promoBp, feePerUnit, validFrom } = input;
      const buyerOrgId = idOf(input.buyerOrgId);
      if (buyerOrgId === actor.orgId) return refuse<PriceRefusal>({ code: 'BUYER_IS_SELLER' });
      // The seller's own row is the lock: two people who note terms of one buyer wait for each other.
      await tx.one('select id from organization where id = $1 for no key update', [actor.orgId]);
      await tx.one(`select id from organization where id = $1 and status = 'ACTIVE'`, [buyerOrgId]);
      const terms: Terms = { frontBp, rebateBp, dcBp, promoBp, feePerUnit };
      if (!termsAreSound(terms) || feePerUnit > 10n ** 12n) return refuse<PriceRefusal>({ code: 'TERMS_NOT_SOUND' });
      const note = tidyText(input.note);
      if ((note?.length ?? 0) > 2000) return refuse<PriceRefusal>({ code: 'TERMS_NOTE_TOO_LONG' });
      await tx.query(
        `update commercial_terms set ends_before = greatest($3::date, valid_from)
         where seller_org_id = $1 and buyer_org_id = $2 and (ends_before is null or ends_before > $3)`,
        [actor.orgId, buyerOrgId, validFrom],
      );
      const id = newId();
      await tx.insert(CommercialTerms, { id, sellerOrgId: actor.orgId, buyerOrgId, validFrom, ...terms, note });
      await tx.audit('terms.set', 'organization', buyerOrgId, { termsId: id });
      return accept(id);
    });
  }
}
