import { Injectable } from '@nestjs/common';
import {
  accept,
  checkClaimQty,
  claimClocks,
  type ClaimTerm,
  CLAIM_OUTCOMES,
  isPast,
  Quantity,
  quantity,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { documentNumber, NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { PhotoBook } from '../receipt/photo-book.js';
import { ClaimLine } from './claim-line.entity.js';
import { termOf } from './claim-terms.js';
import type { ClaimRefusal } from './claim.messages.js';
import { CLAIM_NOTICES } from './claim.notices.js';
import { Claim } from './claim.entity.js';
import type { ClaimLineCommand, ClaimOpenCommand } from './claim.view.js';
import { photographedReasons, reasonCodes } from './defect-reasons.js';
import { note } from './locked-claim.js';

export const ESCALATE_CLAIM = 'fulfillment.claim-escalate';

/**
 * What claims hold of a receipt line: all of it while they run, what was upheld after. $1: receipt lines.
 * The domain's `heldByClaim` in SQL.
 */
export const HELD_SQL = `
  select l.receipt_line_id as "lineId", sum(case when c.status = 'RESOLVED' then coalesce(s.held, 0) when c.status in ('WITHDRAWN', 'UNRESOLVED') then 0
    else l.claimed_qty end) as held
  from claim_line l join claim c on c.id = l.claim_id
  left join lateral (select case when s.outcome = 'DISMISSED' then 0 else s.qty end as held from claim_settlement s where s.claim_line_id = l.id) s on true
  where l.receipt_line_id = any($1) group by l.receipt_line_id`;

interface ReceivedLine {
  readonly id: string;
  readonly accepted: Quantity;
  readonly claimed: Quantity;
  readonly claimUntil: Date;
  readonly baseUnit: string;
  readonly shelfLifeDays: number | null;
}

interface Checked {
  readonly id: string;
  readonly line: ReceivedLine;
  readonly qty: Quantity;
  readonly asked: ClaimLineCommand;
  readonly note: string | null;
}

/** The buyer says, line by line and in the window of the goods, what was wrong with what it had accepted. */
@Injectable()
export class ClaimOpenService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly photos: PhotoBook,
  ) {}

  open(actor: Actor, input: ClaimOpenCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'claimOpen', clientKey: input.clientKey, input }, async (tx) => {
      // The receipt's lock lets claims on it queue up: together they never hold more than was accepted.
      const receipt = await tx.one<{
        id: string;
        shipmentId: string;
        orderId: string;
        orderNumber: string;
        status: string;
        sellerOrgId: string;
        buyerOrgId: string;
      }>(
        `select r.id, r.shipment_id as "shipmentId", r.order_id as "orderId", o.number as "orderNumber", r.status, r.seller_org_id as "sellerOrgId",
           r.buyer_org_id as "buyerOrgId"
         from goods_receipt r join purchase_order o on o.id = r.order_id where r.id = $1 for update of r`,
        [idOf(input.receiptId)],
      );
      assertMay(actor, 'claim.open', receipt);
      if (receipt.status === 'VOIDED') return refuse<ClaimRefusal>({ code: 'CLAIM_RECEIPT_VOIDED' });
      if (input.lines.length === 0) return refuse<ClaimRefusal>({ code: 'CLAIM_LINES_MISSING' });
      const said = trimmed(input.note);
      if (tooLong(said, NOTE_MAX)) return refuse<ClaimRefusal>({ code: 'CLAIM_TEXT_TOO_LONG', max: NOTE_MAX });
      const checked = await checkLines(tx, await receivedLines(tx, receipt.id), input.lines);
      if (!checked.ok) return checked;
      const terms: ClaimTerm[] = [];
      for (const { line } of checked.value) terms.push(await termOf(tx, line.shelfLifeDays));
      const clocks = claimClocks(terms, tx.now);
      const id = newId();
      const number = documentNumber('KN', tx.today, await tx.nextNumber('KN'));
      const { sellerOrgId, buyerOrgId, shipmentId, orderId } = receipt;
      const papers = { id, number, receiptId: receipt.id, shipmentId, orderId, sellerOrgId, buyerOrgId };
      await tx.insert(Claim, { ...papers, ...clocks, status: 'OPEN', note: said, openedAt: tx.now, openedBy: actor.userId });
      await tx.insert(
        ClaimLine,
        checked.value.map(({ id: lineId, line, qty, asked, note: lineNote }, index) => ({
          id: lineId,
          claimId: id,
          lineNo: index + 1,
          receiptLineId: line.id,
          claimedQty: qty.toDecimalString(),
          reason: asked.reason,
          wanted: asked.wanted,
          note: lineNote,
        })),
      );
      await this.photos.attach(
        tx,
        actor,
        receipt,
        checked.value.map(({ id: lineId, asked }) => ({ type: 'CLAIM_LINE', id: lineId, fileIds: asked.photoIds })),
      );
      await note(tx, id, 'OPEN', actor, said);
      await tx.audit('claim.open', 'claim', id, { number, receiptId: receipt.id });
      await tx.tell(ESCALATE_CLAIM, { claimId: id }, new Date(clocks.escalateAt.getTime() + 1000), `${ESCALATE_CLAIM}:${id}`);
      const facts = { claimId: id, number, orderNumber: receipt.orderNumber };
      await sendNotice(tx, CLAIM_NOTICES.opened, { orgId: sellerOrgId, facts, key: id });
      return accept(id);
    });
  }
}

