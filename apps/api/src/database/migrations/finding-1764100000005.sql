-- Finding products: words with their weight, synonyms and vocabulary as data, certificates in the projection, lists of choices and saved searches.

alter table catalog_entry
  add column name_key text collate "C" not null default '',
  add column search_words tsvector,
  add column certificate_kinds text[] not null default '{}',
  add column certificate_until date[] not null default '{}';

create table search_synonym (
  concept text not null,
  term text not null,
  constraint "PK_search_synonym" primary key (concept, term)
);

-- Every word the catalogue has ever held: what a mistyped word is compared with.
create table search_word (
  word text collate "C" not null,
  constraint "PK_search_word" primary key (word)
);
create index search_word_trigrams on search_word using gin (word gin_trgm_ops);
create index search_word_lengths on search_word (length(word));

-- Kept by the database, so that no writer of the projection can forget it.
create function catalog_entry_words() returns trigger language plpgsql as $$
begin
  new.name_key := trim(regexp_replace(fold_vietnamese(new.name_vi), '[^a-z0-9]+', ' ', 'g'));
  new.search_words := setweight(to_tsvector('simple', new.name_key || ' ' || fold_vietnamese(coalesce(new.name_en, ''))), 'A')
    || to_tsvector('simple', new.search_text);
  return new;
end $$;
create trigger catalog_entry_words before insert or update of name_vi, name_en, search_text on catalog_entry
  for each row execute function catalog_entry_words();

-- In alphabetical order, so that two writers never wait for each other crosswise.
create function catalog_vocabulary() returns trigger language plpgsql as $$
begin
  insert into search_word (word)
    select distinct w.word from changed, regexp_split_to_table(changed.search_text, ' ') w(word)
    where w.word ~ '^[a-z]{2,30}$' and not exists (select 1 from search_word known where known.word = w.word)
    order by 1
  on conflict do nothing;
  return null;
end $$;
create trigger catalog_vocabulary_added after insert on catalog_entry referencing new table as changed
  for each statement execute function catalog_vocabulary();
create trigger catalog_vocabulary_changed after update on catalog_entry referencing new table as changed
  for each statement execute function catalog_vocabulary();

update catalog_entry e set search_text = same.search_text,
  certificate_kinds = coalesce(c.kinds, '{}'), certificate_until = coalesce(c.until, '{}')
from catalog_entry same
left join lateral (
  select array_agg(kind order by kind) as kinds, array_agg(until order by kind) as until from (
    select kind, max(coalesce(expires_on, 'infinity'::date)) as until from certificate
    where org_id = same.org_id and (product_id = same.product_id or product_id is null) and status = 'VERIFIED' group by kind) held) c on true
where same.product_id = e.product_id;

drop index catalog_entry_search;
drop index catalog_entry_trigrams;
create index catalog_entry_search on catalog_entry using gin (search_words);
create index catalog_entry_name on catalog_entry (name_key, product_id);
create index catalog_entry_group on catalog_entry (product_group, published_at, product_id);
create index catalog_entry_commune on catalog_entry (commune_code, published_at, product_id);
create index catalog_entry_district on catalog_entry (district_code, published_at, product_id);
create index catalog_entry_stars on catalog_entry (published_at, product_id) where stars is not null;
create index catalog_entry_certificates on catalog_entry using gin (certificate_kinds);
-- Products without a public price stand last in either direction.
create index catalog_entry_price_up on catalog_entry (coalesce(price_from, 9223372036854775807), product_id);
create index catalog_entry_price_down on catalog_entry (coalesce(price_from, -1), product_id);

