import type { GradeSpec, ShipmentState } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A shipment whose row this transaction holds; its order was locked before it. */
export interface LockedShipment {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly status: ShipmentState;
  readonly version: number;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly arrivedAt: Date | null;
  readonly autoReceiptHours: number;
  readonly autoReceiptAt: Date | null;
}

/** A line of a shipment, as far as counting it asks. */
export interface SentLine {
  readonly id: string;
  readonly lineNo: number;
  readonly orderLineId: string;
  readonly qty: string;
  readonly baseUnit: string;
  readonly gradeSpec: GradeSpec[];
  readonly shelfLifeDays: number | null;
  readonly contractLineId: string | null;
  readonly mouLineId: string | null;
  readonly lotCode: string | null;
  readonly expiresOn: string | null;
}

/** NOT_FOUND for a missing shipment and for another's. */
export const orderOfShipment = async (tx: Tx, shipmentId: string): Promise<string> =>
  (await tx.one<{ orderId: string }>('select order_id as "orderId" from shipment where id = $1', [shipmentId])).orderId;

export const lockShipment = (tx: Tx, id: string): Promise<LockedShipment> =>
  tx.one<LockedShipment>(
    `select id, number, order_id as "orderId", status, version, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId",
       arrived_at as "arrivedAt", auto_receipt_hours as "autoReceiptHours", auto_receipt_at as "autoReceiptAt"
     from shipment where id = $1 for update`,
    [id],
  );

export const sentLines = (tx: Tx, shipmentId: string): Promise<SentLine[]> =>
  tx.query<SentLine>(
    `select s.id, s.line_no as "lineNo", s.order_line_id as "orderLineId", s.qty, o.base_unit as "baseUnit", o.grade_spec as "gradeSpec", p.shelf_life_days as "shelfLifeDays",
       o.contract_line_id as "contractLineId", o.mou_line_id as "mouLineId", s.lot_code as "lotCode", s.expires_on as "expiresOn"
     from shipment_line s join order_line o on o.id = s.order_line_id left join product p on p.id = o.product_id
     where s.shipment_id = $1 order by s.line_no`,
    [shipmentId],
  );
