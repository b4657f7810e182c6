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
