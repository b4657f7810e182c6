-- Sheets that are ordered again on fixed weekdays of a season, and what became of each day.
select set_config('app.scope', 'system', true);
CREATE TABLE "standing_order_day" ("id" uuid NOT NULL, "standing_order_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "day" date NOT NULL, "state" text NOT NULL, "result_id" uuid, "reasons" jsonb NOT NULL DEFAULT '[]', "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, CONSTRAINT "standing_order_day_failure_has_reason" CHECK (state <> 'FAILED' or jsonb_array_length(reasons) > 0), CONSTRAINT "standing_order_day_result" CHECK ((state in ('PLACED','ASKED')) = (result_id is not null)), CONSTRAINT "standing_order_day_state_known" CHECK (state in ('PLACED','ASKED','FAILED','SKIPPED','PAUSED')), CONSTRAINT "PK_8acbbe3be2325b97a457e957097" PRIMARY KEY ("id"));
CREATE INDEX "standing_order_day_failed" ON "standing_order_day"  ("buyer_org_id") WHERE state = 'FAILED';
CREATE UNIQUE INDEX "standing_order_day_once" ON "standing_order_day"  ("standing_order_id", "day");
CREATE TABLE "standing_order" ("id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "name" text NOT NULL, "state" text NOT NULL DEFAULT 'ACTIVE', "weekdays" integer array NOT NULL, "valid_from" date NOT NULL, "valid_to" date NOT NULL, "lead_days" integer NOT NULL, "max_total" bigint, "contract_id" uuid, "delivery_location_id" uuid NOT NULL, "buyer_po_no" text, "note" text, "sellers" text NOT NULL, "lines" jsonb NOT NULL, "responsible_id" uuid NOT NULL, "set_up_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "standing_order_has_lines" CHECK (jsonb_array_length(lines) between 1 and 1000), CONSTRAINT "standing_order_ceiling_positive" CHECK (max_total > 0), CONSTRAINT "standing_order_lead_sane" CHECK (lead_days between 0 and 14), CONSTRAINT "standing_order_season_rising" CHECK (valid_from <= valid_to), CONSTRAINT "standing_order_weekdays_known" CHECK (cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]), CONSTRAINT "standing_order_state_known" CHECK (state in ('ACTIVE','PAUSED','ENDED')), CONSTRAINT "PK_5418a235f33eb45432d8f9a3058" PRIMARY KEY ("id"));
CREATE INDEX "standing_order_open" ON "standing_order"  ("valid_to") WHERE state <> 'ENDED';
CREATE INDEX "standing_order_buyer" ON "standing_order"  ("buyer_org_id", "id");
ALTER TABLE "standing_order_day" ADD CONSTRAINT "FK_3ed288703f70afaf3ceee819cd8" FOREIGN KEY ("standing_order_id") REFERENCES "standing_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order_day" ADD CONSTRAINT "FK_2cbc6ab41d12c370ac78458b258" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order_day" ADD CONSTRAINT "FK_c5e5e66dacd09698a7e232fbcfc" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order" ADD CONSTRAINT "FK_ab8ab99a46373645a495b2de42e" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order" ADD CONSTRAINT "FK_d634085bbe71f87b95fdf712040" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order" ADD CONSTRAINT "FK_e05e6bbbb035fba3632730f5e7a" FOREIGN KEY ("delivery_location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order" ADD CONSTRAINT "FK_0be4aaca7b465bb431204e5acda" FOREIGN KEY ("responsible_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

do $$
declare
  wall text;
begin
  foreach wall in array array['standing_order', 'standing_order_day'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
    execute format('create policy buyer_only on %I using ((select app_scope()) = ''system'' or (select app_org()) = buyer_org_id)
      with check ((select app_scope()) = ''system'' or (select app_org()) = buyer_org_id)', wall);
  end loop;
end $$;