async function receivedLines(tx: Tx, receiptId: string): Promise<Map<string, ReceivedLine>> {
  const rows = await tx.query<{ id: string; accepted: string; claimUntil: Date; baseUnit: string; shelfLifeDays: number | null }>(
    `select g.id, g.accepted_qty as accepted, g.claim_until as "claimUntil", o.base_unit as "baseUnit", p.shelf_life_days as "shelfLifeDays"
     from goods_receipt_line g join order_line o on o.id = g.order_line_id left join product p on p.id = o.product_id where g.receipt_id = $1`,
    [receiptId],
  );
  const held = await tx.query<{ lineId: string; held: string }>(HELD_SQL, [rows.map(({ id }) => id)]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        accepted: quantity(row.accepted),
        claimed: quantity(held.find(({ lineId }) => lineId === row.id)?.held ?? '0'),
      },
    ]),
  );
}

async function checkLines(
  tx: Tx,
  received: ReadonlyMap<string, ReceivedLine>,
  asked: readonly ClaimLineCommand[],
): Promise<Result<Checked[], Refusal>> {
  const [codes, photographed] = [await reasonCodes(tx, 'at_claim'), await photographedReasons(tx)];
  const refused: RowRefusal<ClaimRefusal>[] = [];
  const seen = new Set<string>();
  const checked: Checked[] = [];
  asked.forEach((given, row) => {
    const refuseRow = (field: string, refusal: ClaimRefusal) => refused.push({ row, field, refusal });
    const line = received.get(given.receiptLineId.toLowerCase());
    if (!line) return void refuseRow('receiptLineId', { code: 'CLAIM_LINE_UNKNOWN' });
    if (seen.has(line.id)) return void refuseRow('receiptLineId', { code: 'CLAIM_LINE_TWICE' });
    seen.add(line.id);
    if (isPast(line.claimUntil, tx.now)) return void refuseRow('qty', { code: 'CLAIM_WINDOW_PASSED', until: line.claimUntil });
    const qty = checkClaimQty(line, quantity(given.qty));
    if (!qty.ok) return void refuseRow('qty', { ...qty.refusal, unit: line.baseUnit } as ClaimRefusal);
    if (!codes.has(given.reason)) return void refuseRow('reason', { code: 'CLAIM_REASON_UNKNOWN' });
    if (given.wanted === 'DISMISSED' || !CLAIM_OUTCOMES.includes(given.wanted)) {
      return void refuseRow('wanted', { code: 'CLAIM_WANTED_UNKNOWN' });
    }
    if (photographed.has(given.reason) && given.photoIds.length === 0)
      return void refuseRow('photoIds', { code: 'CLAIM_PHOTO_MISSING' });
    const said = trimmed(given.note);
    if (tooLong(said, NOTE_MAX)) return void refuseRow('note', { code: 'CLAIM_TEXT_TOO_LONG', max: NOTE_MAX });
    checked.push({ id: newId(), line, qty: qty.value, asked: given, note: said });
  });
  return refused.length ? rowsRefused(refused) : accept(checked);
}
