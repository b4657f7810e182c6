import type { Check } from '../agreements/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BACK_GOODS_SQL } from './receipt/goods-fate.service.js';

/** Each statement returns one row for each broken thing; an empty answer is sound. */
const CHECKS: Readonly<Record<string, string>> = {
  'what left of an order line = its shipments': `
    select l.id from order_line l left join (select order_line_id, sum(qty) as qty from shipment_line group by order_line_id) s on s.order_line_id = l.id
    where l.dispatched_qty <> coalesce(s.qty, 0)`,
  'counts of an order line = its receipts that hold': `
    select l.id from order_line l left join lateral (
      select sum(g.accepted_qty) as accepted, sum(g.rejected_qty) as rejected, sum(g.missing_qty) as missing
      from goods_receipt_line g join goods_receipt r on r.id = g.receipt_id and r.status = 'POSTED' where g.order_line_id = l.id) s on true
    where (l.accepted_qty, l.rejected_qty, l.missing_qty) is distinct from (coalesce(s.accepted, 0), coalesce(s.rejected, 0), coalesce(s.missing, 0))`,
  'a shipment is received if and only if one receipt of it holds': `
    select s.id from shipment s where (s.status = 'RECEIVED') <> exists (select 1 from goods_receipt r where r.shipment_id = s.id and r.status = 'POSTED')`,
  'only what was handed over has a clock for silence': `
    select id from shipment where (status = 'ARRIVED') <> (auto_receipt_at is not null)`,
  'claims hold no more than was accepted': `
    select g.id from goods_receipt_line g join claim_line l on l.receipt_line_id = g.id join claim c on c.id = l.claim_id
    left join claim_settlement s on s.claim_line_id = l.id where c.status not in ('WITHDRAWN', 'UNRESOLVED')
    group by g.id having sum(case when c.status = 'RESOLVED' then case when s.outcome = 'DISMISSED' then 0 else s.qty end else l.claimed_qty end) > g.accepted_qty`,
  'a settled claim has one fact for each line, an open one none': `
    select l.id from claim_line l join claim c on c.id = l.claim_id
    where (c.status = 'RESOLVED') <> exists (select 1 from claim_settlement s where s.claim_line_id = l.id)`,
  'no more came back than was turned away': `select id from (${BACK_GOODS_SQL}) g where g.open < 0`,
  'a shared truck holds what its loads weigh, and no more than it carries': `
    select t.id from trip t left join (select trip_id, sum(weight_kg) as kg from trip_load where removed_at is null group by trip_id) l on l.trip_id = t.id
    where t.booked_kg <> coalesce(l.kg, 0) or t.booked_kg > t.capacity_kg`,
  'a shipment on a shared truck is of the order that booked': `
    select l.id from trip_load l join shipment s on s.id = l.shipment_id where s.order_id <> l.order_id`,
  'the ledger holds what receipts say': `
    select e.source_line_id from commitment_entry e where e.source_type = 'RECEIPT'
    group by e.source_id, e.source_line_id having sum(case when e.kind = 'ACCEPT' then e.qty else 0 end) is distinct from (
      select case when r.status = 'POSTED' then g.accepted_qty else 0 end from goods_receipt_line g join goods_receipt r on r.id = g.receipt_id
      where g.id = e.source_line_id)`,
};

/** Proves receipts, claims and goods that came back against each other and against the ledgers. */
export async function auditFulfillment(tx: Tx): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [name, sql] of Object.entries(CHECKS)) checks.push({ name, violations: (await tx.query(sql)).length });
  return checks;
}
