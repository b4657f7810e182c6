-- What a buyer's people may order without asking, and the orders above it: they wait inside the buyer's house.
select set_config('app.scope', 'system', true);
CREATE TABLE "order_request" ("id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "state" text NOT NULL DEFAULT 'WAITING', "kind" text NOT NULL, "command" jsonb NOT NULL, "lines" jsonb NOT NULL, "breaches" jsonb NOT NULL, "sellers" text NOT NULL, "total" bigint NOT NULL, "requested_by" uuid NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "reason" text, "result_id" uuid, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "order_request_four_eyes" CHECK (state not in ('PLACED','REFUSED') or decided_by <> requested_by), CONSTRAINT "order_request_refusal_has_reason" CHECK (state <> 'REFUSED' or reason is not null), CONSTRAINT "order_request_decided_whole" CHECK ((state = 'WAITING') = (decided_at is null) and (state = 'PLACED') = (result_id is not null)), CONSTRAINT "order_request_kind_known" CHECK (kind in ('BASKETS','AWARD')), CONSTRAINT "order_request_state_known" CHECK (state in ('WAITING','PLACED','REFUSED','WITHDRAWN')), CONSTRAINT "PK_787e7fd11e2728d4b2de2c94e80" PRIMARY KEY ("id"));
CREATE INDEX "order_request_waiting" ON "order_request"  ("buyer_org_id") WHERE state = 'WAITING';
CREATE INDEX "order_request_buyer" ON "order_request"  ("buyer_org_id", "id") ;
CREATE TABLE "purchase_limit" ("id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "user_id" uuid, "role" text, "per_order" bigint, "per_period" bigint, "period" text, "valid_from" date NOT NULL, "valid_to" date, "set_by" uuid NOT NULL, "set_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "purchase_limit_dates_rising" CHECK (valid_to >= valid_from - 1), CONSTRAINT "purchase_limit_period_known" CHECK (period in ('WEEK','MONTH','QUARTER','VALIDITY')), CONSTRAINT "purchase_limit_positive" CHECK (per_order > 0 and per_period > 0), CONSTRAINT "purchase_limit_says_something" CHECK (coalesce(per_order, per_period) is not null and (per_period is null) = (period is null)), CONSTRAINT "purchase_limit_one_subject" CHECK (user_id is null or role is null), CONSTRAINT "PK_5ac557660caa5fa628b2d8d64f5" PRIMARY KEY ("id"));
CREATE INDEX "purchase_limit_buyer" ON "purchase_limit"  ("buyer_org_id", "valid_from") ;
ALTER TABLE "order_request" ADD CONSTRAINT "FK_8a95de078826597d57f6d13cb52" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_request" ADD CONSTRAINT "FK_4fb2a243a79771c73662afa1da3" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_request" ADD CONSTRAINT "FK_0139d80acffe5a792284ea0b636" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "purchase_limit" ADD CONSTRAINT "FK_d373bbd2c58084415b10314db93" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "purchase_limit" ADD CONSTRAINT "FK_714b3e044f958e59c04c4725698" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "purchase_limit" ADD CONSTRAINT "FK_bd6b7f98f491ec3a727ed9ea41b" FOREIGN KEY ("set_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
-- The sums of a period look up one buyer's orders by day.
CREATE INDEX "purchase_order_buyer_placed" ON "purchase_order"  ("buyer_org_id", "placed_at") ;

do $$
declare
  wall text;
begin
  foreach wall in array array['order_request', 'purchase_limit'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
    execute format('create policy buyer_only on %I using ((select app_scope()) = ''system'' or (select app_org()) = buyer_org_id)
      with check ((select app_scope()) = ''system'' or (select app_org()) = buyer_org_id)', wall);
  end loop;
end $$;
