import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Check } from '../agreements/index.js';

/** Each statement returns one row for each broken thing; an empty answer is a sound book. */
const CHECKS: Readonly<Record<string, string>> = {
  'the postings of a fact sum to zero': `
    select fact_type, fact_id from ledger_entry group by fact_type, fact_id having sum(amount) <> 0`,
  'what is owed in the book = total and notes less paid of the requests': `
    select coalesce(b.payment_request_id, p.id) from payment_request p full join (
      select payment_request_id, sum(amount) as owed from ledger_entry where account = 'RECEIVABLE' group by payment_request_id) b on b.payment_request_id = p.id
    where coalesce(b.owed, 0) <> coalesce(p.total + p.noted_amount - p.paid_amount, 0)`,
  'paid of a request = its payments less what went back': `
    select p.id from payment_request p where p.paid_amount <> (
      select coalesce(sum(d.amount - d.refunded - d.released), 0) from payment d where d.payment_request_id = p.id and d.status = 'SUCCEEDED')`,
  'billed = accepted quantity at the price of the order': `
    select p.id from payment_request p where p.net_amount <> (
      select coalesce(sum(floor(l.accepted_qty * o.unit_price + 0.5)), 0) from goods_receipt_line l join order_line o on o.id = l.order_line_id
      where l.receipt_id = p.receipt_id)`,
  'lines of a request = its net amount': `
    select p.id from payment_request p where p.net_amount <> (select coalesce(sum(l.amount), 0) from payment_request_line l where l.payment_request_id = p.id)`,
  'invoiced never above accepted, and = the invoices that stand': `
    select l.id from payment_request_line l where l.invoiced_qty > l.accepted_qty or l.invoiced_qty <> (
      select coalesce(sum(i.qty), 0) from invoice_line i join invoice v on v.id = i.invoice_id where i.request_line_id = l.id and v.state <> 'REPLACED')`,
  'noted of a request = its notes that hold, and of a line likewise': `
    select p.id from payment_request p where p.noted_amount <> (
      select coalesce(sum(n.total), 0) from billing_note n where n.payment_request_id = p.id and n.state = 'ISSUED')
    union all select l.id from payment_request_line l where l.noted_amount <> (
      select coalesce(sum(k.net_amount), 0) from billing_note_line k join billing_note n on n.id = k.note_id where k.request_line_id = l.id and n.state = 'ISSUED')`,
  'an invoice adds up from its lines': `
    select v.id from invoice v where v.net_amount + v.vat_amount <> v.total`,
  'credit used = what it paid, and what went back': `
    select c.id from buyer_credit c where c.allocated <> (select coalesce(sum(d.amount), 0) from payment d where d.credit_id = c.id)
      or c.allocated + c.paid_back > c.amount`,
  'free credit = the book': `
    select pair.seller_org_id from (
      select seller_org_id, buyer_org_id, sum(amount - allocated - paid_back) as free from buyer_credit group by 1, 2) pair
    full join (select seller_org_id, buyer_org_id, -sum(amount) as held from ledger_entry where account = 'BUYER_CREDIT' group by 1, 2) book
      using (seller_org_id, buyer_org_id)
    where coalesce(pair.free, 0) <> coalesce(book.held, 0)`,
  'money of an arrival = what it paid and what is kept of it': `
    select l.id from bank_line l where l.allocated <> (select coalesce(sum(d.amount), 0) from payment d where d.bank_line_id = l.id)
      + (select coalesce(sum(c.amount), 0) from buyer_credit c where c.bank_line_id = l.id)`,
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
