import type { LocalDate, ScoredArrival, ScoredBill, ScoredLine, ScoredPayment, ScoredPlan } from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import { dayOf } from '../../../platform/database/sql-days.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

interface Sides {
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}
/** What a row is called on the screen. */
interface Named {
  readonly number: string;
  readonly goods: string | null;
}
export type LineRow = ScoredLine & Sides & Named;
export type PlanRow = ScoredPlan & Sides & Named & { readonly contractId: string };
export type BillRow = ScoredBill & Sides & Named;

/** The facts of the trade that a reader may see, with the sides they belong to. */
export interface TradeFacts {
  readonly lines: readonly LineRow[];
  readonly arrivals: readonly (ScoredArrival & Sides)[];
  readonly plans: readonly PlanRow[];
  readonly bills: readonly BillRow[];
  readonly payments: readonly (ScoredPayment & Sides)[];
}

/** An order may be placed long before the day it is for; nothing is placed more than half a year ahead. */
const ORDERS = `o.placed_at > $2::date - interval '200 days' and o.placed_at < $3::date + interval '1 day' and ($1::uuid is null or $1 in (o.seller_org_id, o.buyer_org_id))`;
const AGREED = `o.status in ('PLACED', 'COUNTERED', 'REFUSED')`;

/**
 * Orders, receipts, plans and bills of one organization, or of all, as far as the reader's walls allow: a partner sees what it trades
 * itself. Amounts of money are read for when they were paid, and leave the reckoning as counts of bills and days.
 */
export async function tradeFacts(tx: Tx, orgId: string | null, from: LocalDate, to: LocalDate): Promise<TradeFacts> {
  const scope = [orgId, from, to];
  const lines = await tx.query<LineRow>(
    `select o.id as "orderId", l.id as "lineId", l.base_unit as unit, o.number, l.description as goods, o.seller_org_id as "sellerOrgId", o.buyer_org_id as "buyerOrgId",
       to_json(o.placed_at) #>> '{}' as "placedAt", to_json(o.acknowledged_at) #>> '{}' as "answeredAt", to_json(o.ack_due_at) #>> '{}' as "answerDueAt",
       l.ordered_qty as "orderedQty", l.requested_on as "requestedOn", l.promised_on as "promisedOn", l.contract_line_id as "contractLineId",
       case when ${AGREED} then '0' else l.confirmed_qty::text end as "agreedQty",
       case when ${AGREED} then '0' else coalesce((select c.qty_before from order_change_line c join order_change x on x.id = c.change_id
         where c.order_line_id = l.id and x.status = 'ACCEPTED' order by x.decided_at limit 1), l.confirmed_qty)::text end as "confirmedQty",
       case when o.status = 'CANCELLED' then coalesce((select case when x.proposed_by_org_id = o.seller_org_id then 'SELLER' end from order_change x
         where x.order_id = o.id and x.kind = 'CANCEL' and x.status = 'ACCEPTED' limit 1), 'BUYER') end as "cancelledBy"
     from purchase_order o join order_line l on l.order_id = o.id where ${ORDERS} order by l.id`,
    scope,
  );
  const arrivals = await tx.query<ScoredArrival & Sides>(
    `select o.seller_org_id as "sellerOrgId", o.buyer_org_id as "buyerOrgId", g.order_line_id as "lineId", r.id as "receiptId", ${dayOf('r.received_at')} as "on",
       (g.accepted_qty * s.sign)::text as accepted, (g.rejected_qty * s.sign)::text as rejected
     from purchase_order o join goods_receipt r on r.order_id = o.id join goods_receipt_line g on g.receipt_id = r.id
     join (values (1), (-1)) as s(sign) on s.sign = 1 or r.status = 'VOIDED' where ${ORDERS}`,
    scope,
  );
  const plans = await tx.query<PlanRow>(
    `select l.id as "contractLineId", c.id as "contractId", c.number, l.description as goods, l.base_unit as unit, c.seller_org_id as "sellerOrgId",
       c.buyer_org_id as "buyerOrgId", coalesce(s.period_from, c.valid_from) as "from", coalesce(s.period_to, c.valid_to) as "to",
       coalesce(s.qty, l.target_qty)::text as qty
     from contract c join contract_line l on l.contract_id = c.id left join contract_schedule s on s.contract_line_id = l.id
     where c.status in ('ACTIVE', 'SUSPENDED', 'COMPLETED') and coalesce(s.period_from, c.valid_from) <= $3 and coalesce(s.period_to, c.valid_to) >= $2
       and coalesce(s.qty, l.target_qty) > 0 and ($1::uuid is null or $1 in (c.seller_org_id, c.buyer_org_id))`,
    scope,
  );
  return { lines, arrivals, plans, ...(await moneyFacts(tx, scope)) };
}

/** The Alliance reads no bill: behind its wall only days and counts are made of them. */
async function moneyFacts(tx: Tx, scope: readonly unknown[]): Promise<Pick<TradeFacts, 'bills' | 'payments'>> {
  const read = async () => ({
    bills: await tx.query<BillRow>(
      `select p.id as "billId", p.order_id as "orderId", o.number, null as goods, p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId",
         p.due_on as "dueOn", o.payment_term_days as "termDays",
         case when p.status = 'PAID' then least(p.total, paid.amount) else p.total end::text as total
       from payment_request p join purchase_order o on o.id = p.order_id
       left join lateral (select sum(amount) as amount from payment y where y.payment_request_id = p.id and y.status = 'SUCCEEDED') paid on true
       where p.due_on between $2 and $3 and ($1::uuid is null or $1 in (p.seller_org_id, p.buyer_org_id))
         -- What notes took off whole was never to be paid.
         and (p.status <> 'PAID' or paid.amount > 0)`,
      scope,
    ),
    payments: await tx.query<ScoredPayment & Sides>(
      `select p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId", y.payment_request_id as "billId", y.paid_on as "on", y.amount::text as amount from payment y join payment_request p on p.id = y.payment_request_id
       where y.status = 'SUCCEEDED' and p.due_on between $2 and $3 and ($1::uuid is null or $1 in (p.seller_org_id, p.buyer_org_id))`,
      scope,
    ),
  });
  return tx.actor?.orgKind === 'ALLIANCE' ? asSystem(tx, read) : read();
}
