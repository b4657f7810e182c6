-- What TypeORM's entities cannot say: search indexes, insert-only ledgers and row-level security.

create extension if not exists pg_trgm;

-- Search key as the domain's foldVietnamese makes it: no diacritics, đ → d, lower case. Immutable, so that it can be indexed.
create function fold_vietnamese(text text) returns text language sql immutable strict parallel safe as
$$ select lower(translate(regexp_replace(normalize(text, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')) $$;

create index organization_names on organization using gin (fold_vietnamese(name || ' ' || short_name) gin_trgm_ops);
create index catalog_entry_search on catalog_entry using gin (to_tsvector('simple', search_text));
create index catalog_entry_trigrams on catalog_entry using gin (search_text gin_trgm_ops);
create index mou_party_orgs on mou using gin (party_org_ids);

-- One source line has one effect of each kind; a reversal has its own. Only releases repeat: by the seller's answer, then by closing short.
create unique index commitment_entry_once on commitment_entry
  (kind, source_type, source_line_id, coalesce(contract_line_id, mou_line_id), coalesce(reverses_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where kind <> 'CALL_OFF_RELEASE';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only: write a reversing row instead', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger commitment_entry_insert_only before update or delete on commitment_entry for each row execute function refuse_change();
create trigger commitment_entry_no_truncate before truncate on commitment_entry for each statement execute function refuse_change();
create trigger audit_event_insert_only before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change();

-- Unset or empty means nobody: the walls fail closed.
create function app_org() returns uuid language sql stable as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
create function app_scope() returns text language sql stable as $$ select coalesce(nullif(current_setting('app.scope', true), ''), 'visitor') $$;

-- Documents of two sides.
do $$
declare
  wall record;
  sides text := '(select app_scope()) in (''alliance'', ''system'') or (select app_org()) in (seller_org_id, buyer_org_id)';
  money text := '(select app_scope()) = ''system'' or (select app_org()) in (seller_org_id, buyer_org_id)';
begin
  for wall in
    select * from (values
      ('mou', '(select app_scope()) in (''alliance'', ''system'') or created_by_org_id = (select app_org()) or party_org_ids @> array[(select app_org())]'),
      ('mou_party', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from mou where mou.id = mou_id)'),
      ('mou_line', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from mou where mou.id = mou_id)'),
      ('mou_progress', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from mou where mou.id = mou_id)'),
      ('contract', sides),
      ('contract_line', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from contract where contract.id = contract_id)'),
      ('contract_schedule', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from contract_line where contract_line.id = contract_line_id)'),
      ('signature', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from mou where mou.id = document_id) or exists (select 1 from contract where contract.id = document_id)'),
      ('commitment_entry', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from contract_line where contract_line.id = contract_line_id) or exists (select 1 from mou_line where mou_line.id = mou_line_id)'),
      ('agreement_line_total', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from contract_line where contract_line.id = line_id) or exists (select 1 from mou_line where mou_line.id = line_id)'),
      ('purchase_order', sides),
      ('order_line', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from purchase_order where purchase_order.id = order_id)'),
      ('shipment', sides),
      ('shipment_line', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from shipment where shipment.id = shipment_id)'),
      ('goods_receipt', sides),
      ('goods_receipt_line', '(select app_scope()) in (''alliance'', ''system'') or exists (select 1 from goods_receipt where goods_receipt.id = receipt_id)'),
      ('payment_request', money),
      ('payment', money),
      ('product', '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org()) or status in (''PUBLISHED'', ''PAUSED'', ''ARCHIVED'')')
    ) as walls (tbl, rule)
  loop
    execute format('alter table %I enable row level security', wall.tbl);
    execute format('alter table %I force row level security', wall.tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', wall.tbl, wall.rule, wall.rule);
  end loop;
end $$;
