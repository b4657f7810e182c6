-- A truck that several cooperatives share: who rides, where it stops, what room each order holds on it.
select set_config('app.scope', 'system', true);
CREATE TABLE "trip" ("id" uuid NOT NULL, "number" text NOT NULL, "opener_org_id" uuid NOT NULL, "vehicle" text NOT NULL, "driver_name" text NOT NULL, "driver_phone" text NOT NULL, "departs_at" TIMESTAMP WITH TIME ZONE NOT NULL, "capacity_kg" numeric(14,3), "booked_kg" numeric(14,3) NOT NULL DEFAULT '0', "stop_count" integer NOT NULL DEFAULT '0', "note" text, "opened_by" uuid NOT NULL, "cancelled_at" TIMESTAMP WITH TIME ZONE, "cancel_reason" text, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "trip_cancelled_with_reason" CHECK ((cancelled_at is null) = (cancel_reason is null) and (cancelled_at is null or booked_kg = 0)), CONSTRAINT "trip_not_overfilled" CHECK (booked_kg >= 0 and (capacity_kg is null or (capacity_kg > 0 and booked_kg <= capacity_kg))), CONSTRAINT "PK_714c23d558208081dbccb9d9268" PRIMARY KEY ("id"));
CREATE INDEX "trip_opener" ON "trip"  ("opener_org_id", "departs_at") ;
CREATE UNIQUE INDEX "trip_number" ON "trip"  ("number") ;
CREATE TABLE "trip_load" ("id" uuid NOT NULL, "trip_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "order_id" uuid NOT NULL, "loading_stop_id" uuid, "unloading_stop_id" uuid, "weight_kg" numeric(14,3) NOT NULL, "shipment_id" uuid, "booked_by" uuid NOT NULL, "booked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "removed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "trip_load_removed_before_it_left" CHECK ((removed_at is null or shipment_id is null) and (removed_at is not null or (loading_stop_id is not null and unloading_stop_id is not null))), CONSTRAINT "trip_load_weighs" CHECK (weight_kg > 0), CONSTRAINT "PK_7fc291ec2bc631a8abc73fd38fe" PRIMARY KEY ("id"));
CREATE INDEX "trip_load_order" ON "trip_load"  ("order_id") ;
CREATE UNIQUE INDEX "trip_load_booked" ON "trip_load"  ("trip_id", "order_id", "unloading_stop_id") WHERE shipment_id is null and removed_at is null;
CREATE INDEX "trip_load_shipment" ON "trip_load"  ("shipment_id") WHERE shipment_id is not null;
CREATE INDEX "trip_load_trip" ON "trip_load"  ("trip_id") ;
CREATE TABLE "trip_member" ("id" uuid NOT NULL, "trip_id" uuid NOT NULL, "org_id" uuid NOT NULL, "opener_org_id" uuid NOT NULL, "status" text NOT NULL, "reason" text, "invited_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by" uuid, CONSTRAINT "trip_member_status_known" CHECK (status in ('INVITED','JOINED','DECLINED','DROPPED')), CONSTRAINT "PK_1a79a930318c0e2da63e216fc20" PRIMARY KEY ("id"));
CREATE INDEX "trip_member_waiting" ON "trip_member"  ("org_id", "status") ;
CREATE UNIQUE INDEX "trip_member_once" ON "trip_member"  ("trip_id", "org_id") ;
CREATE TABLE "trip_stop" ("id" uuid NOT NULL, "trip_id" uuid NOT NULL, "opener_org_id" uuid NOT NULL, "position" integer NOT NULL, "kind" text NOT NULL, "org_id" uuid NOT NULL, "location_id" uuid, "place_name" text NOT NULL, "address" text, "expected_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "trip_stop_kind_known" CHECK (kind in ('LOAD','UNLOAD') and (kind = 'LOAD' or location_id is not null)), CONSTRAINT "PK_6f5b9be766da3a5119a4c42ef13" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "trip_stop_unloading" ON "trip_stop"  ("trip_id", "location_id") WHERE kind = 'UNLOAD';
CREATE UNIQUE INDEX "trip_stop_loading" ON "trip_stop"  ("trip_id", "org_id") WHERE kind = 'LOAD';
CREATE INDEX "trip_stop_trip" ON "trip_stop"  ("trip_id", "position") ;
ALTER TABLE "trip" ADD CONSTRAINT "FK_a67da27663e3543b14c4ce8affe" FOREIGN KEY ("opener_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip" ADD CONSTRAINT "FK_7c7a38316c08583dc7cc0eefcba" FOREIGN KEY ("opened_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_be35fc6ea4455da012590e9da1b" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_b038ae76e5bbec7ff21a8c4d0ca" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_9a02da7759b27b0e2ffed9c86bb" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_27824f337c996bc752c89ee74ce" FOREIGN KEY ("order_id") REFERENCES "purchase_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_c3cb887df0e2011cc691cf11c97" FOREIGN KEY ("loading_stop_id") REFERENCES "trip_stop"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_8453458049bd5891e055194ef4a" FOREIGN KEY ("unloading_stop_id") REFERENCES "trip_stop"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_d31921bdfc68548c13b52234f33" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_load" ADD CONSTRAINT "FK_f479acc37d9fd5f3e75c09bdb1a" FOREIGN KEY ("booked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_member" ADD CONSTRAINT "FK_f5f53839b6546b02efec40003a1" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_member" ADD CONSTRAINT "FK_9d1683723efc463b17ad90146d5" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_member" ADD CONSTRAINT "FK_4cea5749776d68b50e204523728" FOREIGN KEY ("opener_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_member" ADD CONSTRAINT "FK_1211fe4747dc2e21ce539e76c31" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_stop" ADD CONSTRAINT "FK_a14da50b4875d0abc3a4bbadb4e" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_stop" ADD CONSTRAINT "FK_39062df711e36481d1502570f59" FOREIGN KEY ("opener_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_stop" ADD CONSTRAINT "FK_352484bb0dd05469ec26ab52748" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "trip_stop" ADD CONSTRAINT "FK_a92b648f8c69786fe2ecc349d63" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

do $$
declare
  wall record;
  staff text := '(select app_scope()) in (''alliance'', ''system'')';
begin
  for wall in
    select * from (values
      -- The opener knows who rides and where the truck stops; weights by cooperative reach it through the API alone, an order never.
      ('trip_load', staff || ' or (select app_org()) in (seller_org_id, buyer_org_id)'),
      ('trip_member', staff || ' or (select app_org()) in (org_id, opener_org_id)'),
      ('trip', staff || ' or (select app_org()) = opener_org_id or exists (select 1 from trip_member m where m.trip_id = trip.id)
        or exists (select 1 from trip_load l where l.trip_id = trip.id)'),
      ('trip_stop', staff || ' or (select app_org()) in (org_id, opener_org_id) or exists (select 1 from trip_load l where trip_stop.id in (l.loading_stop_id, l.unloading_stop_id)
        and l.seller_org_id = (select app_org()))')
    ) as walls(tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
