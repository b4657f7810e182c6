import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PricedLine } from './priced-lines.js';
import { PurchaseOrder } from './purchase-order.entity.js';

export type OrderDraft = Pick<
  PurchaseOrder,
  | 'id'
  | 'buyerOrgId'
  | 'sellerOrgId'
  | 'contractId'
  | 'buyerPoNo'
  | 'requestedOn'
  | 'deliveryLocationId'
  | 'deliverySnapshot'
  | 'note'
  | 'paymentTermDays'
  | 'orderedTotal'
  | 'placedAt'
  | 'placedBy'
  | 'ackDueAt'
  | 'isDemo'
>;

/** The order and its lines in two statements, whatever their number; `numberOrder` must follow in the same transaction. */
export async function saveOrder(tx: Tx, order: OrderDraft, lines: readonly (PricedLine & { id: string })[]): Promise<void> {
  await tx.insert(PurchaseOrder, { ...order, number: order.id, status: 'PLACED', lineCount: lines.length });
  const rows = lines.map((line, index) => ({
    id: line.id,
    line_no: index + 1,
    product_id: line.productId,
    contract_line_id: line.contractLineId,
    mou_line_id: line.mouLineId,
    description: line.description,
    base_unit: line.baseUnit,
    pack_name: line.packName,
    pack_size_base: line.packSizeBase.toDecimalString(),
    ordered_qty: line.orderedQty.toDecimalString(),
    unit_price: line.unitPrice.toString(),
    amount: line.amount.toString(),
    vat_code: line.vatCode,
  }));
  await tx.query(
    `insert into order_line (id, order_id, line_no, product_id, contract_line_id, mou_line_id, description, base_unit, pack_name, pack_size_base,
       ordered_qty, unit_price, amount, vat_code)
     select id, $1, line_no, product_id, contract_line_id, mou_line_id, description, base_unit, pack_name, pack_size_base, ordered_qty,
       unit_price, amount, vat_code
     from jsonb_to_recordset($2::jsonb) as line(id uuid, line_no int, product_id uuid, contract_line_id uuid, mou_line_id uuid, description text,
       base_unit text, pack_name text, pack_size_base numeric, ordered_qty numeric, unit_price bigint, amount bigint, vat_code text)`,
    [order.id, JSON.stringify(rows)],
  );
}

export async function numberOrder(tx: Tx, id: string, number: string): Promise<void> {
  await tx.query('update purchase_order set number = $2 where id = $1', [id, number]);
}
