import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { DeliveryNote, DeliveryNoteLine } from './delivery-note.js';
import { organizationOnPaperSql } from './paper-party.js';

@Injectable()
export class DeliveryNoteQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** NOT_FOUND for a reader who is neither party nor the Alliance. */
  byShipment(actor: Actor, shipmentId: string): Promise<DeliveryNote> {
    return this.uow.read(actor, async (tx) => {
      const note = await tx.one<Omit<DeliveryNote, 'lines'>>(
        `select s.number, o.number as "orderNumber", o.buyer_po_no as "buyerPoNo", c.number as "contractNumber", s.dispatched_at as "dispatchedAt",
           u.full_name as "dispatchedByName", s.expected_on as "expectedOn", o.delivery_snapshot as "deliveryPlace", s.vehicle,
           s.driver_name as "driverName", s.driver_phone as "driverPhone", s.note, o.is_demo as "isDemo",
           ${organizationOnPaperSql('se')} as seller, ${organizationOnPaperSql('bu')} as buyer
         from shipment s join purchase_order o on o.id = s.order_id join organization se on se.id = s.seller_org_id
         join organization bu on bu.id = s.buyer_org_id join app_user u on u.id = s.dispatched_by left join contract c on c.id = o.contract_id
         where s.id = $1`,
        [shipmentId],
      );
      const lines = await tx.query<DeliveryNoteLine>(
        `select ol.description, ol.pack_name as "packName", ol.pack_size_base as "packSize", ol.base_unit as "baseUnit", l.qty, l.lot_code as "lotCode",
           (select u.full_name from life_waiver w join app_user u on u.id = w.decided_by where w.id = l.life_waiver_id) as "waivedByName"
         from shipment_line l join order_line ol on ol.id = l.order_line_id where l.shipment_id = $1 order by l.line_no`,
        [shipmentId],
      );
      return { ...note, lines };
    });
  }
}
