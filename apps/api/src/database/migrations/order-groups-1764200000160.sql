-- Orders placed with several sellers at once: one order each, and the buyer's own bracket around them.
select set_config('app.scope', 'system', true);
CREATE TABLE "order_group" ("id" uuid NOT NULL, "number" text NOT NULL, "buyer_org_id" uuid NOT NULL, "buyer_po_no" text, "note" text, "placed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "placed_by" uuid NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_f35c5aef0f513f39b3b831e91a2" PRIMARY KEY ("id"));
CREATE INDEX "order_group_buyer" ON "order_group"  ("buyer_org_id", "id") ;
CREATE UNIQUE INDEX "order_group_number" ON "order_group"  ("number") ;
ALTER TABLE "purchase_order" ADD "group_id" uuid;
CREATE INDEX "purchase_order_group" ON "purchase_order"  ("group_id") WHERE group_id is not null;
ALTER TABLE "order_group" ADD CONSTRAINT "FK_e59b8c333ec7f5c0123569d716a" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "order_group" ADD CONSTRAINT "FK_074488a7eb538cd005b474593b8" FOREIGN KEY ("placed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "purchase_order" ADD CONSTRAINT "FK_d64ad8597dc9e354ce6fa979a9c" FOREIGN KEY ("group_id") REFERENCES "order_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The buyer's alone: neither the sellers in it nor the Alliance learn which orders were placed together.
alter table order_group enable row level security;
alter table order_group force row level security;
create policy buyer_only on order_group using ((select app_scope()) = 'system' or (select app_org()) = buyer_org_id)
  with check ((select app_scope()) = 'system' or (select app_org()) = buyer_org_id);
