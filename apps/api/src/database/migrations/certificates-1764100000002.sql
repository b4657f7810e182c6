-- A paper's life (kinds as data, returned, corrected, revoked, superseded) and its reminders; what buyers ask of a product's file.
-- Tables with forced row-level security are changed here as the platform itself.
select set_config('app.scope', 'system', true);

CREATE TABLE "certificate_kind" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "scope" text NOT NULL, "replaces_older" boolean NOT NULL DEFAULT false, "is_public" boolean NOT NULL DEFAULT false, "buyers_see_scan" boolean NOT NULL DEFAULT false, "position" integer NOT NULL, CONSTRAINT "certificate_kind_scope_known" CHECK (scope in ('ORGANIZATION','PRODUCT','EITHER')), CONSTRAINT "PK_f0fbf74bf0876de0e42133f416d" PRIMARY KEY ("code"));
CREATE TABLE "certificate_reminder" ("certificate_id" uuid NOT NULL, "days" integer NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_bd6d54e856454aaabb25d442414" PRIMARY KEY ("certificate_id", "days"));
ALTER TABLE "certificate" ADD "score_hundredths" integer;
ALTER TABLE "certificate" ADD "criteria_version" text;
ALTER TABLE "certificate" ADD "decided_on" date;
ALTER TABLE "certificate" ADD "issuer_level" text;
ALTER TABLE "certificate" ADD "legal_basis" text;
ALTER TABLE "certificate" ADD "declared_by" uuid;
ALTER TABLE "certificate" ADD "return_reason" text;
ALTER TABLE "certificate" ADD "revoked_on" date;
ALTER TABLE "certificate" ADD "revoked_by" uuid;
ALTER TABLE "certificate" ADD "revoke_reason" text;
ALTER TABLE "certificate" ADD "revoke_file_id" uuid;
ALTER TABLE "certificate" ADD "superseded_by" uuid;
ALTER TABLE "certificate" ADD "superseded_on" date;
CREATE INDEX "certificate_ends" ON "certificate"  ("expires_on", "id") WHERE status = 'VERIFIED' and superseded_by is null;
CREATE INDEX "certificate_waiting" ON "certificate"  ("created_at", "id") WHERE status = 'DECLARED';
ALTER TABLE "certificate" DROP CONSTRAINT "certificate_status_known";
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_status_known" CHECK (status in ('DECLARED','RETURNED','VERIFIED','REVOKED','WITHDRAWN'));
-- The reference loader names the kinds right after; what is in use must exist before the key can.
insert into certificate_kind (code, name_vi, name_en, scope, replaces_older, is_public, position)
  select distinct kind, kind, kind, 'EITHER', false, true, 999 from certificate;
update certificate set revoked_on = coalesce((verified_at at time zone 'Asia/Ho_Chi_Minh')::date, issued_on), revoke_reason = 'Không ghi lý do' where status = 'REVOKED';

ALTER TABLE "certificate" ADD CONSTRAINT "certificate_revoked_with_reason" CHECK ((status = 'REVOKED') = (revoked_on is not null) and (revoked_on is null or revoke_reason is not null));
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_returned_with_reason" CHECK (status <> 'RETURNED' or return_reason is not null);
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_two_persons" CHECK (verified_by is null or declared_by is null or verified_by <> declared_by);
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_issuer_level_known" CHECK (issuer_level is null or issuer_level in ('DISTRICT','PROVINCE','CENTRAL'));
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_score_range" CHECK (score_hundredths is null or (stars is not null and score_hundredths between 0 and 10000));
ALTER TABLE "certificate_reminder" ADD CONSTRAINT "FK_5bb7969dece9ed1d3a082774f69" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "certificate" ADD CONSTRAINT "FK_5b88c75dcaeed2b0ac2ec3856c4" FOREIGN KEY ("kind") REFERENCES "certificate_kind"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "certificate" ADD CONSTRAINT "FK_6251ec7b0b4f3274dda0ed4f184" FOREIGN KEY ("declared_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "certificate" ADD CONSTRAINT "FK_f16bb5b2ef94fc621c4121c0bac" FOREIGN KEY ("revoked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "certificate" ADD CONSTRAINT "FK_dd6c123f873544e0725c9e7a6c0" FOREIGN KEY ("revoke_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "certificate" ADD CONSTRAINT "FK_cc61e52e68307ff59ab0bd09f06" FOREIGN KEY ("superseded_by") REFERENCES "certificate"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "buyer_checklist" ("buyer_org_id" uuid NOT NULL, "saved_by" uuid NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_98cd7748d67ee664a897b3548c7" PRIMARY KEY ("buyer_org_id"));
CREATE TABLE "buyer_requirement" ("buyer_org_id" uuid NOT NULL, "code" text NOT NULL, "evidence" text NOT NULL, "only_groups" text array NOT NULL, "note" text, CONSTRAINT "buyer_requirement_evidence_known" CHECK (evidence in ('COMPUTED','ATTESTED','VERIFIED')), CONSTRAINT "PK_55b0017228618161a8bebe65824" PRIMARY KEY ("buyer_org_id", "code"));
CREATE TABLE "requirement_type" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "kinds" text array NOT NULL, "fact" text, "applies" jsonb NOT NULL, "template_evidence" text NOT NULL, "is_usual" boolean NOT NULL DEFAULT false, "position" integer NOT NULL, CONSTRAINT "requirement_type_evidence_known" CHECK (template_evidence in ('COMPUTED','ATTESTED','VERIFIED')), CONSTRAINT "requirement_type_provable" CHECK (fact is not null or cardinality(kinds) > 0), CONSTRAINT "PK_c6a86aecf8f20efd8980bdbd4cc" PRIMARY KEY ("code"));
CREATE TABLE "requirement_waiver" ("id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "product_id" uuid, "code" text NOT NULL, "reason" text NOT NULL, "ends_on" date NOT NULL, "granted_by" uuid NOT NULL, "granted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_by" uuid, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "requirement_waiver_ended_by_somebody" CHECK ((ended_at is null) = (ended_by is null)), CONSTRAINT "requirement_waiver_two_sides" CHECK (buyer_org_id <> seller_org_id), CONSTRAINT "PK_d5434131d6f18f5f95b676fa0f1" PRIMARY KEY ("id"));
CREATE INDEX "requirement_waiver_seller" ON "requirement_waiver"  ("seller_org_id") ;
CREATE INDEX "requirement_waiver_sides" ON "requirement_waiver"  ("buyer_org_id", "seller_org_id", "code") ;
CREATE TABLE "ocop_criteria" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "source" text NOT NULL, "parts" jsonb NOT NULL, "valid_from" date NOT NULL, CONSTRAINT "PK_714ddd20ea8d30eae28fa89008c" PRIMARY KEY ("code"));
CREATE TABLE "ocop_self_assessment" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "criteria_code" text NOT NULL, "points" jsonb NOT NULL, "saved_by" uuid NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_ed1aebd26d81abca06e45e9674b" PRIMARY KEY ("id"));
CREATE INDEX "ocop_self_assessment_org" ON "ocop_self_assessment"  ("org_id") ;
CREATE UNIQUE INDEX "ocop_self_assessment_once" ON "ocop_self_assessment"  ("product_id", "criteria_code") ;
ALTER TABLE "buyer_checklist" ADD CONSTRAINT "FK_98cd7748d67ee664a897b3548c7" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_checklist" ADD CONSTRAINT "FK_651082247d6fe808fe60cbdddf0" FOREIGN KEY ("saved_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_requirement" ADD CONSTRAINT "FK_58795fd4623d4ce882866498a01" FOREIGN KEY ("buyer_org_id") REFERENCES "buyer_checklist"("buyer_org_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "buyer_requirement" ADD CONSTRAINT "FK_c49748d9c318dfc99e632bb5f7f" FOREIGN KEY ("code") REFERENCES "requirement_type"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "requirement_waiver" ADD CONSTRAINT "FK_1b2f9eb2d2764d27a92607dd296" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "requirement_waiver" ADD CONSTRAINT "FK_c496d460492b030897bc657cd06" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "requirement_waiver" ADD CONSTRAINT "FK_a183804e56fa8717036f441cce0" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "requirement_waiver" ADD CONSTRAINT "FK_0e04582e57bc5f64acb76656e84" FOREIGN KEY ("code") REFERENCES "requirement_type"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "requirement_waiver" ADD CONSTRAINT "FK_850aadf95dc92a511de411921df" FOREIGN KEY ("granted_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "requirement_waiver" ADD CONSTRAINT "FK_705f6640626feac409baaeb0ac8" FOREIGN KEY ("ended_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ocop_self_assessment" ADD CONSTRAINT "FK_c8bf1d68411fa75f7356e0f7758" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ocop_self_assessment" ADD CONSTRAINT "FK_f386b310bc53e46668f8662744c" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ocop_self_assessment" ADD CONSTRAINT "FK_5d086c9edb0103cee94e5f59b03" FOREIGN KEY ("criteria_code") REFERENCES "ocop_criteria"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ocop_self_assessment" ADD CONSTRAINT "FK_b5397f9e992af54ef6ad943d4ee" FOREIGN KEY ("saved_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

do $$
declare
  wall record;
  -- A seller sees what buyers ask for; another buyer does not.
  sells text := 'exists (select 1 from organization o where o.id = app_org() and (o.kind in (''COOPERATIVE'', ''COOPERATIVE_GROUP'', ''HOUSEHOLD_BUSINESS'')
    or exists (select 1 from product p where p.org_id = o.id and p.status = ''PUBLISHED'')))';
  own text := '(select app_scope()) = ''system'' or buyer_org_id = (select app_org())';
begin
  for wall in
    select * from (values
      ('certificate_reminder', '(select app_scope()) = ''system''', '(select app_scope()) = ''system'''),
      ('buyer_checklist', '(select app_scope()) = ''alliance'' or ' || own || ' or (select ' || sells || ')', own),
      ('buyer_requirement', '(select app_scope()) = ''alliance'' or ' || own || ' or (select ' || sells || ')', own),
      ('requirement_waiver', '(select app_scope()) in (''alliance'', ''system'') or (select app_org()) in (buyer_org_id, seller_org_id)', own),
      ('ocop_self_assessment', '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())', '(select app_scope()) = ''system'' or org_id = (select app_org())')
    ) as walls (tbl, reads, writes)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I for select using (%s)', wall.tbl, wall.reads);
    execute format('create policy parties_write on %I for insert with check (%s)', wall.tbl, wall.writes);
    execute format('create policy parties_change on %I for update using (%s) with check (%s)', wall.tbl, wall.writes, wall.writes);
    execute format('create policy parties_remove on %I for delete using (%s)', wall.tbl, wall.writes);
  end loop;
end $$;
