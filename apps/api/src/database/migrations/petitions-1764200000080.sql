-- Petitions of cooperatives: asked, assigned, answered in a report and officially, judged; and the agreements that wait for them.
CREATE TABLE "petition" ("id" uuid NOT NULL, "number" text NOT NULL, "event_id" uuid, "register_no" text, "origin" text NOT NULL, "petitioner_org_id" uuid, "petitioner_name" text, "petitioner_org_ids" uuid array NOT NULL DEFAULT '{}', "content" text, "wanted_outcome" text, "received_on" date, "field_codes" text array NOT NULL DEFAULT '{}', "status" text NOT NULL DEFAULT 'RECEIVED', "department_id" uuid, "named_department_id" uuid, "department_ids" uuid array NOT NULL DEFAULT '{}', "answer_before" date, "reopened" integer NOT NULL DEFAULT '0', "merged_into_id" uuid, "registered_doc_no" text, "registered_doc_date" date, "created_by" uuid, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "petition_reopened" CHECK (reopened >= 0), CONSTRAINT "petition_merged" CHECK ((status = 'MERGED') = (merged_into_id is not null)), CONSTRAINT "petition_assigned" CHECK (status in ('RECEIVED','CLASSIFIED','MERGED') or department_id is not null), CONSTRAINT "petition_register_of_event" CHECK (register_no is null or event_id is not null), CONSTRAINT "petition_origin_known" CHECK (origin in ('REGISTER','COOPERATIVE','ALLIANCE')), CONSTRAINT "petition_status_known" CHECK (status in ('RECEIVED','CLASSIFIED','ASSIGNED','ANSWERED_IN_REPORT','DRAFT_ANSWER','OFFICIAL_ANSWER','ACCEPTED','NOT_SATISFIED','MERGED')), CONSTRAINT "PK_469bc03ae1fe441954bcb2e6a0c" PRIMARY KEY ("id"));
CREATE INDEX "petition_department" ON "petition"  ("department_id", "status") ;
CREATE INDEX "petition_state" ON "petition"  ("status", "id") ;
CREATE UNIQUE INDEX "petition_register" ON "petition"  ("event_id", "register_no") WHERE register_no is not null;
CREATE UNIQUE INDEX "petition_number" ON "petition"  ("number") ;
CREATE TABLE "petition_answer" ("id" uuid NOT NULL, "petition_id" uuid NOT NULL, "round" integer NOT NULL, "kind" text NOT NULL, "department_id" uuid NOT NULL, "doc_no" text, "doc_date" date, "file_id" uuid, "summary" text, "answer_before" date, "by_user" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "petition_answer_official_whole" CHECK (kind <> 'OFFICIAL' or (doc_no is not null and doc_date is not null and file_id is not null)), CONSTRAINT "petition_answer_kind_known" CHECK (kind in ('REPORT','OFFICIAL')), CONSTRAINT "PK_af92f793c0385d88b3557c7b9ca" PRIMARY KEY ("id"));
CREATE INDEX "petition_answer_file" ON "petition_answer"  ("file_id") ;
CREATE INDEX "petition_answer_petition" ON "petition_answer"  ("petition_id", "at") ;
CREATE UNIQUE INDEX "petition_answer_official" ON "petition_answer"  ("petition_id", "round") WHERE kind = 'OFFICIAL';
CREATE TABLE "petition_assignment" ("id" uuid NOT NULL, "petition_id" uuid NOT NULL, "round" integer NOT NULL, "kind" text NOT NULL, "department_id" uuid NOT NULL, "answer_before" date, "reason" text, "by_org_id" uuid, "by_user" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "petition_assignment_reason" CHECK (kind = 'ASSIGN' or reason is not null), CONSTRAINT "petition_assignment_kind_known" CHECK (kind in ('ASSIGN','TRANSFER','REOPEN')), CONSTRAINT "PK_3a2b1a52c48ae8d3f5c265f72db" PRIMARY KEY ("id"));
CREATE INDEX "petition_assignment_petition" ON "petition_assignment"  ("petition_id", "at") ;
CREATE TABLE "petition_block" ("id" uuid NOT NULL, "petition_id" uuid NOT NULL, "mou_id" uuid NOT NULL, "note" text, "linked_by" uuid NOT NULL, "linked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_by" uuid, "ended_at" TIMESTAMP WITH TIME ZONE, "end_reason" text, CONSTRAINT "petition_block_ended" CHECK ((ended_at is null) = (ended_by is null) and (ended_at is null or end_reason is not null)), CONSTRAINT "PK_5e3c931b09400afb2227b0110ba" PRIMARY KEY ("id"));
CREATE INDEX "petition_block_mou" ON "petition_block"  ("mou_id") ;
CREATE UNIQUE INDEX "petition_block_open" ON "petition_block"  ("petition_id", "mou_id") WHERE ended_at is null;
CREATE TABLE "petition_cohort" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "item_count" integer NOT NULL, "petitioner_count" integer NOT NULL, "received_from" date NOT NULL, "received_to" date NOT NULL, "answer_before" date, "answering_org_id" uuid, "source" text NOT NULL, CONSTRAINT "petition_cohort_counts" CHECK (item_count >= petitioner_count and petitioner_count > 0), CONSTRAINT "PK_12fdc84fe83faf1a63a5a1a81e7" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "petition_cohort_event" ON "petition_cohort"  ("event_id") ;
CREATE TABLE "petition_draft" ("petition_id" uuid NOT NULL, "org_id" uuid NOT NULL, "body" text NOT NULL, "prepared_by" uuid NOT NULL, "prepared_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_649bc6a2bc84c868bf8a14c1b5a" PRIMARY KEY ("petition_id"));
CREATE TABLE "petition_feedback" ("id" uuid NOT NULL, "petition_id" uuid NOT NULL, "round" integer NOT NULL, "satisfied" boolean NOT NULL, "note" text, "by_org_id" uuid NOT NULL, "by_user" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_a8d18ca011f13123dc1cdbac13b" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "petition_feedback_once" ON "petition_feedback"  ("petition_id", "round") ;
CREATE TABLE "petition_field" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "usual_org_id" uuid, "position" integer NOT NULL, CONSTRAINT "PK_06d94f187a6876ea824ca0ef6f8" PRIMARY KEY ("code"));
CREATE TABLE "petition_file" ("petition_id" uuid NOT NULL, "file_id" uuid NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_cb348e754b857ebc62adcb25e66" PRIMARY KEY ("petition_id", "file_id"));
CREATE INDEX "petition_file_file" ON "petition_file"  ("file_id") ;
ALTER TABLE "petition" ADD CONSTRAINT "FK_4976366c3d1733ac13fe727ee8b" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition" ADD CONSTRAINT "FK_1dcd2d851cad28678947ac41038" FOREIGN KEY ("petitioner_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition" ADD CONSTRAINT "FK_8614aa349edd50bac6b6d62424d" FOREIGN KEY ("department_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition" ADD CONSTRAINT "FK_262ab1c0f92415343cbf2b35681" FOREIGN KEY ("named_department_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition" ADD CONSTRAINT "FK_ccd9e542626536dcb6fa3c468c0" FOREIGN KEY ("merged_into_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition" ADD CONSTRAINT "FK_23f0fe751479311ef8a5ecc14d9" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_answer" ADD CONSTRAINT "FK_2ca078fb16e5d5cf62cc6572bd8" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_answer" ADD CONSTRAINT "FK_97bed463f99836f1bb648654ba2" FOREIGN KEY ("department_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_answer" ADD CONSTRAINT "FK_245e6bb9588b02443b02469f81b" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_answer" ADD CONSTRAINT "FK_852091fd69e2356a3823b2a54d2" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_assignment" ADD CONSTRAINT "FK_2aa547585fbe43fec30be82df33" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_assignment" ADD CONSTRAINT "FK_8b3330788b811c430f2c929f07d" FOREIGN KEY ("department_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_assignment" ADD CONSTRAINT "FK_5eaabde07fbe7050855d0bb5999" FOREIGN KEY ("by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_assignment" ADD CONSTRAINT "FK_dd8ebffa7e43a05bf2ffaa29702" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_block" ADD CONSTRAINT "FK_51906329ff2ef72e5758e224e6f" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_block" ADD CONSTRAINT "FK_f3c94b3bcfb0191bd9b889109cd" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_block" ADD CONSTRAINT "FK_9bb30c3b3a479e6476600c5be91" FOREIGN KEY ("linked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_block" ADD CONSTRAINT "FK_f15422197149b21b2812b99a97b" FOREIGN KEY ("ended_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_cohort" ADD CONSTRAINT "FK_2613529a66b0f023d09f2622653" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_cohort" ADD CONSTRAINT "FK_004618b7eaf0015d9a0612fcc79" FOREIGN KEY ("answering_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_draft" ADD CONSTRAINT "FK_649bc6a2bc84c868bf8a14c1b5a" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_draft" ADD CONSTRAINT "FK_47497b43b38a98b909526ecc9a6" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_draft" ADD CONSTRAINT "FK_75522eeb2eb8f250e1c19e42f4e" FOREIGN KEY ("prepared_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_feedback" ADD CONSTRAINT "FK_355899f2446fc294ca87c59029c" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_feedback" ADD CONSTRAINT "FK_413ac891e5d030187930d9c3614" FOREIGN KEY ("by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_feedback" ADD CONSTRAINT "FK_ab663d3be84bc3f4146ff303eb7" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_field" ADD CONSTRAINT "FK_0157c928ef94e92ad8602d6a077" FOREIGN KEY ("usual_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_file" ADD CONSTRAINT "FK_f9d071ba8ce21e4953d84cc8c72" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "petition_file" ADD CONSTRAINT "FK_42ab3c232bbb041ae662de25e73" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What was asked, answered and said stays. Only the import that brought an item in may take it out again, as the system.
create function refuse_petition_removal() returns trigger language plpgsql as $$
begin
  if app_scope() = 'system' then return old; end if;
  raise exception '% is insert-only', tg_table_name using errcode = 'restrict_violation';
end $$;
do $$
declare
  tbl text;
begin
  foreach tbl in array array['petition_assignment', 'petition_answer', 'petition_feedback'] loop
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', tbl || '_insert_only', tbl);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tbl || '_no_truncate', tbl);
    execute format('create trigger %I before delete on %I for each row execute function refuse_petition_removal()', tbl || '_no_delete', tbl);
  end loop;
end $$;

-- The petitioners, the bodies that have or had it, and the Alliance; a draft of an answer only the body that writes it.
do $$
declare
  wall record;
  through text := 'exists (select 1 from petition where petition.id = petition_id)';
begin
  for wall in
    select * from (values
      ('petition', '(select app_scope()) in (''alliance'', ''system'') or petitioner_org_ids @> array[(select app_org())] or department_ids @> array[(select app_org())]'),
      ('petition_assignment', through),
      ('petition_answer', through),
      ('petition_feedback', through),
      ('petition_file', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from petition p where p.id = petition_id and (p.petitioner_org_id = (select app_org()) or p.department_ids @> array[(select app_org())]))'),
      ('petition_block', through),
      ('petition_draft', '(select app_scope()) = ''system'' or org_id = (select app_org())')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
create index petition_petitioners on petition using gin (petitioner_org_ids);
create index petition_departments on petition using gin (department_ids);
