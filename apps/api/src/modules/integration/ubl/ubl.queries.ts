import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

export interface UblParty {
  readonly id: string;
  readonly name: string;
  readonly taxCode: string | null;
  readonly address: string | null;
}

export interface UblOrderLine {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly productId: string;
  readonly qty: string;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: string;
}

export interface UblOrder {
  readonly id: string;
  readonly number: string;
  readonly buyerPoNo: string | null;
  readonly contractNumber: string | null;
  readonly placedAt: Date;
  readonly requestedOn: string;
  readonly deliveryAddress: string;
  readonly note: string | null;
  readonly paymentTermDays: number;
  readonly buyer: UblParty;
  readonly seller: UblParty;
  readonly lines: UblOrderLine[];
}

export interface UblDespatchLine {
  readonly lineNo: number;
  readonly orderLineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly productId: string;
  readonly qty: string;
  readonly lotCode: string | null;
}

export interface UblDespatch {
  readonly id: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly buyerPoNo: string | null;
  readonly dispatchedAt: Date;
  readonly expectedOn: string;
  readonly vehicle: string | null;
  readonly driverName: string | null;
  readonly deliveryAddress: string;
  readonly note: string | null;
  readonly buyer: UblParty;
  readonly seller: UblParty;
  readonly lines: UblDespatchLine[];
}

const party = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'taxCode', ${alias}.tax_code, 'address', ${alias}.address)`;

/** Documents as partners exchange them; only for the two parties, behind the same walls as everywhere. */
@Injectable()
export class UblQueries {
  constructor(private readonly uow: UnitOfWork) {}

  order(actor: Actor, id: string): Promise<UblOrder> {
    return this.uow.read(actor, async (tx) => {
      const head = await tx.one<Omit<UblOrder, 'lines'>>(
        `select o.id, o.number, o.buyer_po_no as "buyerPoNo", c.number as "contractNumber", o.placed_at as "placedAt", o.requested_on as "requestedOn",
           o.delivery_snapshot as "deliveryAddress", o.note, o.payment_term_days as "paymentTermDays", ${party('bu')} as buyer, ${party('se')} as seller
         from purchase_order o left join contract c on c.id = o.contract_id join organization bu on bu.id = o.buyer_org_id
         join organization se on se.id = o.seller_org_id where o.id = $1 and $2 in (o.buyer_org_id, o.seller_org_id)`,
        [idOf(id), actor.orgId],
      );
      const lines = await tx.query<UblOrderLine>(
        `select l.id, l.line_no as "lineNo", l.description, l.base_unit as "baseUnit", l.pack_name as "packName",
           l.product_id as "productId", l.ordered_qty as qty, l.unit_price as "unitPrice", l.amount, l.vat_code as "vatCode"
         from order_line l where l.order_id = $1 order by l.line_no`,
        [head.id],
      );
      return { ...head, lines };
    });
  }

  despatch(actor: Actor, id: string): Promise<UblDespatch> {
    return this.uow.read(actor, async (tx) => {
      const head = await tx.one<Omit<UblDespatch, 'lines'>>(
        `select s.id, s.number, o.number as "orderNumber", o.buyer_po_no as "buyerPoNo", s.dispatched_at as "dispatchedAt", s.expected_on as "expectedOn",
           s.vehicle, s.driver_name as "driverName", o.delivery_snapshot as "deliveryAddress", s.note, ${party('bu')} as buyer, ${party('se')} as seller
         from shipment s join purchase_order o on o.id = s.order_id join organization bu on bu.id = s.buyer_org_id
         join organization se on se.id = s.seller_org_id where s.id = $1 and $2 in (s.buyer_org_id, s.seller_org_id)`,
        [idOf(id), actor.orgId],
      );
      const lines = await tx.query<UblDespatchLine>(
        `select s.line_no as "lineNo", l.line_no as "orderLineNo", l.description, l.base_unit as "baseUnit", l.product_id as "productId", s.qty,
           s.lot_code as "lotCode"
         from shipment_line s join order_line l on l.id = s.order_line_id where s.shipment_id = $1 order by s.line_no`,
        [head.id],
      );
      return { ...head, lines };
    });
  }
}
