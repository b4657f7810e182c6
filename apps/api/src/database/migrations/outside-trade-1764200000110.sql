-- Trade outside the system: a delivery told by one side, the words of both about it, and realisation apart by grade of evidence.
select set_config('app.scope', 'system', true);
CREATE TABLE "outside_delivery" ("id" uuid NOT NULL, "mou_id" uuid NOT NULL, "mou_line_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "state" text NOT NULL DEFAULT 'WAITING', "qty" numeric(14,3) NOT NULL, "delivered_on" date NOT NULL, "has_document" boolean NOT NULL DEFAULT false, "author_org_id" uuid NOT NULL, "answer_by" date NOT NULL, "recorded_by_org_id" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "outside_delivery_two_sides" CHECK (seller_org_id <> buyer_org_id and author_org_id in (seller_org_id, buyer_org_id) and recorded_by_org_id in (seller_org_id, buyer_org_id)), CONSTRAINT "outside_delivery_positive" CHECK (qty > 0), CONSTRAINT "outside_delivery_state_known" CHECK (state in ('WAITING','CONFIRMED','DENIED','DECLARED','WITHDRAWN')), CONSTRAINT "PK_cda28b24d89651f8c12101521e6" PRIMARY KEY ("id"));
CREATE INDEX "outside_delivery_waiting" ON "outside_delivery"  ("answer_by") WHERE state = 'WAITING';
CREATE INDEX "outside_delivery_mou" ON "outside_delivery"  ("mou_id", "recorded_at") ;
CREATE TABLE "outside_word" ("id" uuid NOT NULL, "delivery_id" uuid NOT NULL, "kind" text NOT NULL, "qty" numeric(14,3), "delivered_on" date, "note" text, "file_id" uuid, "file_sha256" text, "org_id" uuid, "user_id" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "outside_word_whole" CHECK ((kind in ('RECORD','CORRECT')) = (qty is not null) and (qty is null) = (delivered_on is null) and (file_id is null) = (file_sha256 is null) and (kind = 'LAPSE') = (org_id is null) and (org_id is null) = (user_id is null)), CONSTRAINT "outside_word_kind_known" CHECK (kind in ('RECORD','CONFIRM','DENY','CORRECT','WITHDRAW','LAPSE')), CONSTRAINT "PK_93fe83cb48302b26e2574cc7fe9" PRIMARY KEY ("id"));
CREATE INDEX "outside_word_history" ON "outside_word"  ("delivery_id", "at") ;
ALTER TABLE "mou_progress" ADD "realisation_bp_a" integer;
ALTER TABLE "mou_progress" ADD "realisation_bp_ab" integer;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_1ddc061fd8fb05efbdd8cac14d5" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_d25277ea46796e1375a3092de50" FOREIGN KEY ("mou_line_id") REFERENCES "mou_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_c55493bc078739bd3057407c510" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_115f282cd2593b9d4740c3974c6" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_5d5601f02ec3bab02e22110dce6" FOREIGN KEY ("author_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_f5b03163840df22f6027b40889e" FOREIGN KEY ("recorded_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_word" ADD CONSTRAINT "FK_eca53bc352d520c4820889faebc" FOREIGN KEY ("delivery_id") REFERENCES "outside_delivery"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_word" ADD CONSTRAINT "FK_0de682c7f9838f907bbb2f61a3a" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_word" ADD CONSTRAINT "FK_ef4e3fe61f7ea34876bc1696c00" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_word" ADD CONSTRAINT "FK_ac9a5b192afa3eea50d5ff4dd45" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Until now every accepted quantity was a receipt of the system, grade A.
update mou_progress set realisation_bp_a = realisation_bp, realisation_bp_ab = realisation_bp;

create trigger outside_word_insert_only before update or delete on outside_word for each row execute function refuse_change();
create trigger outside_word_no_truncate before truncate on outside_word for each statement execute function refuse_change();

do $$
declare
  wall record;
  staff text := '(select app_scope()) in (''alliance'', ''system'')';
begin
  for wall in
    select * from (values
      ('outside_delivery', staff || ' or (select app_org()) in (seller_org_id, buyer_org_id)'),
      ('outside_word', staff || ' or exists (select 1 from outside_delivery d where d.id = delivery_id)')
    ) as walls(tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
