import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Check } from '../agreements/index.js';

/** Each statement returns one row for each broken thing; an empty answer is a sound book. */
const CHECKS: Readonly<Record<string, string>> = {
  'the postings of a fact sum to zero': `
    select fact_type, fact_id from ledger_entry group by fact_type, fact_id having sum(amount) <> 0`,
  'what is owed in the book = total less paid of the requests': `
    select coalesce(b.payment_request_id, p.id) from payment_request p full join (
      select payment_request_id, sum(amount) as owed from ledger_entry where account = 'RECEIVABLE' group by payment_request_id) b on b.payment_request_id = p.id
    where coalesce(b.owed, 0) <> coalesce(p.total - p.paid_amount, 0)`,
  'paid of a request = its payments less what went back': `
    select p.id from payment_request p where p.paid_amount <> (
      select coalesce(sum(d.amount - d.refunded), 0) from payment d where d.payment_request_id = p.id and d.status = 'SUCCEEDED')`,
  'billed = accepted quantity at the price of the order': `
    select p.id from payment_request p where p.net_amount <> (
      select coalesce(sum(floor(l.accepted_qty * o.unit_price + 0.5)), 0) from goods_receipt_line l join order_line o on o.id = l.order_line_id
      where l.receipt_id = p.receipt_id)`,
  'what the book says of cards = what the checkouts say': `
    select c.id from card_checkout c where c.captured - c.refunded <> (
      select coalesce(sum(e.amount), 0) from ledger_entry e join payment d on d.id = c.payment_id
      where e.account = 'CARD' and (e.fact_id = d.id::text or e.fact_id like d.id::text || ':%'))`,
};

/** Proves the money book against the documents it was written from. */
export async function auditMoney(tx: Tx): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [name, sql] of Object.entries(CHECKS)) checks.push({ name, violations: (await tx.query(sql)).length });
  return checks;
}
