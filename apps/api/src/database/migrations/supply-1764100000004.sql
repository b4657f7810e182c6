-- Harvest calendar, forecasts, lots with their ledger, holds, and what agreements and orders take of coming supply.
select set_config('app.scope', 'system', true);

CREATE TABLE "harvest_forecast" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "week_start" date NOT NULL, "revision" integer NOT NULL, "qty" numeric(14,3) NOT NULL, "confidence" text NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_by" uuid NOT NULL, CONSTRAINT "harvest_forecast_confidence" CHECK (confidence in ('OBSERVED','FORECAST')), CONSTRAINT "harvest_forecast_not_negative" CHECK (qty >= 0 and revision > 0), CONSTRAINT "harvest_forecast_monday" CHECK (extract(isodow from week_start) = 1), CONSTRAINT "PK_05ca3998ca72e086ed1be6a5ea3" PRIMARY KEY ("id"));
CREATE INDEX "harvest_forecast_org" ON "harvest_forecast"  ("org_id") ;
CREATE UNIQUE INDEX "harvest_forecast_revision" ON "harvest_forecast"  ("product_id", "week_start", "revision") ;
CREATE TABLE "harvest_window" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "from_day" text NOT NULL, "to_day" text NOT NULL, "weekly_qty" numeric(14,3), CONSTRAINT "harvest_window_volume" CHECK (weekly_qty is null or weekly_qty >= 0), CONSTRAINT "harvest_window_days" CHECK (from_day ~ '^\d\d-\d\d$' and to_day ~ '^\d\d-\d\d$'), CONSTRAINT "PK_752d2f5e729866d3cdb86c6f806" PRIMARY KEY ("id"));
CREATE INDEX "harvest_window_org" ON "harvest_window"  ("org_id") ;
CREATE UNIQUE INDEX "harvest_window_once" ON "harvest_window"  ("product_id", "from_day") ;
CREATE TABLE "lot_balance" ("lot_id" uuid NOT NULL, "org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "on_hand" numeric(14,3) NOT NULL DEFAULT '0', "reserved" numeric(14,3) NOT NULL DEFAULT '0', CONSTRAINT "lot_balance_sound" CHECK (on_hand >= 0 and reserved >= 0 and reserved <= on_hand), CONSTRAINT "PK_9d8b94e58bf9fbb34d1370f61f5" PRIMARY KEY ("lot_id"));
CREATE INDEX "lot_balance_product" ON "lot_balance"  ("product_id") ;
CREATE TABLE "lot_stage" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "lot_id" uuid NOT NULL, "stage" text NOT NULL, "place" text NOT NULL, "on_day" date NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_by" uuid NOT NULL, CONSTRAINT "lot_stage_known" CHECK (stage in ('GROWN','SORTED','PROCESSED','PACKED','STORED','INSPECTED')), CONSTRAINT "PK_c7539c37caadfa29a77211ffb5b" PRIMARY KEY ("id"));
CREATE INDEX "lot_stage_lot" ON "lot_stage"  ("lot_id", "on_day") ;
CREATE TABLE "stock_entry" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "lot_id" uuid NOT NULL, "kind" text NOT NULL, "on_hand_delta" numeric(14,3) NOT NULL, "reserved_delta" numeric(14,3) NOT NULL, "source_type" text NOT NULL, "source_id" uuid NOT NULL, "source_line_id" uuid, "reason_code" text, "note" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_by" uuid, "reverses_id" uuid, CONSTRAINT "stock_entry_loss_has_reason" CHECK (kind <> 'LOSS' or reason_code is not null), CONSTRAINT "stock_entry_reversal_names_its_row" CHECK ((kind = 'REVERSAL') = (reverses_id is not null)), CONSTRAINT "stock_entry_signs" CHECK (case kind when 'HARVEST' then on_hand_delta > 0 and reserved_delta = 0 when 'RECEIVE' then on_hand_delta > 0 and reserved_delta = 0
    when 'HOLD' then on_hand_delta = 0 and reserved_delta > 0 when 'RELEASE' then on_hand_delta = 0 and reserved_delta < 0
    when 'SHIP' then on_hand_delta < 0 and reserved_delta = 0 when 'LOSS' then on_hand_delta < 0 and reserved_delta = 0
    when 'ADJUST' then on_hand_delta <> 0 and reserved_delta = 0 else on_hand_delta <> 0 end), CONSTRAINT "stock_entry_kind_known" CHECK (kind in ('HARVEST','RECEIVE','HOLD','RELEASE','SHIP','LOSS','ADJUST','REVERSAL')), CONSTRAINT "PK_31f794b522f1d6348a526581c34" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "stock_entry_reversal" ON "stock_entry"  ("reverses_id") WHERE reverses_id is not null;
