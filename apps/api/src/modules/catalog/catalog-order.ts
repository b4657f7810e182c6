import { monthOf } from '@lienket/domain';
import { BadInputError } from '../../platform/errors.js';
import { decodeCursor } from '../../platform/graphql/keyset.js';
import { isUuid } from '../../platform/ids.js';
import { type Conditions, seasonCondition } from './catalog-filter.js';
import type { Search } from './catalog-search.js';
import type { CatalogItemView, CatalogSort, CooperativeView } from './catalog.view.js';

export interface EntryRow extends Omit<CatalogItemView, 'cooperative' | 'photoUrl'> {
  readonly photoFileId: string | null;
  /** PostgreSQL's own text, to the microsecond: it only travels back in a cursor. */
  readonly publishedAt: string;
  readonly orgId: string;
  readonly orgSlug: string;
  readonly orgName: string;
  readonly orgKind: CooperativeView['kind'];
  readonly communeName: string | null;
  readonly districtName: string | null;
  /** The first key of an order other than the newest first. */
  readonly sortKey?: string;
  readonly rank?: number;
}

export const COLUMNS = `e.product_id as id, e.slug, e.name_vi as "nameVi", e.name_en as "nameEn", e.product_group as "group", e.base_unit as "baseUnit",
  e.net_content as "netContent", e.pack_name as "packName", e.pack_size_base as "packSize", e.moq_packs as "moqPacks",
  e.harvest_months as "harvestMonths", e.stars, e.stars_until as "starsUntil", e.price_from as "priceFrom", e.price_to as "priceTo",
  e.photo_file_id as "photoFileId", e.is_demo as "isDemo", e.published_at::text as "publishedAt", e.org_id as "orgId", e.org_slug as "orgSlug",
  e.org_name as "orgName", e.org_kind as "orgKind", e.commune_name as "communeName", e.district_name as "districtName"`;

const PAGE_GONE = 'Trang này không còn. Hãy tải lại danh sách.';
const isInstant = (text: string) => !Number.isNaN(Date.parse(text));
const isWhole = (text: string) => /^-?\d{1,19}$/.test(text);

type Keys = readonly string[] | null;

interface Order {
  /** Part of the prepared statement's name; none for the order that everybody sees first. */
  readonly name: string;
  /** Keys of a row in the order of the sort, as text or whole number. */
  readonly keys: (row: EntryRow) => (string | number)[];
  readonly cursor: (after: string | null) => Keys;
  readonly columns?: string;
  readonly orderBy: string;
  /** Rows behind these keys. */
  readonly behind: (first: string, id: string) => string;
}

/** A cursor is refused unless it looks like one of this order. */
const cursorOf =
  (...sound: ((text: string) => boolean)[]) =>
  (after: string | null): Keys => {
    const keys = decodeCursor(after, sound.length);
    if (keys && !keys.every((key, index) => sound[index]!(key))) throw new BadInputError(PAGE_GONE, 'after');
    return keys;
  };

const priced = (last: string, direction: 'asc' | 'desc'): Order => {
  const price = `coalesce(e.price_from, ${last})`;
  return {
    name: `price-${direction}-`,
    keys: (row) => [row.sortKey!, row.id],
    cursor: cursorOf(isWhole, isUuid),
    columns: `, ${price}::text as "sortKey"`,
    orderBy: `${price} ${direction}, e.product_id ${direction}`,
    behind: (at, id) => `(${price}, e.product_id) ${direction === 'asc' ? '>' : '<'} (${at}::bigint, ${id}::uuid)`,
  };
};

