-- Credit agreements: what a paper promises, the steps to the money, and the money, which is a ledger.
CREATE TABLE "credit_agreement" ("id" uuid NOT NULL, "number" text NOT NULL, "event_id" uuid, "register_no" text, "bank_org_id" uuid NOT NULL, "borrower_org_id" uuid NOT NULL, "amount" bigint, "is_secured" boolean, "purpose" text, "term_months" integer, "rate_principle" text, "signed_on" date, "document_file_id" uuid, "attached_by" uuid, "status" text NOT NULL DEFAULT 'RECORDED', "since_on" date NOT NULL, "granted_amount" bigint, "disbursed_amount" bigint NOT NULL DEFAULT '0', "end_reason" text, "recorded_side" text NOT NULL, "recorded_by_org_id" uuid NOT NULL, "recorded_by" uuid, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "credit_agreement_ended" CHECK ((status in ('CLOSED','LAPSED','REFUSED','WITHDRAWN')) = (end_reason is not null)), CONSTRAINT "credit_agreement_register_of_event" CHECK (register_no is null or event_id is not null), CONSTRAINT "credit_agreement_term" CHECK (term_months is null or term_months > 0), CONSTRAINT "credit_agreement_within_limit" CHECK (disbursed_amount >= 0 and (granted_amount is null or disbursed_amount <= granted_amount)), CONSTRAINT "credit_agreement_amounts" CHECK ((amount is null or amount > 0) and (granted_amount is null or granted_amount > 0)), CONSTRAINT "credit_agreement_of_two" CHECK (bank_org_id <> borrower_org_id), CONSTRAINT "credit_agreement_recorded_by_side" CHECK (recorded_side in ('BANK','COOPERATIVE','ALLIANCE')), CONSTRAINT "credit_agreement_status_known" CHECK (status in ('RECORDED','SIGNED','FILED','APPRAISING','APPROVED','GRANTED','CLOSED','LAPSED','REFUSED','WITHDRAWN')), CONSTRAINT "PK_ee9df9d8ffdac98e44acb009e09" PRIMARY KEY ("id"));
CREATE INDEX "credit_agreement_borrower" ON "credit_agreement"  ("borrower_org_id", "status", "id") ;
CREATE INDEX "credit_agreement_bank" ON "credit_agreement"  ("bank_org_id", "status", "id") ;
CREATE UNIQUE INDEX "credit_agreement_register" ON "credit_agreement"  ("event_id", "register_no") WHERE register_no is not null;
CREATE UNIQUE INDEX "credit_agreement_number" ON "credit_agreement"  ("number") ;
CREATE TABLE "credit_disbursement" ("id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "bank_org_id" uuid NOT NULL, "borrower_org_id" uuid NOT NULL, "amount" bigint NOT NULL, "paid_on" date NOT NULL, "doc_no" text, "note" text, "reverses_id" uuid, "by_org_id" uuid NOT NULL, "by_user" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "credit_disbursement_sign" CHECK (amount <> 0 and (amount < 0) = (reverses_id is not null)), CONSTRAINT "PK_bdfa588645f6c6817584f3d0de6" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "credit_disbursement_undone_once" ON "credit_disbursement"  ("reverses_id") WHERE reverses_id is not null;
CREATE INDEX "credit_disbursement_agreement" ON "credit_disbursement"  ("agreement_id", "at") ;
CREATE TABLE "credit_step" ("id" uuid NOT NULL, "agreement_id" uuid NOT NULL, "step" text NOT NULL, "to_status" text NOT NULL, "happened_on" date NOT NULL, "amount" bigint, "reason" text, "note" text, "doc_no" text, "by_org_id" uuid NOT NULL, "for_org_id" uuid, "by_user" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "credit_step_assisted_by_other" CHECK (for_org_id is null or for_org_id <> by_org_id), CONSTRAINT "credit_step_known" CHECK (step in ('confirm','file','appraise','approve','refuse','grant','close','lapse','withdraw')), CONSTRAINT "PK_3210c4bee8da5bf0a57ebb6d3ea" PRIMARY KEY ("id"));
CREATE INDEX "credit_step_agreement" ON "credit_step"  ("agreement_id", "at") ;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_90b491ce948227619ae49d93599" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_2500f7c76d5cf88a6c9d60ab576" FOREIGN KEY ("bank_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_e947999cb0e454ae4efd1f19602" FOREIGN KEY ("borrower_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_627280759db00b5c97d1c55270a" FOREIGN KEY ("document_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_6c557ac269776869a356c11e5bb" FOREIGN KEY ("attached_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_3ec15217c357c3afef33d873880" FOREIGN KEY ("recorded_by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_agreement" ADD CONSTRAINT "FK_845580c433fad9124f54b9cab35" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_disbursement" ADD CONSTRAINT "FK_3b8df00c5333c09b0407c5bc44e" FOREIGN KEY ("agreement_id") REFERENCES "credit_agreement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_disbursement" ADD CONSTRAINT "FK_a3b00e944e36b1883b1381e2011" FOREIGN KEY ("bank_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_disbursement" ADD CONSTRAINT "FK_4455e55254fa64ee20a7c351fef" FOREIGN KEY ("borrower_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_disbursement" ADD CONSTRAINT "FK_771b603aec50d9d492119e0510b" FOREIGN KEY ("reverses_id") REFERENCES "credit_disbursement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_disbursement" ADD CONSTRAINT "FK_104437234b69f161259656c150f" FOREIGN KEY ("by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_disbursement" ADD CONSTRAINT "FK_3ae8abf3742413bb451936359ac" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_step" ADD CONSTRAINT "FK_e09d3525f50051e9f01a2049484" FOREIGN KEY ("agreement_id") REFERENCES "credit_agreement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_step" ADD CONSTRAINT "FK_dccfef49eaeaf944f9c3c15a4e9" FOREIGN KEY ("by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_step" ADD CONSTRAINT "FK_43463e08fa81731559a75b5999b" FOREIGN KEY ("for_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "credit_step" ADD CONSTRAINT "FK_37c4bb8373270a364ac4d166849" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Steps and payments are only added; a mistake in a payment is taken back by its opposite.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['credit_step', 'credit_disbursement'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', tbl || '_insert_only', tbl);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tbl || '_no_truncate', tbl);
  end loop;
end $$;

-- The two sides and the Alliance; of the money paid out the Alliance reads only what it wrote for a bank that has nobody here.
do $$
declare
  wall record;
  sides text := '(select app_scope()) = ''system'' or bank_org_id = (select app_org()) or borrower_org_id = (select app_org())';
begin
  for wall in
    select * from (values
      ('credit_agreement', sides || ' or (select app_scope()) = ''alliance'''),
      ('credit_step', 'exists (select 1 from credit_agreement where credit_agreement.id = agreement_id)'),
      ('credit_disbursement', sides || ' or ((select app_scope()) = ''alliance'' and by_org_id = (select app_org()))')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
