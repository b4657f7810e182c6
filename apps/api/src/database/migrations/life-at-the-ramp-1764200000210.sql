-- A buyer allows goods with little life left before anybody asks; and a shipment's line keeps what the receiver has to know of the life of its goods.
select set_config('app.scope', 'system', true);
ALTER TABLE "life_waiver" ADD "origin" text NOT NULL DEFAULT 'ASKED', ADD "least_days" integer;
ALTER TABLE "life_waiver" ALTER COLUMN "lot_id" DROP NOT NULL, ALTER COLUMN "lot_code" DROP NOT NULL, ALTER COLUMN "expires_on" DROP NOT NULL, ALTER COLUMN "arrives_on" DROP NOT NULL, ALTER COLUMN "note" DROP NOT NULL, ALTER COLUMN "asked_by" DROP NOT NULL, ALTER COLUMN "asked_at" DROP NOT NULL;
ALTER TABLE "life_waiver" ADD CONSTRAINT "life_waiver_origin_known" CHECK (origin in ('ASKED','OFFERED'));
ALTER TABLE "life_waiver" ADD CONSTRAINT "life_waiver_asked_of_a_lot" CHECK (origin <> 'ASKED' or (lot_id is not null and lot_code is not null and expires_on is not null and arrives_on is not null and note is not null and asked_by is not null and asked_at is not null));
ALTER TABLE "life_waiver" ADD CONSTRAINT "life_waiver_offered_with_days" CHECK ((origin = 'OFFERED') = (least_days is not null) and (least_days is null or (least_days >= 0 and least_days < min_days and order_line_id is not null and decided_by is not null)));
ALTER TABLE "shipment_line" ADD "expires_on" date, ADD "min_life_days" integer;

-- Of goods that left before, the last day is known and what was asked for is not.
UPDATE "shipment_line" l SET "expires_on" = s.expires_on FROM "stock_lot" s WHERE s.id = l.lot_id;
