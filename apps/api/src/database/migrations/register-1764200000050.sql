-- A conference's register as one workbook: its rows, whom its parties are, what it changed and the cell of every value; delegates of a conference.

CREATE TABLE "event_delegate" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "code" text NOT NULL, "full_name" text NOT NULL, "title" text, "org_id" uuid, "org_name" text, "role" text NOT NULL, "phone" text, "attended" boolean, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "event_delegate_role_known" CHECK (role in ('COOPERATIVE','ENTERPRISE','DISTRIBUTOR','SIGNATORY','AUTHORITY','ASSOCIATION','PRESS','OTHER')), CONSTRAINT "PK_a57cc5e9ca2ecba3e8794d6b96a" PRIMARY KEY ("id"));
CREATE INDEX "event_delegate_org" ON "event_delegate"  ("org_id") ;
CREATE UNIQUE INDEX "event_delegate_code" ON "event_delegate"  ("event_id", "code") ;
CREATE TABLE "register_batch" ("id" uuid NOT NULL, "event_id" uuid NOT NULL, "org_id" uuid NOT NULL, "file_name" text NOT NULL, "file_sha256" text NOT NULL, "status" text NOT NULL DEFAULT 'UPLOADED', "mode" text, "sheets" jsonb NOT NULL DEFAULT '[]', "refusal" jsonb, "return_reason" text, "created_by" uuid NOT NULL, "submitted_by" uuid, "submitted_at" TIMESTAMP WITH TIME ZONE, "approved_by" uuid, "approved_at" TIMESTAMP WITH TIME ZONE, "committed_at" TIMESTAMP WITH TIME ZONE, "reverted_by" uuid, "reverted_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "register_batch_approved" CHECK (status not in ('APPROVED','COMMITTED','REVERTED') or approved_by is not null), CONSTRAINT "register_batch_four_eyes" CHECK (approved_by is null or (approved_by <> created_by and approved_by is distinct from submitted_by)), CONSTRAINT "register_batch_mode_known" CHECK (mode in ('VALID_ONLY','ALL_OR_NOTHING')), CONSTRAINT "register_batch_status_known" CHECK (status in ('UPLOADED','VALIDATED','SUBMITTED','APPROVED','COMMITTED','REVERTED','REJECTED','WITHDRAWN')), CONSTRAINT "PK_c040d0140b53c5020cf3c1b4ce3" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "register_batch_open" ON "register_batch"  ("event_id", "file_sha256") WHERE status in ('UPLOADED','VALIDATED','SUBMITTED','APPROVED');
CREATE INDEX "register_batch_event" ON "register_batch"  ("event_id", "id") ;
CREATE TABLE "register_change" ("id" uuid NOT NULL, "batch_id" uuid NOT NULL, "table_name" text NOT NULL, "target_id" uuid NOT NULL, "before" jsonb, "after" jsonb, CONSTRAINT "PK_9cc7ec1c06ee449f341d28f1438" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "register_change_target" ON "register_change"  ("batch_id", "table_name", "target_id") ;
CREATE TABLE "register_match" ("id" uuid NOT NULL, "batch_id" uuid NOT NULL, "code" text NOT NULL, "row_no" integer NOT NULL, "name" text NOT NULL, "tax_code" text, "basis" text NOT NULL, "is_doubtful" boolean NOT NULL DEFAULT false, "candidates" jsonb NOT NULL DEFAULT '[]', "org_id" uuid, "decision" text, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "register_match_decided_by_somebody" CHECK ((decision is null) = (decided_by is null)), CONSTRAINT "register_match_decision_known" CHECK (decision in ('MATCHED','NEW')), CONSTRAINT "register_match_basis_known" CHECK (basis in ('EARLIER','TAX_CODE','REGISTRATION_NO','NAME','NONE')), CONSTRAINT "PK_cc923b9b771930c4e13c532239b" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "register_match_party" ON "register_match"  ("batch_id", "code") ;
CREATE TABLE "register_row" ("batch_id" uuid NOT NULL, "sheet_no" integer NOT NULL, "row_no" integer NOT NULL, "cells" jsonb NOT NULL, "key" text NOT NULL DEFAULT '', "outcome" text, "problems" jsonb NOT NULL DEFAULT '[]', "held_by" jsonb, CONSTRAINT "register_row_outcome_known" CHECK (outcome in ('CREATE','UPDATE','SAME','UNDECIDED','WAITING','EXAMPLE','HELD','ERROR')), CONSTRAINT "PK_6f04aacdbd691a450ad7a6774fd" PRIMARY KEY ("batch_id", "sheet_no", "row_no"));
CREATE INDEX "register_row_outcome" ON "register_row"  ("batch_id", "outcome", "sheet_no", "row_no") ;
CREATE TABLE "register_value" ("id" uuid NOT NULL, "batch_id" uuid NOT NULL, "target_id" uuid NOT NULL, "sheet" text NOT NULL, "item" integer NOT NULL DEFAULT '0', "field" text NOT NULL, "value" text NOT NULL, "sheet_title" text NOT NULL, "cell" text NOT NULL, "scan_page" text, CONSTRAINT "PK_a22bdc24718d5519b335065d638" PRIMARY KEY ("id"));
CREATE INDEX "register_value_target" ON "register_value"  ("target_id", "field", "item") ;
ALTER TABLE "booth" ADD "goods" text;
ALTER TABLE "event" ADD "is_demo" boolean NOT NULL DEFAULT false;
ALTER TABLE "event" ADD "version" integer NOT NULL DEFAULT '1';
ALTER TABLE "event_delegate" ADD CONSTRAINT "FK_3bc9a533ded3f0dbc6f832d2974" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "event_delegate" ADD CONSTRAINT "FK_66ef50c707a0997542eec4593ac" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_batch" ADD CONSTRAINT "FK_9f7ad302b3322cfb4576e88cf2f" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_batch" ADD CONSTRAINT "FK_76765d7356699d095cbc3a06b31" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_batch" ADD CONSTRAINT "FK_98ebd5ea7c6fb340eba904a6742" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_batch" ADD CONSTRAINT "FK_4ed05a323d98ed1101ace2e802d" FOREIGN KEY ("submitted_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_batch" ADD CONSTRAINT "FK_84cbbbf95f7f50715a91eaad7ca" FOREIGN KEY ("approved_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_batch" ADD CONSTRAINT "FK_48502e8a00389c84e9478b173cd" FOREIGN KEY ("reverted_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_change" ADD CONSTRAINT "FK_267f512ade96850b0996741ccf6" FOREIGN KEY ("batch_id") REFERENCES "register_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_match" ADD CONSTRAINT "FK_c1f05cb7415481482c393b17ab7" FOREIGN KEY ("batch_id") REFERENCES "register_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_match" ADD CONSTRAINT "FK_f5fae1ef982034112a18dbe64ba" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_match" ADD CONSTRAINT "FK_10e8405ec740135ec039fa279d1" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_row" ADD CONSTRAINT "FK_8a2ecd4fd8d0e0cbf817a63bd1e" FOREIGN KEY ("batch_id") REFERENCES "register_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "register_value" ADD CONSTRAINT "FK_5b8b0a2c4ba34f74c3df45464fd" FOREIGN KEY ("batch_id") REFERENCES "register_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Delegates are personal data: the Alliance and their own organization read them. A register is the Alliance's own paper.
do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('event_delegate', '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())'),
      ('register_batch', '(select app_scope()) in (''alliance'', ''system'')'),
      ('register_row', '(select app_scope()) in (''alliance'', ''system'')'),
      ('register_match', '(select app_scope()) in (''alliance'', ''system'')'),
      ('register_change', '(select app_scope()) in (''alliance'', ''system'')'),
      ('register_value', '(select app_scope()) in (''alliance'', ''system'')')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;

-- Where a value came from is not rewritten: a later register adds rows of its own.
create trigger register_value_insert_only before update or delete on register_value for each row execute function refuse_change();
create trigger register_value_no_truncate before truncate on register_value for each statement execute function refuse_change();
