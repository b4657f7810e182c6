CREATE TABLE "notification" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "org_id" uuid NOT NULL, "kind" text NOT NULL, "notice_group" text NOT NULL, "key" text NOT NULL, "facts" jsonb NOT NULL, "from_org_id" uuid, "way" text NOT NULL, "mailed_at" TIMESTAMP WITH TIME ZONE, "read_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "notification_way_known" CHECK (way in ('APP','EMAIL','DIGEST')), CONSTRAINT "PK_705b6c7cdf9b2c2ff7ac7872cb7" PRIMARY KEY ("id"));
CREATE INDEX "notification_unread" ON "notification"  ("user_id", "org_id") WHERE read_at is null;
CREATE INDEX "notification_newest" ON "notification"  ("user_id", "org_id", "created_at", "id") ;
CREATE UNIQUE INDEX "notification_once" ON "notification"  ("user_id", "org_id", "kind", "key") ;
ALTER TABLE "notification" ADD CONSTRAINT "FK_928b7aa1754e08e1ed7052cb9d8" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notification" ADD CONSTRAINT "FK_5f548cd7c5e4d4086e517da8ad3" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notification" ADD CONSTRAINT "FK_bfcf277efed9bd04e7a81130925" FOREIGN KEY ("from_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE TABLE "notice_digest" ("user_id" uuid NOT NULL, "day" date NOT NULL, "items" integer NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e28ba6606eedcbf62f5fec35edc" PRIMARY KEY ("user_id", "day"));
CREATE TABLE "notice_preference" ("user_id" uuid NOT NULL, "quiet_from" integer, "quiet_to" integer, "digest_at" integer NOT NULL, "ways" jsonb NOT NULL DEFAULT '{}', "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "notice_preference_minutes" CHECK (digest_at between 0 and 1439 and coalesce(quiet_from, 0) between 0 and 1439 and coalesce(quiet_to, 0) between 0 and 1439), CONSTRAINT "notice_preference_quiet_whole" CHECK ((quiet_from is null) = (quiet_to is null)), CONSTRAINT "PK_4b853ea01827edab254529f11bf" PRIMARY KEY ("user_id"));
ALTER TABLE "notice_digest" ADD CONSTRAINT "FK_2b243a2aedc1282e5f68c89aba2" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_preference" ADD CONSTRAINT "FK_4b853ea01827edab254529f11bf" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A person's own: the organization's other people, the Alliance and every other side stay outside.
create function app_person() returns uuid language sql stable as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('notification', '(select app_scope()) = ''system'' or user_id = (select app_person())'),
      ('notice_preference', '(select app_scope()) = ''system'' or user_id = (select app_person())'),
      ('notice_digest', '(select app_scope()) = ''system'' or user_id = (select app_person())')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy person_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
