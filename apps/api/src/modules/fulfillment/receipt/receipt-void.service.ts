import { Injectable } from '@nestjs/common';
import {
  accept,
  autoReceiptAt,
  mayVoid,
  nextState,
  quantity,
  refuse,
  type Refusal,
  type Result,
  SHIPMENT_TRANSITIONS,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { CommitmentLedger, countsForAgreement } from '../../agreements/index.js';
import { StockBook } from '../../catalog/index.js';
import { NOTE_MAX, OrderBook, type ReceivedLine, tooLong, trimmed } from '../../ordering/index.js';
import type { ShipmentRefusal } from '../shipment.messages.js';
import { receiptVoided } from '../shipment.notices.js';
import { Shipment } from '../shipment.entity.js';
import type { ReceiptActionCommand } from '../shipment.view.js';
import { scheduleAutoReceipt } from './auto-receipt.job.js';
import { lockShipment } from './locked-shipment.js';
import { VoidGuards } from './void-guards.js';

interface VoidableReceipt {
  readonly id: string;
  readonly number: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly voidedAt: Date | null;
  readonly invoicedAt: Date | null;
  readonly claims: number;
  readonly goodsSettled: boolean;
}

/** A count is taken back: every number it moved moves back by a row of its own, and the goods wait to be counted again. */
@Injectable()
export class ReceiptVoidService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
    private readonly guards: VoidGuards,
  ) {}

  /** Answers with the shipment's id. */
  void(actor: Actor, input: ReceiptActionCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'receiptVoid', clientKey: input.clientKey, input }, async (tx) => {
      const id = idOf(input.receiptId);
      // First the receipt, as everywhere money is made of it: whoever writes an invoice waits here, and then finds it voided.
      const receipt = await lockReceipt(tx, id);
      assertMay(actor, 'receipt.void', receipt);
      const open = mayVoid(receipt);
      if (!open.ok) return open;
      const reason = trimmed(input.reason);
      if (!reason) return refuse<ShipmentRefusal>({ code: 'REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<ShipmentRefusal>({ code: 'TEXT_TOO_LONG', field: 'reason', max: NOTE_MAX });
      const undone = await this.guards.ask(tx, receipt);
      if (!undone.ok) return undone;
      const order = await this.orders.forShipment(tx, receipt.orderId);
      const shipment = await lockShipment(tx, receipt.shipmentId);
      const status = nextState(SHIPMENT_TRANSITIONS, shipment.status, 'voidReceipt');
      if (!status.ok) return refuse<ShipmentRefusal>({ code: 'RECEIPT_VOIDED' });
      await this.stock.lock(tx, order.id);
      await this.ledger.hold(tx, order.lines.filter(countsForAgreement));
      const reopened = await this.orders.recordVoided(tx, order, await countsOf(tx, id));
      if (!reopened.ok) return reopened;
      await this.ledger.reverse(tx, { type: 'RECEIPT', id });
      const again = autoReceiptAt(tx.now, shipment.autoReceiptHours);
      await tx.updateVersioned(Shipment, shipment.id, shipment.version, {
        status: status.value,
        arrivedAt: shipment.arrivedAt ?? tx.now,
        autoReceiptAt: again,
      });
      await tx.query(
        `update goods_receipt set status = 'VOIDED', voided_at = $2, voided_by = $3, void_reason = $4 where id = $1`,
        [id, tx.now, actor.userId, reason],
      );
      await tx.query(
        `update receipt_dispute set status = 'VOIDED', closed_at = $2, version = version + 1 where receipt_id = $1 and status in ('OPEN', 'ANSWERED')`,
        [id, tx.now],
      );
      await scheduleAutoReceipt(tx, shipment.id, again);
      await tx.tell('billing.receipt-voided', { receiptId: id });
      await tx.audit('receipt.void', 'order', order.id, { receiptId: id, number: receipt.number, reason });
      const facts = { shipmentId: shipment.id, orderNumber: order.number };
      await sendNotice(tx, receiptVoided, { orgId: receipt.sellerOrgId, facts, key: id });
      return accept(shipment.id);
    });
  }
}

const lockReceipt = (tx: Tx, id: string): Promise<VoidableReceipt> =>
  tx.one<VoidableReceipt>(
    `select r.id, r.number, r.shipment_id as "shipmentId", r.order_id as "orderId", r.seller_org_id as "sellerOrgId", r.buyer_org_id as "buyerOrgId",
       r.voided_at as "voidedAt", r.invoiced_at as "invoicedAt", (select count(*)::int from claim c where c.receipt_id = r.id and c.status <> 'WITHDRAWN') as claims,
       exists (select 1 from goods_fate f where f.receipt_id = r.id) as "goodsSettled"
     from goods_receipt r where r.id = $1 for update of r`,
    [id],
  );

async function countsOf(tx: Tx, receiptId: string): Promise<ReceivedLine[]> {
  const rows = await tx.query<{ orderLineId: string; accepted: string; rejected: string; missing: string }>(
    `select order_line_id as "orderLineId", accepted_qty as accepted, rejected_qty as rejected, missing_qty as missing
     from goods_receipt_line where receipt_id = $1`,
    [receiptId],
  );
  return rows.map(({ orderLineId, ...counts }) => ({
    orderLineId,
    accepted: quantity(counts.accepted),
    rejected: quantity(counts.rejected),
    missing: quantity(counts.missing),
  }));
}
