-- Invoices, notes, credit of buyers, terms and bank links; drafted by commands/draft-migration and read by people.
ALTER TABLE "payment_request" DROP CONSTRAINT "payment_request_paid_within_total";
CREATE TABLE "bank_link" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "name" text NOT NULL, "created_by" uuid NOT NULL, "last_used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_26cbf83632a66e34e117905c5f5" PRIMARY KEY ("id"));
CREATE INDEX "bank_link_org" ON "bank_link"  ("org_id", "id") ;
CREATE TABLE "bank_nonce" ("link_id" uuid NOT NULL, "nonce" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_8719319dc0a1f1ba0de4652d222" PRIMARY KEY ("link_id", "nonce"));
CREATE INDEX "bank_nonce_age" ON "bank_nonce"  ("created_at") ;
CREATE TABLE "billing_note_line" ("id" uuid NOT NULL, "note_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "request_line_id" uuid NOT NULL, "line_no" integer NOT NULL, "net_amount" bigint NOT NULL, "vat_code" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_d390fa1dd163a50a685c519ad21" PRIMARY KEY ("id"));
CREATE INDEX "billing_note_line_request_line" ON "billing_note_line"  ("request_line_id") ;
CREATE UNIQUE INDEX "billing_note_line_no" ON "billing_note_line"  ("note_id", "line_no") ;
CREATE TABLE "billing_note" ("id" uuid NOT NULL, "number" text NOT NULL, "kind" text NOT NULL, "state" text NOT NULL, "source" text NOT NULL, "source_id" text, "payment_request_id" uuid NOT NULL, "invoice_id" uuid, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "net_amount" bigint NOT NULL, "vat_amount" bigint NOT NULL, "total" bigint NOT NULL, "reason" text NOT NULL, "symbol" text, "invoice_number" text, "invoiced_on" date, "written_by" uuid, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "decline_reason" text, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "billing_note_adds_up" CHECK (total = net_amount + vat_amount and total <> 0), CONSTRAINT "billing_note_source_known" CHECK (source in ('MANUAL','CLAIM','INVOICE','INVOICE_REPLACED','RECEIPT_VOIDED')), CONSTRAINT "billing_note_state_known" CHECK (state in ('PROPOSED','ISSUED','DECLINED','WITHDRAWN')), CONSTRAINT "billing_note_kind" CHECK (kind in ('CREDIT','DEBIT') and (kind = 'CREDIT') = (total < 0)), CONSTRAINT "PK_eab1d4f956ad0c3c0a8b60a7dea" PRIMARY KEY ("id"));
CREATE INDEX "billing_note_buyer" ON "billing_note"  ("buyer_org_id", "state") ;
CREATE UNIQUE INDEX "billing_note_cause" ON "billing_note"  ("source", "source_id") WHERE source <> 'MANUAL';
CREATE INDEX "billing_note_request" ON "billing_note"  ("payment_request_id") ;
CREATE UNIQUE INDEX "billing_note_number" ON "billing_note"  ("number") ;
CREATE TABLE "buyer_credit" ("id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "source" text NOT NULL, "bank_line_id" uuid, "payment_id" uuid, "amount" bigint NOT NULL, "allocated" bigint NOT NULL DEFAULT '0', "paid_back" bigint NOT NULL DEFAULT '0', "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "buyer_credit_used_within" CHECK (amount > 0 and allocated >= 0 and paid_back >= 0 and allocated + paid_back <= amount), CONSTRAINT "buyer_credit_source_known" CHECK ((source = 'OVERPAYMENT') = (bank_line_id is not null) and (source = 'RELEASED') = (payment_id is not null)), CONSTRAINT "PK_4c290c535a3349aae4986e5f125" PRIMARY KEY ("id"));
CREATE INDEX "buyer_credit_payment" ON "buyer_credit"  ("payment_id") ;
CREATE INDEX "buyer_credit_buyer" ON "buyer_credit"  ("buyer_org_id", "id") ;
CREATE INDEX "buyer_credit_pair" ON "buyer_credit"  ("seller_org_id", "buyer_org_id", "id") ;
CREATE TABLE "credit_return" ("id" uuid NOT NULL, "credit_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "amount" bigint NOT NULL, "paid_on" date NOT NULL, "bank_reference" text, "reason" text NOT NULL, "recorded_by" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "credit_return_amount_positive" CHECK (amount > 0), CONSTRAINT "PK_598463494eb3496031d94fcdc74" PRIMARY KEY ("id"));
CREATE INDEX "credit_return_credit" ON "credit_return"  ("credit_id") ;
CREATE TABLE "e_invoice_file" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "payment_request_id" uuid NOT NULL, "file_name" text NOT NULL, "sha256" text NOT NULL, "xml" text NOT NULL, "content" jsonb NOT NULL, "uploaded_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_c812faaff0c1fdb7e782d79b65a" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "e_invoice_file_once" ON "e_invoice_file"  ("org_id", "sha256") ;
CREATE TABLE "invoice_line" ("id" uuid NOT NULL, "invoice_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "request_line_id" uuid NOT NULL, "line_no" integer NOT NULL, "description" text NOT NULL, "qty" numeric(14,3) NOT NULL, "unit_price" bigint NOT NULL, "amount" bigint NOT NULL, "vat_code" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "invoice_line_amounts" CHECK (qty > 0 and unit_price >= 0 and amount >= 0), CONSTRAINT "PK_112d67e85951a56ee5123e9c803" PRIMARY KEY ("id"));
CREATE INDEX "invoice_line_request_line" ON "invoice_line"  ("request_line_id") ;
CREATE UNIQUE INDEX "invoice_line_no" ON "invoice_line"  ("invoice_id", "line_no") ;
CREATE TABLE "invoice" ("id" uuid NOT NULL, "payment_request_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "state" text NOT NULL, "symbol" text NOT NULL, "number" text NOT NULL, "lookup_code" text, "authority_code" text, "issued_on" date NOT NULL, "net_amount" bigint NOT NULL, "vat_amount" bigint NOT NULL, "total" bigint NOT NULL, "differences" jsonb NOT NULL, "replaces_id" uuid, "file_id" uuid, "recorded_by" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "decision_reason" text, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "invoice_decided_with_reason" CHECK (state not in ('APPROVED','RETURNED') or decision_reason is not null), CONSTRAINT "invoice_adds_up" CHECK (total = net_amount + vat_amount and net_amount >= 0 and vat_amount >= 0), CONSTRAINT "invoice_state_known" CHECK (state in ('MATCHED','EXCEPTION','APPROVED','RETURNED','REPLACED')), CONSTRAINT "PK_15d25c200d9bcd8a33f698daf18" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "invoice_replaced_once" ON "invoice"  ("replaces_id") WHERE replaces_id is not null;
CREATE INDEX "invoice_seller" ON "invoice"  ("seller_org_id", "state", "id") ;
CREATE INDEX "invoice_buyer" ON "invoice"  ("buyer_org_id", "state", "id") ;
CREATE INDEX "invoice_request" ON "invoice"  ("payment_request_id") ;
CREATE UNIQUE INDEX "invoice_name" ON "invoice"  ("seller_org_id", "symbol", "number") ;
CREATE TABLE "payment_reminder" ("payment_request_id" uuid NOT NULL, "day" integer NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_9d6455f41066f92bc8bcbec7f6b" PRIMARY KEY ("payment_request_id", "day"));
CREATE TABLE "payment_request_line" ("id" uuid NOT NULL, "payment_request_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "line_no" integer NOT NULL, "description" text NOT NULL, "base_unit" text NOT NULL, "accepted_qty" numeric(14,3) NOT NULL, "unit_price" bigint NOT NULL, "amount" bigint NOT NULL, "vat_code" text NOT NULL, "invoiced_qty" numeric(14,3) NOT NULL DEFAULT '0', "noted_amount" bigint NOT NULL DEFAULT '0', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "payment_request_line_worth" CHECK (accepted_qty > 0 and amount >= 0 and amount + noted_amount >= 0), CONSTRAINT "payment_request_line_invoiced_within_accepted" CHECK (invoiced_qty between 0 and accepted_qty), CONSTRAINT "PK_43463ccbd8ae5e8c18e2bacbd35" PRIMARY KEY ("id"));
CREATE INDEX "payment_request_line_order" ON "payment_request_line"  ("order_line_id") ;
CREATE UNIQUE INDEX "payment_request_line_no" ON "payment_request_line"  ("payment_request_id", "line_no") ;
CREATE TABLE "payment_term" ("id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "base" text NOT NULL, "valid_from" date NOT NULL, "state" text NOT NULL, "proposed_by_org_id" uuid NOT NULL, "proposed_by" uuid NOT NULL, "answered_by" uuid, "answered_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "payment_term_state_known" CHECK (state in ('PROPOSED','AGREED','DECLINED')), CONSTRAINT "payment_term_base_known" CHECK (base in ('RECEIPT','INVOICE','MONTH_END')), CONSTRAINT "PK_e06d6ccc9db17416919b5f46d6d" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "payment_term_one_open" ON "payment_term"  ("seller_org_id", "buyer_org_id") WHERE state = 'PROPOSED';
CREATE INDEX "payment_term_day" ON "payment_term"  ("seller_org_id", "buyer_org_id", "valid_from", "id") ;
ALTER TABLE "payment_request" ADD "noted_amount" bigint NOT NULL DEFAULT '0';
ALTER TABLE "payment_request" ADD "terms_base" text NOT NULL DEFAULT 'RECEIPT';
ALTER TABLE "payment_request" ADD "term_days" integer NOT NULL DEFAULT '0';
ALTER TABLE "payment_request" ADD "base_date" date;
-- What was asked before: the term ran from the receipt, and the lines were read from it.
select set_config('app.scope', 'system', true);
UPDATE "payment_request" p SET base_date = (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    term_days = greatest(0, p.due_on - (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date)
  FROM goods_receipt r WHERE r.id = p.receipt_id;
ALTER TABLE "payment_request" ALTER COLUMN "base_date" SET NOT NULL;
INSERT INTO payment_request_line (id, payment_request_id, seller_org_id, buyer_org_id, order_line_id, line_no, description, base_unit, accepted_qty, unit_price, amount, vat_code)
  SELECT gen_random_uuid(), p.id, p.seller_org_id, p.buyer_org_id, l.id, g.line_no, l.description, l.base_unit, g.accepted_qty, l.unit_price,
    floor(g.accepted_qty * l.unit_price + 0.5)::bigint, l.vat_code
  FROM payment_request p JOIN goods_receipt_line g ON g.receipt_id = p.receipt_id AND g.accepted_qty > 0 JOIN order_line l ON l.id = g.order_line_id;
select set_config('app.scope', '', true);
ALTER TABLE "payment" DROP CONSTRAINT "payment_method_known";
ALTER TABLE "payment" ADD CONSTRAINT "payment_method_known" CHECK (method in ('BANK_TRANSFER','CARD','CASH','CREDIT'));
ALTER TABLE "ledger_entry" DROP CONSTRAINT "ledger_entry_account_known";
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_account_known" CHECK (account in ('RECEIVABLE','SALES','VAT_OUTPUT','BANK','CARD','CASH','BUYER_CREDIT'));
ALTER TABLE "ledger_entry" DROP CONSTRAINT "ledger_entry_fact_known";
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_fact_known" CHECK (fact_type in ('BILLED','RECEIVED','REFUNDED','NOTED','ON_ACCOUNT','ALLOCATED','RELEASED','PAID_BACK'));
ALTER TABLE "payment" ADD "released" bigint NOT NULL DEFAULT '0';
ALTER TABLE "payment" DROP CONSTRAINT "payment_refunded_within_amount";
ALTER TABLE "payment" ADD CONSTRAINT "payment_refunded_within_amount" CHECK (refunded >= 0 and released >= 0 and refunded + released <= amount);
ALTER TABLE "payment" ADD "credit_id" uuid;
ALTER TABLE "bank_statement" DROP CONSTRAINT "FK_d315488c025323a84eb75ee9e43";
ALTER TABLE "bank_statement" ALTER COLUMN "uploaded_by" DROP NOT NULL;
ALTER TABLE "ledger_entry" DROP CONSTRAINT "FK_e34607fe48e1ed1ed2f41254c92";
ALTER TABLE "ledger_entry" ALTER COLUMN "payment_request_id" DROP NOT NULL;
CREATE INDEX "payment_credit" ON "payment"  ("credit_id") ;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_of_request" CHECK (payment_request_id is not null or fact_type in ('ON_ACCOUNT','PAID_BACK'));
ALTER TABLE "payment_request" ADD CONSTRAINT "payment_request_terms_known" CHECK (terms_base in ('RECEIPT','INVOICE','MONTH_END'));
ALTER TABLE "payment_request" ADD CONSTRAINT "payment_request_paid_within_owed" CHECK (paid_amount between 0 and total + noted_amount);
ALTER TABLE "payment" ADD CONSTRAINT "payment_credit_known" CHECK ((method = 'CREDIT') = (credit_id is not null));
ALTER TABLE "bank_statement" ADD CONSTRAINT "FK_d315488c025323a84eb75ee9e43" FOREIGN KEY ("uploaded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_e34607fe48e1ed1ed2f41254c92" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment" ADD CONSTRAINT "FK_b70857b1713b4b6951d464291da" FOREIGN KEY ("credit_id") REFERENCES "buyer_credit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_link" ADD CONSTRAINT "FK_64d19e78a125d93915669885634" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_link" ADD CONSTRAINT "FK_0cd8152f0252af5a096926277eb" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_nonce" ADD CONSTRAINT "FK_9c8ca46393c71e58b53fba1b995" FOREIGN KEY ("link_id") REFERENCES "bank_link"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note_line" ADD CONSTRAINT "FK_bbc197d3021cd60bb36405bd636" FOREIGN KEY ("note_id") REFERENCES "billing_note"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note_line" ADD CONSTRAINT "FK_af50a4fcd2c1e9c2b53eab7ad94" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note_line" ADD CONSTRAINT "FK_2023dd46550942c7151bdb3ebbe" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note_line" ADD CONSTRAINT "FK_67518aa1df524ac2ad61e3053d8" FOREIGN KEY ("request_line_id") REFERENCES "payment_request_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note" ADD CONSTRAINT "FK_da2d8eaa66d4720b6f94c97a705" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note" ADD CONSTRAINT "FK_3e748afdaf30cf1db0be7e3041b" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note" ADD CONSTRAINT "FK_22219991ee165fc099ed4054b34" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note" ADD CONSTRAINT "FK_5e2a3f304be3dd28ba180fa00cf" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note" ADD CONSTRAINT "FK_2cf4aa2ba825d8a7ca7c09bd422" FOREIGN KEY ("written_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "billing_note" ADD CONSTRAINT "FK_19c6314ff22c135df0722a9e7b9" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_credit" ADD CONSTRAINT "FK_de62a55f21c09767021a8e7c202" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_credit" ADD CONSTRAINT "FK_8ee91ee060eb685c2b0af8b3168" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_credit" ADD CONSTRAINT "FK_40afe46aee56c277899787ce073" FOREIGN KEY ("bank_line_id") REFERENCES "bank_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_credit" ADD CONSTRAINT "FK_ff87be91a6e931a401950643ea7" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_return" ADD CONSTRAINT "FK_fb26beaeab9a32c212e4bb58a35" FOREIGN KEY ("credit_id") REFERENCES "buyer_credit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_return" ADD CONSTRAINT "FK_384cde8c119a730baf2ca94434b" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_return" ADD CONSTRAINT "FK_87e25923a08ecacf2719fe9e491" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_return" ADD CONSTRAINT "FK_c5ef2931a338b24372728d0c4f5" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "e_invoice_file" ADD CONSTRAINT "FK_2cb7639e813e65fa7131472114a" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "e_invoice_file" ADD CONSTRAINT "FK_72e0ad36ffccf087013359628e4" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "e_invoice_file" ADD CONSTRAINT "FK_ca09a44176e0122cd9bbe1183f0" FOREIGN KEY ("uploaded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice_line" ADD CONSTRAINT "FK_36e6eecdb00b171d90ff63f2d20" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice_line" ADD CONSTRAINT "FK_ba5b46079bd421ab18c3d6c1984" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice_line" ADD CONSTRAINT "FK_bc2dca17bc4f7dce219d63e4694" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice_line" ADD CONSTRAINT "FK_ad873da190bca43043ca1baba1f" FOREIGN KEY ("request_line_id") REFERENCES "payment_request_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_d014771c0e4cbf94914678bdbdb" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_af05acd1be47af3b077058bb830" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_a9d0ffe7cf8f6599caa42bc934a" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_ecffb3abd99285eee76ee5a76cd" FOREIGN KEY ("replaces_id") REFERENCES "invoice"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_16f50861fee2a638c10948c562d" FOREIGN KEY ("file_id") REFERENCES "e_invoice_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_41343009146eb658c0eeb4f7286" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "invoice" ADD CONSTRAINT "FK_46b01b8a2e376e26d99524edda4" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_reminder" ADD CONSTRAINT "FK_bf9043404e61b308517476d3f47" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_reminder" ADD CONSTRAINT "FK_07d7e8a3799e67ab69038027c1d" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_reminder" ADD CONSTRAINT "FK_cdfca06d3b48b68eb7baadf9703" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_request_line" ADD CONSTRAINT "FK_382729fd8b0613517276cd47548" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_request_line" ADD CONSTRAINT "FK_2ef8d3d55013b047670b2cdf6a7" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_request_line" ADD CONSTRAINT "FK_7b27662f66c66da44490b39f908" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_request_line" ADD CONSTRAINT "FK_be9a124dded6e4bc43b9c61d90a" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_term" ADD CONSTRAINT "FK_e6ba99532da6d344369d215a9cc" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_term" ADD CONSTRAINT "FK_de794f3c8f9417a825efbdaff2f" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_term" ADD CONSTRAINT "FK_552b464139768148af1577fb7fa" FOREIGN KEY ("proposed_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_term" ADD CONSTRAINT "FK_82b07729d2ea74c49a275fbb9ce" FOREIGN KEY ("proposed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment_term" ADD CONSTRAINT "FK_60ec7fc9c35ea16ada698307bc6" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What TypeORM's entities cannot say: documents that never change once they hold, insert-only lines, and the walls between parties.
create function refuse_document_change() returns trigger language plpgsql as $$
declare
  old_row jsonb := to_jsonb(old);
  new_row jsonb := to_jsonb(new);
  field text;
begin
  foreach field in array tg_argv loop
    if old_row -> field is distinct from new_row -> field then
      raise exception '% is never changed after it was issued: % (write an adjusting or a replacing document)', tg_table_name, field
        using errcode = 'restrict_violation';
    end if;
  end loop;
  return new;
end $$;
create trigger invoice_never_changes before update on invoice for each row execute function
  refuse_document_change('payment_request_id', 'seller_org_id', 'buyer_org_id', 'symbol', 'number', 'lookup_code', 'authority_code', 'issued_on',
    'net_amount', 'vat_amount', 'total', 'differences', 'replaces_id', 'file_id');
create trigger billing_note_never_changes before update on billing_note for each row execute function
  refuse_document_change('number', 'kind', 'source', 'source_id', 'payment_request_id', 'invoice_id', 'seller_org_id', 'buyer_org_id',
    'net_amount', 'vat_amount', 'total', 'reason', 'symbol', 'invoice_number', 'invoiced_on');
create trigger payment_request_never_changes before update on payment_request for each row execute function
  refuse_document_change('number', 'reference', 'order_id', 'receipt_id', 'seller_org_id', 'buyer_org_id', 'net_amount', 'vat_amount', 'total');
create trigger payment_request_line_never_changes before update on payment_request_line for each row execute function
  refuse_document_change('payment_request_id', 'order_line_id', 'line_no', 'accepted_qty', 'unit_price', 'amount', 'vat_code');
do $$
declare
  kept text;
begin
  foreach kept in array array['invoice', 'billing_note'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', kept || '_never_goes', kept);
  end loop;
  foreach kept in array array['invoice_line', 'billing_note_line', 'credit_return', 'payment_reminder'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', kept || '_insert_only', kept);
  end loop;
end $$;

do $$
declare
  wall text;
  money text := '(select app_scope()) = ''system'' or (select app_org()) in (seller_org_id, buyer_org_id)';
  own text := '(select app_scope()) = ''system'' or org_id = (select app_org())';
begin
  foreach wall in array array['payment_request_line', 'invoice', 'invoice_line', 'billing_note', 'billing_note_line', 'buyer_credit',
      'credit_return', 'payment_term', 'payment_reminder'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall, money, money);
  end loop;
  foreach wall in array array['e_invoice_file', 'bank_link', 'bank_nonce'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
  end loop;
  -- The buyer reads the XML of an invoice that was recorded for it.
  execute format('create policy parties_only on e_invoice_file using (%s or exists (select 1 from invoice where invoice.file_id = e_invoice_file.id)) with check (%s)', own, own);
  execute format('create policy parties_only on bank_link using (%s) with check (%s)', own, own);
  create policy system_only on bank_nonce using ((select app_scope()) = 'system') with check ((select app_scope()) = 'system');
end $$;
