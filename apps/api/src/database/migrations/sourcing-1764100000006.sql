-- Requests for quotation, quotes and awards. Tables as the entities describe them; walls below.
CREATE TABLE "award_line" ("id" uuid NOT NULL, "award_id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "rfq_number" text NOT NULL, "rfq_line_id" uuid NOT NULL, "quote_line_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "lead_org_id" uuid, "line_no" integer NOT NULL, "product_id" uuid, "description" text NOT NULL, "base_unit" text NOT NULL, "pack_name" text NOT NULL, "pack_size_base" numeric(14,3) NOT NULL, "vat_class" text, "qty" numeric(14,3) NOT NULL, "unit_price" bigint NOT NULL, "freight_per_unit" bigint, "basis" text NOT NULL, "lead_days" integer NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, "used_by_type" text, "used_by_id" uuid, "used_at" TIMESTAMP WITH TIME ZONE, "awarded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "award_line_used_by_known" CHECK (used_by_type in ('ORDER','CONTRACT')), CONSTRAINT "award_line_used_whole" CHECK ((used_by_type is null) = (used_by_id is null) and (used_by_type is null) = (used_at is null)), CONSTRAINT "award_line_basis_known" CHECK (basis in ('EXW','DC','STORE')), CONSTRAINT "award_line_amounts" CHECK (qty > 0 and unit_price > 0 and pack_size_base > 0), CONSTRAINT "PK_a353e5bdd131d8a63cc65872f51" PRIMARY KEY ("id"));
CREATE INDEX "award_line_buyer" ON "award_line"  ("buyer_org_id", "id") ;
CREATE INDEX "award_line_seller" ON "award_line"  ("seller_org_id", "id") ;
CREATE INDEX "award_line_award" ON "award_line"  ("award_id") ;
CREATE TABLE "award" ("id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "status" text NOT NULL, "total" bigint NOT NULL, "note" text, "picks" jsonb NOT NULL, "allow_over" boolean NOT NULL DEFAULT false, "proposed_by" uuid NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "return_reason" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "award_return_reason" CHECK (status <> 'RETURNED' or return_reason is not null), CONSTRAINT "award_status_known" CHECK (status in ('PROPOSED','DONE','RETURNED')), CONSTRAINT "PK_e887e4e69663925ebb60d3a7775" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "award_once" ON "award"  ("rfq_id") WHERE status <> 'RETURNED';
CREATE TABLE "sourcing_rule" ("org_id" uuid NOT NULL, "director_sends" boolean NOT NULL DEFAULT false, "award_limit" bigint, CONSTRAINT "PK_2914c58a0910b9179f758c1e25c" PRIMARY KEY ("org_id"));
CREATE TABLE "pool_share" ("id" uuid NOT NULL, "quote_id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "rfq_line_id" uuid NOT NULL, "lead_org_id" uuid NOT NULL, "member_org_id" uuid NOT NULL, "description" text NOT NULL, "base_unit" text NOT NULL, "buyer_name" text NOT NULL, "status" text NOT NULL DEFAULT 'OFFERED', "asked_qty" numeric(14,3) NOT NULL, "qty" numeric(14,3), "floor_price" bigint, "product_id" uuid, "note" text, "answer_by" TIMESTAMP WITH TIME ZONE, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "pool_share_committed" CHECK (status <> 'COMMITTED' or (qty is not null and floor_price > 0)), CONSTRAINT "pool_share_quantities" CHECK (asked_qty > 0 and (qty is null or (qty > 0 and qty <= asked_qty))), CONSTRAINT "pool_share_status_known" CHECK (status in ('OFFERED','COMMITTED','DECLINED')), CONSTRAINT "PK_23681e6ac73b335b8f0835e2665" PRIMARY KEY ("id"));
CREATE INDEX "pool_share_member" ON "pool_share"  ("member_org_id", "status") ;
CREATE UNIQUE INDEX "pool_share_once" ON "pool_share"  ("quote_id", "rfq_line_id", "member_org_id") ;
CREATE TABLE "quote_counter_line" ("id" uuid NOT NULL, "counter_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "quote_line_id" uuid NOT NULL, "unit_price" bigint, "qty" numeric(14,3), "wanted_on" date, "comment" text, CONSTRAINT "quote_counter_line_positive" CHECK ((unit_price is null or unit_price > 0) and (qty is null or qty > 0)), CONSTRAINT "quote_counter_line_says_something" CHECK (unit_price is not null or qty is not null or wanted_on is not null or comment is not null), CONSTRAINT "PK_11c602917a2c864b9a2e969e613" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "quote_counter_line_once" ON "quote_counter_line"  ("counter_id", "quote_line_id") ;
CREATE TABLE "quote_counter" ("id" uuid NOT NULL, "quote_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "n" integer NOT NULL, "comment" text, "by_user" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_b0aa95ff8045cc60b470d69ab82" PRIMARY KEY ("id"));
CREATE INDEX "quote_counter_quote" ON "quote_counter"  ("quote_id", "n") ;
CREATE TABLE "quote_draft" ("quote_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "content" jsonb NOT NULL, "prepared_by" uuid NOT NULL, "prepared_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_a96d441328afc3c0cc1ba2ca772" PRIMARY KEY ("quote_id"));
CREATE TABLE "quote_line_share" ("id" uuid NOT NULL, "quote_line_id" uuid NOT NULL, "member_org_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "product_id" uuid, "qty" numeric(14,3) NOT NULL, CONSTRAINT "quote_line_share_positive" CHECK (qty > 0), CONSTRAINT "PK_b7144c62bc50403af70b1902b52" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "quote_line_share_once" ON "quote_line_share"  ("quote_line_id", "member_org_id") ;
CREATE TABLE "quote_line" ("id" uuid NOT NULL, "revision_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "rfq_line_id" uuid NOT NULL, "line_no" integer NOT NULL, "product_id" uuid, "grade_id" uuid, "description" text NOT NULL, "base_unit" text NOT NULL, "pack_name" text NOT NULL, "pack_size_base" numeric(14,3) NOT NULL, "vat_class" text, "alternative" boolean NOT NULL DEFAULT false, "unit_price" bigint NOT NULL, "freight_per_unit" bigint, "offered_qty" numeric(14,3) NOT NULL, "moq_qty" numeric(14,3), "lead_days" integer NOT NULL, "note" text, CONSTRAINT "quote_line_lead_time" CHECK (lead_days between 0 and 365), CONSTRAINT "quote_line_quantities" CHECK (offered_qty > 0 and pack_size_base > 0 and (moq_qty is null or moq_qty > 0)), CONSTRAINT "quote_line_price" CHECK (unit_price > 0 and (freight_per_unit is null or freight_per_unit >= 0)), CONSTRAINT "PK_a26b43aca98839fad6b4c70ec8b" PRIMARY KEY ("id"));
CREATE INDEX "quote_line_asked" ON "quote_line"  ("rfq_line_id") ;
CREATE UNIQUE INDEX "quote_line_once" ON "quote_line"  ("revision_id", "line_no") ;
CREATE TABLE "quote_revision" ("id" uuid NOT NULL, "quote_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "n" integer NOT NULL, "basis" text NOT NULL, "valid_until" date NOT NULL, "note" text, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_by" uuid NOT NULL, CONSTRAINT "quote_revision_basis_known" CHECK (basis in ('EXW','DC','STORE')), CONSTRAINT "quote_revision_positive" CHECK (n > 0), CONSTRAINT "PK_d3fecfd2f1d1934506be12f6f13" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "quote_revision_once" ON "quote_revision"  ("quote_id", "n") ;
CREATE TABLE "quote" ("id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "status" text NOT NULL DEFAULT 'DRAFT', "revision" integer NOT NULL DEFAULT '0', "valid_until" date, "awaits_director" boolean NOT NULL DEFAULT false, "first_sent_at" TIMESTAMP WITH TIME ZONE, "sent_at" TIMESTAMP WITH TIME ZONE, "close_reason" text, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "quote_revision_of_status" CHECK ((status = 'DRAFT') = (revision = 0)), CONSTRAINT "quote_status_known" CHECK (status in ('DRAFT','SENT','COUNTERED','ACCEPTED','REJECTED','WITHDRAWN')), CONSTRAINT "PK_b772d4cb09e587c8c72a78d2439" PRIMARY KEY ("id"));
CREATE INDEX "quote_seller" ON "quote"  ("seller_org_id", "id") ;
CREATE UNIQUE INDEX "quote_once" ON "quote"  ("rfq_id", "seller_org_id") ;
CREATE TABLE "rfq_file" ("rfq_id" uuid NOT NULL, "file_id" uuid NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_89ad65d13e077ddf78deff0f078" PRIMARY KEY ("rfq_id", "file_id"));
CREATE INDEX "rfq_file_file" ON "rfq_file"  ("file_id") ;
CREATE TABLE "rfq_invitee" ("id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "invited_at" TIMESTAMP WITH TIME ZONE, "seen_at" TIMESTAMP WITH TIME ZONE, "declined_at" TIMESTAMP WITH TIME ZONE, "decline_reason" text, "seller_read_at" TIMESTAMP WITH TIME ZONE, "buyer_read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "rfq_invitee_decline_reason" CHECK ((declined_at is null) = (decline_reason is null)), CONSTRAINT "PK_6879466b8d4834aac410d62d158" PRIMARY KEY ("id"));
CREATE INDEX "rfq_invitee_seller" ON "rfq_invitee"  ("seller_org_id", "rfq_id") ;
CREATE UNIQUE INDEX "rfq_invitee_once" ON "rfq_invitee"  ("rfq_id", "seller_org_id") ;
CREATE TABLE "rfq_line" ("id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "line_no" integer NOT NULL, "product_id" uuid, "grade_id" uuid, "description" text NOT NULL, "product_group" text, "spec" text, "base_unit" text NOT NULL, "per" text NOT NULL, "per_qty" numeric(14,3) NOT NULL, "times" integer NOT NULL, "asked_qty" numeric(14,3) NOT NULL, "awarded_qty" numeric(14,3) NOT NULL DEFAULT '0', "note" text, CONSTRAINT "rfq_line_awarded" CHECK (awarded_qty >= 0), CONSTRAINT "rfq_line_quantity" CHECK (per_qty > 0 and asked_qty = per_qty * times), CONSTRAINT "rfq_line_times_fit" CHECK (times between 1 and 366 and (per <> 'TOTAL' or times = 1)), CONSTRAINT "rfq_line_rhythm_known" CHECK (per in ('TOTAL','DELIVERY','WEEK')), CONSTRAINT "PK_f5851b48130f06845e2469b74eb" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "rfq_line_once" ON "rfq_line"  ("rfq_id", "line_no") ;
CREATE TABLE "rfq_message" ("id" uuid NOT NULL, "rfq_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "from_org_id" uuid NOT NULL, "author_id" uuid NOT NULL, "body" text NOT NULL, "file_id" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "rfq_message_says_something" CHECK (length(body) > 0 or file_id is not null), CONSTRAINT "rfq_message_from_a_side" CHECK (from_org_id in (seller_org_id, buyer_org_id)), CONSTRAINT "PK_0c804ffe8404b2cbdd01346024b" PRIMARY KEY ("id"));
CREATE INDEX "rfq_message_thread" ON "rfq_message"  ("rfq_id", "seller_org_id", "id") ;
CREATE TABLE "rfq" ("id" uuid NOT NULL, "number" text NOT NULL, "buyer_org_id" uuid NOT NULL, "title" text NOT NULL, "status" text NOT NULL DEFAULT 'DRAFT', "basis" text NOT NULL, "delivery_location_id" uuid, "delivery_place" text, "period_from" date, "period_to" date, "deadline_at" TIMESTAMP WITH TIME ZONE, "note" text, "cancel_reason" text, "sent_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, "awarded_at" TIMESTAMP WITH TIME ZONE, "created_by" uuid NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "rfq_cancel_reason" CHECK (status <> 'CANCELLED' or cancel_reason is not null), CONSTRAINT "rfq_deadline_when_sent" CHECK (status = 'DRAFT' or status = 'CANCELLED' or (deadline_at is not null and sent_at is not null)), CONSTRAINT "rfq_basis_known" CHECK (basis in ('EXW','DC','STORE')), CONSTRAINT "rfq_status_known" CHECK (status in ('DRAFT','OPEN','CLOSED','AWARDED','CANCELLED')), CONSTRAINT "PK_395d59069aefd34028301b81af1" PRIMARY KEY ("id"));
CREATE INDEX "rfq_buyer" ON "rfq"  ("buyer_org_id", "id") ;
CREATE UNIQUE INDEX "rfq_number" ON "rfq"  ("number") ;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_2f5dc1446332e43794cfaac5ea5" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_20dbd21730ba8b0f47c10074403" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_28f41f01a41c047fb3e7f26e2e4" FOREIGN KEY ("rfq_line_id") REFERENCES "rfq_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_05672fcda472230538240614a41" FOREIGN KEY ("quote_line_id") REFERENCES "quote_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_ae47bedb1a130399cf5bd8c6621" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_137a353af4b14f11e5c4f5e3dc3" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_b3c524f9d774315ce063fc4ede0" FOREIGN KEY ("lead_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award_line" ADD CONSTRAINT "FK_8218971aa62e913352eb2b13987" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award" ADD CONSTRAINT "FK_79102257d395274028cdfe86d7d" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award" ADD CONSTRAINT "FK_4e190e26418219d7d7a3e4460c0" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award" ADD CONSTRAINT "FK_214905c0eea966e523d0bfb5405" FOREIGN KEY ("proposed_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "award" ADD CONSTRAINT "FK_3180ecde3775eb182bbb0b5ae41" FOREIGN KEY ("decided_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "sourcing_rule" ADD CONSTRAINT "FK_2914c58a0910b9179f758c1e25c" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_share" ADD CONSTRAINT "FK_a7988b9f5a1952d37ae74ddbab7" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_share" ADD CONSTRAINT "FK_4de37689b0f58223115903be08f" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_share" ADD CONSTRAINT "FK_c705ae1ae141ef3cb9f14c65607" FOREIGN KEY ("rfq_line_id") REFERENCES "rfq_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_share" ADD CONSTRAINT "FK_20ff00326f6e7e3ffb4195b326e" FOREIGN KEY ("lead_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_share" ADD CONSTRAINT "FK_cb1c54bca10e8baf58a5439cf01" FOREIGN KEY ("member_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "pool_share" ADD CONSTRAINT "FK_30d63f7c573529a272d6a48f897" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter_line" ADD CONSTRAINT "FK_428d48123948d1e3bb32d220b79" FOREIGN KEY ("counter_id") REFERENCES "quote_counter"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter_line" ADD CONSTRAINT "FK_102c7afa454514b35a40d96ffd0" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter_line" ADD CONSTRAINT "FK_55901dffeb2976235aea696c33c" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter_line" ADD CONSTRAINT "FK_508e29eba5f5f161db56acf4680" FOREIGN KEY ("quote_line_id") REFERENCES "quote_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter" ADD CONSTRAINT "FK_10cf47bc19cc5603875611f7575" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter" ADD CONSTRAINT "FK_fb8505b602741e188b4318ed3f0" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter" ADD CONSTRAINT "FK_1304ddc22ddf0a5356cadc4f04c" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_counter" ADD CONSTRAINT "FK_f548ad931f56381b363884eb43b" FOREIGN KEY ("by_user") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_draft" ADD CONSTRAINT "FK_a96d441328afc3c0cc1ba2ca772" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_draft" ADD CONSTRAINT "FK_b311fd9067ebfff782fa88ce418" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_draft" ADD CONSTRAINT "FK_f8544bb4d981f8136de1a0885e9" FOREIGN KEY ("prepared_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line_share" ADD CONSTRAINT "FK_6a06768f55bf5e53b6b6fc5a346" FOREIGN KEY ("quote_line_id") REFERENCES "quote_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line_share" ADD CONSTRAINT "FK_03d45b328b6e83194fb5ecbb8fb" FOREIGN KEY ("member_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line_share" ADD CONSTRAINT "FK_81567567d5c92790846354b4c69" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line_share" ADD CONSTRAINT "FK_b51ea46e6e4169086c79ae1b33d" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line_share" ADD CONSTRAINT "FK_dc249bab9f1e65e9cb6e432fdaf" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line" ADD CONSTRAINT "FK_bf5586fb7020b6302ecf18b0b37" FOREIGN KEY ("revision_id") REFERENCES "quote_revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line" ADD CONSTRAINT "FK_77150af63b6b20ddae5160588a7" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line" ADD CONSTRAINT "FK_07dc5e59ad86a1db7b6a10c6276" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line" ADD CONSTRAINT "FK_3844291ddabb15c304617823792" FOREIGN KEY ("rfq_line_id") REFERENCES "rfq_line"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line" ADD CONSTRAINT "FK_6856ed62ce4072c8859c551b224" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_line" ADD CONSTRAINT "FK_686c6fea5694a2e0bced588344c" FOREIGN KEY ("grade_id") REFERENCES "grade"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_revision" ADD CONSTRAINT "FK_2002aef40c7605444076c4ad6a4" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_revision" ADD CONSTRAINT "FK_8de51c8c8f0035c76364b7cc271" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_revision" ADD CONSTRAINT "FK_f5bedd5b7e055587e387bb56c86" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote_revision" ADD CONSTRAINT "FK_155d39054dfae06e736462409ce" FOREIGN KEY ("sent_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote" ADD CONSTRAINT "FK_6e40d79de0233421499c5fa4cfb" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote" ADD CONSTRAINT "FK_1cd1ab10fe155116394094443f1" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "quote" ADD CONSTRAINT "FK_55a33ffd3225435c910b6845039" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_file" ADD CONSTRAINT "FK_efed56e57036af404a2276ef9e2" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_file" ADD CONSTRAINT "FK_24bb99feac61adce9bab739a752" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_invitee" ADD CONSTRAINT "FK_238be90d74c9973fa26fe726641" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_invitee" ADD CONSTRAINT "FK_6f99dbaa4f866d033779b1484d9" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_invitee" ADD CONSTRAINT "FK_a4bbae3a8640ea565f683a8ea13" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_line" ADD CONSTRAINT "FK_3fae9de509412d72b09e9e3c954" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_line" ADD CONSTRAINT "FK_b8f01da4b205ce088c45402278a" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_line" ADD CONSTRAINT "FK_63af8bc67200dce1714bbc43c94" FOREIGN KEY ("grade_id") REFERENCES "grade"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_message" ADD CONSTRAINT "FK_558f3161151c81ed2fe30739039" FOREIGN KEY ("rfq_id") REFERENCES "rfq"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_message" ADD CONSTRAINT "FK_12a1e60d964a160f3ecc255c153" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_message" ADD CONSTRAINT "FK_ce4f6e8a0a56eb4c3a04bddca8e" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_message" ADD CONSTRAINT "FK_beeac72cf8f855bf53b812d87b1" FOREIGN KEY ("from_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_message" ADD CONSTRAINT "FK_557183ce9c439e733f630b45200" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq_message" ADD CONSTRAINT "FK_8ecd6e4f52ae158efc9b7c1bc20" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq" ADD CONSTRAINT "FK_4137df739d9e969cb4e9c81c8ea" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq" ADD CONSTRAINT "FK_aac4caa0d6bc91447841d9a05af" FOREIGN KEY ("delivery_location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "rfq" ADD CONSTRAINT "FK_9bf4013ef50ccccf94a029573e9" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A file of a message between two sides: not even the Alliance reads it.
alter table stored_file drop constraint stored_file_visibility_known;
alter table stored_file add constraint stored_file_visibility_known check (visibility in ('PUBLIC','PARTIES','SIDES'));

-- What was sent or said stays as it was.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['quote_revision', 'quote_line', 'quote_line_share', 'quote_counter', 'quote_counter_line', 'rfq_message'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', tbl || '_insert_only', tbl);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tbl || '_no_truncate', tbl);
  end loop;
end $$;

-- A use is for good: an award line becomes one order or one contract, once.
create function refuse_second_use() returns trigger language plpgsql as $$
begin
  if old.used_by_id is not null and (new.used_by_id, new.used_by_type) is distinct from (old.used_by_id, old.used_by_type) then
    raise exception 'award line % is used already', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger award_line_used_once before update on award_line for each row execute function refuse_second_use();

-- The buyer reads all of its request, a cooperative its own part, the Alliance states and volumes; prices only the two sides.
do $$
declare
  wall record;
  watch text := '(select app_scope()) in (''alliance'', ''system'')';
  us text := '(select app_scope()) = ''system''';
  me text := '(select app_org())';
  two text := '(select app_scope()) = ''system'' or (select app_org()) in (seller_org_id, buyer_org_id)';
begin
  for wall in
    select * from (values
      ('rfq', format('%s or buyer_org_id = %s or (%s and status <> ''DRAFT'' and sent_at is not null) or exists (select 1 from rfq_invitee i where i.rfq_id = rfq.id and i.seller_org_id = %s)', us, me, watch, me)),
      ('rfq_line', 'exists (select 1 from rfq where rfq.id = rfq_id)'),
      ('rfq_file', 'exists (select 1 from rfq where rfq.id = rfq_id)'),
      ('rfq_invitee', format('%s or buyer_org_id = %s or (seller_org_id = %s and invited_at is not null)', watch, me, me)),
      ('rfq_message', two),
      ('quote', format('%s or seller_org_id = %s or (status <> ''DRAFT'' and (buyer_org_id = %s or %s))', us, me, me, watch)),
      ('quote_draft', format('%s or seller_org_id = %s', us, me)),
      ('quote_revision', two),
      ('quote_line', two),
      ('quote_line_share', format('%s or member_org_id = %s', two, me)),
      ('quote_counter', two),
      ('quote_counter_line', two),
      ('pool_share', format('%s or %s in (lead_org_id, member_org_id)', us, me)),
      ('award', format('%s or buyer_org_id = %s', us, me)),
      ('award_line', two),
      ('sourcing_rule', format('%s or org_id = %s', us, me))
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
