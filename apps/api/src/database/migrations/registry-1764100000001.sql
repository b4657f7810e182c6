-- The life of an organization (review, suspension, merging), changes of bank accounts, places, successors of offices.

ALTER TABLE "organization" DROP CONSTRAINT "organization_status_known";
ALTER TABLE "organization" ADD CONSTRAINT "organization_status_known" CHECK (status in ('DRAFT','PENDING','ACTIVE','SUSPENDED','CLOSED','MERGED'));
-- A draft may name a tax code that is already known: that is how duplicates are seen. Among living organizations it stays unique.
DROP INDEX "organization_tax_code";
CREATE UNIQUE INDEX "organization_tax_code" ON "organization" ("tax_code") WHERE status in ('ACTIVE','SUSPENDED');
ALTER TABLE "location" DROP CONSTRAINT "location_kind_known";
ALTER TABLE "location" ADD CONSTRAINT "location_kind_known" CHECK (kind in ('FARM','WAREHOUSE','PACKING_HOUSE','DC','STORE','OFFICE'));

CREATE TABLE "bank_account_change" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "bank_bin" text NOT NULL, "bank_name" text NOT NULL, "account_no" text NOT NULL, "account_name" text NOT NULL, "old_account_no" text, "old_bank_name" text, "reason" text NOT NULL, "status" text NOT NULL DEFAULT 'WAITING', "requested_by" uuid NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "holds_until" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_by" uuid, "confirmed_by_org_id" uuid, "confirmed_at" TIMESTAMP WITH TIME ZONE, "applied_at" TIMESTAMP WITH TIME ZONE, "cancelled_by" uuid, "cancelled_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "bank_account_change_held" CHECK (applied_at is null or applied_at >= holds_until), CONSTRAINT "bank_account_change_confirmed" CHECK (status not in ('CONFIRMED','APPLIED') or confirmed_by is not null), CONSTRAINT "bank_account_change_four_eyes" CHECK (confirmed_by is null or confirmed_by <> requested_by), CONSTRAINT "bank_account_change_status_known" CHECK (status in ('WAITING','CONFIRMED','APPLIED','CANCELLED')), CONSTRAINT "PK_fae5789e9cf28ef6ab1e3cfad97" PRIMARY KEY ("id"));
CREATE INDEX "bank_account_change_org" ON "bank_account_change"  ("org_id", "requested_at") ;
CREATE UNIQUE INDEX "bank_account_change_open" ON "bank_account_change"  ("org_id") WHERE status in ('WAITING','CONFIRMED');
CREATE TABLE "organization_merge" ("id" uuid NOT NULL, "duplicate_id" uuid NOT NULL, "survivor_id" uuid NOT NULL, "reason" text NOT NULL, "status" text NOT NULL DEFAULT 'PROPOSED', "proposed_by" uuid NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "decision_note" text, "members_added" integer NOT NULL DEFAULT '0', "version" integer NOT NULL DEFAULT '1', CONSTRAINT "organization_merge_four_eyes" CHECK (status not in ('APPROVED','REFUSED') or (decided_by is not null and decided_by <> proposed_by)), CONSTRAINT "organization_merge_of_two" CHECK (duplicate_id <> survivor_id), CONSTRAINT "organization_merge_status_known" CHECK (status in ('PROPOSED','APPROVED','REFUSED','WITHDRAWN')), CONSTRAINT "PK_3de3f231be38386221b3fc92d57" PRIMARY KEY ("id"));
CREATE INDEX "organization_merge_survivor" ON "organization_merge"  ("survivor_id") ;
CREATE UNIQUE INDEX "organization_merge_open" ON "organization_merge"  ("duplicate_id") WHERE status = 'PROPOSED';
CREATE TABLE "organization_succession" ("id" uuid NOT NULL, "predecessor_id" uuid NOT NULL, "successor_id" uuid NOT NULL, "since" date NOT NULL, "source" text NOT NULL, CONSTRAINT "organization_succession_of_two" CHECK (predecessor_id <> successor_id), CONSTRAINT "PK_43d7c199bd6d898d57698e4bddc" PRIMARY KEY ("id"));
CREATE INDEX "organization_succession_successor" ON "organization_succession"  ("successor_id") ;
CREATE UNIQUE INDEX "organization_succession_pair" ON "organization_succession"  ("predecessor_id", "successor_id") ;
ALTER TABLE "location" ADD "banner_name" text;
ALTER TABLE "location" ADD "opening_hours" text;
ALTER TABLE "location" ADD "contact_name" text;
ALTER TABLE "location" ADD "contact_phone" text;
ALTER TABLE "location" ADD "deactivated_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "location" ADD "version" integer NOT NULL DEFAULT '1';
ALTER TABLE "organization" ADD "registered_on" date;
ALTER TABLE "organization" ADD "status_reason" text;
ALTER TABLE "organization" ADD "status_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "organization" ADD "status_by" uuid;
ALTER TABLE "organization" ADD "verification_method" text;
ALTER TABLE "organization" ADD "verified_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "organization" ADD "verified_by" uuid;
ALTER TABLE "organization" ADD "merged_into_id" uuid;
ALTER TABLE "organization" ADD "email" text;
ALTER TABLE "organization" ADD "website" text;
CREATE INDEX "organization_waiting" ON "organization"  ("status") WHERE status <> 'ACTIVE';
ALTER TABLE "organization" ADD CONSTRAINT "organization_verified_by_somebody" CHECK ((verified_at is null) = (verification_method is null));
ALTER TABLE "organization" ADD CONSTRAINT "organization_merged_into_another" CHECK ((status = 'MERGED') = (merged_into_id is not null) and merged_into_id is distinct from id);
ALTER TABLE "organization" ADD CONSTRAINT "FK_f4be27d6956bfdf927a4b1826dc" FOREIGN KEY ("status_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization" ADD CONSTRAINT "FK_8e7513b84aa84cac8030f1f5895" FOREIGN KEY ("verified_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization" ADD CONSTRAINT "FK_e1023e65e8d9ee082751e3852b4" FOREIGN KEY ("merged_into_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_account_change" ADD CONSTRAINT "FK_d1d8efce357fa8d7fef59385614" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_account_change" ADD CONSTRAINT "FK_52177aac9f54d92093091f74d09" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_account_change" ADD CONSTRAINT "FK_3438d373de0efd9eaf2f976612a" FOREIGN KEY ("confirmed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_account_change" ADD CONSTRAINT "FK_4f21387d70c00ecf31bd45169de" FOREIGN KEY ("confirmed_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_account_change" ADD CONSTRAINT "FK_d361d20cab8a7e108b616a58d58" FOREIGN KEY ("cancelled_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization_merge" ADD CONSTRAINT "FK_3db2c81a56d95a1039e699eef04" FOREIGN KEY ("duplicate_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization_merge" ADD CONSTRAINT "FK_7e41d31cc3634b01b6d916db9d0" FOREIGN KEY ("survivor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization_merge" ADD CONSTRAINT "FK_07dafbf42e053e830d092e3235e" FOREIGN KEY ("proposed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization_merge" ADD CONSTRAINT "FK_eb09b9f1bf25e2c28b3f40c062f" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization_succession" ADD CONSTRAINT "FK_82311f768923d3801813bb61545" FOREIGN KEY ("predecessor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "organization_succession" ADD CONSTRAINT "FK_64e0ef0927a7791cb35f050fad0" FOREIGN KEY ("successor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A name without its legal form, as two registrations of one body are compared: "HTX Núi đá" and "Hợp tác xã Núi Đá" are both "nui da".
create function organization_name_key(name text) returns text language sql immutable strict parallel safe as
$$ select trim(regexp_replace(regexp_replace(public.fold_vietnamese(name), '[^a-z0-9]+', ' ', 'g'),
  '^ ?((lien hiep )?hop tac xa|(lien hiep )?htx|to hop tac|ho kinh doanh|hkd|cong ty (tnhh|co phan|cp)( (mtv|mot thanh vien))?|doanh nghiep tu nhan) ', '')) $$;
create index organization_name_keys on organization using gin (organization_name_key(name) gin_trgm_ops);

-- Succession was one column; it is now a list with the day and the source.
insert into organization_succession (id, predecessor_id, successor_id, since, source)
  select gen_random_uuid(), o.id, o.successor_id, o.valid_to + 1, coalesce(o.source_note, '')
  from organization o where o.successor_id is not null and o.valid_to is not null;
ALTER TABLE "organization" DROP COLUMN "successor_id";

do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('bank_account_change', '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())'),
      ('organization_merge', '(select app_scope()) in (''alliance'', ''system'')')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
