-- The day of a conference: agenda, times and tables for meetings, meetings, interest slips, commendations, pieces of the press.

CREATE TABLE "commendation" ("id" uuid NOT NULL, "event_id" uuid, "org_id" uuid NOT NULL, "title" text NOT NULL, "issuer" text, "decision_no" text, "decision_on" date, "decision_file_id" uuid, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_62d1b6e91e54297aa408e3330d7" PRIMARY KEY ("id"));
CREATE INDEX "commendation_event" ON "commendation"  ("event_id") ;
CREATE INDEX "commendation_org" ON "commendation"  ("org_id") ;
CREATE TABLE "event_slot" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "starts_at" integer NOT NULL, "ends_at" integer NOT NULL, CONSTRAINT "event_slot_in_order" CHECK (starts_at >= 0 and starts_at < ends_at and ends_at <= 1440), CONSTRAINT "PK_2fb2e127e2f9d6aa6bc162904a8" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "event_slot_start" ON "event_slot"  ("event_id", "starts_at") ;
CREATE TABLE "event_talk" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "starts_at" integer, "title" text NOT NULL, "speaker" text, "org_id" uuid, CONSTRAINT "PK_052c1413c110d6fb5bfe4e15fec" PRIMARY KEY ("id"));
CREATE INDEX "event_talk_event" ON "event_talk"  ("event_id", "starts_at", "id") ;
CREATE TABLE "interest_slip" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "booth_id" uuid NOT NULL, "seller_org_id" uuid, "buyer_org_id" uuid NOT NULL, "created_by" uuid NOT NULL, "goods" text NOT NULL, "qty" numeric(14,3), "unit" text, "note" text, "mou_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "interest_slip_qty_positive" CHECK (qty is null or qty > 0), CONSTRAINT "PK_6ace35da701a6a7cde04fc22bf3" PRIMARY KEY ("id"));
CREATE INDEX "interest_slip_buyer" ON "interest_slip"  ("buyer_org_id") ;
CREATE INDEX "interest_slip_seller" ON "interest_slip"  ("seller_org_id") ;
CREATE INDEX "interest_slip_booth" ON "interest_slip"  ("booth_id", "created_at") ;
CREATE TABLE "media_item" ("id" uuid NOT NULL, "event_id" uuid, "outlet" text NOT NULL, "title" text NOT NULL, "url" text NOT NULL, "published_on" date NOT NULL, "product_id" uuid, "mou_id" uuid, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "media_item_url_web" CHECK (url ~ '^https?://'), CONSTRAINT "PK_ca307a9a9117b0c8edc6eb4cd97" PRIMARY KEY ("id"));
CREATE INDEX "media_item_event" ON "media_item"  ("event_id", "published_on") ;
CREATE UNIQUE INDEX "media_item_url" ON "media_item"  ("url") ;
CREATE TABLE "meeting" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "from_org_id" uuid NOT NULL, "to_org_id" uuid NOT NULL, "wish" text, "status" text NOT NULL DEFAULT 'REQUESTED', "slot_id" uuid, "table_no" integer, "requested_by" uuid NOT NULL, "answered_by" uuid, "answered_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "meeting_has_place" CHECK (status <> 'ACCEPTED' or (slot_id is not null and table_no is not null)), CONSTRAINT "meeting_of_two" CHECK (from_org_id <> to_org_id), CONSTRAINT "meeting_status_known" CHECK (status in ('REQUESTED','ACCEPTED','DECLINED','CANCELLED')), CONSTRAINT "PK_dccaf9e4c0e39067d82ccc7bb83" PRIMARY KEY ("id"));
CREATE INDEX "meeting_to" ON "meeting"  ("to_org_id") ;
CREATE UNIQUE INDEX "meeting_open" ON "meeting"  ("event_id", "from_org_id", "to_org_id") WHERE status in ('REQUESTED','ACCEPTED');
CREATE UNIQUE INDEX "meeting_table_once" ON "meeting"  ("slot_id", "table_no") WHERE status = 'ACCEPTED';
ALTER TABLE "event" ADD "table_count" integer;
ALTER TABLE "commendation" ADD CONSTRAINT "FK_a0d540afc3803cfb446caafc1c0" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "commendation" ADD CONSTRAINT "FK_5571c948bde2f08fced4d9d7d61" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "commendation" ADD CONSTRAINT "FK_320856fb02d54105718e41b5832" FOREIGN KEY ("decision_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "commendation" ADD CONSTRAINT "FK_5304119b41e732d5580770b7d07" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "event_slot" ADD CONSTRAINT "FK_d8b47b63401a4330f384764f955" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "event_talk" ADD CONSTRAINT "FK_a63e18d2ccdf32a55c2bede1e53" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "event_talk" ADD CONSTRAINT "FK_e2a1fcd7b1b4dcc113466b2602d" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "interest_slip" ADD CONSTRAINT "FK_20a0999f88ffe030d822d355958" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "interest_slip" ADD CONSTRAINT "FK_60461433da126ee95527bf1a99d" FOREIGN KEY ("booth_id") REFERENCES "booth"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "interest_slip" ADD CONSTRAINT "FK_a77fa93ca7c13a309f05e620664" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "interest_slip" ADD CONSTRAINT "FK_1bdda44548041d659c584d3dd08" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "interest_slip" ADD CONSTRAINT "FK_9ca8f0111d1970f3a8c366f2b0e" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "interest_slip" ADD CONSTRAINT "FK_6168ce7f04b361425ab5b83c601" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "media_item" ADD CONSTRAINT "FK_24c05cc02288bba05161374f657" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "media_item" ADD CONSTRAINT "FK_a989092981b9d603b03ed1f2c24" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "media_item" ADD CONSTRAINT "FK_d006dbe16f0cb2a08c69fe5d713" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "media_item" ADD CONSTRAINT "FK_91aad0097a51c94704d3829b5f0" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "meeting" ADD CONSTRAINT "FK_d94049aa42beca95e52d7e7fb57" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "meeting" ADD CONSTRAINT "FK_bd8d1d22017f22d688cf904d7a6" FOREIGN KEY ("from_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "meeting" ADD CONSTRAINT "FK_0054210a0d5f30d377a06299693" FOREIGN KEY ("to_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "meeting" ADD CONSTRAINT "FK_7a185283cac6b280a290a852faa" FOREIGN KEY ("slot_id") REFERENCES "event_slot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "meeting" ADD CONSTRAINT "FK_b20886932569efc2d1af30cfda4" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "meeting" ADD CONSTRAINT "FK_279028075eef81df609fcbd1cb4" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Meetings and slips are between their two sides and the Alliance; commendations, agenda and press are for everybody.
do $$
declare
  wall record;
  seen text := '(select app_scope()) in (''alliance'', ''system'')';
begin
  for wall in
    select * from (values
      ('meeting', seen || ' or (select app_org()) in (from_org_id, to_org_id)', seen || ' or (select app_org()) in (from_org_id, to_org_id)'),
      ('interest_slip', seen || ' or (select app_org()) in (seller_org_id, buyer_org_id)', seen || ' or (select app_org()) in (seller_org_id, buyer_org_id)'),
      ('media_item', 'true', seen)
    ) as walls (tbl, reads, writes)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.reads, wall.writes);
  end loop;
end $$;
