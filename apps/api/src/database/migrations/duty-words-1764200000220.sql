-- What a body tells of its own duties, until the Alliance has confirmed or returned it.
CREATE TABLE "duty_word" ("id" uuid NOT NULL, "duty_id" uuid NOT NULL, "org_id" uuid NOT NULL, "step" text NOT NULL, "text" text NOT NULL, "happened_on" date NOT NULL, "doc_no" text, "doc_date" date, "file_id" uuid, "by_user" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "status" text NOT NULL DEFAULT 'WAITING', "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "reason" text, "record_id" uuid, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "duty_word_decided" CHECK ((status = 'WAITING') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (status = 'RETURNED') = (reason is not null) and (status = 'CONFIRMED') = (record_id is not null)), CONSTRAINT "duty_word_doc" CHECK ((doc_no is null) = (doc_date is null)), CONSTRAINT "duty_word_status_known" CHECK (status in ('WAITING','CONFIRMED','RETURNED')), CONSTRAINT "duty_word_step_known" CHECK (step in ('progress','complete')), CONSTRAINT "PK_18634304768428957c9cfe9b9b9" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "duty_word_waiting" ON "duty_word" ("duty_id", "org_id") WHERE status = 'WAITING';
CREATE INDEX "duty_word_org" ON "duty_word" ("org_id", "at");
ALTER TABLE "duty_word" ADD CONSTRAINT "FK_adb21ac489812c2a92f18339f56" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_word" ADD CONSTRAINT "FK_b9af1986eea2218df27765378fd" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_word" ADD CONSTRAINT "FK_9c9536a8089bd9fc5e38bed677e" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_word" ADD CONSTRAINT "FK_47ad5dc8d171fda292ae154ce10" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_word" ADD CONSTRAINT "FK_7f3e34f1c79d239bde33ae07376" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "duty_word" ADD CONSTRAINT "FK_2808b2d8f6e0111ee8dbb2d1f1e" FOREIGN KEY ("record_id") REFERENCES "duty_record"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Its own body's and the Alliance's. Where a duty stands is also for the body it was laid on, or its successor.
alter table duty_word enable row level security;
alter table duty_word force row level security;
create policy parties_only on duty_word using ((select app_scope()) in ('alliance', 'system') or org_id = (select app_org()))
  with check ((select app_scope()) in ('alliance', 'system') or org_id = (select app_org()));
create policy actor_reads on duty_task for select using (exists (select 1 from duty d where d.id = duty_id and (d.org_id = (select app_org())
  or exists (select 1 from organization_succession s where s.predecessor_id = d.org_id and s.successor_id = (select app_org())))));
