-- The word of each side that the Alliance may read the prices of an agreement; a word taken back stays on record.
CREATE TABLE "price_consent" ("id" uuid NOT NULL, "mou_id" uuid NOT NULL, "org_id" uuid NOT NULL, "given_by" uuid NOT NULL, "given_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_on" date NOT NULL, "revoked_by" uuid, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "price_consent_revoked_by_somebody" CHECK ((revoked_at is null) = (revoked_by is null)), CONSTRAINT "PK_acc4e2c356f4ed59806e09f39a7" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "price_consent_standing" ON "price_consent" ("mou_id", "org_id") WHERE revoked_at is null;
ALTER TABLE "price_consent" ADD CONSTRAINT "FK_b47caaa04301a7328cf99763ae4" FOREIGN KEY ("mou_id") REFERENCES "mou"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "price_consent" ADD CONSTRAINT "FK_5f10e5b6c977f0445de1727e1f4" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "price_consent" ADD CONSTRAINT "FK_940a55a774b4344a9a216980e53" FOREIGN KEY ("given_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "price_consent" ADD CONSTRAINT "FK_68a49fea8624df666eb6e212559" FOREIGN KEY ("revoked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Read by the parties of the agreement and the Alliance; written by each side for itself alone.
alter table price_consent enable row level security;
alter table price_consent force row level security;
create policy parties_read on price_consent for select using ((select app_scope()) in ('alliance', 'system') or exists (select 1 from mou where mou.id = mou_id));
create policy own_word on price_consent using ((select app_scope()) = 'system' or org_id = (select app_org())) with check ((select app_scope()) = 'system' or org_id = (select app_org()));
