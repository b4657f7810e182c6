-- Periodic reports: what was told, frozen with its hash, and the part of it that everybody may read.
CREATE TABLE "progress_report" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "event_id" uuid, "period_from" date NOT NULL, "as_of" date NOT NULL, "status" text NOT NULL DEFAULT 'DRAFT', "previous_id" uuid, "number_year" integer, "number_no" integer, "prepared_by" uuid NOT NULL, "prepared_at" TIMESTAMP WITH TIME ZONE NOT NULL, "issued_by" uuid, "issued_on" date, "withdrawn_by" uuid, "withdraw_reason" text, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "progress_report_issued" CHECK ((status = 'ISSUED') = (number_no is not null) and (number_no is null) = (issued_by is null) and (number_no is null) = (issued_on is null)), CONSTRAINT "progress_report_four_eyes" CHECK (issued_by is null or issued_by <> prepared_by), CONSTRAINT "progress_report_period" CHECK (period_from <= as_of), CONSTRAINT "progress_report_status_known" CHECK (status in ('DRAFT','ISSUED','WITHDRAWN')), CONSTRAINT "PK_de44d4f311d5a0132f49f9f0820" PRIMARY KEY ("id"));
CREATE INDEX "progress_report_scope" ON "progress_report" ("event_id", "as_of");
CREATE UNIQUE INDEX "progress_report_number" ON "progress_report" ("number_year", "number_no") WHERE number_no is not null;
CREATE TABLE "report_snapshot" ("report_id" uuid NOT NULL, "content" jsonb NOT NULL, "sha256" text NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "report_snapshot_hash" CHECK (length(sha256) = 64), CONSTRAINT "PK_57db50af11798bc5a3ac7561ebf" PRIMARY KEY ("report_id"));
CREATE TABLE "published_result" ("report_id" uuid NOT NULL, "title" text NOT NULL, "number" text NOT NULL, "as_of" date NOT NULL, "issued_on" date NOT NULL, "results" jsonb NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_1da35628c820b487fbe3087417e" PRIMARY KEY ("report_id"));
ALTER TABLE "progress_report" ADD CONSTRAINT "FK_9c973ee88aa911dc6d973730f66" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "progress_report" ADD CONSTRAINT "FK_4a76aa2fe32851ca6d674f80645" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "progress_report" ADD CONSTRAINT "FK_1e0bbc63cb5d756ec09c0ad3db9" FOREIGN KEY ("previous_id") REFERENCES "progress_report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "progress_report" ADD CONSTRAINT "FK_0f3710f0e06b23dbc81b49da60e" FOREIGN KEY ("prepared_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "progress_report" ADD CONSTRAINT "FK_6da168e0861f83bccbae0806660" FOREIGN KEY ("issued_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "progress_report" ADD CONSTRAINT "FK_d8e4d9aed82489d80ca48bfe5a2" FOREIGN KEY ("withdrawn_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "report_snapshot" ADD CONSTRAINT "FK_57db50af11798bc5a3ac7561ebf" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "published_result" ADD CONSTRAINT "FK_1da35628c820b487fbe3087417e" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What a report said stays said; a report is never edited once issued.
create trigger report_snapshot_insert_only before update or delete on report_snapshot for each row execute function refuse_change();
create trigger report_snapshot_no_truncate before truncate on report_snapshot for each statement execute function refuse_change();
create trigger published_result_insert_only before update or delete on published_result for each row execute function refuse_change();
create trigger published_result_no_truncate before truncate on published_result for each statement execute function refuse_change();
create trigger progress_report_issued_stays before update or delete on progress_report for each row when (old.status = 'ISSUED') execute function refuse_change();

-- The Alliance's own: prices are in none of them, yet who stands where is for the office alone.
alter table progress_report enable row level security;
alter table progress_report force row level security;
create policy alliance_only on progress_report using ((select app_scope()) in ('alliance', 'system')) with check ((select app_scope()) in ('alliance', 'system'));
alter table report_snapshot enable row level security;
alter table report_snapshot force row level security;
create policy alliance_only on report_snapshot using ((select app_scope()) in ('alliance', 'system')) with check ((select app_scope()) in ('alliance', 'system'));
