-- Case work of the Alliance on agreements: the file, the diary of calls and promises, the action plan.

CREATE TABLE "case_entry" ("id" uuid NOT NULL, "mou_id" uuid NOT NULL, "kind" text NOT NULL, "happened_on" date NOT NULL, "with_org_id" uuid, "text" text NOT NULL, "promised_for" date, "recorded_by" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "case_entry_promise_has_day" CHECK ((kind = 'PROMISE') = (promised_for is not null)), CONSTRAINT "case_entry_kind_known" CHECK (kind in ('CALL','VISIT','MEETING','PROMISE','NOTE')), CONSTRAINT "PK_2264e07583fc659a744ccf84cdb" PRIMARY KEY ("id"));
CREATE INDEX "case_entry_promised" ON "case_entry"  ("promised_for") WHERE promised_for is not null;
CREATE INDEX "case_entry_mou" ON "case_entry"  ("mou_id", "happened_on") ;
CREATE TABLE "case_file" ("mou_id" uuid NOT NULL, "owner_id" uuid, "next_action" text, "next_action_on" date, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "case_file_next_action_has_day" CHECK ((next_action is null) = (next_action_on is null)), CONSTRAINT "PK_92632e28e0d0412a12b8b601cd6" PRIMARY KEY ("mou_id"));
CREATE INDEX "case_file_next" ON "case_file"  ("next_action_on") WHERE next_action_on is not null;
CREATE TABLE "plan_task" ("id" uuid NOT NULL, "mou_id" uuid NOT NULL, "title" text NOT NULL, "responsible_org_id" uuid, "due_on" date NOT NULL, "state" text NOT NULL DEFAULT 'OPEN', "outcome" text, "evidence_file_id" uuid, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_by" uuid, "ended_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "plan_task_ended_with_evidence" CHECK (state = 'OPEN' or (ended_at is not null and (outcome is not null or evidence_file_id is not null))), CONSTRAINT "plan_task_state_known" CHECK (state in ('OPEN','DONE','DROPPED')), CONSTRAINT "PK_c1075f70debd8c46630dbb63536" PRIMARY KEY ("id"));
CREATE INDEX "plan_task_open" ON "plan_task"  ("due_on") WHERE state = 'OPEN';
CREATE INDEX "plan_task_mou" ON "plan_task"  ("mou_id", "due_on") ;
ALTER TABLE "case_entry" ADD CONSTRAINT "FK_f14d8274b2b07e07a6e020d78ed" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "case_entry" ADD CONSTRAINT "FK_93e7bcb72aa1277e4b91ef74dab" FOREIGN KEY ("with_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "case_entry" ADD CONSTRAINT "FK_72900242e26c610c75e438eefc1" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "case_file" ADD CONSTRAINT "FK_92632e28e0d0412a12b8b601cd6" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "case_file" ADD CONSTRAINT "FK_7105ae8ac39f9e25bd8a4ada354" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "plan_task" ADD CONSTRAINT "FK_25bde9f91561e6746cdf6dacd7a" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "plan_task" ADD CONSTRAINT "FK_a28ebc2cacd18106b1a53539af4" FOREIGN KEY ("responsible_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "plan_task" ADD CONSTRAINT "FK_9d018d88250252c2ef63ca0ef21" FOREIGN KEY ("evidence_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "plan_task" ADD CONSTRAINT "FK_a90989c22d7996bca9ce8304fbc" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "plan_task" ADD CONSTRAINT "FK_123f8a16378a7d92af37cba9065" FOREIGN KEY ("ended_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

create trigger case_entry_insert_only before update or delete on case_entry for each row execute function refuse_change();
create trigger case_entry_no_truncate before truncate on case_entry for each statement execute function refuse_change();

do $$
declare
  tbl text;
begin
  foreach tbl in array array['case_file', 'case_entry', 'plan_task'] loop
    execute format('alter table %I enable row level security', tbl);
    execute format('alter table %I force row level security', tbl);
    execute format('create policy parties_only on %I using ((select app_scope()) in (''alliance'', ''system'')) with check ((select app_scope()) in (''alliance'', ''system''))', tbl);
  end loop;
end $$;
