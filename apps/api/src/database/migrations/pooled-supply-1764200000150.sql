-- Pooled supply: shares of a buyer's line, the call-offs divided among them, and why each member has its part.
select set_config('app.scope', 'system', true);
CREATE TABLE "pool_call_off" ("id" uuid NOT NULL, "pool_id" uuid NOT NULL, "lead_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "qty" numeric(14,3) NOT NULL, "allocated" numeric(14,3) NOT NULL, "shortage" numeric(14,3) NOT NULL, "requested_on" date NOT NULL, "location_id" uuid NOT NULL, "placed_by" uuid NOT NULL, "placed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answer_due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "flowed_at" TIMESTAMP WITH TIME ZONE, "returned" numeric(14,3) NOT NULL DEFAULT '0', "reallocated" numeric(14,3) NOT NULL DEFAULT '0', CONSTRAINT "pool_call_off_flows_once" CHECK (returned >= 0 and reallocated >= 0 and reallocated <= returned and (flowed_at is not null or returned = 0)), CONSTRAINT "pool_call_off_adds_up" CHECK (qty > 0 and shortage >= 0 and allocated > 0 and allocated + shortage = qty), CONSTRAINT "PK_29f695125098a84c8d73e92cd80" PRIMARY KEY ("id"));
CREATE INDEX "pool_call_off_pool" ON "pool_call_off"  ("pool_id", "id") ;
CREATE TABLE "pool_part" ("id" uuid NOT NULL, "call_off_id" uuid NOT NULL, "pool_id" uuid NOT NULL, "share_id" uuid NOT NULL, "member_org_id" uuid NOT NULL, "lead_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "round" integer NOT NULL, "qty" numeric(14,3) NOT NULL, "priority" integer NOT NULL, "weight" numeric(14,3) NOT NULL, "used_before" numeric(14,3) NOT NULL, "cap" numeric(14,3) NOT NULL, "cap_by" text NOT NULL, "capped" boolean NOT NULL DEFAULT false, "divided" numeric(14,3) NOT NULL, "among" numeric(14,3) NOT NULL, "proportion" numeric(14,3) NOT NULL, "added" numeric(14,3) NOT NULL, "order_id" uuid, "order_line_id" uuid, "released" numeric(14,3) NOT NULL DEFAULT '0', "declined" numeric(14,3) NOT NULL DEFAULT '0', CONSTRAINT "pool_part_released" CHECK (released >= 0 and released <= qty and declined >= 0 and declined <= qty), CONSTRAINT "pool_part_ordered" CHECK ((qty = 0) = (order_id is null) and (order_id is null) = (order_line_id is null)), CONSTRAINT "pool_part_cap_reason_known" CHECK (cap_by in ('SHARE','WEEK','AVAILABLE')), CONSTRAINT "pool_part_within_cap" CHECK (qty >= 0 and qty <= cap and proportion + added = qty), CONSTRAINT "pool_part_round_known" CHECK (round in (1, 2)), CONSTRAINT "PK_e9b45526d596aba9c471a5665db" PRIMARY KEY ("id"));
CREATE INDEX "pool_part_share" ON "pool_part"  ("share_id") ;
CREATE INDEX "pool_part_order" ON "pool_part"  ("order_id") WHERE order_id is not null;
CREATE UNIQUE INDEX "pool_part_order_line" ON "pool_part"  ("order_line_id") WHERE order_line_id is not null;
CREATE UNIQUE INDEX "pool_part_once" ON "pool_part"  ("call_off_id", "share_id", "round") ;
CREATE TABLE "supply_pool" ("id" uuid NOT NULL, "mou_id" uuid, "mou_line_id" uuid, "contract_id" uuid, "contract_line_id" uuid, "lead_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "goods" text NOT NULL, "base_unit" text NOT NULL, "case_size" numeric(14,3) NOT NULL, "line_qty" numeric(14,3), "shared_qty" numeric(14,3) NOT NULL DEFAULT '0', "proposed_by_org_id" uuid NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, "close_reason" text, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "supply_pool_closed_whole" CHECK ((closed_at is null) = (close_reason is null)), CONSTRAINT "supply_pool_shares_fit" CHECK (case_size > 0 and shared_qty >= 0 and (line_qty is null or shared_qty <= line_qty)), CONSTRAINT "supply_pool_two_sides" CHECK (lead_org_id <> buyer_org_id), CONSTRAINT "supply_pool_has_a_line" CHECK (mou_line_id is not null or contract_line_id is not null), CONSTRAINT "PK_92325ca8f718251c63e6361c3a7" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "supply_pool_mou_line" ON "supply_pool"  ("mou_line_id", "lead_org_id") WHERE closed_at is null;
CREATE UNIQUE INDEX "supply_pool_contract_line" ON "supply_pool"  ("contract_line_id") WHERE closed_at is null;
CREATE TABLE "supply_share" ("id" uuid NOT NULL, "pool_id" uuid NOT NULL, "member_org_id" uuid NOT NULL, "lead_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "status" text NOT NULL DEFAULT 'OFFERED', "priority" integer NOT NULL, "target_qty" numeric(14,3) NOT NULL, "max_qty" numeric(14,3) NOT NULL, "weekly_max" numeric(14,3), "used_qty" numeric(14,3) NOT NULL DEFAULT '0', "product_id" uuid, "pack_id" uuid, "note" text, "answer_by" date NOT NULL, "offered_by_org_id" uuid NOT NULL, "offered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by" uuid, "reason" text, "agreed_at" TIMESTAMP WITH TIME ZONE, "agreed_by" uuid, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "supply_share_agreed" CHECK ((agreed_at is null) = (agreed_by is null) and (agreed_at is null or status in ('COMMITTED','RELEASED'))), CONSTRAINT "supply_share_committed" CHECK (status <> 'COMMITTED' or (product_id is not null and pack_id is not null and answered_at is not null)), CONSTRAINT "supply_share_cap" CHECK (used_qty >= 0 and used_qty <= max_qty), CONSTRAINT "supply_share_in_order" CHECK (target_qty > 0 and target_qty <= max_qty and (weekly_max is null or weekly_max > 0)), CONSTRAINT "supply_share_priority_sane" CHECK (priority between 1 and 9), CONSTRAINT "supply_share_status_known" CHECK (status in ('OFFERED','COMMITTED','DECLINED','RELEASED')), CONSTRAINT "PK_19af4257a32d2773a646f7b18e1" PRIMARY KEY ("id"));
CREATE INDEX "supply_share_waiting" ON "supply_share"  ("member_org_id", "status") ;
CREATE UNIQUE INDEX "supply_share_member" ON "supply_share"  ("pool_id", "member_org_id") ;
ALTER TABLE "pool_call_off" ADD CONSTRAINT "FK_4c0d683a01eaacc3fc2e98d15e9" FOREIGN KEY ("pool_id") REFERENCES "supply_pool"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_call_off" ADD CONSTRAINT "FK_b290cd8ad66d828ffac72af367d" FOREIGN KEY ("lead_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_call_off" ADD CONSTRAINT "FK_1196d7112d6a3c828d7edf3b510" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_call_off" ADD CONSTRAINT "FK_cd1218beae992f37555ba240873" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_call_off" ADD CONSTRAINT "FK_199faea1106371a96440efb2c82" FOREIGN KEY ("placed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_e095d0664131e2db25cd5cba5a7" FOREIGN KEY ("call_off_id") REFERENCES "pool_call_off"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_471377ee5cdeebe748ded968b0a" FOREIGN KEY ("pool_id") REFERENCES "supply_pool"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_c9d358a417dd8d894e6068e79e9" FOREIGN KEY ("share_id") REFERENCES "supply_share"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_e63e8e25b2623d76bbaceab2a49" FOREIGN KEY ("member_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_b06e2616daa21bd30ffe663a170" FOREIGN KEY ("lead_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_6cc085e621ef79d7561acbcc9d4" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_a0db75b9e8848944c0c6fd1c6ab" FOREIGN KEY ("order_id") REFERENCES "purchase_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_part" ADD CONSTRAINT "FK_4f2a088c0551cc91340a850e28c" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_8f9f1d4a5a729d663340d585ebc" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_11228b02c098e2e36d400053142" FOREIGN KEY ("mou_line_id") REFERENCES "mou_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_860f260e9dbe86d50e4fcb66666" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_52a39f693cf31c0d1e2f2e2d460" FOREIGN KEY ("contract_line_id") REFERENCES "contract_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_8f46c4737d5da04a782d679cee9" FOREIGN KEY ("lead_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_8cc9bce4d3e73688de1135ef04f" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_pool" ADD CONSTRAINT "FK_550a41a09144a2d6268a9ea1c43" FOREIGN KEY ("proposed_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_7d2ddcde7482d6df32b85a8b02f" FOREIGN KEY ("pool_id") REFERENCES "supply_pool"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_ad46b36b42a89dde6aa104cd174" FOREIGN KEY ("member_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_7ad9bb95e5ff9c2b968c8f907ed" FOREIGN KEY ("lead_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_d2622ddb6aa12f1a123d8e9455f" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_be693a7e7746a8ab02e832a49ca" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_85f7828f9311defc067437b639d" FOREIGN KEY ("pack_id") REFERENCES "pack"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_9901b91a90821f2b4c7cde0e075" FOREIGN KEY ("offered_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_24cda9a3936ad444678b78c9889" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "supply_share" ADD CONSTRAINT "FK_2a4bd2ebf9fe67922f2cb86f51e" FOREIGN KEY ("agreed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The parts of a call-off are exactly what it allocated, and what flowed back is exactly what found room.
create function pool_parts_add_up() returns trigger language plpgsql as $$
declare
  call_off pool_call_off;
  first_sum numeric;
  second_sum numeric;
begin
  select * into call_off from pool_call_off where id = new.id;
  select coalesce(sum(qty) filter (where round = 1), 0), coalesce(sum(qty) filter (where round = 2), 0)
    into first_sum, second_sum from pool_part where call_off_id = new.id;
  if first_sum <> call_off.allocated or second_sum <> call_off.reallocated then
    raise exception 'Parts of call-off % add up to % and %, not to % and %', new.id, first_sum, second_sum, call_off.allocated, call_off.reallocated
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger pool_call_off_parts after insert or update on pool_call_off
  deferrable initially deferred for each row execute function pool_parts_add_up();

-- Why a member has its part is never rewritten; only what became of it moves.
create function pool_part_stands() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'released' - 'declined') is distinct from (to_jsonb(old) - 'released' - 'declined') then
    raise exception 'The explanation of a part is insert-only';
  end if;
  return new;
end $$;
create trigger pool_part_stands before update on pool_part for each row execute function pool_part_stands();

do $$
declare
  wall record;
  staff text := '(select app_scope()) in (''alliance'', ''system'')';
begin
  for wall in
    select * from (values
      ('supply_share', staff || ' or (select app_org()) in (member_org_id, lead_org_id, buyer_org_id)'),
      ('supply_pool', staff || ' or (select app_org()) in (lead_org_id, buyer_org_id) or exists (select 1 from supply_share s where s.pool_id = supply_pool.id)'),
      ('pool_call_off', staff || ' or (select app_org()) in (lead_org_id, buyer_org_id) or exists (select 1 from supply_share s where s.pool_id = pool_call_off.pool_id)'),
      ('pool_part', staff || ' or (select app_org()) in (member_org_id, lead_org_id, buyer_org_id)')
    ) as walls(tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
