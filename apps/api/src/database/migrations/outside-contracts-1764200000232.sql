-- A delivery outside the system may belong to a contract's line: it counts there, and for the memorandum's line above it.
select set_config('app.scope', 'system', true);
ALTER TABLE "outside_delivery" ALTER COLUMN "mou_id" DROP NOT NULL;
ALTER TABLE "outside_delivery" ALTER COLUMN "mou_line_id" DROP NOT NULL;
ALTER TABLE "outside_delivery" ADD "contract_id" uuid;
ALTER TABLE "outside_delivery" ADD "contract_line_id" uuid;
CREATE INDEX "outside_delivery_contract" ON "outside_delivery"  ("contract_id", "recorded_at") WHERE contract_id is not null;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "outside_delivery_has_a_line" CHECK ((mou_id is null) = (mou_line_id is null) and (contract_id is null) = (contract_line_id is null) and coalesce(mou_line_id, contract_line_id) is not null);
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_4d5beb61266b411aed458b80a1c" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "outside_delivery" ADD CONSTRAINT "FK_022193b5a910b30e51548bbb237" FOREIGN KEY ("contract_line_id") REFERENCES "contract_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
