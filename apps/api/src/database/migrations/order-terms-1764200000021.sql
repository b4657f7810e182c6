-- When sellers deliver and until when they take orders, holidays as data, and changes of confirmed orders by proposal and consent.
CREATE TABLE "order_change" ("id" uuid NOT NULL, "order_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "proposed_by_org_id" uuid NOT NULL, "proposed_by" uuid NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "decision_note" text, "revision" integer);
CREATE TABLE "order_change_line" ("id" uuid NOT NULL, "change_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "qty_before" numeric(14,3) NOT NULL, "qty_after" numeric(14,3) NOT NULL, "date_before" date NOT NULL, "date_after" date NOT NULL);
CREATE TABLE "delivery_route" ("id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "name" text NOT NULL, "is_general" boolean NOT NULL DEFAULT false, "weekdays" integer array NOT NULL, "cutoff_days" integer NOT NULL DEFAULT '1', "cutoff_time" text NOT NULL DEFAULT '15:00', "runs_on_holidays" boolean NOT NULL DEFAULT false, "min_order_value" bigint, "retired_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now());
CREATE TABLE "delivery_route_stop" ("route_id" uuid NOT NULL, "location_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL);
CREATE TABLE "public_holiday" ("day" date NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "source" text NOT NULL, "is_provisional" boolean NOT NULL DEFAULT false);
ALTER TABLE "purchase_order" ADD "ack_alerted_at" TIMESTAMP WITH TIME ZONE, ADD "cutoff_at" TIMESTAMP WITH TIME ZONE, ADD "revision" integer NOT NULL DEFAULT '1';
ALTER TABLE "delivery_route_stop" ADD CONSTRAINT "PK_8e5bcc61b888726810e49769ca7" PRIMARY KEY ("route_id", "location_id");
ALTER TABLE "order_change" ADD CONSTRAINT "PK_228daac4dc69364c91f0ccd15f1" PRIMARY KEY ("id");
ALTER TABLE "order_change_line" ADD CONSTRAINT "PK_4260d93ff235b726448aa2d00c2" PRIMARY KEY ("id");
ALTER TABLE "delivery_route" ADD CONSTRAINT "PK_5e4fb2d980e67895286578a7270" PRIMARY KEY ("id");
ALTER TABLE "public_holiday" ADD CONSTRAINT "PK_76a364d8bf9d81d6ab1ccfeee14" PRIMARY KEY ("day");
CREATE INDEX "order_change_order" ON "order_change"  ("order_id", "id");
CREATE UNIQUE INDEX "order_change_open" ON "order_change"  ("order_id") WHERE status = 'PROPOSED';
CREATE UNIQUE INDEX "order_change_line_change" ON "order_change_line"  ("change_id", "order_line_id");
CREATE INDEX "delivery_route_stop_place" ON "delivery_route_stop"  ("location_id");
CREATE INDEX "delivery_route_seller" ON "delivery_route"  ("seller_org_id");
CREATE UNIQUE INDEX "delivery_route_general" ON "delivery_route"  ("seller_org_id") WHERE is_general and retired_at is null;
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_accepted_is_numbered" CHECK ((status = 'ACCEPTED') = (revision is not null));
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_decided_by_somebody" CHECK ((status = 'PROPOSED') = (decided_at is null));
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_from_a_side" CHECK (proposed_by_org_id in (seller_org_id, buyer_org_id));
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_status_known" CHECK (status in ('PROPOSED','ACCEPTED','DECLINED','WITHDRAWN'));
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_kind_known" CHECK (kind in ('CHANGE','CANCEL'));
ALTER TABLE "order_change_line" ADD CONSTRAINT "order_change_line_only_less" CHECK (qty_after between 0 and qty_before);
ALTER TABLE "delivery_route" ADD CONSTRAINT "delivery_route_minimum_positive" CHECK (min_order_value > 0);
ALTER TABLE "delivery_route" ADD CONSTRAINT "delivery_route_cutoff_sane" CHECK (cutoff_days between 0 and 14 and cutoff_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "delivery_route" ADD CONSTRAINT "delivery_route_weekdays_known" CHECK (cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]);
ALTER TABLE "order_change" ADD CONSTRAINT "FK_57255f124aea36a61a042ac2e56" FOREIGN KEY ("order_id") REFERENCES "purchase_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change" ADD CONSTRAINT "FK_e076a50dcdc8a77b16d69e7e8b2" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change" ADD CONSTRAINT "FK_efb83ece8d426bc01c1ade64324" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change" ADD CONSTRAINT "FK_5d3ae12086f6805ce4db9704b99" FOREIGN KEY ("proposed_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change" ADD CONSTRAINT "FK_5e1878be76d7ed0d312ec8bc274" FOREIGN KEY ("proposed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change" ADD CONSTRAINT "FK_e17d35b1a6f6796d825d963fa5f" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change_line" ADD CONSTRAINT "FK_ced00beeda8ce2c83ac0d071004" FOREIGN KEY ("change_id") REFERENCES "order_change"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_change_line" ADD CONSTRAINT "FK_34a1a54e9a42613ccbdd19b4b8f" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_route_stop" ADD CONSTRAINT "FK_f88d1bc20748e8d15a462c4498b" FOREIGN KEY ("route_id") REFERENCES "delivery_route"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_route_stop" ADD CONSTRAINT "FK_4997eddfef004cc59deb05822a8" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_route_stop" ADD CONSTRAINT "FK_9d4bffabfa4f4a1763ee604a4ca" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_route_stop" ADD CONSTRAINT "FK_a1980f68b854ec3968fcf791b70" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_route" ADD CONSTRAINT "FK_554dd200cf1adfcadf7b4304a91" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Labour Code 2019, article 112: New Year's Day, five days of Tết, the Hùng Kings, 30 April, 1 May, two days of National Day. The lunar
-- days of 2027 follow from the calendar; which of the days around them are free is told by a notice each year.
insert into public_holiday (day, name_vi, name_en, source, is_provisional) values
  ('2026-01-01', 'Tết Dương lịch', 'New Year''s Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-02-16', 'Tết Bính Ngọ', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-02-17', 'Tết Bính Ngọ', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-02-18', 'Tết Bính Ngọ', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-02-19', 'Tết Bính Ngọ', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-02-20', 'Tết Bính Ngọ', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-04-26', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-04-30', 'Ngày Chiến thắng', 'Reunification Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-05-01', 'Ngày Quốc tế lao động', 'Labor Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-09-01', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-09-02', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-01-01', 'Tết Dương lịch', 'New Year''s Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-02-05', 'Tết Đinh Mùi', 'Tết', 'Bộ luật Lao động 2019, Điều 112; chờ thông báo của năm', true),
  ('2027-02-06', 'Tết Đinh Mùi', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-02-07', 'Tết Đinh Mùi', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-02-08', 'Tết Đinh Mùi', 'Tết', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-02-09', 'Tết Đinh Mùi', 'Tết', 'Bộ luật Lao động 2019, Điều 112; chờ thông báo của năm', true),
  ('2027-04-16', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-04-30', 'Ngày Chiến thắng', 'Reunification Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-05-01', 'Ngày Quốc tế lao động', 'Labor Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-09-02', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-09-03', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112; chờ thông báo của năm', true);

-- A proposal is between the two sides and read by the Alliance, like the order; a route's stops are between the seller and the buyer.
do $$
declare
  wall record;
  watch text := '(select app_scope()) in (''alliance'', ''system'')';
  us text := '(select app_scope()) = ''system''';
  me text := '(select app_org())';
begin
  for wall in
    select * from (values
      ('order_change', format('%s or %s in (seller_org_id, buyer_org_id)', watch, me)),
      ('order_change_line', 'exists (select 1 from order_change c where c.id = change_id)'),
      ('delivery_route_stop', format('%s or %s in (seller_org_id, buyer_org_id)', us, me)),
      ('delivery_route', format('%s or seller_org_id = %s or is_general or exists (select 1 from delivery_route_stop s where s.route_id = delivery_route.id)', us, me))
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
-- Reading a general route is anybody's, writing one its seller's.
create policy written_by_seller on delivery_route as restrictive for insert with check ((select app_scope()) = 'system' or seller_org_id = (select app_org()));
create policy changed_by_seller on delivery_route as restrictive for update using ((select app_scope()) = 'system' or seller_org_id = (select app_org()));
