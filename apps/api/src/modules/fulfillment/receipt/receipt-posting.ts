import { Injectable } from '@nestjs/common';
import { hoursAfter, localDateOf, type Quantity, type ReceiptCount, type ReceiptSource } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { CommitmentLedger, countsForAgreement, type LedgerLine } from '../../agreements/index.js';
import { StockBook } from '../../catalog/index.js';
import { documentNumber, type LockedOrder, OrderBook } from '../../ordering/index.js';
import { termOf } from '../claim/claim-terms.js';
import { GoodsReceiptLine } from '../goods-receipt-line.entity.js';
import { GoodsReceipt } from '../goods-receipt.entity.js';
import { Shipment } from '../shipment.entity.js';
import type { Inspection } from './inspection.js';
import type { LockedShipment, SentLine } from './locked-shipment.js';

export interface CountedLine extends ReceiptCount {
  readonly id: string;
  readonly sent: SentLine;
  readonly note: string | null;
  /** Null where nothing was measured. */
  readonly inspection?: Inspection | null;
}

export interface Posting {
  readonly source: ReceiptSource;
  readonly by: Actor | null;
  readonly countedAt: Date | null;
  readonly note: string | null;
}

/** Writes a count down, whoever made it. The caller holds the order's and the shipment's locks and has checked the count. */
@Injectable()
export class ReceiptPosting {
  constructor(
    private readonly orders: OrderBook,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
  ) {}

  async post(tx: Tx, order: LockedOrder, shipment: LockedShipment, lines: readonly CountedLine[], how: Posting): Promise<string> {
    // Lots before agreements' lines: the order may end here and give its stock back.
    await this.stock.lock(tx, order.id);
    await this.ledger.hold(tx, order.lines.filter(countsForAgreement));
    await tx.updateVersioned(Shipment, shipment.id, shipment.version, { status: 'RECEIVED', autoReceiptAt: null });
    await this.orders.recordReceived(
      tx,
      order,
      lines.map(({ sent: { orderLineId }, accepted, rejected, missing }) => ({ orderLineId, accepted, rejected, missing })),
      localDateOf(shipment.arrivedAt ?? tx.now),
    );
    const id = newId();
    await this.enter(tx, id, how.source, lines);
    const number = documentNumber('PNK', tx.today, await tx.nextNumber('PNK'));
    const terms = await Promise.all(lines.map(({ sent }) => termOf(tx, sent.shelfLifeDays)));
    await tx.insert(GoodsReceipt, {
      id,
      number,
      shipmentId: shipment.id,
      orderId: shipment.orderId,
      sellerOrgId: shipment.sellerOrgId,
      buyerOrgId: shipment.buyerOrgId,
      status: 'POSTED',
      source: how.source,
      receivedAt: tx.now,
      receivedBy: how.by?.userId ?? null,
      countedAt: how.countedAt,
      disputeUntil: hoursAfter(tx.now, Math.max(...terms.map(({ disputeHours }) => disputeHours))),
      note: how.note,
    });
    await tx.insert(
      GoodsReceiptLine,
      lines.map(({ id: lineId, sent, accepted, rejected, missing, reason, note, inspection = null }, index) => ({
        id: lineId,
        receiptId: id,
        lineNo: sent.lineNo,
        shipmentLineId: sent.id,
        orderLineId: sent.orderLineId,
        acceptedQty: accepted.toDecimalString(),
        rejectedQty: rejected.toDecimalString(),
        missingQty: missing.toDecimalString(),
        rejectReason: reason,
        note,
        inspection,
        claimUntil: hoursAfter(tx.now, terms[index]!.windowHours),
      })),
    );
    await tx.audit(how.source === 'AUTO' ? 'receipt.auto' : 'receipt.post', 'order', shipment.orderId, {
      receiptId: id,
      number,
      shipment: shipment.number,
    });
    await tx.tell('billing.receipt-posted', { receiptId: id });
    return id;
  }

  /** Only what is accepted realises a promise. Silence after a signed hand-over is proven less well than a count: grade B. */
  private async enter(tx: Tx, id: string, source: ReceiptSource, lines: readonly CountedLine[]): Promise<void> {
    const entries = (qtyOf: (line: CountedLine) => Quantity): LedgerLine[] =>
      lines.flatMap((line) => {
        const { contractLineId, mouLineId } = line.sent;
        if (!countsForAgreement(line.sent) || !qtyOf(line).isPositive) return [];
        const grade = source === 'AUTO' ? ('B' as const) : ('A' as const);
        return [
          { contractLineId, mouLineId, qty: qtyOf(line), grade, source: { type: 'RECEIPT' as const, id, lineId: line.id } },
        ];
      });
    await this.ledger.accept(
      tx,
      entries((line) => line.accepted),
    );
    await this.ledger.reject(
      tx,
      entries((line) => line.rejected),
    );
  }
}