insert into search_synonym (concept, term) values
  ('hồi', 'hồi'), ('hồi', 'hoa hồi'), ('hồi', 'đại hồi'), ('hồi', 'star anise'),
  ('na', 'na'), ('na', 'mãng cầu ta'), ('na', 'mãng cầu'), ('na', 'custard apple'), ('na', 'sugar apple'),
  ('thạch đen', 'thạch đen'), ('thạch đen', 'sương sáo'), ('thạch đen', 'black jelly'), ('thạch đen', 'grass jelly'),
  ('hồng', 'hồng'), ('hồng', 'persimmon'),
  ('quýt', 'quýt'), ('quýt', 'mandarin'), ('quýt', 'tangerine'),
  ('mật ong', 'mật ong'), ('mật ong', 'honey'),
  ('hạt dẻ', 'hạt dẻ'), ('hạt dẻ', 'chestnut'),
  ('khoai lang', 'khoai lang'), ('khoai lang', 'sweet potato'),
  ('chè', 'chè'), ('chè', 'trà'), ('chè', 'tea'),
  ('vải', 'vải'), ('vải', 'vải thiều'), ('vải', 'lychee'), ('vải', 'litchi'),
  ('gừng', 'gừng'), ('gừng', 'ginger'),
  ('ớt', 'ớt'), ('ớt', 'chili'), ('ớt', 'chilli'),
  ('măng', 'măng'), ('măng', 'bamboo shoot'),
  ('gạo', 'gạo'), ('gạo', 'rice'),
  ('miến', 'miến'), ('miến', 'miến dong'), ('miến', 'glass noodle'),
  ('mộc nhĩ', 'mộc nhĩ'), ('mộc nhĩ', 'nấm mèo'), ('mộc nhĩ', 'wood ear'),
  ('nấm hương', 'nấm hương'), ('nấm hương', 'nấm đông cô'), ('nấm hương', 'shiitake'),
  ('lạc', 'lạc'), ('lạc', 'đậu phộng'), ('lạc', 'peanut'),
  ('vừng', 'vừng'), ('vừng', 'mè'), ('vừng', 'sesame'),
  ('ngô', 'ngô'), ('ngô', 'bắp'), ('ngô', 'corn'),
  ('lạp sườn', 'lạp sườn'), ('lạp sườn', 'lạp xưởng'),
  ('mác mật', 'mác mật'), ('mác mật', 'mắc mật'), ('mác mật', 'móc mật'),
  ('mắc ca', 'mắc ca'), ('mắc ca', 'macca'), ('mắc ca', 'macadamia'),
  ('dưa chuột', 'dưa chuột'), ('dưa chuột', 'dưa leo'), ('dưa chuột', 'cucumber'),
  ('lợn', 'lợn'), ('lợn', 'heo'), ('lợn', 'pork'),
  ('khoai môn', 'khoai môn'), ('khoai môn', 'taro'),
  ('rau bò khai', 'rau bò khai'), ('rau bò khai', 'rau dạ hiến'),
  ('rượu', 'rượu'), ('rượu', 'liquor'),
  ('tinh dầu', 'tinh dầu'), ('tinh dầu', 'essential oil'),
  ('thanh long', 'thanh long'), ('thanh long', 'dragon fruit'),
  ('hợp tác xã', 'hợp tác xã'), ('hợp tác xã', 'htx'), ('hợp tác xã', 'cooperative');

-- A shared link outlives a new name: the old address leads to the one that product or organization has now.
create table retired_slug (
  kind text not null,
  slug text not null,
  target_id uuid not null,
  retired_at timestamptz not null default now(),
  constraint "PK_retired_slug" primary key (kind, slug)
);
create function retire_slug() returns trigger language plpgsql as $$
begin
  insert into retired_slug (kind, slug, target_id) values (tg_argv[0], old.slug, old.id)
    on conflict (kind, slug) do update set target_id = excluded.target_id, retired_at = now();
  return null;
end $$;
create trigger product_slug_retired after update of slug on product for each row when (old.slug is distinct from new.slug) execute function retire_slug('PRODUCT');
create trigger organization_slug_retired after update of slug on organization for each row when (old.slug is distinct from new.slug) execute function retire_slug('ORGANIZATION');

-- What an organization keeps for its own people: lists of products and searches.
create table shortlist (
  id uuid not null,
  org_id uuid not null,
  name text not null,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null
);
create unique index shortlist_name on shortlist (org_id, lower(name));
create table shortlist_item (
  shortlist_id uuid not null,
  product_id uuid not null,
  org_id uuid not null,
  note text,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint "PK_shortlist_item" primary key (shortlist_id, product_id)
);
create index shortlist_item_product on shortlist_item (product_id);
create table saved_search (
  id uuid not null,
  org_id uuid not null,
  name text not null,
  filter jsonb not null,
  address text not null default '',
  alert boolean not null default false,
  seen_at timestamptz not null,
  alerted_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null default now()
);
create index saved_search_org on saved_search (org_id, created_at);

alter table shortlist add constraint "PK_1250a664d7b5e95bbe941503874" primary key (id);
alter table saved_search add constraint "PK_563b338d8b4878fa46697c8f3f2" primary key (id);
alter table saved_search add constraint "FK_1935df58e33d8bbabff43e2f2d9" foreign key (org_id) references organization(id);
alter table saved_search add constraint "FK_34274004947eb93c22788165bc5" foreign key (created_by) references app_user(id);
alter table shortlist add constraint "FK_01d2b4e93ea33b07a10d5791bc7" foreign key (org_id) references organization(id);
alter table shortlist add constraint "FK_d20603c0f99a8f94f338d4391bc" foreign key (created_by) references app_user(id);
alter table shortlist_item add constraint "FK_8cfb39f96b358d8a5634473d20f" foreign key (shortlist_id) references shortlist(id) on delete cascade;
alter table shortlist_item add constraint "FK_7b38c526b55c64d3fc7ee45b811" foreign key (product_id) references product(id);
alter table shortlist_item add constraint "FK_055e8efe72c613bc07a6560d791" foreign key (org_id) references organization(id);
alter table shortlist_item add constraint "FK_494c8dd496bf10e2cfbd9af3147" foreign key (added_by) references app_user(id);

do $$
declare
  tbl text;
  own text := '(select app_scope()) = ''system'' or org_id = (select app_org())';
begin
  foreach tbl in array array['shortlist', 'shortlist_item', 'saved_search']
  loop
    execute format('alter table %I enable row level security', tbl);
    execute format('alter table %I force row level security', tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', tbl, own, own);
  end loop;
end $$;