CREATE INDEX "stock_entry_source" ON "stock_entry"  ("source_type", "source_id") ;
CREATE INDEX "stock_entry_lot" ON "stock_entry"  ("lot_id", "id") ;
CREATE TABLE "stock_hold" ("lot_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "org_id" uuid NOT NULL, "order_id" uuid NOT NULL, "qty" numeric(14,3) NOT NULL, "due_on" date NOT NULL, CONSTRAINT "stock_hold_not_negative" CHECK (qty >= 0), CONSTRAINT "PK_1c62b380044af205637d48d0ca7" PRIMARY KEY ("lot_id", "order_line_id"));
CREATE INDEX "stock_hold_order" ON "stock_hold"  ("order_id") ;
CREATE TABLE "stock_lot" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "grade_id" uuid, "location_id" uuid, "code" text NOT NULL, "trace_code" text NOT NULL, "origin" text NOT NULL, "harvested_on" date NOT NULL, "good_from" date, "expires_on" date, "initial_qty" numeric(14,3) NOT NULL, "note" text, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "stock_lot_origin_known" CHECK (origin in ('HARVEST','RECEIVE')), CONSTRAINT "stock_lot_dates" CHECK ((good_from is null or good_from >= harvested_on) and (expires_on is null or expires_on >= coalesce(good_from, harvested_on))), CONSTRAINT "stock_lot_initial_positive" CHECK (initial_qty > 0), CONSTRAINT "PK_3caed78940c7e7eebb260b0795c" PRIMARY KEY ("id"));
CREATE INDEX "stock_lot_product" ON "stock_lot"  ("product_id", "expires_on") ;
CREATE UNIQUE INDEX "stock_lot_trace" ON "stock_lot"  ("trace_code") ;
CREATE UNIQUE INDEX "stock_lot_code" ON "stock_lot"  ("org_id", "code") ;
CREATE TABLE "supply_promise" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "kind" text NOT NULL, "source_id" uuid NOT NULL, "line_id" uuid NOT NULL, "contract_line_id" uuid, "due_on" date NOT NULL, "qty" numeric(14,3) NOT NULL, "open_qty" numeric(14,3) NOT NULL, CONSTRAINT "supply_promise_quantities" CHECK (qty >= 0 and open_qty >= 0 and open_qty <= qty), CONSTRAINT "supply_promise_kind_known" CHECK (kind in ('SCHEDULE','ORDER')), CONSTRAINT "PK_9949f87b69ef3be5beeb0634463" PRIMARY KEY ("id"));
CREATE INDEX "supply_promise_source" ON "supply_promise"  ("source_id") ;
CREATE INDEX "supply_promise_product" ON "supply_promise"  ("product_id", "due_on") ;
CREATE UNIQUE INDEX "supply_promise_once" ON "supply_promise"  ("kind", "line_id", "due_on") ;
ALTER TABLE "product" ADD "stock_kept" boolean NOT NULL DEFAULT false;
ALTER TABLE "product" ADD "supply_visibility" text NOT NULL DEFAULT 'BUYERS';
ALTER TABLE "product" ADD CONSTRAINT "product_supply_visibility_known" CHECK (supply_visibility in ('BUYERS','PARTIES'));
ALTER TABLE "harvest_forecast" ADD CONSTRAINT "FK_ee3a9481d789b836c800e48e9c9" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "harvest_forecast" ADD CONSTRAINT "FK_fe8ff57f9b27611dcc8a95b275f" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "harvest_forecast" ADD CONSTRAINT "FK_38f3c59f1ce0ff1a47df2251c85" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "harvest_window" ADD CONSTRAINT "FK_2c87efe2d6d7fe74cccbf66d08b" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "harvest_window" ADD CONSTRAINT "FK_165fadbb23fed48bf47bfd09e98" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "lot_balance" ADD CONSTRAINT "FK_9d8b94e58bf9fbb34d1370f61f5" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "lot_balance" ADD CONSTRAINT "FK_676c9729f68a05106d5fc905631" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "lot_balance" ADD CONSTRAINT "FK_f4801c579814ffa16580960d93b" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "lot_stage" ADD CONSTRAINT "FK_ef6700d871aeea2b3a0d694afa6" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "lot_stage" ADD CONSTRAINT "FK_7e82481d29f3e8773af745f4fcb" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "lot_stage" ADD CONSTRAINT "FK_5c4abde38ba72a66d6a18e32229" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_entry" ADD CONSTRAINT "FK_79fd9d8cc613b840b2f56957d82" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_entry" ADD CONSTRAINT "FK_4ad0d4a93b890f20ec3ac2619a9" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_entry" ADD CONSTRAINT "FK_6a73f90bf825c0ec89dd864ec0e" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_entry" ADD CONSTRAINT "FK_c99120a62a9c156cc3bb0d30b9a" FOREIGN KEY ("reverses_id") REFERENCES "stock_entry"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_hold" ADD CONSTRAINT "FK_ec6d11ae18850051f3a5414e66a" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_hold" ADD CONSTRAINT "FK_5127e317cca3433a4ffea7c5dba" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_lot" ADD CONSTRAINT "FK_a7b07fec3c00a17b6c8ee54fae7" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_lot" ADD CONSTRAINT "FK_97b439954df4213d72eca451966" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_lot" ADD CONSTRAINT "FK_ae278955bd74aeb4a826031105a" FOREIGN KEY ("grade_id") REFERENCES "grade"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stock_lot" ADD CONSTRAINT "FK_ec5f8c713ebe4bd021ed03070db" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_promise" ADD CONSTRAINT "FK_ddd5ea04f5407838fb3b2ca1a5f" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_promise" ADD CONSTRAINT "FK_45d8bc6d3ec9f9befe7de079558" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_promise" ADD CONSTRAINT "FK_329f3e1b880a0e5f3280a3ab0db" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

