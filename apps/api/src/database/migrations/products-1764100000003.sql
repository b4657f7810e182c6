-- Grades, levels of packing, photographs and the wider description of a product.
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

-- What hangs on a product is seen by whoever sees the product.
do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('grade', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from product where product.id = product_id)'),
      ('product_photo', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from product where product.id = product_id)')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