/** Products without a public price stand last whichever way: their place must not tell what they cost. */
export const ORDERS: Readonly<Record<Exclude<CatalogSort, 'RELEVANCE'>, Order>> = {
  NEWEST: {
    name: '',
    keys: (row) => [row.publishedAt, row.id],
    cursor: cursorOf(isInstant, isUuid),
    orderBy: 'e.published_at desc, e.product_id desc',
    behind: (at, id) => `(e.published_at, e.product_id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  NAME: {
    name: 'name-',
    keys: (row) => [row.sortKey!, row.id],
    cursor: cursorOf(() => true, isUuid),
    columns: ', e.name_key as "sortKey"',
    orderBy: 'e.name_key, e.product_id',
    behind: (at, id) => `(e.name_key, e.product_id) > (${at}::text, ${id}::uuid)`,
  },
  PRICE_UP: priced('9223372036854775807', 'asc'),
  PRICE_DOWN: priced('-1', 'desc'),
};

export const RELEVANCE = {
  name: '',
  keys: (row: EntryRow) => [row.rank!, row.publishedAt, row.id],
  cursor: cursorOf(isWhole, isInstant, isUuid),
};

/** A page in an order that an index holds. */
export function listed(conditions: Conditions, order: Order, cursor: Keys, size: number): string {
  if (cursor) {
    const id = () => conditions.parameter(cursor[1]);
    conditions.add('a', (at) => order.behind(at, id()), cursor[0]);
  }
  return `select ${COLUMNS}${order.columns ?? ''} from catalog_entry e ${conditions.where} order by ${order.orderBy} limit ${size + 1}`;
}

/** Ranking looks at so many of the newest matches, and at those named like the search whatever their age. */
const MOST_RANKED = 1000;
const MOST_NAMED = 500;

/**
 * Best first, and every step can be explained to a cooperative that asks why it stands where it stands:
 * the name is the search; it begins with it; it holds the typed words; it holds words that mean the same; only the
 * cooperative or the place does. Among equals the same diacritics, then in season this month, then stars that still hold,
 * then the newest.
 */
export function ranked(
  conditions: Conditions,
  search: Search & { readonly isBroad: boolean },
  today: string,
  cursor: Keys,
  size: number,
): string {
  const p = (value: unknown) => conditions.parameter(value);
  const { where } = conditions;
  const others = conditions.without('q');
  // With an expression in the order PostgreSQL collects the matches by their words; without one it walks down from the newest.
  const newestFirst = search.isBroad ? 'e.published_at desc' : `e.published_at + interval '0' desc`;
  const rank = `(case when f.name_key = ${p(search.key)} then 4 when f.name_key like ${p(`${search.key} %`)} then 3
      when f.search_words @@ to_tsquery('simple', ${p(search.inName)}) then 2
      when f.search_words @@ to_tsquery('simple', ${p(search.meantInName)}) then 1 else 0 end) * 8
    + (case when position(${p(search.accented)}::text in lower(f.name_vi)) > 0 then 4 else 0 end)
    + (case when ${seasonCondition(p(monthOf(today))).replaceAll('e.', 'f.')} then 2 else 0 end)
    + (case when f.stars is not null and f.stars_until >= ${p(today)}::date then 1 else 0 end)`;
  const columns = 'e.product_id, e.published_at, e.name_key, e.name_vi, e.search_words, e.harvest_months, e.stars, e.stars_until';
  const behind = cursor
    ? `where (r.rank, r.published_at, r.product_id) < (${p(cursor[0])}::int, ${p(cursor[1])}::timestamptz, ${p(cursor[2])}::uuid)`
    : '';
  return `with newest as materialized (
      select ${columns} from catalog_entry e ${where} order by ${newestFirst}, e.product_id desc limit ${MOST_RANKED}),
    named as materialized (
      select ${columns} from catalog_entry e where ${others} and (select count(*) from newest) = ${MOST_RANKED}
        and (e.name_key = ${p(search.key)} or e.name_key like ${p(`${search.key} %`)})
        and e.product_id not in (select product_id from newest) limit ${MOST_NAMED}),
    found as (select * from newest union all select * from named),
    ranked as (select f.product_id, f.published_at, ${rank} as rank from found f),
    page as (select * from ranked r ${behind} order by r.rank desc, r.published_at desc, r.product_id desc limit ${size + 1})
    select ${COLUMNS}, page.rank from page join catalog_entry e using (product_id) order by page.rank desc, e.published_at desc, e.product_id desc`;
}
