-- What a notice asks of everybody: duties and what is known of them, its distribution and who read it, the sector's figures, trainings held.
CREATE TABLE "duty" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "code" text NOT NULL, "section" text NOT NULL, "actor_kind" text NOT NULL, "actor_vi" text NOT NULL, "actor_en" text NOT NULL, "org_id" uuid, "title_vi" text NOT NULL, "title_en" text NOT NULL, "quote" text NOT NULL, "before" date, "continuing" boolean NOT NULL DEFAULT false, "position" integer NOT NULL, CONSTRAINT "duty_named_actor" CHECK ((actor_kind = 'NAMED') = (org_id is not null)), CONSTRAINT "duty_actor_known" CHECK (actor_kind in ('NAMED','ALL_LEVELS','DEPARTMENTS_DISTRICTS','COOPERATIVES','ENTERPRISES','MEDIA')), CONSTRAINT "PK_16bc289cd1d422d96af276d4927" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "duty_code" ON "duty"  ("event_id", "code") ;
CREATE TABLE "duty_task" ("duty_id" uuid NOT NULL, "status" text NOT NULL, "next_move" text, "next_on" date, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "duty_task_next" CHECK ((next_move is null) = (next_on is null)), CONSTRAINT "duty_task_status_known" CHECK (status in ('UNKNOWN','IN_PROGRESS','DONE','NOT_DONE')), CONSTRAINT "PK_8b183124e7ce1ba4525c3d00f29" PRIMARY KEY ("duty_id"));
CREATE TABLE "duty_record" ("id" uuid NOT NULL, "duty_id" uuid NOT NULL, "step" text NOT NULL, "org_id" uuid, "text" text NOT NULL, "happened_on" date NOT NULL, "doc_no" text, "doc_date" date, "file_id" uuid, "by_user" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "duty_record_evidence" CHECK (step <> 'complete' or file_id is not null or doc_no is not null), CONSTRAINT "duty_record_doc" CHECK ((doc_no is null) = (doc_date is null)), CONSTRAINT "duty_record_step_known" CHECK (step in ('progress','complete','miss','reopen')), CONSTRAINT "PK_b5354c7c215b59c2e68a17bcb98" PRIMARY KEY ("id"));
CREATE INDEX "duty_record_duty" ON "duty_record"  ("duty_id", "at") ;
CREATE TABLE "notice_recipient" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "position" integer NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "org_id" uuid, "sender_org_id" uuid, "sender_quote" text, CONSTRAINT "PK_b15ee5aadf4a3ab6c761d909e72" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "notice_recipient_position" ON "notice_recipient"  ("event_id", "position") ;
CREATE TABLE "notice_receipt" ("id" uuid NOT NULL, "recipient_id" uuid NOT NULL, "org_id" uuid NOT NULL, "method" text NOT NULL, "sent_on" date NOT NULL, "sent_by_org_id" uuid NOT NULL, "sent_by" uuid NOT NULL, "read_on" date, "read_by" uuid, "read_note" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "notice_receipt_read" CHECK ((read_on is null) = (read_by is null) and (read_on is null or read_on >= sent_on)), CONSTRAINT "notice_receipt_method_known" CHECK (method in ('PAPER','EMAIL','SYSTEM')), CONSTRAINT "PK_3ef6863aabc811e457abecd30e4" PRIMARY KEY ("id"));
CREATE INDEX "notice_receipt_org" ON "notice_receipt"  ("org_id") ;
CREATE UNIQUE INDEX "notice_receipt_once" ON "notice_receipt"  ("recipient_id", "org_id") ;
CREATE TABLE "sector_indicator" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "unit" text NOT NULL, "position" integer NOT NULL, CONSTRAINT "sector_indicator_unit_known" CHECK (unit in ('COUNT','PEOPLE','BILLION_VND','MILLION_VND')), CONSTRAINT "PK_7d8916492020ff8ab64372c77c2" PRIMARY KEY ("code"));
CREATE TABLE "indicator_value" ("id" uuid NOT NULL, "indicator_code" text NOT NULL, "period" text NOT NULL, "period_end" date NOT NULL, "value" numeric(14,3) NOT NULL, "qualifier" text NOT NULL, "plan" numeric(14,3), "told_plan_bp" integer, "source" text NOT NULL, "revision" integer NOT NULL, "reason" text, "entered_by" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "indicator_value_not_negative" CHECK (value >= 0 and (plan is null or plan > 0)), CONSTRAINT "indicator_value_revision_reason" CHECK (revision = 1 or reason is not null), CONSTRAINT "indicator_value_qualifier_known" CHECK (qualifier in ('EXACT','MORE_THAN','ABOUT')), CONSTRAINT "PK_ea77b6059a4a7f24be8e748d541" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "indicator_value_revision" ON "indicator_value"  ("indicator_code", "period", "revision") ;
CREATE TABLE "training_session" ("id" uuid NOT NULL, "kind" text NOT NULL, "topic" text NOT NULL, "held_on" date NOT NULL, "place" text, "organizer_org_id" uuid NOT NULL, "duty_id" uuid, "attendee_org_ids" uuid array NOT NULL, "people" integer NOT NULL, "file_id" uuid, "recorded_by" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, CONSTRAINT "training_session_people" CHECK (people >= cardinality(attendee_org_ids) and cardinality(attendee_org_ids) > 0), CONSTRAINT "training_session_kind_known" CHECK (kind in ('TRAINING','GUIDANCE')), CONSTRAINT "PK_a17a9657ff5a6e048bfd82c4651" PRIMARY KEY ("id"));
CREATE INDEX "training_session_day" ON "training_session"  ("held_on", "id") ;
ALTER TABLE "duty" ADD CONSTRAINT "FK_1cb2888ccde3a9a0751d334051c" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty" ADD CONSTRAINT "FK_433ed70a6b05544315a0e570d85" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_task" ADD CONSTRAINT "FK_8b183124e7ce1ba4525c3d00f29" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_record" ADD CONSTRAINT "FK_38e9ea4d0b94dd0f5b0c12807aa" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_record" ADD CONSTRAINT "FK_2443af15423b7e7e7ffa3eabe5b" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_record" ADD CONSTRAINT "FK_be759737c1137f7740fa50187e0" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_record" ADD CONSTRAINT "FK_05912c88fc124c59ca95f29730f" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_recipient" ADD CONSTRAINT "FK_31bc41ad67e7d6e00335eef1b92" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_recipient" ADD CONSTRAINT "FK_5a847e052c20dee3943106558d5" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_recipient" ADD CONSTRAINT "FK_3f2f50bece04afe39e6a4c581ca" FOREIGN KEY ("sender_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_receipt" ADD CONSTRAINT "FK_3217cfd8b8d8cd1f79464493ab1" FOREIGN KEY ("recipient_id") REFERENCES "notice_recipient"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_receipt" ADD CONSTRAINT "FK_d4d2e9b2375eb8f45c3fe912cc2" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_receipt" ADD CONSTRAINT "FK_5df8e7ad2c8366d8c2ae88fab51" FOREIGN KEY ("sent_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_receipt" ADD CONSTRAINT "FK_5e5d8581b70850dfad9d1892dbb" FOREIGN KEY ("sent_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_receipt" ADD CONSTRAINT "FK_d1e9465b1871a422c95ba65f1ae" FOREIGN KEY ("read_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "indicator_value" ADD CONSTRAINT "FK_1494ca05adb6a254a6318767c3f" FOREIGN KEY ("entered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "training_session" ADD CONSTRAINT "FK_f1b582e74c95b2c7f8019d38fbc" FOREIGN KEY ("organizer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "training_session" ADD CONSTRAINT "FK_09bfd6f2d76b18d8f70ee31724a" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "training_session" ADD CONSTRAINT "FK_97c9fb76cee15c405fd6a2091ae" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "training_session" ADD CONSTRAINT "FK_73ff72462d46fff5e396b9afce6" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What was learned and told stays; a correction of a figure is its next revision.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['duty_record', 'indicator_value'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', tbl || '_insert_only', tbl);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tbl || '_no_truncate', tbl);
  end loop;
end $$;

-- The notice's words and the sector's figures are public. What is known of a duty is the Alliance's; a receipt also its sender's and its
-- receiver's; a training also of those who held or attended it.
do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('duty_task', '(select app_scope()) in (''alliance'', ''system'')'),
      ('duty_record', '(select app_scope()) in (''alliance'', ''system'')'),
      ('notice_receipt', '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org()) or sent_by_org_id = (select app_org())'),
      ('training_session', '(select app_scope()) in (''alliance'', ''system'') or organizer_org_id = (select app_org()) or attendee_org_ids @> array[(select app_org())]')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
