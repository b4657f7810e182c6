-- What a payment term runs from, taken over from the contract when an order is placed. No annex has ever changed it, so the
-- contract's own clause is what orders placed before this were placed under.
select set_config('app.scope', 'system', true);
ALTER TABLE "purchase_order" ADD "payment_base" text;
update purchase_order o set payment_base = c.payment_base from contract c where c.id = o.contract_id;
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_payment_base_known" CHECK (payment_base in ('RECEIPT','INVOICE','MONTH_END'));
