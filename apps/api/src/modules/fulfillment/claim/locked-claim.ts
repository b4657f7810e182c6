import {
  type ClaimAction,
  claimStateAt,
  type ClaimState,
  mayClaim,
  Quantity,
  quantity,
  refuse,
  type Result,
  accept,
} from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { ClaimEvent } from './claim-event.entity.js';
import type { ClaimRefusal } from './claim.messages.js';
import { CLAIM_NOTICES } from './claim.notices.js';
import { Claim } from './claim.entity.js';

export interface LockedClaimLine {
  readonly id: string;
  readonly receiptLineId: string;
  readonly orderLineId: string;
  readonly baseUnit: string;
  readonly claimed: Quantity;
}

/** A claim whose row this transaction holds. `state` is the one of the clock. */
export interface LockedClaim {
  readonly id: string;
  readonly number: string;
  readonly status: ClaimState;
  readonly state: ClaimState;
  readonly version: number;
  readonly receiptId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly answerDueAt: Date;
  readonly escalateAt: Date;
  readonly answeredAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly sellerOfferId: string | null;
  readonly buyerOfferId: string | null;
  readonly lines: readonly LockedClaimLine[];
}

export async function lockClaim(tx: Tx, id: string): Promise<LockedClaim> {
  const claim = await tx.one<Omit<LockedClaim, 'lines' | 'state'>>(
    `select c.id, c.number, c.status, c.version, c.receipt_id as "receiptId", c.order_id as "orderId", o.number as "orderNumber",
       c.seller_org_id as "sellerOrgId", c.buyer_org_id as "buyerOrgId", c.answer_due_at as "answerDueAt", c.escalate_at as "escalateAt",
       c.answered_at as "answeredAt", c.escalated_at as "escalatedAt", c.seller_offer_id as "sellerOfferId", c.buyer_offer_id as "buyerOfferId"
     from claim c join purchase_order o on o.id = c.order_id where c.id = $1 for update of c`,
    [id],
  );
  const lines = await tx.query<Omit<LockedClaimLine, 'claimed'> & { claimed: string }>(
    `select l.id, l.receipt_line_id as "receiptLineId", g.order_line_id as "orderLineId", o.base_unit as "baseUnit", l.claimed_qty as claimed
     from claim_line l join goods_receipt_line g on g.id = l.receipt_line_id join order_line o on o.id = g.order_line_id
     where l.claim_id = $1 order by l.line_no`,
    [id],
  );
  const state = claimStateAt({ state: claim.status, escalateAt: claim.escalateAt }, tx.now);
  return { ...claim, state, lines: lines.map((line) => ({ ...line, claimed: quantity(line.claimed) })) };
}

/** The state `action` leads to by the claim's clock. */
export function moveClaim(tx: Tx, claim: LockedClaim, action: ClaimAction): Result<ClaimState, ClaimRefusal> {
  const moved = mayClaim({ state: claim.status, escalateAt: claim.escalateAt }, action, tx.now);
  return moved.ok ? accept(moved.value) : refuse({ code: 'CLAIM_NOT_OPEN' });
}

export async function note(
  tx: Tx,
  claimId: string,
  kind: string,
  actor: Actor | null,
  text: string | null = null,
): Promise<void> {
  const by = { byUser: actor?.userId ?? null, byOrgId: actor?.orgId ?? null };
  await tx.insert(ClaimEvent, { id: newId(), claimId, kind, at: tx.now, ...by, note: text });
}

/** Saves a step and writes it down; what the clock did before the act is written down first. */
export async function saveClaim(tx: Tx, claim: LockedClaim, patch: Partial<Claim>): Promise<void> {
  const byClock = claim.state === 'MEDIATION' && claim.escalatedAt === null;
  if (byClock) await writeEscalation(tx, claim);
  await tx.updateVersioned(Claim, claim.id, claim.version, { ...(byClock && { escalatedAt: claim.escalateAt }), ...patch });
}

/** The clock's step in the diary, and the word to everybody concerned; the key keeps it one, however often it is found. */
export async function writeEscalation(tx: Tx, claim: LockedClaim): Promise<void> {
  await note(tx, claim.id, 'ESCALATE', null);
  await tellMediation(tx, claim);
}

export const factsOf = (claim: Pick<LockedClaim, 'id' | 'number' | 'orderNumber'>) => ({
  claimId: claim.id,
  number: claim.number,
  orderNumber: claim.orderNumber,
});

export async function tellMediation(tx: Tx, claim: LockedClaim): Promise<void> {
  const facts = factsOf(claim);
  for (const orgId of [claim.sellerOrgId, claim.buyerOrgId]) {
    await sendNotice(tx, CLAIM_NOTICES.escalatedToSides, { orgId, facts, key: claim.id });
  }
  const alliances = await tx.query<{ id: string }>(`select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE'`);
  for (const { id: orgId } of alliances) await sendNotice(tx, CLAIM_NOTICES.mediate, { orgId, facts, key: claim.id });
}
