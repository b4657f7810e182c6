import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Each statement returns one row for each broken thing; an empty answer is a sound stock. */
const CHECKS: Readonly<Record<string, string>> = {
  'stock of a lot = sum of its ledger entries': `
    select l.id from stock_lot l left join lot_balance b on b.lot_id = l.id
    left join (select lot_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved from stock_entry group by lot_id) s on s.lot_id = l.id
    where (b.on_hand, b.reserved) is distinct from (coalesce(s.on_hand, 0), coalesce(s.reserved, 0))`,
  'stock is never negative, nor held beyond what is there': `
    select lot_id from lot_balance where on_hand < 0 or reserved < 0 or reserved > on_hand`,
  'what orders hold of a lot = what the lot has reserved': `
    select b.lot_id from lot_balance b left join (select lot_id, sum(qty) as qty from stock_hold group by lot_id) h on h.lot_id = b.lot_id
    where b.reserved <> coalesce(h.qty, 0)`,
  'a hold = sum of its ledger entries, order line by order line': `
    select coalesce(h.lot_id, s.lot_id) from stock_hold h full join (
      select lot_id, source_line_id, sum(reserved_delta) as qty from stock_entry where kind in ('HOLD', 'RELEASE') group by 1, 2) s
      on s.lot_id = h.lot_id and s.source_line_id = h.order_line_id
    where coalesce(h.qty, 0) <> coalesce(s.qty, 0)`,
  'a reversal undoes one entry of the same lot and amount': `
    select r.id from stock_entry r join stock_entry o on o.id = r.reverses_id
    where o.lot_id <> r.lot_id or o.kind = 'REVERSAL' or o.on_hand_delta <> -r.on_hand_delta or o.reserved_delta <> -r.reserved_delta`,
  'a lot begins with the quantity it was recorded with': `
    select l.id from stock_lot l where l.initial_qty is distinct from (
      select sum(e.on_hand_delta) from stock_entry e where e.lot_id = l.id and e.kind in ('HARVEST', 'RECEIVE'))`,
  'nothing left a lot before it was good, nor after it expired': `
    select e.id from stock_entry e join stock_lot l on l.id = e.lot_id
    where e.kind = 'SHIP' and ((e.at at time zone 'Asia/Ho_Chi_Minh')::date < coalesce(l.good_from, l.harvested_on)
      or (e.at at time zone 'Asia/Ho_Chi_Minh')::date > l.expires_on)`,
  'a lot and its rows belong to the cooperative of its product': `
    select l.id from stock_lot l join product p on p.id = l.product_id where l.org_id <> p.org_id
    union all select b.lot_id from lot_balance b join stock_lot l on l.id = b.lot_id where (b.org_id, b.product_id) <> (l.org_id, l.product_id)
    union all select e.id from stock_entry e join stock_lot l on l.id = e.lot_id where e.org_id <> l.org_id`,
};

/** Proves the stock from its ledger, rule by rule. */
export function auditStock(tx: Tx): Promise<{ name: string; violations: number }[]> {
  return asSystem(tx, async () => {
    const checks = [];
    for (const [name, sql] of Object.entries(CHECKS)) checks.push({ name, violations: (await tx.query(sql)).length });
    return checks;
  });
}
