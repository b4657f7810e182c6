-- Claims, disputes, hand-overs, voided and automatic receipts, goods that come back. Tables as the entities describe them; walls below.
select set_config('app.scope', 'system', true);
CREATE TABLE "claim_event" ("id" uuid NOT NULL, "claim_id" uuid NOT NULL, "kind" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by_user" uuid, "by_org_id" uuid, "note" text, CONSTRAINT "PK_d57c5b43e7ecc360d67e0d86b77" PRIMARY KEY ("id"));
CREATE INDEX "claim_event_claim" ON "claim_event"  ("claim_id", "id") ;
CREATE TABLE "claim_line" ("id" uuid NOT NULL, "claim_id" uuid NOT NULL, "line_no" integer NOT NULL, "receipt_line_id" uuid NOT NULL, "claimed_qty" numeric(14,3) NOT NULL, "reason" text NOT NULL, "wanted" text NOT NULL, "note" text, CONSTRAINT "claim_line_wanted_known" CHECK (wanted in ('CREDIT_NOTE','REPLACEMENT','PRICE_CUT','RETURN')), CONSTRAINT "claim_line_positive" CHECK (claimed_qty > 0), CONSTRAINT "PK_e151a204987b27fd0e1cbb63bc0" PRIMARY KEY ("id"));
CREATE INDEX "claim_line_receipt_line" ON "claim_line"  ("receipt_line_id") ;
CREATE UNIQUE INDEX "claim_line_once" ON "claim_line"  ("claim_id", "receipt_line_id") ;
CREATE TABLE "claim_offer" ("id" uuid NOT NULL, "claim_id" uuid NOT NULL, "n" integer NOT NULL, "side" text NOT NULL, "note" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by_user" uuid NOT NULL, CONSTRAINT "claim_offer_side_known" CHECK (side in ('SELLER','ALLIANCE')), CONSTRAINT "PK_8be4737db66a21c02fe25300cd7" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "claim_offer_number" ON "claim_offer"  ("claim_id", "n") ;
CREATE TABLE "claim_offer_line" ("id" uuid NOT NULL, "offer_id" uuid NOT NULL, "claim_line_id" uuid NOT NULL, "outcome" text NOT NULL, "qty" numeric(14,3) NOT NULL, "cut_bp" integer, CONSTRAINT "claim_offer_line_cut" CHECK ((outcome = 'PRICE_CUT') = (cut_bp is not null) and (cut_bp is null or cut_bp between 1 and 10000)), CONSTRAINT "claim_offer_line_quantity" CHECK ((outcome = 'DISMISSED' and qty = 0) or (outcome <> 'DISMISSED' and qty > 0)), CONSTRAINT "claim_offer_line_outcome_known" CHECK (outcome in ('CREDIT_NOTE','REPLACEMENT','PRICE_CUT','RETURN','DISMISSED')), CONSTRAINT "PK_2c8ff3e0583cae2f86e137c9ca3" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "claim_offer_line_once" ON "claim_offer_line"  ("offer_id", "claim_line_id") ;
CREATE TABLE "claim_settlement" ("id" uuid NOT NULL, "claim_id" uuid NOT NULL, "claim_line_id" uuid NOT NULL, "receipt_id" uuid NOT NULL, "receipt_line_id" uuid NOT NULL, "order_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "outcome" text NOT NULL, "qty" numeric(14,3) NOT NULL, "cut_bp" integer, "unit_price" bigint NOT NULL, "net_amount" bigint NOT NULL, "vat_code" text NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "claim_settlement_amount" CHECK (net_amount >= 0 and (outcome in ('CREDIT_NOTE','PRICE_CUT','RETURN') or net_amount = 0)), CONSTRAINT "claim_settlement_outcome_known" CHECK (outcome in ('CREDIT_NOTE','REPLACEMENT','PRICE_CUT','RETURN','DISMISSED')), CONSTRAINT "PK_1f83a0d716cc8cb2736c7cead3e" PRIMARY KEY ("id"));
CREATE INDEX "claim_settlement_receipt" ON "claim_settlement"  ("receipt_id") ;
CREATE UNIQUE INDEX "claim_settlement_line" ON "claim_settlement"  ("claim_line_id") ;
CREATE TABLE "claim_term" ("id" uuid NOT NULL, "code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "shelf_life_to" integer, "window_hours" integer NOT NULL, "answer_hours" integer NOT NULL, "escalate_hours" integer NOT NULL, "dispute_hours" integer NOT NULL, "auto_receipt_hours" integer NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "source" text NOT NULL, CONSTRAINT "claim_term_hours" CHECK (window_hours > 0 and answer_hours > 0 and escalate_hours >= answer_hours and dispute_hours > 0 and auto_receipt_hours > 0), CONSTRAINT "PK_d461e3c5aab90bea427086d7c01" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "claim_term_period" ON "claim_term"  ("code", "valid_from") ;
CREATE TABLE "claim" ("id" uuid NOT NULL, "number" text NOT NULL, "receipt_id" uuid NOT NULL, "shipment_id" uuid NOT NULL, "order_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "status" text NOT NULL, "note" text, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opened_by" uuid NOT NULL, "answer_due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "escalate_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "escalated_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, "seller_offer_id" uuid, "buyer_offer_id" uuid, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "claim_closed_when_over" CHECK ((closed_at is not null) = (status in ('RESOLVED','UNRESOLVED','WITHDRAWN'))), CONSTRAINT "claim_clocks_in_order" CHECK (answer_due_at > opened_at and escalate_at >= answer_due_at), CONSTRAINT "claim_status_known" CHECK (status in ('OPEN','ANSWERED','MEDIATION','RESOLVED','UNRESOLVED','WITHDRAWN')), CONSTRAINT "PK_466b305cc2e591047fa1ce58f81" PRIMARY KEY ("id"));
CREATE INDEX "claim_unsettled" ON "claim"  ("escalate_at") WHERE status in ('OPEN','ANSWERED');
CREATE INDEX "claim_buyer" ON "claim"  ("buyer_org_id", "id") ;
CREATE INDEX "claim_seller" ON "claim"  ("seller_org_id", "id") ;
CREATE INDEX "claim_receipt" ON "claim"  ("receipt_id") ;
CREATE UNIQUE INDEX "claim_number" ON "claim"  ("number") ;
CREATE TABLE "defect_reason" ("code" text NOT NULL, "name_vi" text NOT NULL, "name_en" text NOT NULL, "at_receipt" boolean NOT NULL DEFAULT false, "at_claim" boolean NOT NULL DEFAULT false, "needs_photo" boolean NOT NULL DEFAULT false, "retired" boolean NOT NULL DEFAULT false, "position" integer NOT NULL, CONSTRAINT "PK_14121af5c289cdf56cb25b22b52" PRIMARY KEY ("code"));
CREATE TABLE "delivery_proof" ("id" uuid NOT NULL, "shipment_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "receiver_name" text NOT NULL, "signature_file_id" uuid NOT NULL, "note" text, "signed_at" TIMESTAMP WITH TIME ZONE, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_by" uuid NOT NULL, CONSTRAINT "PK_b15f1e059d70ce7f7169dbdb482" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "delivery_proof_shipment" ON "delivery_proof"  ("shipment_id") ;
CREATE TABLE "fulfillment_photo" ("id" uuid NOT NULL, "owner_type" text NOT NULL, "owner_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "file_id" uuid NOT NULL, "position" integer NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "fulfillment_photo_owner_known" CHECK (owner_type in ('RECEIPT_LINE','CLAIM_LINE','PROOF')), CONSTRAINT "PK_257ce81a506ae5e60d1a350d686" PRIMARY KEY ("id"));
CREATE INDEX "fulfillment_photo_file" ON "fulfillment_photo"  ("file_id") ;
CREATE UNIQUE INDEX "fulfillment_photo_once" ON "fulfillment_photo"  ("owner_type", "owner_id", "file_id") ;
CREATE TABLE "goods_fate" ("id" uuid NOT NULL, "source_type" text NOT NULL, "source_id" uuid NOT NULL, "receipt_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "lot_id" uuid, "fate" text NOT NULL, "qty" numeric(14,3) NOT NULL, "reason_code" text, "note" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by_user" uuid NOT NULL, CONSTRAINT "goods_fate_loss_has_reason" CHECK (fate <> 'WRITE_OFF' or reason_code is not null), CONSTRAINT "goods_fate_positive" CHECK (qty > 0), CONSTRAINT "goods_fate_known" CHECK (fate in ('RESTOCK','WRITE_OFF')), CONSTRAINT "goods_fate_source_known" CHECK (source_type in ('REJECTED','RETURNED')), CONSTRAINT "PK_5def6fc18b52ad91f348138e476" PRIMARY KEY ("id"));
CREATE INDEX "goods_fate_receipt" ON "goods_fate"  ("receipt_id") ;
CREATE INDEX "goods_fate_source" ON "goods_fate"  ("source_type", "source_id") ;
CREATE TABLE "receipt_dispute" ("id" uuid NOT NULL, "receipt_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opened_by" uuid NOT NULL, "answer" text, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by" uuid, "closed_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "receipt_dispute_answer_whole" CHECK ((answered_at is null) = (answer is null) and (status <> 'ANSWERED' or answer is not null)), CONSTRAINT "receipt_dispute_status_known" CHECK (status in ('OPEN','ANSWERED','WITHDRAWN','VOIDED')), CONSTRAINT "PK_2e21cfdb84264b561ed142f4772" PRIMARY KEY ("id"));
CREATE INDEX "receipt_dispute_receipt" ON "receipt_dispute"  ("receipt_id") ;
CREATE UNIQUE INDEX "receipt_dispute_open" ON "receipt_dispute"  ("receipt_id") WHERE status in ('OPEN','ANSWERED');
ALTER TABLE "goods_receipt_line" ADD "claim_until" TIMESTAMP WITH TIME ZONE;
update goods_receipt_line l set claim_until = r.received_at from goods_receipt r where r.id = l.receipt_id;
ALTER TABLE "goods_receipt_line" ALTER COLUMN "claim_until" SET NOT NULL;
ALTER TABLE "goods_receipt" ADD "source" text NOT NULL DEFAULT 'RECEIVER';
ALTER TABLE "goods_receipt" ADD "counted_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "goods_receipt" ADD "dispute_until" TIMESTAMP WITH TIME ZONE;
update goods_receipt set dispute_until = received_at;
ALTER TABLE "goods_receipt" ALTER COLUMN "dispute_until" SET NOT NULL;
ALTER TABLE "goods_receipt" ADD "invoiced_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "goods_receipt" ADD "voided_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "goods_receipt" ADD "voided_by" uuid;
ALTER TABLE "goods_receipt" ADD "void_reason" text;
ALTER TABLE "shipment_line" ADD "lot_id" uuid;
ALTER TABLE "shipment" ADD "arrived_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "shipment" ADD "auto_receipt_hours" integer NOT NULL DEFAULT 72;
ALTER TABLE "shipment" ALTER COLUMN "auto_receipt_hours" DROP DEFAULT;
ALTER TABLE "shipment" ADD "auto_receipt_at" TIMESTAMP WITH TIME ZONE;
ALTER TABLE "goods_receipt" DROP CONSTRAINT "FK_542391bd05bf6044d89c9d99b31";
ALTER TABLE "goods_receipt" ALTER COLUMN "received_by" DROP NOT NULL;
CREATE INDEX "shipment_line_lot" ON "shipment_line"  ("lot_id") ;
ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_void_whole" CHECK ((status = 'VOIDED') = (voided_at is not null) and (status <> 'VOIDED' or void_reason is not null));
ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_counted_by_somebody" CHECK ((source = 'AUTO') = (received_by is null));
ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_source_known" CHECK (source in ('RECEIVER','AUTO'));
ALTER TABLE "claim_event" ADD CONSTRAINT "FK_55c5679d4c86796f421d184b800" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_event" ADD CONSTRAINT "FK_8a97ce611f9418adff72227c894" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_event" ADD CONSTRAINT "FK_d264fa62f2d2ac9fb805982ac1b" FOREIGN KEY ("by_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_line" ADD CONSTRAINT "FK_df2ef3bd6db682dad1328ea247e" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_line" ADD CONSTRAINT "FK_23153cf061e92f943ec43d1185c" FOREIGN KEY ("receipt_line_id") REFERENCES "goods_receipt_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_offer" ADD CONSTRAINT "FK_9a0ad894440df4ac90c2fa14cbd" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_offer" ADD CONSTRAINT "FK_c7eb9ca5e5c11951b75e14cc652" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_offer_line" ADD CONSTRAINT "FK_9e4c15e2b2979d8897116646ca5" FOREIGN KEY ("offer_id") REFERENCES "claim_offer"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_offer_line" ADD CONSTRAINT "FK_91a31176b12b44692fd30330bbf" FOREIGN KEY ("claim_line_id") REFERENCES "claim_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_fce41d7acdf9cc541bde0fd1af2" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_2116a228dbebeed8809ba1daa65" FOREIGN KEY ("claim_line_id") REFERENCES "claim_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_00865bfc3ce459225c4dc0aecfc" FOREIGN KEY ("receipt_id") REFERENCES "goods_receipt"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_af22440823934b190599964a13b" FOREIGN KEY ("receipt_line_id") REFERENCES "goods_receipt_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_eaeab1e1d69818e7c70ac8fb798" FOREIGN KEY ("order_id") REFERENCES "purchase_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_616adfad7433a5e2695450fd3b3" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_a0b044913bcee19ece95ab381ef" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim_settlement" ADD CONSTRAINT "FK_915294cf56fd78b6c965b296b6e" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim" ADD CONSTRAINT "FK_0cbc56a5521c8748a8477e0fdd8" FOREIGN KEY ("receipt_id") REFERENCES "goods_receipt"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim" ADD CONSTRAINT "FK_f595b517797ff48fb64219e0f4d" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim" ADD CONSTRAINT "FK_8981f5595a4424021466aa4c7a4" FOREIGN KEY ("order_id") REFERENCES "purchase_order"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim" ADD CONSTRAINT "FK_e6014fc650dff9830b623bc47e9" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim" ADD CONSTRAINT "FK_b15449df1ba763c4323ca73202d" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "claim" ADD CONSTRAINT "FK_c85e4f23afdf65bc324cb6b3853" FOREIGN KEY ("opened_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_proof" ADD CONSTRAINT "FK_dbbe4b75bed02f34537b7e4f874" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_proof" ADD CONSTRAINT "FK_7e55cfeba932209ac11ff6bc48f" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_proof" ADD CONSTRAINT "FK_e9cd50b6f11fc3be8d89c857b7e" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_proof" ADD CONSTRAINT "FK_67016d26f3ec00369493670d3b1" FOREIGN KEY ("signature_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "delivery_proof" ADD CONSTRAINT "FK_e4dd9515a17eb001321238da071" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "fulfillment_photo" ADD CONSTRAINT "FK_82d9af2be86c90b805dd0ba040f" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "fulfillment_photo" ADD CONSTRAINT "FK_2cfe7e98988cb4bb32e6737e119" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "fulfillment_photo" ADD CONSTRAINT "FK_c9681ef224cae4e0bb4dc471165" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_fate" ADD CONSTRAINT "FK_ad03c0a127edb0a4d795704a88b" FOREIGN KEY ("receipt_id") REFERENCES "goods_receipt"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_fate" ADD CONSTRAINT "FK_19d3c15ed8bdcc3c101d6c15975" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_fate" ADD CONSTRAINT "FK_36e24148de040b6de3ff57f083e" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_fate" ADD CONSTRAINT "FK_d84b9112e079434a91bb7603480" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_fate" ADD CONSTRAINT "FK_005572b2f13b33ad4a5123f39db" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "receipt_dispute" ADD CONSTRAINT "FK_ca72537e8fcf08508c3c85bb653" FOREIGN KEY ("receipt_id") REFERENCES "goods_receipt"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "receipt_dispute" ADD CONSTRAINT "FK_0ba4f82d440609cfe3a0a19b1ab" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "receipt_dispute" ADD CONSTRAINT "FK_4a484814c26724f8afd365ce025" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "receipt_dispute" ADD CONSTRAINT "FK_0884f03af579cb3f1b75d13df00" FOREIGN KEY ("opened_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "receipt_dispute" ADD CONSTRAINT "FK_f86cdaa78a471101696c4f9c22b" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_receipt" ADD CONSTRAINT "FK_542391bd05bf6044d89c9d99b31" FOREIGN KEY ("received_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "goods_receipt" ADD CONSTRAINT "FK_dbdc9a08ed8a708483553d6ded2" FOREIGN KEY ("voided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "shipment_line" ADD CONSTRAINT "FK_e4db3bf191e0369cb5fe937009d" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Receipts of before this day had no windows: theirs are over, and nobody is asked to count them by silence.
alter table shipment drop constraint shipment_status_known;
alter table shipment add constraint shipment_status_known check (status in ('DISPATCHED','ARRIVED','RECEIVED','RETURNED'));
alter table stock_entry drop constraint stock_entry_kind_known;
alter table stock_entry add constraint stock_entry_kind_known check (kind in ('HARVEST','RECEIVE','HOLD','RELEASE','SHIP','RETURN','LOSS','ADJUST','REVERSAL'));
alter table stock_entry drop constraint stock_entry_signs;
alter table stock_entry add constraint stock_entry_signs check (case kind when 'HARVEST' then on_hand_delta > 0 and reserved_delta = 0
  when 'RECEIVE' then on_hand_delta > 0 and reserved_delta = 0 when 'HOLD' then on_hand_delta = 0 and reserved_delta > 0
  when 'RELEASE' then on_hand_delta = 0 and reserved_delta < 0 when 'SHIP' then on_hand_delta < 0 and reserved_delta = 0
  when 'RETURN' then on_hand_delta > 0 and reserved_delta = 0 when 'LOSS' then on_hand_delta < 0 and reserved_delta = 0
  when 'ADJUST' then on_hand_delta <> 0 and reserved_delta = 0 else on_hand_delta <> 0 end);

-- Windows and clocks by perishability; a change is a new row from its day on.
insert into claim_term (id, code, name_vi, name_en, shelf_life_to, window_hours, answer_hours, escalate_hours, dispute_hours, auto_receipt_hours, valid_from, valid_to, source) values
  (gen_random_uuid(), 'FRESH', 'Hàng tươi', 'Fresh goods', 14, 24, 24, 48, 24, 24, '2024-01-01', null, 'Quy ước của sàn: hàng tươi khiếu nại trong 24 giờ'),
  (gen_random_uuid(), 'CHILLED', 'Hàng mát, sơ chế', 'Chilled and prepared goods', 60, 72, 48, 96, 48, 48, '2024-01-01', null, 'Quy ước của sàn'),
  (gen_random_uuid(), 'DRY', 'Hàng khô, đóng gói', 'Dry and packed goods', null, 168, 72, 168, 72, 72, '2024-01-01', null, 'Quy ước của sàn: hàng khô khiếu nại trong 7 ngày');

insert into defect_reason (code, name_vi, name_en, at_receipt, at_claim, needs_photo, position) values
  ('BRUISED', 'Dập, nát', 'Bruised', true, true, true, 1),
  ('OVERRIPE', 'Chín quá', 'Overripe', true, true, true, 2),
  ('ROTTEN', 'Thối, mốc', 'Rotten or moldy', true, true, true, 3),
  ('WRONG_SIZE', 'Sai cỡ', 'Wrong size', true, true, true, 4),
  ('BELOW_GRADE', 'Không đạt quy cách (độ ngọt, tỷ lệ lỗi)', 'Below the grade (Brix, defects)', true, true, true, 5),
  ('WRONG_LABEL', 'Sai nhãn', 'Wrong label', true, true, true, 6),
  ('SHORT_LIFE', 'Hạn dùng còn ngắn', 'Short remaining life', true, true, true, 7),
  ('TEMPERATURE', 'Sai nhiệt độ', 'Temperature', true, true, false, 8),
  ('PESTS', 'Sâu, côn trùng', 'Pests', true, true, true, 9),
  ('MISSING_DOCS', 'Thiếu giấy tờ', 'Papers missing', true, true, false, 10),
  ('LATE', 'Giao trễ', 'Late', true, false, false, 11),
  ('NOT_DELIVERED', 'Thiếu hàng, chưa giao đủ', 'Not delivered in full', false, true, false, 12),
  ('SHORT_WEIGHT', 'Thiếu cân', 'Short weight', false, true, false, 13),
  ('HIDDEN_DEFECT', 'Lỗi bên trong, mở ra mới thấy', 'Hidden defect, seen when opened', false, true, true, 14),
  ('OTHER', 'Lý do khác', 'Another reason', true, true, false, 99);

-- What was said, settled or decided stays as it was.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['claim_line', 'claim_offer', 'claim_offer_line', 'claim_event', 'claim_settlement', 'fulfillment_photo', 'delivery_proof', 'goods_fate'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', tbl || '_insert_only', tbl);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tbl || '_no_truncate', tbl);
  end loop;
end $$;

-- Money of a settlement is between the two sides; the rest a mediator sees too.
do $$
declare
  wall record;
  sides text := '(select app_scope()) in (''alliance'', ''system'') or (select app_org()) in (seller_org_id, buyer_org_id)';
  money text := '(select app_scope()) = ''system'' or (select app_org()) in (seller_org_id, buyer_org_id)';
  claimed text := '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from claim where claim.id = claim_id)';
begin
  for wall in
    select * from (values
      ('claim', sides),
      ('claim_line', claimed),
      ('claim_offer', claimed),
      ('claim_offer_line', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from claim_offer where claim_offer.id = offer_id)'),
      ('claim_event', claimed),
      ('claim_settlement', money),
      ('receipt_dispute', sides),
      ('fulfillment_photo', sides),
      ('delivery_proof', sides),
      ('goods_fate', sides)
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
