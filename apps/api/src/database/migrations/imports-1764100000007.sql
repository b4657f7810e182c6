-- Spreadsheets that bring things in: the file, its rows, and what each thing was before and after.

CREATE TABLE "import_batch" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "kind" text NOT NULL, "file_name" text NOT NULL, "file_sha256" text NOT NULL, "status" text NOT NULL DEFAULT 'UPLOADED', "headers" jsonb NOT NULL DEFAULT '[]', "mapping" jsonb NOT NULL DEFAULT '[]', "mode" text, "rows_total" integer NOT NULL DEFAULT '0', "rows_done" integer NOT NULL DEFAULT '0', "to_create" integer NOT NULL DEFAULT '0', "to_update" integer NOT NULL DEFAULT '0', "to_skip" integer NOT NULL DEFAULT '0', "with_errors" integer NOT NULL DEFAULT '0', "cancel_asked" boolean NOT NULL DEFAULT false, "refusal" jsonb, "created_by" uuid NOT NULL, "committed_by" uuid, "committed_at" TIMESTAMP WITH TIME ZONE, "reverted_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "import_batch_counts" CHECK (rows_done >= 0 and rows_total >= 0), CONSTRAINT "import_batch_mode_known" CHECK (mode in ('VALID_ONLY','ALL_OR_NOTHING')), CONSTRAINT "import_batch_status_known" CHECK (status in ('UPLOADED','READING','MATCHING','CHECKED','COMMITTING','COMMITTED','REVERTED','REJECTED','CANCELLED','FAILED')), CONSTRAINT "import_batch_kind_known" CHECK (kind in ('PRODUCTS','PRICES','LOTS','CERTIFICATES')), CONSTRAINT "PK_f408daa3bbc77ffc37eca041312" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "import_batch_open" ON "import_batch"  ("org_id", "kind", "file_sha256") WHERE status in ('UPLOADED','READING','MATCHING','CHECKED','COMMITTING');
CREATE INDEX "import_batch_org" ON "import_batch"  ("org_id", "id") ;
CREATE TABLE "import_change" ("id" uuid NOT NULL, "batch_id" uuid NOT NULL, "target_id" uuid NOT NULL, "row_no" integer NOT NULL, "before" jsonb, "after" jsonb, "undone_at" TIMESTAMP WITH TIME ZONE, "kept_reason" text, CONSTRAINT "PK_4ec4e29f6c6086cae5d2e48be12" PRIMARY KEY ("id"));
CREATE INDEX "import_change_target" ON "import_change"  ("target_id") ;
CREATE UNIQUE INDEX "import_change_batch" ON "import_change"  ("batch_id", "target_id") ;
CREATE TABLE "import_row" ("batch_id" uuid NOT NULL, "row_no" integer NOT NULL, "cells" jsonb NOT NULL, "key" text NOT NULL DEFAULT '', "outcome" text, "errors" jsonb NOT NULL DEFAULT '[]', CONSTRAINT "import_row_outcome_known" CHECK (outcome in ('CREATE','UPDATE','SKIP','ERROR')), CONSTRAINT "PK_8e28f4cb20f851bd67030358f7f" PRIMARY KEY ("batch_id", "row_no"));
CREATE INDEX "import_row_key" ON "import_row"  ("batch_id", "key", "row_no") ;
ALTER TABLE "product" ADD "seller_sku" text;
ALTER TABLE "import_batch" ADD CONSTRAINT "FK_98530fe0fc6a7eb82277d0d4549" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "import_batch" ADD CONSTRAINT "FK_5078328f7f761c97f66161e1381" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "import_batch" ADD CONSTRAINT "FK_4c6ee998b45badd214282180370" FOREIGN KEY ("committed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "import_change" ADD CONSTRAINT "FK_c7dbfae7e600d81259844c6f55a" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "import_row" ADD CONSTRAINT "FK_c5ad9fecee10e5acbb69b5a6215" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What a seller's files call a product: one product for one code, however its letters are written.
create unique index product_seller_sku on product (org_id, lower(seller_sku)) where seller_sku is not null;

-- A file holds its organization's prices: not even the Alliance reads it.
do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('import_batch', '(select app_scope()) = ''system'' or org_id = (select app_org())'),
      ('import_row', '(select app_scope()) = ''system'' or exists (select 1 from import_batch where import_batch.id = batch_id)'),
      ('import_change', '(select app_scope()) = ''system'' or exists (select 1 from import_batch where import_batch.id = batch_id)')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
