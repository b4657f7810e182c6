-- A buyer's manager takes a lot with less life left than asked for: asked, decided, carried by the shipment's line.
select set_config('app.scope', 'system', true);
CREATE TABLE "life_waiver" ("id" uuid NOT NULL, "order_id" uuid NOT NULL, "order_line_id" uuid, "lot_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "lot_code" text NOT NULL, "goods" text NOT NULL, "expires_on" date NOT NULL, "arrives_on" date NOT NULL, "min_days" integer NOT NULL, "status" text NOT NULL, "note" text NOT NULL, "asked_by" uuid NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason" text, "valid_until" date, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "life_waiver_with_reason" CHECK (decided_by is null or reason is not null), CONSTRAINT "life_waiver_until_a_day" CHECK ((status in ('GRANTED','ENDED')) = (valid_until is not null)), CONSTRAINT "life_waiver_decided_by_somebody" CHECK ((status in ('ASKED','WITHDRAWN')) = (decided_by is null)), CONSTRAINT "life_waiver_status_known" CHECK (status in ('ASKED','GRANTED','REFUSED','WITHDRAWN','ENDED')), CONSTRAINT "PK_1f6dde8557a93a6a134ad684faa" PRIMARY KEY ("id"));
CREATE INDEX "life_waiver_asked" ON "life_waiver"  ("buyer_org_id") WHERE status = 'ASKED';
CREATE INDEX "life_waiver_order" ON "life_waiver"  ("order_id", "id");
ALTER TABLE "shipment_line" ADD "life_waiver_id" uuid;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_a255fecfd50942ed432ceb43058" FOREIGN KEY ("order_id") REFERENCES "purchase_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_2524732cfa4551424752ce30b0d" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_2fb98de2c6a6d794b797139a6ff" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_2dac47507214e83c469000ef8ef" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_3794ea83629d3e898899d56bb35" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_09f06ee47d0f686dad8ef0654eb" FOREIGN KEY ("asked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "life_waiver" ADD CONSTRAINT "FK_7ac3030e1d2772759e40768558d" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "shipment_line" ADD CONSTRAINT "FK_d36131ab7fbf4395de0c957e620" FOREIGN KEY ("life_waiver_id") REFERENCES "life_waiver"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;


do $$
declare
  rule text := '(select app_scope()) in (''alliance'', ''system'') or (select app_org()) in (seller_org_id, buyer_org_id)';
begin
  alter table life_waiver enable row level security;
  alter table life_waiver force row level security;
  execute format('create policy parties_only on life_waiver using (%s) with check (%s)', rule, rule);
end $$;
