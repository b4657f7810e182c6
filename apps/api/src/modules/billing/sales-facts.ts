import type { DeliveryFact, DueFact, OrderFact } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';

/**
 * The dated facts of one seller's trade, read behind the reader's own walls: what buyers accepted, what that made due with its notes and
 * payments, and the lines of orders both sides stand by. Money in đồng; prices before VAT, what is due with VAT.
 */
export async function salesFacts(
  tx: Tx,
  sellerOrgId: string,
  from: string,
): Promise<{ deliveries: DeliveryFact[]; dues: DueFact[]; orders: OrderFact[] }> {
  const deliveries = await tx.query<DeliveryFact>(
    `select r.received_at as at, r.voided_at as "undoneAt", r.buyer_org_id as "buyerId", ol.description as goods, ol.base_unit as unit,
       l.accepted_qty as "acceptedQty", l.rejected_qty as "rejectedQty", ol.unit_price as "unitPrice"
     from goods_receipt r join goods_receipt_line l on l.receipt_id = r.id join order_line ol on ol.id = l.order_line_id
     where r.seller_org_id = $1 and r.received_at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh' order by l.id`,
    [sellerOrgId, from],
  );
  const dues = await tx.query<DueRow>(
    `select p.issued_at as "issuedAt", p.buyer_org_id as "buyerId", p.base_date as "baseDate", p.due_on as "dueOn", p.total,
       coalesce((select json_agg(json_build_object('at', coalesce(n.decided_at, n.created_at), 'amount', n.total::text) order by n.id)
         from billing_note n where n.payment_request_id = p.id and n.state = 'ISSUED'), '[]') as notes,
       coalesce((select json_agg(json_build_object('confirmedAt', coalesce(d.confirmed_at, d.created_at), 'paidOn', d.paid_on,
           'amount', (d.amount - d.refunded - d.released)::text) order by d.id)
         from payment d where d.payment_request_id = p.id and d.status = 'SUCCEEDED' and d.amount > d.refunded + d.released), '[]') as payments
     from payment_request p where p.seller_org_id = $1 and p.issued_at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh' order by p.id`,
    [sellerOrgId, from],
  );
  const orders = await tx.query<OrderFact>(
    `select o.id as "orderId", o.buyer_org_id as "buyerId", coalesce(o.acknowledged_at, o.placed_at) as "confirmedAt",
       case when o.status in ('CANCELLED', 'CLOSED') then (select max(a.at) from audit_event a where a.entity_type = 'order' and a.entity_id = o.id
         and a.action in ('order.cancel', 'order.short-close')) end as "endedAt",
       coalesce(l.promised_on, l.requested_on) as "promisedOn", l.base_unit as unit, l.confirmed_qty as "confirmedQty", l.unit_price as "unitPrice",
       coalesce((select json_agg(json_build_object('at', r.received_at, 'undoneAt', r.voided_at, 'qty', g.accepted_qty::text) order by g.id)
         from goods_receipt_line g join goods_receipt r on r.id = g.receipt_id where g.order_line_id = l.id), '[]') as accepted
     from purchase_order o join order_line l on l.order_id = o.id
     where o.seller_org_id = $1 and l.confirmed_qty > 0 and o.status not in ('PLACED', 'COUNTERED', 'REFUSED')
       and (o.status <> 'CLOSED' or l.accepted_qty < l.confirmed_qty) order by l.id`,
    [sellerOrgId],
  );
  return { deliveries, dues: dues.map(withAmounts), orders };
}

type DueRow = Omit<DueFact, 'notes' | 'payments'> & {
  readonly notes: readonly { readonly at: string; readonly amount: string }[];
  readonly payments: readonly { readonly confirmedAt: string; readonly paidOn: string; readonly amount: string }[];
};

/** Amounts travel as text inside JSON: a JavaScript number would round them. */
const withAmounts = (row: DueRow): DueFact => ({
  ...row,
  notes: row.notes.map((note) => ({ ...note, amount: BigInt(note.amount) })),
  payments: row.payments.map((payment) => ({ ...payment, amount: BigInt(payment.amount) })),
});
