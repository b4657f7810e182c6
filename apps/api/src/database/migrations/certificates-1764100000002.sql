-- A paper's life (kinds as data, returned, corrected, revoked, superseded) and its reminders; what buyers ask of a product's file.
-- Tables with forced row-level security are changed here as the platform itself.
select set_config('app.scope', 'system', true);

CREATE TABLE "certificate_kind" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "scope" text NOT NULL, "replaces_older" boolean NOT NULL DEFAULT false, "is_public" boolean NOT NULL DEFAULT false, "position" integer NOT NULL, CONSTRAINT "certificate_kind_scope_known" CHECK (scope in ('ORGANIZATION','PRODUCT','EITHER')), CONSTRAINT "PK_f0fbf74bf0876de0e42133f416d" PRIMARY KEY ("code"));
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

do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('certificate_reminder', '(select app_scope()) = ''system''')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
