import { Injectable } from '@nestjs/common';
import {
  accept,
  checkReceiptLine,
  nextState,
  quantity,
  type Quantity,
  type ReceiptCount,
  refuse,
  type Refusal,
  type Result,
  SHIPMENT_TRANSITIONS,
  type ShipmentState,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { CommitmentLedger, type LedgerLine } from '../agreements/index.js';
import { StockBook } from '../catalog/index.js';
import { documentNumber, NOTE_MAX, OrderBook, tooLong, tradeRules, trimmed } from '../ordering/index.js';
import { GoodsReceiptLine } from './goods-receipt-line.entity.js';
import { GoodsReceipt } from './goods-receipt.entity.js';
import type { ReceiptLineCommand, ReceiptPostCommand } from './shipment.view.js';
import type { ShipmentRefusal } from './shipment.messages.js';
import { receiptPosted } from './shipment.notices.js';
import { Shipment } from './shipment.entity.js';

interface LockedShipment {
  id: string;
  number: string;
  orderId: string;
  status: ShipmentState;
  version: number;
  sellerOrgId: string;
  buyerOrgId: string;
}

interface SentLine {
  id: string;
  lineNo: number;
  orderLineId: string;
  qty: string;
  baseUnit: string;
  contractLineId: string | null;
  mouLineId: string | null;
}

interface CountedLine extends ReceiptCount {
  readonly id: string;
  readonly sent: SentLine;
  readonly note: string | null;
}

/** The receiver's count. Only what is accepted here is owed, and only that realises a memorandum. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
  ) {}

  post(actor: Actor, input: ReceiptPostCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'receiptPost', clientKey: input.clientKey, input }, async (tx) => {
      const id = idOf(input.shipmentId);
      // The order is locked first, as by a dispatch: two acts on one order queue up and never deadlock.
      const { orderId } = await tx.one<{ orderId: string }>('select order_id as "orderId" from shipment where id = $1', [id]);
      const order = await this.orders.forShipment(tx, orderId);
      const shipment = await lockShipment(tx, id);
      assertMay(actor, 'receipt.post', shipment);
      if (!nextState(SHIPMENT_TRANSITIONS, shipment.status, 'receive').ok)
        return refuse<ShipmentRefusal>({ code: 'ALREADY_RECEIVED' });
      if (shipment.version !== input.shipmentVersion) return versionConflict(shipment.version);
      const note = trimmed(input.note);
      if (tooLong(note, NOTE_MAX)) return refuse<ShipmentRefusal>({ code: 'TEXT_TOO_LONG', field: 'note', max: NOTE_MAX });
      const { toleranceBpByUnit } = await tradeRules(tx);
      const counted = countLines(await sentLines(tx, id), input.lines, toleranceBpByUnit);
      if (!counted.ok) return counted;
      // Lots before agreements' lines: the order may end here and give its stock back.
      await this.stock.lock(tx, orderId);
      await this.ledger.hold(
        tx,
        order.lines.flatMap(({ contractLineId, mouLineId }) => (contractLineId ? [{ contractLineId, mouLineId }] : [])),
      );
      await tx.updateVersioned(Shipment, id, shipment.version, { status: 'RECEIVED' });
      await this.orders.recordReceived(
        tx,
        order,
        counted.value.map(({ sent, accepted, rejected, missing }) => ({
          orderLineId: sent.orderLineId,
          accepted,
          rejected,
          missing,
        })),
      );
      const receiptId = await this.save(tx, actor, shipment, note, counted.value);
      await tx.tell('billing.receipt-posted', { receiptId });
      const facts = { shipmentId: id, orderNumber: order.number };
      await sendNotice(tx, receiptPosted, { orgId: shipment.sellerOrgId, facts, key: id });
      return accept(id);
    });
  }

  private async save(
    tx: Tx,
    actor: Actor,
    shipment: LockedShipment,
    note: string | null,
    lines: readonly CountedLine[],
  ): Promise<string> {
    const id = newId();
    const entries = (qtyOf: (line: CountedLine) => Quantity): LedgerLine[] =>
      lines.flatMap((line) => {
        const { contractLineId, mouLineId } = line.sent;
        const source = { type: 'RECEIPT' as const, id, lineId: line.id };
        return contractLineId && qtyOf(line).isPositive ? [{ contractLineId, mouLineId, qty: qtyOf(line), source }] : [];
      });
    await this.ledger.accept(
      tx,
      entries((line) => line.accepted),
    );
    await this.ledger.reject(
      tx,
      entries((line) => line.rejected),
    );
    const number = documentNumber('PNK', tx.today, await tx.nextNumber('PNK'));
    const { orderId, sellerOrgId, buyerOrgId } = shipment;
    await tx.insert(GoodsReceipt, {
      id,
      number,
      shipmentId: shipment.id,
      orderId,
      sellerOrgId,
      buyerOrgId,
      status: 'POSTED',
      receivedAt: tx.now,
      receivedBy: actor.userId,
      note,
    });
    await tx.insert(
      GoodsReceiptLine,
      lines.map(({ id: lineId, sent, accepted, rejected, missing, reason, note: lineNote }) => ({
        id: lineId,
        receiptId: id,
        lineNo: sent.lineNo,
        shipmentLineId: sent.id,
        orderLineId: sent.orderLineId,
        acceptedQty: accepted.toDecimalString(),
        rejectedQty: rejected.toDecimalString(),
        missingQty: missing.toDecimalString(),
        rejectReason: reason,
        note: lineNote,
      })),
    );
    await tx.audit('receipt.post', 'order', orderId, { receiptId: id, number, shipment: shipment.number });
    return id;
  }
}

const lockShipment = (tx: Tx, id: string): Promise<LockedShipment> =>
  tx.one<LockedShipment>(
    `select id, number, order_id as "orderId", status, version, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId"
     from shipment where id = $1 for update`,
    [id],
  );

const sentLines = (tx: Tx, shipmentId: string): Promise<SentLine[]> =>
  tx.query<SentLine>(
    `select s.id, s.line_no as "lineNo", s.order_line_id as "orderLineId", s.qty, o.base_unit as "baseUnit",
       o.contract_line_id as "contractLineId", o.mou_line_id as "mouLineId"
     from shipment_line s join order_line o on o.id = s.order_line_id where s.shipment_id = $1 order by s.line_no`,
    [shipmentId],
  );

/** Every line counted exactly once and balanced, or the rows that are not. */
function countLines(
  sent: readonly SentLine[],
  counts: readonly ReceiptLineCommand[],
  toleranceBpByUnit: Readonly<Record<string, number>>,
): Result<CountedLine[], Refusal> {
  const lines = new Map(sent.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const counted: CountedLine[] = [];
  const refused: RowRefusal<ShipmentRefusal>[] = [];
  counts.forEach((count, row) => {
    const line = lines.get(count.shipmentLineId.toLowerCase());
    if (!line) return void refused.push({ row, field: 'shipmentLineId', refusal: { code: 'LINE_UNKNOWN' } });
    if (seen.has(line.id)) return void refused.push({ row, field: 'shipmentLineId', refusal: { code: 'LINE_TWICE' } });
    seen.add(line.id);
    const note = trimmed(count.note);
    if (tooLong(note, NOTE_MAX)) {
      return void refused.push({ row, field: 'note', refusal: { code: 'TEXT_TOO_LONG', field: 'note', max: NOTE_MAX } });
    }
    const checked = checkReceiptLine(
      { dispatched: quantity(line.qty) },
      {
        accepted: quantity(count.accepted),
        rejected: quantity(count.rejected),
        missing: quantity(count.missing),
        reason: count.rejectReason ?? null,
      },
      toleranceBpByUnit[line.baseUnit] ?? 0,
    );
    if (checked.ok) return void counted.push({ ...checked.value, id: newId(), sent: line, note });
    const field = checked.refusal.code.startsWith('REJECT_') ? 'rejectReason' : 'accepted';
    refused.push({ row, field, refusal: { ...checked.refusal, unit: line.baseUnit } as ShipmentRefusal });
  });
  if (refused.length) return rowsRefused(refused);
  const missing = sent.filter((line) => !seen.has(line.id)).map((line) => line.lineNo);
  return missing.length ? refuse<ShipmentRefusal>({ code: 'LINES_NOT_COUNTED', lineNos: missing }) : accept(counted);
}
