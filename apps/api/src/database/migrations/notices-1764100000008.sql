CREATE TABLE "notification" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "org_id" uuid NOT NULL, "kind" text NOT NULL, "notice_group" text NOT NULL, "key" text NOT NULL, "facts" jsonb NOT NULL, "from_org_id" uuid, "way" text NOT NULL, "mailed_at" TIMESTAMP WITH TIME ZONE, "read_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "notification_way_known" CHECK (way in ('APP','EMAIL','DIGEST')), CONSTRAINT "PK_705b6c7cdf9b2c2ff7ac7872cb7" PRIMARY KEY ("id"));
CREATE INDEX "notification_unread" ON "notification"  ("user_id", "org_id") WHERE read_at is null;
CREATE INDEX "notification_newest" ON "notification"  ("user_id", "org_id", "created_at", "id") ;
CREATE UNIQUE INDEX "notification_once" ON "notification"  ("user_id", "org_id", "kind", "key") ;
ALTER TABLE "notification" ADD CONSTRAINT "FK_928b7aa1754e08e1ed7052cb9d8" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notification" ADD CONSTRAINT "FK_5f548cd7c5e4d4086e517da8ad3" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notification" ADD CONSTRAINT "FK_bfcf277efed9bd04e7a81130925" FOREIGN KEY ("from_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE TABLE "notice_digest" ("user_id" uuid NOT NULL, "day" date NOT NULL, "items" integer NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e28ba6606eedcbf62f5fec35edc" PRIMARY KEY ("user_id", "day"));
CREATE TABLE "notice_preference" ("user_id" uuid NOT NULL, "quiet_from" integer, "quiet_to" integer, "digest_at" integer NOT NULL, "ways" jsonb NOT NULL DEFAULT '{}', "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "notice_preference_minutes" CHECK (digest_at between 0 and 1439 and coalesce(quiet_from, 0) between 0 and 1439 and coalesce(quiet_to, 0) between 0 and 1439), CONSTRAINT "notice_preference_quiet_whole" CHECK ((quiet_from is null) = (quiet_to is null)), CONSTRAINT "PK_4b853ea01827edab254529f11bf" PRIMARY KEY ("user_id"));
ALTER TABLE "notice_digest" ADD CONSTRAINT "FK_2b243a2aedc1282e5f68c89aba2" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "notice_preference" ADD CONSTRAINT "FK_4b853ea01827edab254529f11bf" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE TABLE "demand_answer" ("id" uuid NOT NULL, "post_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "product_id" uuid, "weekly_qty" numeric(14,3) NOT NULL, "note" text, "answered_by" uuid NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "demand_answer_positive" CHECK (weekly_qty > 0), CONSTRAINT "PK_ea67bf67a4bc7df14507a4c66e1" PRIMARY KEY ("id"));
CREATE INDEX "demand_answer_seller" ON "demand_answer"  ("seller_org_id") ;
CREATE UNIQUE INDEX "demand_answer_once" ON "demand_answer"  ("post_id", "seller_org_id") ;
CREATE TABLE "demand_ceiling" ("post_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, "price" bigint NOT NULL, CONSTRAINT "demand_ceiling_positive" CHECK (price > 0), CONSTRAINT "PK_164e995ba71210731672ec64282" PRIMARY KEY ("post_id"));
CREATE TABLE "demand_choice" ("post_id" uuid NOT NULL, "seller_org_id" uuid NOT NULL, "buyer_org_id" uuid NOT NULL, CONSTRAINT "PK_d6b37cb61335b73a62780a10338" PRIMARY KEY ("post_id", "seller_org_id"));
CREATE TABLE "demand_post" ("id" uuid NOT NULL, "number" text, "buyer_org_id" uuid NOT NULL, "title" text NOT NULL, "product_id" uuid, "product_name" text, "product_group" text, "spec" text, "base_unit" text NOT NULL, "weekly_qty" numeric(14,3) NOT NULL, "period_from" date NOT NULL, "period_to" date NOT NULL, "basis" text NOT NULL, "delivery_location_id" uuid, "delivery_place" text, "certificate_kinds" text array NOT NULL DEFAULT '{}', "visibility" text NOT NULL, "status" text NOT NULL DEFAULT 'DRAFT', "open_until" date, "note" text, "close_reason" text, "published_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, "created_by" uuid NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "demand_post_open_has_dates" CHECK (status <> 'OPEN' or (number is not null and published_at is not null and open_until is not null)), CONSTRAINT "demand_post_period_in_order" CHECK (period_from <= period_to), CONSTRAINT "demand_post_weekly_positive" CHECK (weekly_qty > 0), CONSTRAINT "demand_post_names_goods" CHECK (product_name is not null or product_group is not null), CONSTRAINT "demand_post_basis_known" CHECK (basis in ('EXW','DC','STORE')), CONSTRAINT "demand_post_visibility_known" CHECK (visibility in ('PUBLIC','SELLERS','CHOSEN')), CONSTRAINT "demand_post_status_known" CHECK (status in ('DRAFT','OPEN','CLOSED')), CONSTRAINT "PK_3aec73e0c446fed71438ed6cb28" PRIMARY KEY ("id"));
CREATE INDEX "demand_post_open" ON "demand_post"  ("id") WHERE status = 'OPEN';
CREATE INDEX "demand_post_buyer" ON "demand_post"  ("buyer_org_id", "id") ;
CREATE UNIQUE INDEX "demand_post_number" ON "demand_post"  ("number") ;
ALTER TABLE "demand_answer" ADD CONSTRAINT "FK_6c3b0c86c4ee884c8c35b97a39c" FOREIGN KEY ("post_id") REFERENCES "demand_post"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_answer" ADD CONSTRAINT "FK_4244034f530c1605c5e40f7bb24" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_answer" ADD CONSTRAINT "FK_4a5655c9314b6030ecf491a535e" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_answer" ADD CONSTRAINT "FK_8e3a9b0c2c51f9e2829901b6248" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_answer" ADD CONSTRAINT "FK_05d6499210e533621120e99516a" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_ceiling" ADD CONSTRAINT "FK_164e995ba71210731672ec64282" FOREIGN KEY ("post_id") REFERENCES "demand_post"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_ceiling" ADD CONSTRAINT "FK_dbf427bdaca4acbe842452d7cf1" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_choice" ADD CONSTRAINT "FK_aa7d3eefd27e38f379e0437d67f" FOREIGN KEY ("post_id") REFERENCES "demand_post"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_choice" ADD CONSTRAINT "FK_7ff15b6fd4c2fc1c951947d3a3a" FOREIGN KEY ("seller_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_choice" ADD CONSTRAINT "FK_953828ce195a220e5dd9febfccf" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_post" ADD CONSTRAINT "FK_73238bf0e9557c6a268c66a2292" FOREIGN KEY ("buyer_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_post" ADD CONSTRAINT "FK_c1217263ad79dbe8b5f643cd0c3" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_post" ADD CONSTRAINT "FK_f371c0fc0ae7b06ef95a95930b5" FOREIGN KEY ("delivery_location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "demand_post" ADD CONSTRAINT "FK_5bebbba6ae3b056cf555f90c6fb" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE TABLE "channel_call" ("id" uuid NOT NULL, "listing_id" uuid NOT NULL, "org_id" uuid NOT NULL, "note" text NOT NULL, "called_by" uuid NOT NULL, "called_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_3685222bfacd43093d29e8cf87c" PRIMARY KEY ("id"));
CREATE INDEX "channel_call_listing" ON "channel_call"  ("listing_id", "called_at") ;
CREATE TABLE "channel_listing" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "product_id" uuid NOT NULL, "platform_code" text NOT NULL, "url" text, "state" text NOT NULL DEFAULT 'PREPARING', "last_checked_on" date, "last_checked_by" uuid, "last_check_note" text, "moved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_demo" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "channel_listing_check_whole" CHECK ((last_checked_on is null) = (last_checked_by is null)), CONSTRAINT "channel_listing_https" CHECK (url like 'https://%'), CONSTRAINT "channel_listing_sells_somewhere" CHECK (state <> 'SELLING' or url is not null), CONSTRAINT "channel_listing_state_known" CHECK (state in ('PREPARING','WAITING','SELLING','PAUSED','REMOVED')), CONSTRAINT "PK_78aa80eb7c60478a7f2eb3cf618" PRIMARY KEY ("id"));
CREATE INDEX "channel_listing_waiting" ON "channel_listing"  ("moved_at", "id") ;
CREATE INDEX "channel_listing_org" ON "channel_listing"  ("org_id") ;
CREATE UNIQUE INDEX "channel_listing_once" ON "channel_listing"  ("product_id", "platform_code") ;
CREATE TABLE "channel_platform" ("code" text NOT NULL, "name" text NOT NULL, "hosts" text array NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_12c55721219359aa22014a98471" PRIMARY KEY ("code"));
CREATE TABLE "channel_sale" ("listing_id" uuid NOT NULL, "month" date NOT NULL, "org_id" uuid NOT NULL, "qty" numeric(14,3), "note" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "channel_sale_not_negative" CHECK (qty >= 0), CONSTRAINT "channel_sale_says_something" CHECK (qty is not null or note is not null), CONSTRAINT "channel_sale_first_of_month" CHECK (extract(day from month) = 1), CONSTRAINT "PK_c921c1a0390409fe92a049b0f89" PRIMARY KEY ("listing_id", "month"));
CREATE TABLE "channel_step_done" ("listing_id" uuid NOT NULL, "step_code" text NOT NULL, "org_id" uuid NOT NULL, "done_by" uuid NOT NULL, "done_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_8d3f88022d2bf2147abf1dd62f2" PRIMARY KEY ("listing_id", "step_code"));
CREATE TABLE "channel_step" ("code" text NOT NULL, "platforms" text array, "text_vi" text NOT NULL, "text_en" text NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_03bd45bc75b37e08d42b3ba39b0" PRIMARY KEY ("code"));
ALTER TABLE "channel_call" ADD CONSTRAINT "FK_87bb066daa1b60a9a1f4dc7c0b3" FOREIGN KEY ("listing_id") REFERENCES "channel_listing"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_call" ADD CONSTRAINT "FK_b980f5b506f47eb5a9f0487477d" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_call" ADD CONSTRAINT "FK_e6312631c9230f06f8521185675" FOREIGN KEY ("called_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_listing" ADD CONSTRAINT "FK_b72854b2b79f11fc9d440eecfee" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_listing" ADD CONSTRAINT "FK_7b69002e071be1c85be2e8ccd40" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_listing" ADD CONSTRAINT "FK_a8a795ee3a61495c30c4e2cdc8a" FOREIGN KEY ("platform_code") REFERENCES "channel_platform"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_listing" ADD CONSTRAINT "FK_87b43518bf2c7be56e4325677bc" FOREIGN KEY ("last_checked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_sale" ADD CONSTRAINT "FK_820e8bbc5f8bcb48f3a5535d0f7" FOREIGN KEY ("listing_id") REFERENCES "channel_listing"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_sale" ADD CONSTRAINT "FK_5a755c1348b0d1e838385d2f859" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_step_done" ADD CONSTRAINT "FK_500350a2daf1ea337d216153c90" FOREIGN KEY ("listing_id") REFERENCES "channel_listing"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_step_done" ADD CONSTRAINT "FK_0e6b2d762ba7403d3ce16d0ae0e" FOREIGN KEY ("step_code") REFERENCES "channel_step"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_step_done" ADD CONSTRAINT "FK_94c0e4eceb13c5d3c295062872a" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "channel_step_done" ADD CONSTRAINT "FK_9dcc71e74793a240a4fb3f5ed02" FOREIGN KEY ("done_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A person's own: the organization's other people, the Alliance and every other side stay outside.
create function app_person() returns uuid language sql stable as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

do $$
declare
  wall record;
begin
  for wall in
    select * from (values
      ('notification', '(select app_scope()) = ''system'' or user_id = (select app_person())'),
      ('notice_preference', '(select app_scope()) = ''system'' or user_id = (select app_person())'),
      ('notice_digest', '(select app_scope()) = ''system'' or user_id = (select app_person())')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy person_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;

-- Demand posts: drafts and the ceiling are the buyer's alone; what is published is seen by whom the buyer chose.
do $$
declare
  wall record;
  us text := '(select app_scope()) = ''system''';
  watch text := '(select app_scope()) in (''alliance'', ''system'')';
  me text := '(select app_org())';
begin
  for wall in
    select * from (values
      ('demand_post', format('%s or buyer_org_id = %s or (published_at is not null and (%s or visibility = ''PUBLIC''
         or (visibility = ''SELLERS'' and exists (select 1 from organization o where o.id = %s
           and o.kind in (''COOPERATIVE'', ''COOPERATIVE_GROUP'', ''COOPERATIVE_UNION'', ''HOUSEHOLD_BUSINESS'', ''ENTERPRISE'')))
         or (visibility = ''CHOSEN'' and exists (select 1 from demand_choice c where c.post_id = demand_post.id and c.seller_org_id = %s))))',
         us, me, watch, me, me)),
      ('demand_choice', format('%s or %s in (buyer_org_id, seller_org_id)', us, me)),
      ('demand_answer', format('%s or %s in (buyer_org_id, seller_org_id)', watch, me)),
      ('demand_ceiling', format('%s or buyer_org_id = %s', us, me))
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;

-- Sales channels: where a product sells is public, how it comes along is the cooperative's and the Alliance's.
do $$
declare
  wall record;
  own text := '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())';
begin
  for wall in
    select * from (values
      ('channel_listing', own || ' or state = ''SELLING'''),
      ('channel_step_done', own),
      ('channel_sale', own),
      ('channel_call', own)
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, own);
  end loop;
end $$;
