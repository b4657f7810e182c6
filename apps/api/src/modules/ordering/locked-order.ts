import {
  nextState,
  ORDER_TRANSITIONS,
  type OrderAction,
  type OrderState,
  Quantity,
  quantity,
  refuse,
  type Result,
  accept,
} from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { countsForAgreement, type LedgerLine } from '../agreements/index.js';
import { withAgreedLife } from './agreed-life.js';
import type { OrderRefusal } from './order.messages.js';

export interface LockedLine {
  readonly id: string;
  readonly lineNo: number;
  readonly productId: string;
  readonly contractLineId: string | null;
  readonly mouLineId: string | null;
  readonly baseUnit: string;
  readonly description: string;
  readonly gradeId: string | null;
  readonly packName: string;
  /** Of one pack; the nominal weight when `catchWeight`. */
  readonly packSizeBase: Quantity;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
  readonly locationId: string;
  readonly placeName: string;
  readonly requestedOn: string;
  readonly promisedOn: string | null;
  readonly unitPrice: bigint;
  readonly ordered: Quantity;
  readonly confirmed: Quantity;
  readonly dispatched: Quantity;
  readonly accepted: Quantity;
  readonly rejected: Quantity;
  readonly missing: Quantity;
  /** Share of the shelf life its contract asks for on arrival; null: none agreed. */
  readonly agreedLifeBp: number | null;
}

/** An order whose row this transaction holds: every change of the order or its lines goes through this lock. */
export interface LockedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: OrderState;
  readonly version: number;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly contractId: string | null;
  readonly requestedOn: string;
  readonly openShipments: number;
  readonly cutoffAt: Date | null;
  readonly revision: number;
  readonly lines: readonly LockedLine[];
}

type Row<T> = { [K in keyof T]: T[K] extends Quantity ? string : T[K] };

export const lockOrder = (tx: Tx, id: string): Promise<LockedOrder> => orderOf(tx, id, 'for update');

/** The same without holding it: for what is only shown. */
export const readOrder = (tx: Tx, id: string): Promise<LockedOrder> => orderOf(tx, id, '');

async function orderOf(tx: Tx, id: string, lock: string): Promise<LockedOrder> {
  const order = await tx.one<Omit<LockedOrder, 'lines'>>(
    `select id, number, status, version, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", contract_id as "contractId", requested_on as "requestedOn",
       open_shipments as "openShipments", cutoff_at as "cutoffAt", revision
     from purchase_order where id = $1 ${lock}`,
    [id],
  );
  const rows = await tx.query<Row<Omit<LockedLine, 'agreedLifeBp'>>>(
    `select id, line_no as "lineNo", product_id as "productId", contract_line_id as "contractLineId", mou_line_id as "mouLineId", base_unit as "baseUnit", description,
       grade_id as "gradeId", pack_name as "packName", pack_size_base as "packSizeBase", catch_weight as "catchWeight",
       weight_tolerance_bp as "weightToleranceBp", location_id as "locationId", place_name as "placeName",
       requested_on as "requestedOn", promised_on as "promisedOn", unit_price as "unitPrice", ordered_qty as ordered, confirmed_qty as confirmed, dispatched_qty as dispatched, accepted_qty as accepted,
       rejected_qty as rejected, missing_qty as missing
     from order_line where order_id = $1 order by line_no`,
    [id],
  );
  const lines = (await withAgreedLife(tx, rows)).map((row): LockedLine => ({
    ...row,
    packSizeBase: quantity(row.packSizeBase),
    ordered: quantity(row.ordered),
    confirmed: quantity(row.confirmed),
    dispatched: quantity(row.dispatched),
    accepted: quantity(row.accepted),
    rejected: quantity(row.rejected),
    missing: quantity(row.missing),
  }));
  return { ...order, lines };
}

/** The state `action` leads to, or the sentence that the order no longer allows it. */
export function moveOrder(
  order: Pick<LockedOrder, 'status'>,
  action: OrderAction,
  named: string,
): Result<OrderState, OrderRefusal> {
  const moved = nextState(ORDER_TRANSITIONS, order.status, action);
  return moved.ok ? accept(moved.value) : refuse({ code: 'ORDER_NOT_OPEN', action: named });
}

/** Entries for the lines that count for an agreement, where there is something to enter. */
export function ledgerLines(
  order: Pick<LockedOrder, 'id' | 'lines'>,
  type: LedgerLine['source']['type'],
  qtyOf: (line: LockedLine) => Quantity,
): LedgerLine[] {
  return order.lines.flatMap((line) => {
    const qty = qtyOf(line);
    if (!countsForAgreement(line) || !qty.isPositive) return [];
    const source = { type, id: order.id, lineId: line.id };
    return [{ contractLineId: line.contractLineId, mouLineId: line.mouLineId, qty, source }];
  });
}
