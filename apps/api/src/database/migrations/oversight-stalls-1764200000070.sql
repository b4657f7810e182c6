-- Alerts of standing still: the rules and reasons as dated data, days off, alerts with their answers.

CREATE TABLE "agreement_alert" ("id" uuid NOT NULL, "mou_id" uuid NOT NULL, "transition" text NOT NULL, "level" text NOT NULL, "level_order" integer NOT NULL, "status" text NOT NULL, "fact" text NOT NULL, "fact_on" date NOT NULL, "fact_ref" text, "days" integer, "limit_days" integer, "share_bp" integer, "limit_bp" integer, "actor" text NOT NULL, "step" text NOT NULL, "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL, "level_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason_code" text, "follow_up_on" date, "cleared_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "agreement_alert_acknowledged_with_reason" CHECK (status <> 'ACKNOWLEDGED' or (reason_code is not null and follow_up_on is not null)), CONSTRAINT "agreement_alert_cleared_by_fact" CHECK ((status = 'CLEARED') = (cleared_at is not null)), CONSTRAINT "agreement_alert_status_known" CHECK (status in ('RAISED','ACKNOWLEDGED','CLEARED')), CONSTRAINT "agreement_alert_level_known" CHECK (level in ('WATCH','RISK','STALLED')), CONSTRAINT "PK_1acdeb82d5278a7981e6cb359a4" PRIMARY KEY ("id"));
CREATE INDEX "agreement_alert_list" ON "agreement_alert"  ("level_order", "raised_at", "id") WHERE cleared_at is null;
CREATE INDEX "agreement_alert_level" ON "agreement_alert"  ("level", "mou_id") WHERE cleared_at is null;
CREATE UNIQUE INDEX "agreement_alert_open" ON "agreement_alert"  ("mou_id", "transition") WHERE cleared_at is null;
CREATE TABLE "alert_answer" ("id" uuid NOT NULL, "alert_id" uuid NOT NULL, "kind" text NOT NULL, "reason_code" text NOT NULL, "next_step" text NOT NULL, "follow_up_on" date NOT NULL, "answered_by" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "alert_answer_kind_known" CHECK (kind in ('ACKNOWLEDGE','SNOOZE')), CONSTRAINT "PK_a513a219a8179d0e8d0807d3894" PRIMARY KEY ("id"));
CREATE INDEX "alert_answer_alert" ON "alert_answer"  ("alert_id", "at") ;
CREATE TABLE "office_day" ("day" date NOT NULL, "kind" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "source" text NOT NULL, CONSTRAINT "office_day_kind_known" CHECK (kind in ('HOLIDAY','WORKED')), CONSTRAINT "PK_b2b6c5bc86b067953985332721b" PRIMARY KEY ("day"));
CREATE TABLE "stall_evaluation" ("mou_id" uuid NOT NULL, "evaluated_on" date NOT NULL, CONSTRAINT "PK_55434e18ae024f1624443f466bd" PRIMARY KEY ("mou_id"));
CREATE TABLE "stall_reason" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "position" integer NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "source" text NOT NULL, CONSTRAINT "PK_9381bd3257bf9eca47531f7c990" PRIMARY KEY ("code"));
CREATE TABLE "stall_rule" ("id" uuid NOT NULL, "event_id" uuid, "transition" text NOT NULL, "variant" text NOT NULL DEFAULT 'ANY', "level" text NOT NULL, "days" integer, "day_count" text NOT NULL, "horizon_days" integer NOT NULL DEFAULT '0', "below_bp" integer, "periods" integer, "interval_pct" integer, "valid_from" date NOT NULL, "valid_to" date, "source" text NOT NULL, "created_by" uuid, CONSTRAINT "stall_rule_sane" CHECK (days >= 0 and horizon_days >= 0 and below_bp between 1 and 10000 and periods > 0 and interval_pct >= 100), CONSTRAINT "stall_rule_count_known" CHECK (day_count in ('WORKING','CALENDAR')), CONSTRAINT "stall_rule_transition_known" CHECK (transition in ('CONTRACT','CALL_OFF','DELIVERY','PACE','EXPIRY')), CONSTRAINT "stall_rule_level_known" CHECK (level in ('WATCH','RISK','STALLED')), CONSTRAINT "PK_66bc16fb757c3b0cb6df573e1dc" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "stall_rule_of_event" ON "stall_rule"  ("event_id", "transition", "variant", "level", "valid_from") ;
CREATE UNIQUE INDEX "stall_rule_general" ON "stall_rule"  ("transition", "variant", "level", "valid_from") WHERE event_id is null;
ALTER TABLE "agreement_alert" ADD CONSTRAINT "FK_e2dd6d16f54c4def0f48a73f057" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "alert_answer" ADD CONSTRAINT "FK_b19711d7e9fd960aa32520ac854" FOREIGN KEY ("alert_id") REFERENCES "agreement_alert"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "alert_answer" ADD CONSTRAINT "FK_9cfb9a124f1ddcb8521b5c7ef53" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stall_evaluation" ADD CONSTRAINT "FK_55434e18ae024f1624443f466bd" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stall_rule" ADD CONSTRAINT "FK_57b04a72f46f732b2dddb679198" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "stall_rule" ADD CONSTRAINT "FK_506bc0eb8bae1c64253a430a966" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

create trigger alert_answer_insert_only before update or delete on alert_answer for each row execute function refuse_change();
create trigger alert_answer_no_truncate before truncate on alert_answer for each statement execute function refuse_change();

do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      -- A party sees that its agreement stands still and whose move it is; only the platform raises and clears.
      ('agreement_alert', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from mou where mou.id = mou_id)'),
      ('alert_answer', '(select app_scope()) in (''alliance'', ''system'')'),
      ('stall_evaluation', '(select app_scope()) in (''alliance'', ''system'')')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
