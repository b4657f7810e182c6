-- Sheets of the order pad that a buyer keeps under a name.
select set_config('app.scope', 'system', true);
CREATE TABLE "order_template" ("id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "name" text NOT NULL, "name_key" text NOT NULL, "contract_id" uuid, "delivery_location_id" uuid, "note" text, "sellers" text NOT NULL, "lines" jsonb NOT NULL, "saved_by" uuid NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "order_template_has_lines" CHECK (jsonb_array_length(lines) between 1 and 1000), CONSTRAINT "PK_5b8244719f7c02c904f3e674be0" PRIMARY KEY ("id"));
CREATE INDEX "order_template_buyer" ON "order_template"  ("buyer_org_id", "id");
CREATE UNIQUE INDEX "order_template_name" ON "order_template"  ("buyer_org_id", "name_key");
ALTER TABLE "order_template" ADD CONSTRAINT "FK_07164da23e681c18f3b232c0a7f" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_template" ADD CONSTRAINT "FK_c521297e668d05a8c80a9fb17a3" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_template" ADD CONSTRAINT "FK_451ab847dda6aa0ed6e8d05d77b" FOREIGN KEY ("delivery_location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_template" ADD CONSTRAINT "FK_98195f47d7aca3e22f7c4645dd3" FOREIGN KEY ("saved_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The buyer's alone: no seller learns what is ordered often.
alter table order_template enable row level security;
alter table order_template force row level security;
create policy buyer_only on order_template using ((select app_scope()) = 'system' or (select app_org()) = buyer_org_id)
  with check ((select app_scope()) = 'system' or (select app_org()) = buyer_org_id);
