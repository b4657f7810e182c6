-- Milestones beside volume, rounds of signing, one-time codes and the evidence of every signature.
CREATE TABLE "mou_obligation" ("id" uuid NOT NULL, "mou_id" uuid NOT NULL, "obligation_no" integer NOT NULL, "title" text NOT NULL, "obliged_org_id" uuid NOT NULL, "due_on" date NOT NULL, CONSTRAINT "mou_obligation_named" CHECK (title <> ''), CONSTRAINT "PK_0578cdb70bcf88ffc502688510e" PRIMARY KEY ("id"));
CREATE INDEX "mou_obligation_due" ON "mou_obligation"  ("due_on") ;
CREATE UNIQUE INDEX "mou_obligation_number" ON "mou_obligation"  ("mou_id", "obligation_no") ;
CREATE TABLE "obligation_event" ("id" uuid NOT NULL, "obligation_id" uuid NOT NULL, "mou_id" uuid NOT NULL, "kind" text NOT NULL, "result" text, "note" text, "file_id" uuid, "file_sha256" text, "org_id" uuid NOT NULL, "user_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "obligation_event_whole" CHECK ((kind in ('CLAIM','ATTEST')) = (result is not null) and (file_id is null) = (file_sha256 is null)), CONSTRAINT "obligation_event_result_known" CHECK (result in ('MET','PARTLY_MET','NOT_MET')), CONSTRAINT "obligation_event_kind_known" CHECK (kind in ('CLAIM','CONFIRM','DISPUTE','ATTEST')), CONSTRAINT "PK_be432aff7c6ff91e275b96e5bcd" PRIMARY KEY ("id"));
CREATE INDEX "obligation_event_history" ON "obligation_event"  ("obligation_id", "at") ;
CREATE TABLE "signing_round" ("id" uuid NOT NULL, "document_type" text NOT NULL, "document_id" uuid NOT NULL, "round_no" integer NOT NULL, "signing_order" text NOT NULL DEFAULT 'ANY', "require_code" boolean NOT NULL DEFAULT false, "expires_on" date, "document_sha256" text NOT NULL, "paper_file_id" uuid, "paper_sha256" text, "paper_bytes" integer, "opened_by" uuid NOT NULL, "opened_by_org_id" uuid NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL DEFAULT 'OPEN', "reason" text, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "signing_round_paper_whole" CHECK ((paper_file_id is null) = (paper_sha256 is null) and (paper_file_id is null) = (paper_bytes is null)), CONSTRAINT "signing_round_closed" CHECK ((state = 'OPEN') = (closed_at is null)), CONSTRAINT "signing_round_document_known" CHECK (document_type in ('MOU','CONTRACT')), CONSTRAINT "signing_round_state_known" CHECK (state in ('OPEN','COMPLETED','REFUSED','LAPSED')), CONSTRAINT "signing_round_order_known" CHECK (signing_order in ('ANY','SEQUENTIAL')), CONSTRAINT "PK_4fa78748057a1438c7aa9f35c7f" PRIMARY KEY ("id"));
CREATE INDEX "signing_round_expiry" ON "signing_round"  ("expires_on") WHERE state = 'OPEN';
CREATE UNIQUE INDEX "signing_round_open" ON "signing_round"  ("document_type", "document_id") WHERE state = 'OPEN';
CREATE UNIQUE INDEX "signing_round_number" ON "signing_round"  ("document_type", "document_id", "round_no") ;
CREATE TABLE "signing_code" ("id" uuid NOT NULL, "document_type" text NOT NULL, "document_id" uuid NOT NULL, "user_id" uuid NOT NULL, "org_id" uuid NOT NULL, "document_sha256" text NOT NULL, "code_hash" text, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tries" integer NOT NULL DEFAULT '0', "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "signing_code_tries" CHECK (tries between 0 and 5), CONSTRAINT "PK_5105fd7416f6cacd418f90844f1" PRIMARY KEY ("id"));
CREATE INDEX "signing_code_newest" ON "signing_code"  ("user_id", "document_id", "requested_at") ;
CREATE TABLE "signature_evidence" ("id" uuid NOT NULL, "document_type" text NOT NULL, "document_id" uuid NOT NULL, "round_no" integer, "kind" text NOT NULL, "method" text, "org_id" uuid, "user_id" uuid, "document_sha256" text, "data" jsonb NOT NULL DEFAULT '{}', "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "signature_evidence_kind_known" CHECK (kind in ('ROUND_OPENED','CODE_ASKED','CODE_SENT','CODE_WRONG','SIGNED','PDF_DESCRIBED','REFUSED','VOIDED','LAPSED','REMINDED')), CONSTRAINT "PK_5f15b82ad49a56bf75f28f0d5a4" PRIMARY KEY ("id"));
CREATE INDEX "signature_evidence_document" ON "signature_evidence"  ("document_type", "document_id", "at") ;
ALTER TABLE "mou_line" ADD "price_principle" text;
ALTER TABLE "mou_line" ADD "price_source" text;
ALTER TABLE "mou_line" ADD "quality_terms" text;
ALTER TABLE "signature" ADD "file_id" uuid;
ALTER TABLE "signature" ADD "inspection" jsonb;
ALTER TABLE "mou_line" ADD CONSTRAINT "mou_line_indexed_by" CHECK (price_principle is distinct from 'INDEXED' or price_source is not null);
ALTER TABLE "mou_line" ADD CONSTRAINT "mou_line_price_principle_known" CHECK (price_principle in ('FIXED','FLOOR','MARKET','INDEXED'));
ALTER TABLE "mou_obligation" ADD CONSTRAINT "FK_d57011ad9fdb2beeee5d4118356" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mou_obligation" ADD CONSTRAINT "FK_bf10c84668f8ff5a4191b1c1cd5" FOREIGN KEY ("obliged_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "obligation_event" ADD CONSTRAINT "FK_dc5b6445ee9d8e1362c269fc19c" FOREIGN KEY ("obligation_id") REFERENCES "mou_obligation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "obligation_event" ADD CONSTRAINT "FK_4f0a0519acf9ac66852ff4ca799" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "obligation_event" ADD CONSTRAINT "FK_8a756c1f1da0178b05a8ff2c747" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "obligation_event" ADD CONSTRAINT "FK_454aeaadc8a0d30b66f139cf52f" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signing_round" ADD CONSTRAINT "FK_2e2854eb9abdda8f2b3af262bc9" FOREIGN KEY ("paper_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signing_round" ADD CONSTRAINT "FK_b6f14bf75fd93a9ec25fac8d5d0" FOREIGN KEY ("opened_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signing_round" ADD CONSTRAINT "FK_b9f662df731de7f048a44bebbd5" FOREIGN KEY ("opened_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signing_code" ADD CONSTRAINT "FK_881ba654c4fd1076654441739c7" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signing_code" ADD CONSTRAINT "FK_311894f9f675866997f09a684ea" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signature_evidence" ADD CONSTRAINT "FK_c4d72dba0acc6ea35276a1daef3" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signature_evidence" ADD CONSTRAINT "FK_6a778159f5335ee37ca75aae004" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signature" ADD CONSTRAINT "FK_976a03a46aaae735b242c80ca55" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "signature" DROP CONSTRAINT "signature_method_known";
ALTER TABLE "signature" ADD CONSTRAINT "signature_method_known" CHECK (method in ('IN_APP','ONE_TIME_CODE','SIGNED_PDF','PAPER_ATTESTED'));
ALTER TABLE "signature" DROP CONSTRAINT "signature_who";
ALTER TABLE "signature" ADD CONSTRAINT "signature_who" CHECK ((method <> 'PAPER_ATTESTED') = (signed_by is not null) and (method = 'PAPER_ATTESTED') = (attested_by is not null));

create trigger obligation_event_insert_only before update or delete on obligation_event for each row execute function refuse_change();
create trigger obligation_event_no_truncate before truncate on obligation_event for each statement execute function refuse_change();
create trigger signature_evidence_insert_only before update or delete on signature_evidence for each row execute function refuse_change();
create trigger signature_evidence_no_truncate before truncate on signature_evidence for each statement execute function refuse_change();

do $$
declare
  wall record;
  staff text := '(select app_scope()) in (''alliance'', ''system'')';
  document text := ' or exists (select 1 from mou where mou.id = document_id) or exists (select 1 from contract where contract.id = document_id)';
begin
  for wall in
    select * from (values
      ('mou_obligation', staff || ' or exists (select 1 from mou where mou.id = mou_id)'),
      ('obligation_event', staff || ' or exists (select 1 from mou where mou.id = mou_id)'),
      ('signing_round', staff || document),
      ('signature_evidence', staff || document),
      -- A code is one person's own: not even the same organization reads it.
      ('signing_code', '(select app_scope()) = ''system'' or user_id = (select app_person())')
    ) as walls(tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
