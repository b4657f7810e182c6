import { Injectable } from '@nestjs/common';
import { localDateOf, quantity, silentCount } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { OrderBook } from '../../ordering/index.js';
import { receiptAutomatic, receiptAutomaticToBuyer } from '../shipment.notices.js';
import { lockShipment, sentLines } from './locked-shipment.js';
import { ReceiptPosting } from './receipt-posting.js';

export const AUTO_RECEIPT = 'fulfillment.auto-receipt';

/** Puts the clock into the outbox; the clock itself stands on the shipment. */
export const scheduleAutoReceipt = (tx: Tx, shipmentId: string, at: Date): Promise<void> =>
  tx.tell(AUTO_RECEIPT, { shipmentId }, at, `${AUTO_RECEIPT}:${shipmentId}:${at.getTime()}`);

/** Silence after a hand-over becomes a receipt of all that could be accepted on arrival, marked as nobody's count: once for each shipment, however often the job runs. */
@Injectable()
export class AutoReceiptJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly posting: ReceiptPosting,
  ) {}

  @JobHandler(AUTO_RECEIPT)
  async onSilence({ shipmentId }: { shipmentId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const [known] = await tx.query<{ orderId: string }>('select order_id as "orderId" from shipment where id = $1', [
        shipmentId,
      ]);
      if (!known) return;
      const order = await this.orders.forShipment(tx, known.orderId);
      const shipment = await lockShipment(tx, shipmentId);
      // Counted meanwhile, or the clock was set anew: then another job waits for its time.
      if (shipment.status !== 'ARRIVED' || !shipment.autoReceiptAt || shipment.autoReceiptAt > tx.now) return;
      // An ARRIVED shipment has its hour of arrival: the proof of delivery wrote it.
      const arrivedOn = localDateOf(shipment.arrivedAt ?? tx.now);
      const lines = (await sentLines(tx, shipmentId)).map((sent) => ({
        id: newId(),
        sent,
        ...silentCount(quantity(sent.qty), sent.expiresOn, arrivedOn),
        note: null,
      }));
      await this.posting.post(tx, order, shipment, lines, { source: 'AUTO', by: null, countedAt: null, note: null });
      const expired = lines.flatMap(({ sent, reason }) => (reason === null ? [] : (sent.lotCode ?? String(sent.lineNo))));
      const facts = { shipmentId, orderNumber: order.number, expired };
      await sendNotice(tx, receiptAutomatic, {
        orgId: shipment.sellerOrgId,
        facts,
        key: shipmentId,
        fromOrgId: shipment.buyerOrgId,
      });
      await sendNotice(tx, receiptAutomaticToBuyer, { orgId: shipment.buyerOrgId, facts, key: shipmentId });
    });
  }

  /** For clocks whose job was lost, by a restored backup for example. */
  @JobHandler('fulfillment.auto-receipt-sweep')
  @DailyAt('03:10')
  async sweep(): Promise<void> {
    const due = await this.uow.run(SYSTEM, (tx) =>
      tx.query<{ id: string }>(`select id from shipment where status = 'ARRIVED' and auto_receipt_at <= $1`, [tx.now]),
    );
    for (const { id } of due) await this.onSilence({ shipmentId: id });
  }
}
