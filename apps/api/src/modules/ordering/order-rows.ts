import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { LineDelivery } from './delivery-lines.js';
import type { PricedLine } from './priced-lines.js';
import { PurchaseOrder } from './purchase-order.entity.js';

export type OrderDraft = Pick<
  PurchaseOrder,
  | 'id'
  | 'groupId'
  | 'buyerOrgId'
  | 'sellerOrgId'
  | 'contractId'
  | 'buyerPoNo'
  | 'requestedOn'
  | 'deliveryLocationId'
  | 'deliverySnapshot'
  | 'note'
  | 'paymentTermDays'
  | 'paymentBase'
  | 'orderedTotal'
  | 'placedAt'
  | 'placedBy'
  | 'ackDueAt'
  | 'cutoffAt'
  | 'isDemo'
>;

/** Columns of a new line with their types, in the order they are written. */
const COLUMNS = {
  id: 'uuid',
  line_no: 'int',
  product_id: 'uuid',
  contract_line_id: 'uuid',
  mou_line_id: 'uuid',
  description: 'text',
  base_unit: 'text',
  grade_id: 'uuid',
  grade_code: 'text',
  grade_name: 'text',
  grade_spec: 'jsonb',
  pack_id: 'uuid',
  pack_name: 'text',
  pack_level: 'text',
  pack_gtin: 'text',
  pack_size_base: 'numeric',
  catch_weight: 'boolean',
  weight_tolerance_bp: 'int',
  tare_weight: 'numeric',
  location_id: 'uuid',
  place_code: 'text',
  place_name: 'text',
  requested_on: 'date',
  window_from: 'text',
  window_to: 'text',
  cost_center: 'text',
  ordered_qty: 'numeric',
  unit_price: 'bigint',
  amount: 'bigint',
  vat_code: 'text',
} as const;
const COLUMN_NAMES = Object.keys(COLUMNS).join(', ');
const COLUMN_TYPES = Object.entries(COLUMNS)
  .map((column) => column.join(' '))
  .join(', ');

/** A line as it is written: priced, with its place and day. */
export type NewOrderLine = PricedLine & LineDelivery & { readonly id: string };

/** The order and its lines in two statements, whatever their number; `numberOrder` must follow in the same transaction. */
export async function saveOrder(tx: Tx, order: OrderDraft, lines: readonly NewOrderLine[]): Promise<void> {
  await tx.insert(PurchaseOrder, { ...order, number: order.id, status: 'PLACED', lineCount: lines.length });
  const rows = lines.map((line, index): Record<keyof typeof COLUMNS, unknown> => ({
    id: line.id,
    line_no: index + 1,
    product_id: line.productId,
    contract_line_id: line.contractLineId,
    mou_line_id: line.mouLineId,
    description: line.description,
    base_unit: line.baseUnit,
    grade_id: line.gradeId,
    grade_code: line.gradeCode,
    grade_name: line.gradeName,
    grade_spec: line.gradeSpec,
    pack_id: line.packId,
    pack_name: line.packName,
    pack_level: line.packLevel,
    pack_gtin: line.packGtin,
    pack_size_base: line.packSizeBase.toDecimalString(),
    catch_weight: line.catchWeight,
    weight_tolerance_bp: line.weightToleranceBp,
    tare_weight: line.tareWeight,
    location_id: line.locationId,
    place_code: line.placeCode,
    place_name: line.placeName,
    requested_on: line.requestedOn,
    window_from: line.windowFrom,
    window_to: line.windowTo,
    cost_center: line.costCenter,
    ordered_qty: line.orderedQty.toDecimalString(),
    unit_price: line.unitPrice.toString(),
    amount: line.amount.toString(),
    vat_code: line.vatCode,
  }));
  await tx.query(
    prepared(
      `insert into order_line (order_id, ${COLUMN_NAMES}) select $1, ${COLUMN_NAMES} from jsonb_to_recordset($2::jsonb) as line(${COLUMN_TYPES})`,
    ),
    [order.id, JSON.stringify(rows)],
  );
}

export async function numberOrder(tx: Tx, id: string, number: string): Promise<void> {
  await tx.query(prepared('update purchase_order set number = $2 where id = $1'), [id, number]);
}
