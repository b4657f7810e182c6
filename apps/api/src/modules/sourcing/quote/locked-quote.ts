import {
  accept,
  nextState,
  QUOTE_TRANSITIONS,
  quoteStateAt,
  refuse,
  rfqStateAt,
  type QuoteAction,
  type QuoteState,
  type Result,
  type RfqState,
} from '@lienket/domain';
import { assertMay } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { QuoteRefusal } from './quote.messages.js';

/** A request held as it stands: no award, no cancelling and no other deadline until this transaction ends. */
export interface HeldRfq {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly buyerOrgId: string;
  readonly status: RfqState;
  readonly isDemo: boolean;
}

export interface LockedQuote {
  readonly id: string;
  readonly rfqId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  /** As the clock has it. */
  readonly status: QuoteState;
  readonly revision: number;
  readonly version: number;
}

const QUOTE = `select id, rfq_id as "rfqId", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", status, revision,
  valid_until as "validUntil", version from quote`;

export async function holdRfq(tx: Tx, id: string): Promise<HeldRfq> {
  const row = await tx.one<HeldRfq & { deadlineAt: Date | null }>(
    `select id, number, title, buyer_org_id as "buyerOrgId", status, deadline_at as "deadlineAt", is_demo as "isDemo"
     from rfq where id = $1 for share`,
    [id],
  );
  return { ...row, status: rfqStateAt({ state: row.status, deadlineAt: row.deadlineAt }, tx.now) };
}

/** The request first, then the quote: everybody locks in this order. */
export async function lockQuote(tx: Tx, id: string): Promise<{ rfq: HeldRfq; quote: LockedQuote }> {
  const { rfqId } = await tx.one<{ rfqId: string }>('select rfq_id as "rfqId" from quote where id = $1', [id]);
  const rfq = await holdRfq(tx, rfqId);
  const row = await tx.one<LockedQuote & { validUntil: string | null }>(`${QUOTE} where id = $1 for update`, [id]);
  return { rfq, quote: standing(tx, row) };
}

export async function lockOwnQuote(tx: Tx, rfqId: string, sellerOrgId: string): Promise<LockedQuote | null> {
  const [row] = await tx.query<LockedQuote & { validUntil: string | null }>(
    `${QUOTE} where rfq_id = $1 and seller_org_id = $2 for update`,
    [rfqId, sellerOrgId],
  );
  return row ? standing(tx, row) : null;
}

const standing = (tx: Tx, row: LockedQuote & { validUntil: string | null }): LockedQuote => ({
  ...row,
  status: quoteStateAt({ state: row.status, validUntil: row.validUntil }, tx.today),
});

export function moveQuote(status: QuoteState, action: QuoteAction): Result<QuoteState, QuoteRefusal> {
  const moved = nextState(QUOTE_TRANSITIONS, status, action);
  return moved.ok ? accept(moved.value) : refuse({ code: 'QUOTE_STATE', status });
}

/** Only one who was invited quotes; for others the request is not there. */
export async function assertInvited(tx: Tx, actor: Actor, rfqId: string): Promise<void> {
  await tx.one('select id from rfq_invitee where rfq_id = $1 and seller_org_id = $2', [rfqId, actor.orgId]);
  assertMay(actor, 'quote.prepare', { sellerOrgId: actor.orgId });
}
