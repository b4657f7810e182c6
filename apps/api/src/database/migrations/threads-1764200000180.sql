-- One talk for every document; what was said about requests for quotation moves here.
CREATE TABLE "thread" ("id" uuid NOT NULL, "document_type" text NOT NULL, "document_id" uuid NOT NULL, "org_ids" uuid array NOT NULL, "title" text NOT NULL, "link" text NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "thread_of_two_or_more" CHECK (cardinality(org_ids) >= 2), CONSTRAINT "thread_document_known" CHECK (document_type in ('RFQ','ORDER','SHIPMENT','CLAIM','PAYMENT_REQUEST','INVOICE','MOU','CONTRACT','PETITION')), CONSTRAINT "PK_cabc0f3f27d7b1c70cf64623e02" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "thread_document" ON "thread" ("document_type", "document_id");
CREATE TABLE "thread_message" ("id" uuid NOT NULL, "thread_id" uuid NOT NULL, "from_org_id" uuid NOT NULL, "author_id" uuid NOT NULL, "body" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_93b930acb465111c491d8476563" PRIMARY KEY ("id"));
CREATE INDEX "thread_message_newest" ON "thread_message" ("thread_id", "id");
CREATE TABLE "thread_file" ("message_id" uuid NOT NULL, "position" integer NOT NULL, "file_id" uuid NOT NULL, CONSTRAINT "PK_9a631640b89cc27db9394171323" PRIMARY KEY ("message_id", "position"));
CREATE INDEX "thread_file_of_file" ON "thread_file" ("file_id");
CREATE TABLE "thread_read" ("thread_id" uuid NOT NULL, "org_id" uuid NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_by" uuid, CONSTRAINT "PK_e13733f1ceb6529be4b544e708d" PRIMARY KEY ("thread_id", "org_id"));
ALTER TABLE "thread_message" ADD CONSTRAINT "FK_e28e9f6a397ec5fab10ddca24be" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "thread_message" ADD CONSTRAINT "FK_68c8eafee636b032530aa66b8eb" FOREIGN KEY ("from_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "thread_message" ADD CONSTRAINT "FK_8cad52b2ff7aa42f4e21aa407f4" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "thread_file" ADD CONSTRAINT "FK_2b661979549f20e25923315a9dd" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "thread_read" ADD CONSTRAINT "FK_4d1a39b20ec3464740562bd792d" FOREIGN KEY ("read_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A thread of a request hangs on the invitation of one cooperative. The walls are lifted for the time of the move.
select set_config('app.scope', 'system', true);
insert into thread (id, document_type, document_id, org_ids, title, link, last_at)
  select gen_random_uuid(), 'RFQ', i.id, case when i.seller_org_id < i.buyer_org_id then array[i.seller_org_id, i.buyer_org_id] else array[i.buyer_org_id, i.seller_org_id] end,
    r.number || ' “' || r.title || '”', '/rfqs/' || r.id, max(m.at)
  from rfq_message m join rfq_invitee i on i.rfq_id = m.rfq_id and i.seller_org_id = m.seller_org_id join rfq r on r.id = i.rfq_id
  group by i.id, i.seller_org_id, i.buyer_org_id, r.number, r.title, r.id;
insert into thread_message (id, thread_id, from_org_id, author_id, body, at)
  select m.id, t.id, m.from_org_id, m.author_id, m.body, m.at from rfq_message m
  join rfq_invitee i on i.rfq_id = m.rfq_id and i.seller_org_id = m.seller_org_id join thread t on t.document_type = 'RFQ' and t.document_id = i.id;
insert into thread_file (message_id, position, file_id) select id, 1, file_id from rfq_message where file_id is not null;
insert into thread_read (thread_id, org_id, read_at)
  select t.id, side.org_id, side.read_at from thread t join rfq_invitee i on i.id = t.document_id
  cross join lateral (values (i.seller_org_id, i.seller_read_at), (i.buyer_org_id, i.buyer_read_at)) side (org_id, read_at) where side.read_at is not null;
drop table rfq_message;
alter table rfq_invitee drop column seller_read_at, drop column buyer_read_at;

-- What was said stays as it was.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['thread_message', 'thread_file'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', tbl || '_insert_only', tbl);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tbl || '_no_truncate', tbl);
  end loop;
end $$;

-- Who stands in the document reads its talk; nobody else, the Alliance only where it stands in it.
do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('thread', '(select app_scope()) = ''system'' or (select app_org()) = any(org_ids)'),
      ('thread_message', 'exists (select 1 from thread where thread.id = thread_id)'),
      ('thread_file', 'exists (select 1 from thread_message where thread_message.id = message_id)'),
      ('thread_read', 'exists (select 1 from thread where thread.id = thread_id)')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
