import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result, type TermBase } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { NotFoundError } from '../../../platform/errors.js';
import { declareNotice, sendNotice } from '../../../platform/notices/index.js';
import type { SideName } from '../../ordering/index.js';
import { PaymentTerm } from './payment-term.entity.js';
import type { TermRefusal } from './term.messages.js';

export interface TermProposeCommand {
  readonly clientKey: string;
  readonly counterpartyOrgId: string;
  readonly side: SideName;
  readonly base: TermBase;
  readonly validFrom: string;
}

export interface TermAnswerCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly agree: boolean;
}

export interface TermView {
  readonly id: string;
  readonly base: TermBase;
  readonly validFrom: string;
  readonly state: 'PROPOSED' | 'AGREED' | 'DECLINED';
  readonly isOwn: boolean;
  readonly version: number;
}

type TermFacts = { readonly counterpartyOrgId: string };
const termProposed = declareNotice<TermFacts>({
  kind: 'payment-term.proposed',
  group: 'PAYMENTS',
  to: ['SELLER_DIRECTOR', 'BUYER_MANAGER'],
  link: ({ counterpartyOrgId }) => `/payments/accounts/${counterpartyOrgId}`,
  vi: (_facts, from) => `${from} đề nghị đổi ngày bắt đầu tính kỳ hạn thanh toán.`,
  en: (_facts, from) => `${from} proposes another day from which payment terms run.`,
});

const TERM = `select id, base, valid_from as "validFrom", state, proposed_by_org_id = $1 as "isOwn", version from payment_term`;

/** What the days of a term are counted from: one side proposes, the other agrees; requests already made keep theirs. */
@Injectable()
export class TermService {
  constructor(private readonly uow: UnitOfWork) {}

  propose(actor: Actor, input: TermProposeCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'paymentTermPropose', clientKey: input.clientKey, input }, async (tx) => {
      const other = idOf(input.counterpartyOrgId);
      const [sellerOrgId, buyerOrgId] = input.side === 'SELLER' ? [actor.orgId, other] : [other, actor.orgId];
      assertMay(actor, 'payment-term.agree', { sellerOrgId, buyerOrgId });
      const [traded] = await tx.query('select 1 from purchase_order where seller_org_id = $1 and buyer_org_id = $2 limit 1', [
        sellerOrgId,
        buyerOrgId,
      ]);
      // An organization that one never traded with answers like one that is not there.
      if (!traded) throw new NotFoundError();
      if (input.validFrom < tx.today) return refuse<TermRefusal>({ code: 'TERM_IN_PAST' });
      const [open] = await tx.query(
        `select 1 from payment_term where seller_org_id = $1 and buyer_org_id = $2 and state = 'PROPOSED'`,
        [sellerOrgId, buyerOrgId],
      );
      if (open) return refuse<TermRefusal>({ code: 'TERM_OPEN' });
      const id = newId();
      const { base, validFrom } = input;
      const proposed = { proposedByOrgId: actor.orgId, proposedBy: actor.userId };
      await tx.insert(PaymentTerm, { id, sellerOrgId, buyerOrgId, base, validFrom, state: 'PROPOSED', ...proposed });
      await tx.audit('payment-term.propose', 'payment_term', id, { base, validFrom });
      await sendNotice(tx, termProposed, { orgId: other, facts: { counterpartyOrgId: actor.orgId }, key: id });
      return accept(id);
    });
  }

  answer(actor: Actor, input: TermAnswerCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'paymentTermAnswer', clientKey: input.clientKey, input }, async (tx) => {
      const term = await tx.one<{
        id: string;
        sellerOrgId: string;
        buyerOrgId: string;
        state: string;
        isOwn: boolean;
        version: number;
      }>(
        `select id, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", state, proposed_by_org_id = $2 as "isOwn", version
         from payment_term where id = $1 for update`,
        [idOf(input.id), actor.orgId],
      );
      assertMay(actor, 'payment-term.agree', term);
      if (term.isOwn) return refuse<TermRefusal>({ code: 'TERM_OWN' });
      if (term.state !== 'PROPOSED') return refuse<TermRefusal>({ code: 'TERM_ANSWERED' });
      if (term.version !== input.version) return versionConflict(term.version);
      const state = input.agree ? 'AGREED' : 'DECLINED';
      await tx.updateVersioned(PaymentTerm, term.id, term.version, { state, answeredBy: actor.userId, answeredAt: tx.now });
      await tx.audit(`payment-term.${input.agree ? 'agree' : 'decline'}`, 'payment_term', term.id);
      return accept(term.id);
    });
  }

  byId(actor: Actor, id: string): Promise<TermView> {
    return this.uow.read(actor, (tx) => tx.one<TermView>(`${TERM} where id = $2`, [actor.orgId, idOf(id)]));
  }

  /** The newest first; empty where nothing but the platform's rule holds. */
  between(actor: Actor, side: SideName, counterpartyOrgId: string): Promise<TermView[]> {
    const [own, other] = side === 'SELLER' ? ['seller_org_id', 'buyer_org_id'] : ['buyer_org_id', 'seller_org_id'];
    return this.uow.read(actor, (tx) =>
      tx.query<TermView>(`${TERM} where ${own} = $1 and ${other} = $2 order by id desc limit 20`, [
        actor.orgId,
        idOf(counterpartyOrgId),
      ]),
    );
  }
}
