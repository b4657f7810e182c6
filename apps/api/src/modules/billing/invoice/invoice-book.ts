import { type InvoicedLine, quantity, type RequestedLine, type VatCode } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface RequestLine extends RequestedLine {
  readonly description: string;
  readonly baseUnit: string;
  readonly amount: bigint;
  readonly noted: bigint;
}

interface Row {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly acceptedQty: string;
  readonly invoicedQty: string;
  readonly acceptedOfOrder: string;
  readonly orderedQty: string;
  readonly unitPrice: bigint;
  readonly vatCode: VatCode;
  readonly amount: bigint;
  readonly noted: bigint;
}

/** The lines of a request with what was invoiced and noted of them; locked, because the caller will add to it. */
export async function lockedLines(tx: Tx, paymentRequestId: string): Promise<RequestLine[]> {
  const rows = await tx.query<Row>(
    `select r.id, r.line_no as "lineNo", r.description, r.base_unit as "baseUnit", r.accepted_qty as "acceptedQty", r.invoiced_qty as "invoicedQty",
       l.accepted_qty as "acceptedOfOrder", l.ordered_qty as "orderedQty", r.unit_price as "unitPrice", r.vat_code as "vatCode", r.amount,
       r.noted_amount as noted
     from payment_request_line r join order_line l on l.id = r.order_line_id where r.payment_request_id = $1 order by r.line_no for update of r`,
    [paymentRequestId],
  );
  return rows.map(({ acceptedQty, invoicedQty, acceptedOfOrder, orderedQty, ...row }) => ({
    ...row,
    accepted: quantity(acceptedQty),
    invoiced: quantity(invoicedQty),
    acceptedOfOrder: quantity(acceptedOfOrder),
    ordered: quantity(orderedQty),
  }));
}

/** Adds to what is invoiced of each line, or takes it back; the table's own check stops anything above accepted. */
export async function countInvoiced(
  tx: Tx,
  lines: readonly Pick<InvoicedLine, 'requestLineId' | 'qty'>[],
  back = false,
): Promise<void> {
  for (const { requestLineId, qty } of lines) {
    const signed = back ? qty.negate() : qty;
    await tx.query('update payment_request_line set invoiced_qty = invoiced_qty + $2 where id = $1', [
      requestLineId,
      signed.toDecimalString(),
    ]);
  }
}
