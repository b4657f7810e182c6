-- An order line becomes a delivery line: grade, pack and how it is weighed, place, day and hours, all copied when the order is placed.
alter table "order_line"
  add "grade_id" uuid, add "grade_code" text, add "grade_name" text, add "grade_spec" jsonb not null default '[]',
  add "pack_id" uuid, add "pack_level" text not null default 'CASE', add "pack_gtin" text,
  add "catch_weight" boolean not null default false, add "weight_tolerance_bp" integer, add "tare_weight" numeric(12,3),
  add "location_id" uuid, add "place_code" text, add "place_name" text, add "requested_on" date,
  add "window_from" text, add "window_to" text, add "cost_center" text, add "arrived_on" date;

-- Orders of before went whole to the order's one place on its one day, in a pack of unknown making.
update order_line l set location_id = o.delivery_location_id, place_name = o.delivery_snapshot, requested_on = o.requested_on,
  place_code = (select code from location where id = o.delivery_location_id),
  arrived_on = (select max((r.received_at at time zone 'Asia/Ho_Chi_Minh')::date) from goods_receipt_line g join goods_receipt r on r.id = g.receipt_id
    where g.order_line_id = l.id)
from purchase_order o where o.id = l.order_id;

alter table "order_line" alter "location_id" set not null, alter "place_name" set not null, alter "requested_on" set not null;

CREATE INDEX "order_line_location" ON "order_line"  ("location_id", "requested_on") ;
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_tolerance_sane" CHECK (weight_tolerance_bp between 0 and 5000 and tare_weight >= 0);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_pack_level_known" CHECK (pack_level in ('INNER','CASE','PALLET'));
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_window_rising" CHECK ((window_from is null and window_to is null) or window_from < window_to);
ALTER TABLE "order_line" ADD CONSTRAINT "FK_8e413b0c30c92cf810d8174f597" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
