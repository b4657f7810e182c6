-- The later life of signed documents: annexes by consent, pauses, ends with reasons; and what a supply contract says beside its goods.
CREATE TABLE "agreement_proposal" ("id" uuid NOT NULL, "document_type" text NOT NULL, "document_id" uuid NOT NULL, "proposal_no" integer NOT NULL, "amendment_no" integer, "kind" text NOT NULL, "reason" text NOT NULL, "reason_codes" text array NOT NULL DEFAULT '{}', "outcome" text, "until_on" date, "party_org_ids" uuid array NOT NULL, "terms" jsonb NOT NULL DEFAULT '[]', "file_id" uuid, "file_sha256" text, "by_document" boolean NOT NULL DEFAULT false, "state" text NOT NULL DEFAULT 'OPEN', "proposed_by" uuid NOT NULL, "proposed_by_org_id" uuid NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "agreement_proposal_file_whole" CHECK ((file_id is null) = (file_sha256 is null)), CONSTRAINT "agreement_proposal_amendment_agreed" CHECK (amendment_no is null or (kind = 'AMEND' and state = 'AGREED')), CONSTRAINT "agreement_proposal_decided" CHECK ((state = 'OPEN') = (decided_at is null)), CONSTRAINT "agreement_proposal_outcome_known" CHECK (outcome in ('FULFILLED','PARTLY','UNSUCCESSFUL','CANCELLED') and (outcome is null or kind = 'CLOSE')), CONSTRAINT "agreement_proposal_state_known" CHECK (state in ('OPEN','AGREED','DECLINED','WITHDRAWN')), CONSTRAINT "agreement_proposal_kind_known" CHECK (kind in ('AMEND','SUSPEND','RESUME','CLOSE','TERMINATE')), CONSTRAINT "agreement_proposal_document_known" CHECK (document_type in ('MOU','CONTRACT')), CONSTRAINT "PK_0f6690d91362ee81f4db7976450" PRIMARY KEY ("id"));
CREATE INDEX "agreement_proposal_until" ON "agreement_proposal"  ("until_on") WHERE state = 'OPEN';
CREATE UNIQUE INDEX "agreement_proposal_open" ON "agreement_proposal"  ("document_type", "document_id") WHERE state = 'OPEN';
CREATE UNIQUE INDEX "agreement_proposal_amendment" ON "agreement_proposal"  ("document_type", "document_id", "amendment_no") WHERE amendment_no is not null;
CREATE UNIQUE INDEX "agreement_proposal_number" ON "agreement_proposal"  ("document_type", "document_id", "proposal_no") ;
CREATE TABLE "agreement_proposal_line" ("id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "mou_line_id" uuid, "contract_line_id" uuid, "before" jsonb NOT NULL, "after" jsonb NOT NULL, CONSTRAINT "agreement_proposal_line_of_one" CHECK ((mou_line_id is null) <> (contract_line_id is null)), CONSTRAINT "PK_31d88edb57e270d0ff298edf9c2" PRIMARY KEY ("id"));
CREATE TABLE "agreement_proposal_answer" ("id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "org_id" uuid NOT NULL, "user_id" uuid NOT NULL, "answer" text NOT NULL, "reason" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "agreement_proposal_answer_reason" CHECK (answer = 'CONSENT' or reason is not null), CONSTRAINT "agreement_proposal_answer_known" CHECK (answer in ('CONSENT','OBJECT')), CONSTRAINT "PK_31db444cc08236cf425ecc21912" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "agreement_proposal_answer_once" ON "agreement_proposal_answer"  ("proposal_id", "org_id") ;
CREATE TABLE "closing_reason" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "outcomes" text array NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "position" integer NOT NULL, CONSTRAINT "PK_e2fa33d4d6a56d38e995b6bac75" PRIMARY KEY ("code"));
CREATE TABLE "contract_place" ("id" uuid NOT NULL, "contract_id" uuid NOT NULL, "location_id" uuid NOT NULL, "name" text NOT NULL, "address" text NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_c6355ea9c38f12f8e47f0f08b38" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "contract_place_once" ON "contract_place"  ("contract_id", "location_id") ;
ALTER TABLE "contract" ADD "payment_base" text NOT NULL DEFAULT 'INVOICE';
ALTER TABLE "contract" ADD "return_policy" text;
ALTER TABLE "contract" ADD "min_remaining_life_pct" integer;
ALTER TABLE "contract" ADD "notice_days" integer NOT NULL DEFAULT '30';
ALTER TABLE "mou" ADD "renewed_from_id" uuid;
CREATE INDEX "mou_renewed_from" ON "mou"  ("renewed_from_id") WHERE renewed_from_id is not null;
ALTER TABLE "contract" ADD CONSTRAINT "contract_notice_sane" CHECK (notice_days between 0 and 365);
ALTER TABLE "contract" ADD CONSTRAINT "contract_remaining_life_sane" CHECK (min_remaining_life_pct between 0 and 100);
ALTER TABLE "contract" ADD CONSTRAINT "contract_payment_base_known" CHECK (payment_base in ('RECEIPT','INVOICE','MONTH_END'));
ALTER TABLE "mou" ADD CONSTRAINT "mou_outcome_known" CHECK (outcome in ('FULFILLED','PARTLY','UNSUCCESSFUL','CANCELLED'));
ALTER TABLE "agreement_proposal" ADD CONSTRAINT "FK_c26ada104e9cc1cd4604c206657" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal" ADD CONSTRAINT "FK_9affb3e31e58cef36c5a5690e49" FOREIGN KEY ("proposed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal" ADD CONSTRAINT "FK_a6dfe4e67a7557b5ba18d224132" FOREIGN KEY ("proposed_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal_line" ADD CONSTRAINT "FK_f85b602debf4e492a0e923ccdc0" FOREIGN KEY ("proposal_id") REFERENCES "agreement_proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal_line" ADD CONSTRAINT "FK_3ef762c5b28fe41a3023faceddc" FOREIGN KEY ("mou_line_id") REFERENCES "mou_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal_line" ADD CONSTRAINT "FK_3b84a4a73d30199335c22727239" FOREIGN KEY ("contract_line_id") REFERENCES "contract_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal_answer" ADD CONSTRAINT "FK_68824649305ce49dc6288eb4a59" FOREIGN KEY ("proposal_id") REFERENCES "agreement_proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal_answer" ADD CONSTRAINT "FK_3ebd0d5152b725376620fbc031b" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "agreement_proposal_answer" ADD CONSTRAINT "FK_0317a6392434547af4d23a1864a" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "contract_place" ADD CONSTRAINT "FK_93b5b77b2edb4be159a53044c6e" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "contract_place" ADD CONSTRAINT "FK_2e2b9bfaa0d25c948b6717d2f7c" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mou" ADD CONSTRAINT "FK_f9f7e811a468853d7cff20127c6" FOREIGN KEY ("renewed_from_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

create unique index agreement_proposal_line_once on agreement_proposal_line (proposal_id, coalesce(mou_line_id, contract_line_id));
create trigger agreement_proposal_line_insert_only before update or delete on agreement_proposal_line for each row execute function refuse_change();
create trigger agreement_proposal_line_no_truncate before truncate on agreement_proposal_line for each statement execute function refuse_change();
create trigger agreement_proposal_answer_insert_only before update or delete on agreement_proposal_answer for each row execute function refuse_change();
create trigger agreement_proposal_answer_no_truncate before truncate on agreement_proposal_answer for each statement execute function refuse_change();

do $$
declare
  wall record;
  staff text := '(select app_scope()) in (''alliance'', ''system'')';
begin
  for wall in
    select * from (values
      ('agreement_proposal', staff || ' or exists (select 1 from mou where mou.id = document_id) or exists (select 1 from contract where contract.id = document_id)'),
      ('agreement_proposal_line', staff || ' or exists (select 1 from agreement_proposal where agreement_proposal.id = proposal_id)'),
      ('agreement_proposal_answer', staff || ' or exists (select 1 from agreement_proposal where agreement_proposal.id = proposal_id)'),
      ('contract_place', staff || ' or exists (select 1 from contract where contract.id = contract_id)')
    ) as walls(tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
