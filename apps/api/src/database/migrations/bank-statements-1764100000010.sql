-- Bank statements of sellers; drafted by commands/draft-migration and read by people.
CREATE TABLE "bank_line" ("id" uuid NOT NULL, "statement_id" uuid NOT NULL, "org_id" uuid NOT NULL, "row_no" integer NOT NULL, "booked_on" date NOT NULL, "amount" bigint NOT NULL, "allocated" bigint NOT NULL DEFAULT '0', "memo" text NOT NULL, "bank_reference" text, "fingerprint" text NOT NULL, "state" text NOT NULL, "review_reason" text, "ignored_reason" text, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "bank_line_ignored_with_reason" CHECK ((state = 'IGNORED') = (ignored_reason is not null)), CONSTRAINT "bank_line_amounts" CHECK (amount > 0 and allocated between 0 and amount), CONSTRAINT "bank_line_state_known" CHECK (state in ('REVIEW','SETTLED','IGNORED')), CONSTRAINT "PK_f76fef957a7bc606251ca27b4e1" PRIMARY KEY ("id"));
CREATE INDEX "bank_line_queue" ON "bank_line"  ("org_id", "state", "id") ;
CREATE UNIQUE INDEX "bank_line_once" ON "bank_line"  ("org_id", "fingerprint") ;
CREATE TABLE "bank_statement" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "file_name" text NOT NULL, "sha256" text NOT NULL, "credits" integer NOT NULL, "fresh" integer NOT NULL, "uploaded_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_a2f8f739ec54fbcb8600ced0816" PRIMARY KEY ("id"));
CREATE INDEX "bank_statement_org" ON "bank_statement"  ("org_id", "id") ;
ALTER TABLE "payment" ADD "bank_line_id" uuid;
CREATE INDEX "payment_bank_line" ON "payment"  ("bank_line_id") ;
ALTER TABLE "bank_line" ADD CONSTRAINT "FK_c8197b44c5cdf021e30debd791f" FOREIGN KEY ("statement_id") REFERENCES "bank_statement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_line" ADD CONSTRAINT "FK_ffc68ea46e035dca99358c5200f" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_line" ADD CONSTRAINT "FK_d1632a3ca17dda0c1ccf21e12dd" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_statement" ADD CONSTRAINT "FK_0c7c5d568a5507f61f44db784f1" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bank_statement" ADD CONSTRAINT "FK_d315488c025323a84eb75ee9e43" FOREIGN KEY ("uploaded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "payment" ADD CONSTRAINT "FK_0a275fb749a27a840f33fb7f700" FOREIGN KEY ("bank_line_id") REFERENCES "bank_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Only the account's owner and the system: not even the Alliance reads a bank statement.
do $$
declare
  wall text;
  own text := '(select app_scope()) = ''system'' or org_id = (select app_org())';
begin
  foreach wall in array array['bank_statement', 'bank_line'] loop
    execute format('alter table %I enable row level security', wall);
    execute format('alter table %I force row level security', wall);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall, own, own);
  end loop;
end $$;
