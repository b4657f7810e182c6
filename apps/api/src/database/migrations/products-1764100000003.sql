-- Grades, levels of packing, photographs and the wider description of a product; prices by buyer and period; changes under review.
select set_config('app.scope', 'system', true);

CREATE TABLE "grade" ("id" uuid NOT NULL, "product_id" uuid NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "spec" jsonb NOT NULL DEFAULT '[]', "position" integer NOT NULL DEFAULT '0', CONSTRAINT "grade_spec_is_a_list" CHECK (jsonb_typeof(spec) = 'array'), CONSTRAINT "PK_58c2176c3ae96bf57daebdbcb5e" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "grade_product" ON "grade"  ("product_id", "code") ;
CREATE TABLE "product_photo" ("id" uuid NOT NULL, "product_id" uuid NOT NULL, "file_id" uuid NOT NULL, "alt_vi" text, "alt_en" text, "position" integer NOT NULL, CONSTRAINT "PK_6c701613676cfa922e429eb1bae" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "product_photo_once" ON "product_photo"  ("product_id", "file_id") ;
DROP INDEX "pack_product";
ALTER TABLE "pack" ADD "grade_id" uuid;
ALTER TABLE "pack" ADD "level" text NOT NULL DEFAULT 'CASE';
ALTER TABLE "pack" ADD "inner_pack_id" uuid;
ALTER TABLE "pack" ADD "net_weight" numeric(12,3);
ALTER TABLE "pack" ADD "tare_weight" numeric(12,3);
ALTER TABLE "pack" ADD "catch_weight" boolean NOT NULL DEFAULT false;
ALTER TABLE "pack" ADD "weight_tolerance_bp" integer;
ALTER TABLE "pack" ADD "position" integer NOT NULL DEFAULT '0';
ALTER TABLE "product" ADD "storage_temp_min" integer;
ALTER TABLE "product" ADD "storage_temp_max" integer;
ALTER TABLE "product" ADD "min_remaining_days" integer;
ALTER TABLE "product" ADD "origin" text;
ALTER TABLE "product" ADD "origin_commune_code" text;
ALTER TABLE "product" ADD "story" text;
ALTER TABLE "product" ADD "traceability_url" text;
-- HS codes are kept as digits: "0810.90" and "081090" are one code.
update product set hs_code = nullif(regexp_replace(hs_code, '[^0-9]', '', 'g'), '') where hs_code is not null;
update product set hs_code = null where length(hs_code) not between 6 and 8;
CREATE INDEX "pack_gtin" ON "pack"  ("gtin") WHERE gtin is not null;
CREATE INDEX "pack_product" ON "pack"  ("product_id", "position") ;
ALTER TABLE "pack" ADD CONSTRAINT "pack_tolerance_sane" CHECK (weight_tolerance_bp between 0 and 5000);
ALTER TABLE "pack" ADD CONSTRAINT "pack_weights_sane" CHECK (net_weight > 0 and tare_weight >= 0);
ALTER TABLE "pack" ADD CONSTRAINT "pack_level_known" CHECK (level in ('INNER','CASE','PALLET'));
ALTER TABLE "product" ADD CONSTRAINT "product_traceability_https" CHECK (traceability_url like 'https://%');
ALTER TABLE "product" ADD CONSTRAINT "product_hs_code_digits" CHECK (hs_code ~ '^[0-9]{6,8}$');
ALTER TABLE "product" ADD CONSTRAINT "product_remaining_life_sane" CHECK (min_remaining_days > 0 and min_remaining_days <= coalesce(shelf_life_days, min_remaining_days));
ALTER TABLE "product" ADD CONSTRAINT "product_temperatures_in_order" CHECK (storage_temp_min <= storage_temp_max);
ALTER TABLE "grade" ADD CONSTRAINT "FK_b379cb05c7eb8e40d762b77a301" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pack" ADD CONSTRAINT "FK_d3f1e2151d4f26a1499c93687de" FOREIGN KEY ("grade_id") REFERENCES "grade"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pack" ADD CONSTRAINT "FK_bacc1a6900829c65757e28db174" FOREIGN KEY ("inner_pack_id") REFERENCES "pack"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "product_photo" ADD CONSTRAINT "FK_1c2de10b5b0450dd13db6574cc7" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "product_photo" ADD CONSTRAINT "FK_8bba3908ba7b623420fbfb2fcba" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
insert into product_photo (id, product_id, file_id, position) select gen_random_uuid(), id, photo_file_id, 0 from product where photo_file_id is not null;

-- Prices: a list price for everybody or for one buyer, by period, with its steps.
create extension if not exists btree_gist;
CREATE TABLE "commercial_terms" ("id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "valid_from" date NOT NULL, "ends_before" date, "front_bp" integer NOT NULL DEFAULT '0', "rebate_bp" integer NOT NULL DEFAULT '0', "dc_bp" integer NOT NULL DEFAULT '0', "promo_bp" integer NOT NULL DEFAULT '0', "fee_per_unit" bigint NOT NULL DEFAULT '0', "note" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "commercial_terms_two_sides" CHECK (seller_org_id <> buyer_org_id), CONSTRAINT "commercial_terms_period_in_order" CHECK (valid_from <= ends_before), CONSTRAINT "commercial_terms_fee_not_negative" CHECK (fee_per_unit >= 0), CONSTRAINT "commercial_terms_shares_sane" CHECK (front_bp between 0 and 9999 and rebate_bp >= 0 and dc_bp >= 0 and promo_bp >= 0 and rebate_bp + dc_bp + promo_bp < 10000), CONSTRAINT "commercial_terms_no_overlap" EXCLUDE USING gist (seller_org_id WITH =, buyer_org_id WITH =, daterange(valid_from, ends_before) WITH &&), CONSTRAINT "PK_047643998546c475783376911b2" PRIMARY KEY ("id"));
CREATE INDEX "commercial_terms_seller" ON "commercial_terms"  ("seller_org_id", "buyer_org_id");
CREATE TABLE "holiday_closure" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "first_day" date NOT NULL, "last_day" date NOT NULL, "message" text NOT NULL, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "cancelled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "holiday_closure_in_order" CHECK (first_day <= last_day), CONSTRAINT "holiday_closure_no_overlap" EXCLUDE USING gist (org_id WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (cancelled_at IS NULL), CONSTRAINT "PK_bedeaff2f0de050072cb8a1c932" PRIMARY KEY ("id"));
CREATE INDEX "holiday_closure_org" ON "holiday_closure"  ("org_id", "last_day");
CREATE TABLE "list_price" ("id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid, "product_id" uuid NOT NULL, "grade_id" uuid, "basis" text NOT NULL DEFAULT 'EXW', "valid_from" date NOT NULL, "ends_before" date, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "list_price_two_sides" CHECK (seller_org_id <> buyer_org_id), CONSTRAINT "list_price_period_in_order" CHECK (valid_from <= ends_before), CONSTRAINT "list_price_basis_known" CHECK (basis in ('EXW','DC','STORE')), CONSTRAINT "list_price_no_overlap" EXCLUDE USING gist (product_id WITH =, coalesce(grade_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
   coalesce(buyer_org_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, basis WITH =, daterange(valid_from, ends_before) WITH &&), CONSTRAINT "PK_706e855a134b65fb30ffe2cc542" PRIMARY KEY ("id"));
CREATE INDEX "list_price_buyer" ON "list_price"  ("buyer_org_id");
CREATE INDEX "list_price_seller" ON "list_price"  ("seller_org_id", "buyer_org_id");
CREATE INDEX "list_price_product" ON "list_price"  ("product_id");
CREATE TABLE "product_change" ("id" uuid NOT NULL, "product_id" uuid NOT NULL, "org_id" uuid NOT NULL, "status" text NOT NULL DEFAULT 'PENDING', "wanted" jsonb NOT NULL, "replaced" jsonb, "note" text, "reason" text, "requested_by" uuid NOT NULL, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "product_change_declined_with_reason" CHECK (status <> 'DECLINED' or reason is not null), CONSTRAINT "product_change_decided" CHECK ((status in ('APPLIED','DECLINED')) = (decided_by is not null)), CONSTRAINT "product_change_status_known" CHECK (status in ('PENDING','APPLIED','DECLINED','WITHDRAWN')), CONSTRAINT "PK_94af3d7cd86fa86e03dd58dfb96" PRIMARY KEY ("id"));
CREATE INDEX "product_change_waiting" ON "product_change"  ("created_at", "id") WHERE status = 'PENDING';
CREATE INDEX "product_change_product" ON "product_change"  ("product_id", "created_at");
CREATE UNIQUE INDEX "product_change_open" ON "product_change"  ("product_id") WHERE status = 'PENDING';
ALTER TABLE "commercial_terms" ADD CONSTRAINT "FK_bfeadc795545e7020949c0b1704" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "commercial_terms" ADD CONSTRAINT "FK_7653f769e1370ba5f5d1dc18bb5" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "holiday_closure" ADD CONSTRAINT "FK_d8ff67d1c35867827e19b28e4ba" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "holiday_closure" ADD CONSTRAINT "FK_1f8ced01d6df3908de684aef5cd" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "list_price" ADD CONSTRAINT "FK_e7ea608e600969954f278e840a4" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "list_price" ADD CONSTRAINT "FK_f2c5d3104a3a82bf9a5cbce4df0" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "list_price" ADD CONSTRAINT "FK_33ffebd508de2eeefcef99107c1" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "list_price" ADD CONSTRAINT "FK_88653200d7d2cce519a296f78eb" FOREIGN KEY ("grade_id") REFERENCES "grade"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "product_change" ADD CONSTRAINT "FK_474d1d6c26da189a767af5228a1" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "product_change" ADD CONSTRAINT "FK_7585b1358dd7bb3ea999fd908e2" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "product_change" ADD CONSTRAINT "FK_2efa34dce8b0ff34e780cb4e740" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "product_change" ADD CONSTRAINT "FK_1009fc6999a406975d0a240d2a6" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The steps that were saved together become one list price. An end is the first day on which a price no longer holds, as before.
ALTER TABLE "price_tier" ADD "list_price_id" uuid;
create temporary table saved_together on commit drop as
  select gen_random_uuid() as id, t.product_id, t.basis, t.valid_from, t.valid_to, t.created_at
  from price_tier t group by t.product_id, t.basis, t.valid_from, t.valid_to, t.created_at;
insert into list_price (id, seller_org_id, product_id, basis, valid_from, ends_before, created_at)
  select s.id, p.org_id, s.product_id, s.basis, s.valid_from, s.valid_to, s.created_at from saved_together s join product p on p.id = s.product_id;
update price_tier t set list_price_id = s.id from saved_together s
  where s.product_id = t.product_id and s.basis = t.basis and s.valid_from = t.valid_from
    and s.valid_to is not distinct from t.valid_to and s.created_at = t.created_at;
ALTER TABLE "price_tier" DROP CONSTRAINT "FK_c4c0a5eb681c021dc2100c93885";
DROP INDEX "price_tier_product";
ALTER TABLE "price_tier" DROP CONSTRAINT "price_tier_basis_known";
ALTER TABLE "price_tier" DROP COLUMN "product_id", DROP COLUMN "valid_from", DROP COLUMN "valid_to", DROP COLUMN "created_at", DROP COLUMN "basis";
ALTER TABLE "price_tier" ALTER COLUMN "list_price_id" SET NOT NULL;
CREATE UNIQUE INDEX "price_tier_step" ON "price_tier"  ("list_price_id", "min_qty_base") ;
ALTER TABLE "price_tier" ADD CONSTRAINT "price_tier_minimum_not_negative" CHECK (min_qty_base >= 0);
ALTER TABLE "price_tier" ADD CONSTRAINT "FK_76e3b3abb9947720815ec0d0b65" FOREIGN KEY ("list_price_id") REFERENCES "list_price"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The steps that hold for this buyer on this day; the same ranks as the domain's standingPrice. A null buyer asks for the general price.
create function standing_tiers(product uuid, grade uuid, buyer uuid, day date)
returns table (list_price_id uuid, buyer_org_id uuid, basis text, valid_from date, ends_before date, min_qty_base numeric, unit_price bigint)
language sql stable as $$
  select l.id, l.buyer_org_id, l.basis, l.valid_from, l.ends_before, t.min_qty_base, t.unit_price
  from (
    select * from list_price p
    where p.product_id = product and p.valid_from <= day and (p.ends_before is null or day < p.ends_before)
      and (p.buyer_org_id is null or p.buyer_org_id = buyer) and (p.grade_id is null or p.grade_id = grade)
    order by p.buyer_org_id is null, p.grade_id is null, array_position(array['EXW', 'DC', 'STORE'], p.basis)
    limit 1
  ) l join price_tier t on t.list_price_id = l.id
$$;

-- What hangs on a product is seen by whoever sees the product. A buyer's own price is for the two of them, and only the seller writes prices;
-- what a seller notes about a buyer's terms is the seller's alone.
do $$
declare
  wall record;
  product_seen text := '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from product where product.id = product_id)';
  seller text := '(select app_scope()) = ''system'' or (select app_org()) = seller_org_id';
  price_seen text := seller || ' or buyer_org_id is null or (select app_org()) = buyer_org_id';
  tier_seen text := '(select app_scope()) = ''system'' or exists (select 1 from list_price where list_price.id = list_price_id)';
  change_seen text := '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())';
begin
  for wall in
    select * from (values
      ('grade', product_seen, product_seen),
      ('product_photo', product_seen, product_seen),
      ('list_price', price_seen, seller),
      ('price_tier', tier_seen, '(select app_scope()) = ''system'' or exists (select 1 from list_price where list_price.id = list_price_id and list_price.seller_org_id = (select app_org()))'),
      ('commercial_terms', seller, seller),
      ('product_change', change_seen, change_seen)
    ) as walls (tbl, seen, written)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.seen, wall.written);
  end loop;
end $$;
