import { asSystem } from '../../platform/database/as-system.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** Orders under which goods may still leave. */
const LIVE = `('COUNTERED', 'CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART')`;

/** Each statement returns one row for each broken thing. */
const CHECKS: Readonly<Record<string, string>> = {
  'stock is held only for an order that may still be delivered': `
    select h.order_line_id from stock_hold h join purchase_order o on o.id = h.order_id where h.qty > 0 and o.status not in ${LIVE}
    union all select h.order_line_id from stock_hold h left join order_line l on l.id = h.order_line_id and l.order_id = h.order_id
      where h.qty > 0 and l.id is null`,
  'an order line holds no more than it still has to deliver': `
    select l.id from order_line l join (select order_line_id, sum(qty) as qty from stock_hold group by 1) h on h.order_line_id = l.id
    where h.qty > greatest(l.confirmed_qty - l.dispatched_qty, 0)`,
  'what plans count of an order = what it still has to deliver': `
    select p.line_id from supply_promise p join order_line l on l.id = p.line_id join purchase_order o on o.id = l.order_id
    where p.kind = 'ORDER' and p.open_qty > case when o.status in ${LIVE} then greatest(l.confirmed_qty - l.dispatched_qty, 0) else 0 end`,
};

/** Proves that what is held and planned for orders has a live owner. */
export function auditHolds(tx: Tx): Promise<{ name: string; violations: number }[]> {
  return asSystem(tx, async () => {
    const checks = [];
    for (const [name, sql] of Object.entries(CHECKS)) checks.push({ name, violations: (await tx.query(sql)).length });
    return checks;
  });
}
