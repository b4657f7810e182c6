-- The money book and payment by card; drafted by commands/draft-migration and read by people.
CREATE TABLE "card_checkout" ("id" uuid NOT NULL, "payment_request_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "amount" bigint NOT NULL, "outcome" text NOT NULL, "captured" bigint NOT NULL DEFAULT '0', "refunded" bigint NOT NULL DEFAULT '0', "session_id" text, "session_url" text, "intent_id" text, "disputed_at" TIMESTAMP WITH TIME ZONE, "payment_id" uuid, "started_by" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "card_checkout_amounts" CHECK (amount > 0 and captured between 0 and amount and refunded between 0 and captured), CONSTRAINT "card_checkout_outcome_known" CHECK (outcome in ('OPEN','PROCESSING','FAILED','EXPIRED','PAID')), CONSTRAINT "PK_aad1fed42f941c41ff01ddd118c" PRIMARY KEY ("id"));
CREATE INDEX "card_checkout_intent" ON "card_checkout"  ("intent_id") ;
CREATE UNIQUE INDEX "card_checkout_session" ON "card_checkout"  ("session_id") ;
CREATE UNIQUE INDEX "card_checkout_one_open" ON "card_checkout"  ("payment_request_id") WHERE outcome in ('OPEN','PROCESSING');
CREATE INDEX "card_checkout_request" ON "card_checkout"  ("payment_request_id") ;
CREATE TABLE "card_event" ("id" text NOT NULL, "type" text NOT NULL, "object_id" text, "done_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_6244b2455c848629a9d058a5d8e" PRIMARY KEY ("id"));
CREATE INDEX "card_event_waiting" ON "card_event"  ("created_at") WHERE done_at is null;
CREATE TABLE "ledger_entry" ("id" uuid NOT NULL, "fact_type" text NOT NULL, "fact_id" text NOT NULL, "payment_request_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "account" text NOT NULL, "amount" bigint NOT NULL, "booked_on" date NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ledger_entry_not_empty" CHECK (amount <> 0), CONSTRAINT "ledger_entry_fact_known" CHECK (fact_type in ('BILLED','RECEIVED','REFUNDED')), CONSTRAINT "ledger_entry_account_known" CHECK (account in ('RECEIVABLE','SALES','VAT_OUTPUT','BANK','CARD')), CONSTRAINT "PK_04e9d274911f909a5848a15cd74" PRIMARY KEY ("id"));
CREATE INDEX "ledger_entry_buyer" ON "ledger_entry"  ("buyer_org_id", "account") ;
CREATE INDEX "ledger_entry_pair" ON "ledger_entry"  ("seller_org_id", "buyer_org_id", "account", "booked_on", "id") ;
CREATE UNIQUE INDEX "ledger_entry_once" ON "ledger_entry"  ("fact_type", "fact_id", "account") ;
ALTER TABLE "payment" ADD "refunded" bigint NOT NULL DEFAULT '0';
ALTER TABLE "payment" ADD CONSTRAINT "payment_refunded_within_amount" CHECK (refunded between 0 and amount);
ALTER TABLE "card_checkout" ADD CONSTRAINT "FK_483f262b1c9956eadc53997d8de" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_checkout" ADD CONSTRAINT "FK_2d01438f8166bfa0dc524c08ad3" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_checkout" ADD CONSTRAINT "FK_d304b951c1c674716402d80575e" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_checkout" ADD CONSTRAINT "FK_4a24277356b5a5e5e5d22b8e494" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_checkout" ADD CONSTRAINT "FK_b43d009ab2dcb91c8502bfa4b44" FOREIGN KEY ("started_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_e34607fe48e1ed1ed2f41254c92" FOREIGN KEY ("payment_request_id") REFERENCES "payment_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_303181e0cf47ae215c444bc9648" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_d0550724afd216c7f82bf7e4a03" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE TABLE "card_refund" ("id" uuid NOT NULL, "checkout_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "amount" bigint NOT NULL, "reason" text NOT NULL, "requested_by" uuid NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "card_refund_amount_positive" CHECK (amount > 0), CONSTRAINT "PK_58cb07cae07a7370a20ee01d420" PRIMARY KEY ("id"));
CREATE INDEX "card_refund_checkout" ON "card_refund"  ("checkout_id") ;
ALTER TABLE "card_refund" ADD CONSTRAINT "FK_d17a0e45decf7bf5d26812f285e" FOREIGN KEY ("checkout_id") REFERENCES "card_checkout"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_refund" ADD CONSTRAINT "FK_e6ef4e80a160b51f9ec1a01de8b" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_refund" ADD CONSTRAINT "FK_bde4baeaf6091385515dca828b4" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "card_refund" ADD CONSTRAINT "FK_86ca7867f8d681100053fba9e38" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What TypeORM's entities cannot say: insert-only entries that sum to zero, and the walls between parties.
create trigger ledger_entry_insert_only before update or delete on ledger_entry for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function refuse_change();

-- What was billed and confirmed before there was a book.
alter table payment_request no force row level security;
alter table payment no force row level security;
insert into ledger_entry (id, fact_type, fact_id, payment_request_id, seller_org_id, buyer_org_id, account, amount, booked_on)
  select gen_random_uuid(), 'BILLED', p.id::text, p.id, p.seller_org_id, p.buyer_org_id, posting.account, posting.amount,
    (p.issued_at at time zone 'Asia/Ho_Chi_Minh')::date
  from payment_request p
  cross join lateral (values ('RECEIVABLE', p.total), ('SALES', -p.net_amount), ('VAT_OUTPUT', -p.vat_amount)) as posting (account, amount)
  where posting.amount <> 0;
insert into ledger_entry (id, fact_type, fact_id, payment_request_id, seller_org_id, buyer_org_id, account, amount, booked_on)
  select gen_random_uuid(), 'RECEIVED', d.id::text, d.payment_request_id, d.seller_org_id, d.buyer_org_id, posting.account, posting.amount, d.paid_on
  from payment d cross join lateral (values ('BANK', d.amount), ('RECEIVABLE', -d.amount)) as posting (account, amount)
  where d.status = 'SUCCEEDED';
alter table payment_request force row level security;
alter table payment force row level security;

do $$
declare
  wall text;
  money text := '(select app_scope()) = ''system'' or (select app_org()) in (seller_org_id, buyer_org_id)';
begin
  foreach wall in array array['ledger_entry', 'card_checkout', 'card_refund'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall, money, money);
  end loop;
end $$;

-- Last: its checks wait for the commit, and a table with waiting checks cannot be altered.
create function ledger_fact_balances() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(amount), 0) from ledger_entry where fact_type = new.fact_type and fact_id = new.fact_id) <> 0 then
    raise exception 'The postings of % % do not sum to zero', new.fact_type, new.fact_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_fact_balances();
