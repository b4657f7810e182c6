-- A standing order changes from a day on: its rules and sheets are kept one after another, each as it was made.
select set_config('app.scope', 'system', true);
CREATE TABLE "standing_order_rule" ("id" uuid NOT NULL, "standing_order_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "number" integer NOT NULL, "weekdays" integer array NOT NULL, "valid_from" date NOT NULL, "valid_to" date NOT NULL, "lead_days" integer NOT NULL, "max_total" bigint, "contract_id" uuid, "delivery_location_id" uuid NOT NULL, "buyer_po_no" text, "note" text, "sellers" text NOT NULL, "lines" jsonb NOT NULL, "made_by" uuid NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "standing_order_rule_has_lines" CHECK (jsonb_array_length(lines) between 1 and 1000), CONSTRAINT "standing_order_rule_ceiling_positive" CHECK (max_total > 0), CONSTRAINT "standing_order_rule_lead_sane" CHECK (lead_days between 0 and 14), CONSTRAINT "standing_order_rule_season_rising" CHECK (valid_from <= valid_to), CONSTRAINT "standing_order_rule_weekdays_known" CHECK (cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]), CONSTRAINT "standing_order_rule_numbered" CHECK (number > 0), CONSTRAINT "PK_c84956837e6c0a07f1726e1d626" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "standing_order_rule_once" ON "standing_order_rule"  ("standing_order_id", "number");
ALTER TABLE "standing_order_rule" ADD CONSTRAINT "FK_a9a21b181902fef274ec50d9392" FOREIGN KEY ("standing_order_id") REFERENCES "standing_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order_rule" ADD CONSTRAINT "FK_3276397ad675dc431acc1551718" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order_rule" ADD CONSTRAINT "FK_6fe9907526883a788398e24408e" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order_rule" ADD CONSTRAINT "FK_d625f7f1a0b8346aec7432f069b" FOREIGN KEY ("delivery_location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "standing_order_rule" ADD CONSTRAINT "FK_77daa311826520380c8484c5137" FOREIGN KEY ("made_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

insert into standing_order_rule (id, standing_order_id, buyer_org_id, number, weekdays, valid_from, valid_to, lead_days, max_total, contract_id,
    delivery_location_id, buyer_po_no, note, sellers, lines, made_by, made_at)
  select id, id, buyer_org_id, 1, weekdays, valid_from, valid_to, lead_days, max_total, contract_id, delivery_location_id, buyer_po_no, note, sellers,
    lines, responsible_id, set_up_at
  from standing_order;
-- The season stays beside the name, for the sweep and the lists; the rest is said by the rules alone.
alter table standing_order drop column weekdays, drop column lead_days, drop column max_total, drop column contract_id,
  drop column delivery_location_id, drop column buyer_po_no, drop column note, drop column sellers, drop column lines;

alter table standing_order_rule enable row level security;
alter table standing_order_rule force row level security;
create policy buyer_only on standing_order_rule using ((select app_scope()) = 'system' or (select app_org()) = buyer_org_id)
  with check ((select app_scope()) = 'system' or (select app_org()) = buyer_org_id);
create trigger standing_order_rule_insert_only before update or delete on standing_order_rule for each row execute function refuse_change();
create trigger standing_order_rule_no_truncate before truncate on standing_order_rule for each statement execute function refuse_change();
