-- What a bank is shown of a borrower's trade: by the borrower's consent, as frozen figures, and every look is written down.
CREATE TABLE "evidence_consent" ("id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "bank_org_id" uuid NOT NULL, "borrower_org_id" uuid NOT NULL, "status" text NOT NULL, "asked_scopes" text array NOT NULL DEFAULT '{}', "asked_for" text, "asked_by" uuid, "asked_at" TIMESTAMP WITH TIME ZONE, "scopes" text array NOT NULL DEFAULT '{}', "period_from" date, "expires_on" date, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "note" text, "ended_by" uuid, "ended_at" TIMESTAMP WITH TIME ZONE, "superseded_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "evidence_consent_whole" CHECK (status not in ('GRANTED','REVOKED') or (period_from is not null and expires_on is not null and decided_by is not null and scopes <> '{}')), CONSTRAINT "evidence_consent_status_known" CHECK (status in ('REQUESTED','GRANTED','DECLINED','REVOKED','CANCELLED')), CONSTRAINT "PK_3f1605390309fd89be9cc36bcae" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "evidence_consent_open" ON "evidence_consent"  ("agreement_id") WHERE status in ('REQUESTED','GRANTED') and superseded_at is null;
CREATE INDEX "evidence_consent_agreement" ON "evidence_consent"  ("agreement_id", "id") ;
CREATE TABLE "evidence_pack" ("id" uuid NOT NULL, "consent_id" uuid NOT NULL, "bank_org_id" uuid NOT NULL, "borrower_org_id" uuid NOT NULL, "cut_off" TIMESTAMP WITH TIME ZONE NOT NULL, "content" jsonb NOT NULL, "sha256" text NOT NULL, "made_by" uuid NOT NULL, CONSTRAINT "evidence_pack_hash" CHECK (length(sha256) = 64), CONSTRAINT "PK_516058986aa4592357b623e160d" PRIMARY KEY ("id"));
CREATE INDEX "evidence_pack_consent" ON "evidence_pack"  ("consent_id", "id") ;
CREATE TABLE "evidence_view" ("id" uuid NOT NULL, "pack_id" uuid NOT NULL, "consent_id" uuid NOT NULL, "bank_org_id" uuid NOT NULL, "borrower_org_id" uuid NOT NULL, "form" text NOT NULL, "by_user" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "evidence_view_form_known" CHECK (form in ('SCREEN','JSON','PDF')), CONSTRAINT "PK_8d1b8448f76ca61d7d08ce6a68e" PRIMARY KEY ("id"));
CREATE INDEX "evidence_view_consent" ON "evidence_view"  ("consent_id", "id") ;
ALTER TABLE "evidence_consent" ADD CONSTRAINT "FK_59570742686e113058584ebc535" FOREIGN KEY ("agreement_id") REFERENCES "credit_agreement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_consent" ADD CONSTRAINT "FK_28c8127ce7f4ca8cd7a22db579d" FOREIGN KEY ("bank_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_consent" ADD CONSTRAINT "FK_b2a2b9065f3c93f1e7f3491f7bc" FOREIGN KEY ("borrower_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_consent" ADD CONSTRAINT "FK_fd4837ded0dcd2ab415c17fa615" FOREIGN KEY ("asked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_consent" ADD CONSTRAINT "FK_efcf498e77cc3520163e440a400" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_consent" ADD CONSTRAINT "FK_aa0efd94d26f3b0869792beeba0" FOREIGN KEY ("ended_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_pack" ADD CONSTRAINT "FK_ef26ce9e4c0fd10147939f42067" FOREIGN KEY ("consent_id") REFERENCES "evidence_consent"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_pack" ADD CONSTRAINT "FK_5e2787cee23542d0c5ac295bcce" FOREIGN KEY ("bank_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_pack" ADD CONSTRAINT "FK_38f7408e6c1aec309506e55e943" FOREIGN KEY ("borrower_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_pack" ADD CONSTRAINT "FK_5562cf9dd4e09fdb20cf14a5103" FOREIGN KEY ("made_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_view" ADD CONSTRAINT "FK_48c1d15af9868ff3e59c7c70ff9" FOREIGN KEY ("pack_id") REFERENCES "evidence_pack"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_view" ADD CONSTRAINT "FK_a2c1c1965b9deeb1d84a9f40c08" FOREIGN KEY ("consent_id") REFERENCES "evidence_consent"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_view" ADD CONSTRAINT "FK_6ae373a7a06c230cad10f9f4d9f" FOREIGN KEY ("bank_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_view" ADD CONSTRAINT "FK_a396d1ee33362099de3da5048e8" FOREIGN KEY ("borrower_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "evidence_view" ADD CONSTRAINT "FK_e3f710a7e873c1b2eb4a42a247d" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

create trigger evidence_pack_insert_only before update or delete on evidence_pack for each row execute function refuse_change();
create trigger evidence_pack_no_truncate before truncate on evidence_pack for each statement execute function refuse_change();
create trigger evidence_view_insert_only before update or delete on evidence_view for each row execute function refuse_change();
create trigger evidence_view_no_truncate before truncate on evidence_view for each statement execute function refuse_change();

-- Nobody but the two, not even the Alliance; and figures leave the cooperative only while its consent lives.
do $$
declare
  wall record;
  sides text := '(select app_scope()) = ''system'' or bank_org_id = (select app_org()) or borrower_org_id = (select app_org())';
begin
  for wall in
    select * from (values
      ('evidence_consent', sides),
      ('evidence_pack', '(select app_scope()) = ''system'' or borrower_org_id = (select app_org()) or (bank_org_id = (select app_org()) and exists (
        select 1 from evidence_consent c where c.id = consent_id and c.status = ''GRANTED'' and c.expires_on >= (now() at time zone ''Asia/Ho_Chi_Minh'')::date))'),
      ('evidence_view', sides)
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