create trigger stock_entry_insert_only before update or delete on stock_entry for each row execute function refuse_change();
create trigger stock_entry_no_truncate before truncate on stock_entry for each statement execute function refuse_change();
create trigger harvest_forecast_insert_only before update or delete on harvest_forecast for each row execute function refuse_change();
create trigger harvest_forecast_no_truncate before truncate on harvest_forecast for each statement execute function refuse_change();
create trigger lot_stage_insert_only before update or delete on lot_stage for each row execute function refuse_change();
create trigger lot_stage_no_truncate before truncate on lot_stage for each statement execute function refuse_change();

-- What was agreed and confirmed before supply was kept: orders by their open quantity, contracts spread over the weeks of their schedule,
-- or of their season where they have none.
insert into supply_promise (id, org_id, buyer_org_id, product_id, kind, source_id, line_id, contract_line_id, due_on, qty, open_qty)
select gen_random_uuid(), o.seller_org_id, o.buyer_org_id, l.product_id, 'ORDER', o.id, l.id, l.contract_line_id, coalesce(l.promised_on, o.requested_on),
  l.confirmed_qty, case when o.status in ('COUNTERED', 'CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART') then greatest(l.confirmed_qty - l.dispatched_qty, 0) else 0 end
from purchase_order o join order_line l on l.order_id = o.id
where o.status in ('COUNTERED', 'CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART', 'RECEIVED', 'CLOSED') and l.confirmed_qty > 0;

insert into supply_promise (id, org_id, buyer_org_id, product_id, kind, source_id, line_id, due_on, qty, open_qty)
with period as (
  select l.id as line_id, s.period_from as day_from, s.period_to as day_to, s.qty from contract_line l join contract_schedule s on s.contract_line_id = l.id
  union all
  select l.id, c.valid_from, c.valid_to, l.target_qty from contract_line l join contract c on c.id = l.contract_id
  where l.target_qty > 0 and not exists (select 1 from contract_schedule s where s.contract_line_id = l.id)),
day as (
  select p.line_id, p.day_from, p.qty, d::date as on_day, date_trunc('week', d)::date as week,
    extract(month from d)::int = any(pr.harvest_months) or cardinality(pr.harvest_months) = 0 as in_season,
    exists (select 1 from contract_schedule s where s.contract_line_id = p.line_id) as scheduled
  from period p join contract_line l on l.id = p.line_id join product pr on pr.id = l.product_id, generate_series(p.day_from, p.day_to, interval '1 day') d),
counted as (
  select line_id, day_from, qty, week from day d
  where scheduled or in_season or not exists (select 1 from day x where x.line_id = d.line_id and x.day_from = d.day_from and x.in_season)),
share as (
  select line_id, day_from, week, trunc(qty * sum(count(*)) over upto / sum(count(*)) over whole, 3)
    - coalesce(trunc(qty * (sum(count(*)) over upto - count(*)) / sum(count(*)) over whole, 3), 0) as qty
  from counted group by line_id, day_from, qty, week
  window upto as (partition by line_id, day_from order by week), whole as (partition by line_id, day_from))
select gen_random_uuid(), c.seller_org_id, c.buyer_org_id, l.product_id, 'SCHEDULE', c.id, l.id, s.week, sum(s.qty), sum(s.qty)
from share s join contract_line l on l.id = s.line_id join contract c on c.id = l.contract_id
where c.status in ('SIGNED', 'ACTIVE') group by c.id, l.id, s.week having sum(s.qty) > 0;

-- A cooperative's own, and the Alliance's to watch; what is shown to others is derived by the books of supply.
do $$
declare
  wall record;
  own text := '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())';
begin
  for wall in
    select * from (values ('harvest_window'), ('harvest_forecast'), ('stock_lot'), ('lot_balance'), ('stock_entry'), ('stock_hold'), ('supply_promise'), ('lot_stage'))
      as walls (tbl)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, own, own);
  end loop;
end $$;
