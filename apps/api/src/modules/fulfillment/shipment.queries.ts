import { Injectable } from '@nestjs/common';
import { nextState, SHIPMENT_TRANSITIONS } from '@lienket/domain';
import { allows, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { explain } from '../../platform/graphql/refusal.js';
import { type OfferedAction, WRONG_ROLE } from '../ordering/index.js';
import { organizationRefSql } from '../registry/index.js';
import type { GoodsReceiptLineView, GoodsReceiptView, ShipmentLineView, ShipmentView } from './shipment.view.js';
import { shipmentMessages } from './shipment.messages.js';

type ShipmentRow = Omit<ShipmentView, 'lines' | 'receipt' | 'deliveryNoteUrl' | 'availableActions'> & {
  sellerOrgId: string;
  buyerOrgId: string;
  receiptId: string | null;
  receiptNumber: string;
  receivedAt: Date;
  receivedByName: string;
  receiptNote: string | null;
};
type LineRow = ShipmentLineView & { shipmentId: string; counted: (GoodsReceiptLineView & { receiptId: string }) | null };

@Injectable()
export class ShipmentQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** NOT_FOUND for a reader who is neither party nor the Alliance. */
  async byId(actor: Actor, id: string): Promise<ShipmentView> {
    const [shipment] = await this.uow.read(actor, (tx) => this.read(tx, actor, 's.id = $1', idOf(id)));
    if (!shipment) throw new NotFoundError();
    return shipment;
  }

  ofOrder(actor: Actor, orderId: string): Promise<ShipmentView[]> {
    return this.uow.read(actor, (tx) => this.read(tx, actor, 's.order_id = $1', orderId));
  }

  /** Shipments with their lines and receipts in two statements, whatever their number. */
  private async read(tx: Tx, actor: Actor, where: string, value: string): Promise<ShipmentView[]> {
    const rows = await tx.query<ShipmentRow>(
      `select s.id, s.number, s.status, s.order_id as "orderId", o.number as "orderNumber", ${organizationRefSql('se')} as seller,
         ${organizationRefSql('bu')} as buyer, s.seller_org_id as "sellerOrgId", s.buyer_org_id as "buyerOrgId", s.dispatched_at as "dispatchedAt",
         s.expected_on as "expectedOn", s.vehicle, s.driver_name as "driverName", s.driver_phone as "driverPhone", s.note, s.version,
         r.id as "receiptId", r.number as "receiptNumber", r.received_at as "receivedAt", u.full_name as "receivedByName", r.note as "receiptNote"
       from shipment s join purchase_order o on o.id = s.order_id join organization se on se.id = s.seller_org_id
       join organization bu on bu.id = s.buyer_org_id left join goods_receipt r on r.shipment_id = s.id and r.status = 'POSTED'
       left join app_user u on u.id = r.received_by
       where ${where} order by s.id`,
      [value],
    );
    if (rows.length === 0) return [];
    const lines = await tx.query<LineRow>(
      `select l.id, l.shipment_id as "shipmentId", l.line_no as "lineNo", l.order_line_id as "orderLineId", l.qty, l.lot_code as "lotCode",
         ol.description, ol.base_unit as "baseUnit", ol.pack_name as "packName", ol.pack_size_base as "packSize",
         case when g.id is not null then json_build_object('id', g.id, 'receiptId', g.receipt_id, 'shipmentLineId', g.shipment_line_id,
           'orderLineId', g.order_line_id, 'acceptedQty', g.accepted_qty::text, 'rejectedQty', g.rejected_qty::text,
           'missingQty', g.missing_qty::text, 'rejectReason', g.reject_reason, 'note', g.note) end as counted
       from shipment_line l join order_line ol on ol.id = l.order_line_id
       left join goods_receipt_line g on g.shipment_line_id = l.id and g.receipt_id = any($2)
       where l.shipment_id = any($1) order by l.shipment_id, l.line_no`,
      [rows.map(({ id }) => id), rows.flatMap(({ receiptId }) => receiptId ?? [])],
    );
    return rows.map((row) =>
      toShipment(
        actor,
        row,
        lines.filter(({ shipmentId }) => shipmentId === row.id),
      ),
    );
  }
}

function toShipment(actor: Actor, row: ShipmentRow, lines: readonly LineRow[]): ShipmentView {
  const { sellerOrgId, buyerOrgId, receiptId, receiptNumber, receivedAt, receivedByName, receiptNote, ...shipment } = row;
  const receipt: GoodsReceiptView | null = receiptId
    ? {
        id: receiptId,
        number: receiptNumber,
        receivedAt,
        receivedByName,
        note: receiptNote,
        lines: lines.flatMap(({ counted }) => counted ?? []),
      }
    : null;
  return {
    ...shipment,
    lines: [...lines],
    receipt,
    deliveryNoteUrl: `/documents/shipments/${row.id}.pdf`,
    availableActions: actionsOf(actor, row),
  };
}

function actionsOf(actor: Actor, shipment: Pick<ShipmentRow, 'status' | 'sellerOrgId' | 'buyerOrgId'>): OfferedAction[] {
  if (actor.orgId !== shipment.buyerOrgId) return [];
  const open = nextState(SHIPMENT_TRANSITIONS, shipment.status, 'receive').ok;
  const reason = !allows(actor, 'receipt.post', shipment)
    ? WRONG_ROLE[actor.locale]
    : open
      ? null
      : explain(shipmentMessages, { code: 'ALREADY_RECEIVED' }, actor.locale).message;
  return [{ action: 'receiptPost', allowed: reason === null, reason }];
}
