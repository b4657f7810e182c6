import { Injectable } from '@nestjs/common';
import type { AgreedBase } from '@lienket/domain';
import { asSystem } from '../../platform/database/as-system.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** A posted receipt as billing needs it: what was accepted, at the price and VAT code of the order. */
export interface BillableReceipt {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly receivedAt: Date;
  readonly paymentTermDays: number;
  /** What the contract said when the order was placed; null for an order without one. */
  readonly agreedBase: AgreedBase | null;
  readonly lines: readonly BillableLine[];
}

export interface BillableLine {
  readonly orderLineId: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly acceptedQty: string;
  readonly unitPrice: bigint;
  readonly vatCode: string;
}

@Injectable()
export class ReceiptBook {
  /** NOT_FOUND when there is no such receipt, or it was voided. */
  async forBilling(tx: Tx, receiptId: string): Promise<BillableReceipt> {
    const receipt = await tx.one<Omit<BillableReceipt, 'lines'>>(
      `select r.id, r.number, r.order_id as "orderId", r.seller_org_id as "sellerOrgId", r.buyer_org_id as "buyerOrgId", r.received_at as "receivedAt",
         o.payment_term_days as "paymentTermDays",
         case when o.payment_base is not null then json_build_object('base', o.payment_base, 'since', c.valid_from) end as "agreedBase"
       from goods_receipt r join purchase_order o on o.id = r.order_id left join contract c on c.id = o.contract_id where r.id = $1 and r.status = 'POSTED'`,
      [receiptId],
    );
    const lines = await this.linesOf(tx, [receiptId]);
    return { ...receipt, lines: lines.get(receiptId) ?? [] };
  }

  /**
   * From here on the receipt is not voided: billing says so before it writes an invoice on it. False when it was voided before. Holds the
   * receipt's lock, so it comes before the lock of a payment request: receipt, request, order is the order of all money.
   */
  async lockInvoiced(tx: Tx, receiptId: string): Promise<boolean> {
    const held = await asSystem(tx, () =>
      tx.change(
        `update goods_receipt set invoiced_at = coalesce(invoiced_at, $2) where id = $1 and status = 'POSTED' returning id`,
        [receiptId, tx.now],
      ),
    );
    return held.length > 0;
  }

  /** Accepted lines by receipt, in the order of the shipment; a line of which nothing was accepted is not billed. */
  async linesOf(tx: Tx, receiptIds: readonly string[]): Promise<Map<string, BillableLine[]>> {
    const rows = await tx.query<BillableLine & { receiptId: string }>(
      `select g.receipt_id as "receiptId", l.id as "orderLineId", g.line_no as "lineNo", l.description, l.base_unit as "baseUnit", g.accepted_qty as "acceptedQty",
         l.unit_price as "unitPrice", l.vat_code as "vatCode"
       from goods_receipt_line g join order_line l on l.id = g.order_line_id
       where g.receipt_id = any($1) and g.accepted_qty > 0 order by g.receipt_id, g.line_no`,
      [receiptIds],
    );
    const byReceipt = new Map<string, BillableLine[]>(receiptIds.map((id) => [id, []]));
    for (const { receiptId, ...line } of rows) byReceipt.get(receiptId)!.push(line);
    return byReceipt;
  }
}
