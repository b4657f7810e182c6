import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { GROUP_LABELS } from './catalog-words.js';

const GROUP_WORDS = `case p.product_group ${Object.entries(GROUP_LABELS)
  .map(([group, { vi, en }]) => `when '${group}' then '${vi} ${en}'`)
  .join(' ')} else '' end`;

const SEARCH_TEXT = `regexp_replace(fold_vietnamese(concat_ws(' ', p.name_vi, p.name_en, ${GROUP_WORDS}, o.name, o.short_name, u.short_name, d.short_name)),
  '[^a-z0-9]+', ' ', 'g')`;

const COLUMNS = [
  ['product_id', 'p.id'],
  ['org_id', 'p.org_id'],
  ['slug', 'p.slug'],
  ['name_vi', 'p.name_vi'],
  ['name_en', 'p.name_en'],
  ['org_name', 'o.name'],
  ['org_slug', 'o.slug'],
  ['org_kind', 'o.kind'],
  ['commune_code', 'o.commune_code'],
  ['commune_name', 'u.name'],
  ['district_code', 'coalesce(o.legacy_district_code, u.former_district_code)'],
  ['district_name', 'd.name'],
  ['product_group', 'p.product_group'],
  ['subgroup', 'p.subgroup'],
  ['base_unit', 'p.base_unit'],
  ['net_content', 'p.net_content'],
  ['pack_name', 'k.name'],
  ['pack_size_base', 'k.size_base'],
  ['moq_packs', 'k.moq_packs'],
  ['harvest_months', 'p.harvest_months'],
  ['storage', 'p.storage'],
  ['shelf_life_days', 'p.shelf_life_days'],
  ['stars', 's.stars'],
  ['stars_until', 's.expires_on'],
  ['price_from', 't.price_from'],
  ['price_to', 't.price_to'],
  ['photo_file_id', 'p.photo_file_id'],
  ['search_text', SEARCH_TEXT],
  ['certificate_kinds', `coalesce(c.kinds, '{}')`],
  ['certificate_until', `coalesce(c.until, '{}')`],
  ['is_demo', 'p.is_demo'],
  ['published_at', 'p.published_at'],
] as const;

const UPSERT = `insert into catalog_entry (${COLUMNS.map(([column]) => column).join(', ')})
  select ${COLUMNS.map(([, source]) => source).join(', ')}
  from product p
  join organization o on o.id = p.org_id
  left join administrative_unit u on u.code = o.commune_code
  left join administrative_unit d on d.code = coalesce(o.legacy_district_code, u.former_district_code)
  left join lateral (select name, size_base, moq_packs, grade_id from pack where pack.product_id = p.id order by pack.position, pack.id limit 1) k on true
  left join lateral (
    select c.stars, c.expires_on from certificate c
    where c.product_id = p.id and c.org_id = p.org_id and c.kind = 'OCOP' and c.status = 'VERIFIED' and c.superseded_by is null and c.expires_on >= $2
    order by c.expires_on desc, c.stars desc limit 1) s on true
  left join lateral (
    select array_agg(kind order by kind) as kinds, array_agg(until order by kind) as until from (
      select kind, max(coalesce(expires_on, 'infinity'::date)) as until from certificate
      join certificate_kind k on k.code = kind and k.is_public
      where org_id = p.org_id and (product_id = p.id or product_id is null) and status = 'VERIFIED' group by kind) held) c on true
  left join lateral (
    select min(unit_price) as price_from, max(unit_price) as price_to
    from standing_tiers(p.id, k.grade_id, null, $2) where p.price_visibility = 'PUBLIC') t on true
  where p.id = any($1) and p.status = 'PUBLISHED' and p.published_at is not null and o.status = 'ACTIVE'
  on conflict (product_id) do update set ${COLUMNS.slice(1)
    .map(([column]) => `${column} = excluded.${column}`)
    .join(', ')}`;

/** Keeps the public projection equal to the products it is made of. */
@Injectable()
export class CatalogProjector {
  constructor(private readonly uow: UnitOfWork) {}

  /** Rewrites the rows of these products in the caller's transaction; what is not published leaves the catalogue. */
  async refresh(tx: Tx, productIds: readonly string[]): Promise<void> {
    if (productIds.length === 0) return;
    await refreshCatalog(tx, productIds);
  }

  @JobHandler('catalog.certificate-changed')
  async certificateChanged({ productId }: { productId: string }): Promise<void> {
    await this.uow.run(SYSTEM, (tx) => this.refresh(tx, [productId]));
  }

  /** Verified, suspended, restored, closed, merged or renamed: its goods come and go with it. */
  @JobHandler('catalog.organization-changed')
  async organizationChanged({ orgId }: { orgId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const products = await tx.query<{ id: string }>('select id from product where org_id = $1', [orgId]);
      await this.refresh(
        tx,
        products.map(({ id }) => id),
      );
    });
  }

  /** Takes ended stars out of the projection; until then every reader compares their last day with today. */
  @JobHandler('catalog.stars-ended')
  @DailyAt('00:20')
  async starsEnded(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const ended = await tx.query<{ id: string }>('select product_id as id from catalog_entry where stars_until < $1', [
        tx.today,
      ]);
      await this.refresh(
        tx,
        ended.map(({ id }) => id),
      );
    });
  }
}

/** For seeds, which run without the application around them. */
export async function refreshCatalog(tx: Pick<Tx, 'query' | 'today'>, productIds: readonly string[]): Promise<void> {
  await tx.query(
    `delete from catalog_entry e where e.product_id = any($1)
     and not exists (select 1 from product p join organization o on o.id = p.org_id
       where p.id = e.product_id and p.status = 'PUBLISHED' and o.status = 'ACTIVE')`,
    [productIds],
  );
  await tx.query(UPSERT, [productIds, tx.today]);
}
