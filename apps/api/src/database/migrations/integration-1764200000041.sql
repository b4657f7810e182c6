-- Keys and webhooks of partner programs; drafted by commands/draft-migration and read by people.
CREATE TABLE "api_token" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "name" text NOT NULL, "prefix" text NOT NULL, "hash" text NOT NULL, "scopes" text array NOT NULL, "created_by" uuid NOT NULL, "expires_on" date, "last_used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_d862311c568d175c26f41bc6f98" PRIMARY KEY ("id"));
CREATE INDEX "api_token_org" ON "api_token"  ("org_id", "id") ;
CREATE UNIQUE INDEX "api_token_hash" ON "api_token"  ("hash") ;
CREATE TABLE "webhook_endpoint" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "url" text NOT NULL, "events" text array NOT NULL, "created_by" uuid NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_6c98112122b2b8a4f3984d2efa8" PRIMARY KEY ("id"));
CREATE INDEX "webhook_endpoint_org" ON "webhook_endpoint"  ("org_id", "id") ;
CREATE TABLE "webhook_delivery" ("id" uuid NOT NULL, "endpoint_id" uuid NOT NULL, "org_id" uuid NOT NULL, "event" text NOT NULL, "event_key" text NOT NULL, "payload" jsonb NOT NULL, "state" text NOT NULL, "tries" integer NOT NULL DEFAULT '0', "last_status" integer, "last_error" text, "last_tried_at" TIMESTAMP WITH TIME ZONE, "next_try_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "webhook_delivery_state_known" CHECK (state in ('WAITING','DELIVERED','FAILED')), CONSTRAINT "PK_b1ae290239a778f12399db91354" PRIMARY KEY ("id"));
CREATE INDEX "webhook_delivery_org" ON "webhook_delivery"  ("org_id", "id") ;
CREATE UNIQUE INDEX "webhook_delivery_once" ON "webhook_delivery"  ("endpoint_id", "event_key") ;
ALTER TABLE "api_token" ADD CONSTRAINT "FK_c9d0ac812c33e5390827112743c" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "api_token" ADD CONSTRAINT "FK_d291af9bf080ecd5ce9f429c415" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "FK_4d4e2becc34fb65e1119f173987" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "FK_40df2e1a9d91942e5c18811e366" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "FK_f53f5aec02217a54927b13e39d9" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "FK_df04d3da4b891165ac6d7c7a23d" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Keys, addresses and logs belong to one organization; nobody else reads them.
do $$
declare
  wall text;
  own text := '(select app_scope()) = ''system'' or org_id = (select app_org())';
begin
  foreach wall in array array['api_token', 'webhook_endpoint', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall, own, own);
  end loop;
end $$;
