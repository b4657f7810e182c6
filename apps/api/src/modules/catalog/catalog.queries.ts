import { Injectable } from '@nestjs/common';
import { foldVietnamese, type Locale, monthOf } from '@lienket/domain';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { type Connection, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { isUuid } from '../../platform/ids.js';
import { conditionsOf } from './catalog-filter.js';
import { facetsStatement, type FacetRow, toFacets } from './catalog-facets.js';
import { COLUMNS, type EntryRow, listed, ORDERS, ranked, RELEVANCE } from './catalog-order.js';
import { GROUP_LABELS } from './catalog-words.js';
import { likePatterns, searchWords } from '../registry/index.js';
import { CatalogSearch, correctedWords, type Search } from './catalog-search.js';
import {
  type CatalogFacetsView,
  type CatalogFilterView,
  type CatalogItemView,
  type CatalogSort,
  type PlaceView,
  PRODUCT_GROUPS,
  type SuggestionsView,
} from './catalog.view.js';

/** The public catalogue, read from the projection: one statement a page, prepared where nothing is asked for. */
@Injectable()
export class CatalogQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
    private readonly search: CatalogSearch,
  ) {}

  async page(
    filter: CatalogFilterView,
    first: number | null,
    after: string | null,
    asked: CatalogSort | null = null,
  ): Promise<Connection<CatalogItemView>> {
    const size = pageSize(first);
    const today = this.clock.today();
    const search = await this.search.read(filter.search);
    const conditions = conditionsOf(filter, search, today);
    const isPlain = conditions.shape === 'all';
    const sort = asked ?? (search ? 'RELEVANCE' : 'NEWEST');
    const order = ORDERS[sort === 'RELEVANCE' ? 'NEWEST' : sort];
    const byRank = search && sort === 'RELEVANCE';
    const { keys, cursor } = byRank ? RELEVANCE : order;
    const from = cursor(after);
    const text = byRank
      ? ranked(conditions, { ...search, isBroad: await this.search.isBroad(search) }, today, from, size)
      : listed(conditions, order, from, size);
    const rows = await (isPlain
      ? this.pool.rows<EntryRow>(`catalog-${order.name}${conditions.shape}-${size}`, text, conditions.values)
      : this.pool.planned<EntryRow>(text, conditions.values));
    return toConnection(
      rows,
      size,
      (row) => toItem(row, today),
      (row) => encodeCursor(...keys(row)),
      () => this.count(filter, search, today),
    );
  }

  async facets(filter: CatalogFilterView, locale: Locale): Promise<CatalogFacetsView> {
    const today = this.clock.today();
    const search = await this.search.read(filter.search);
    const { text, values } = facetsStatement(filter, search, today, monthOf(today));
    const [[row], didYouMean] = await Promise.all([this.pool.planned<FacetRow>(text, values), this.correction(search)]);
    return { ...toFacets(row!, locale), didYouMean };
  }

  /** The words of the nearest product in place of the mistyped ones. */
  private async correction(search: Search | null): Promise<string | null> {
    if (search?.mode !== 'TYPO') return null;
    const conditions = conditionsOf({}, search, this.clock.today());
    const [best] = await this.pool.planned<EntryRow>(
      ranked(conditions, { ...search, isBroad: false }, this.clock.today(), null, 1),
      conditions.values,
    );
    return best ? correctedWords(search, [best.nameVi, best.orgName, best.communeName, best.districtName, best.nameEn]) : null;
  }

  /** While typing: names that hold the words, each once with how many offer it; sellers; groups. */
  async suggestions(text: string, locale: Locale): Promise<SuggestionsView> {
    const words = searchWords(text);
    if (words.length === 0) return { products: [], sellers: [], groups: [] };
    const [products, sellers] = await Promise.all([
      this.pool.planned<{ name: string; slug: string; orgName: string; offers: number }>(
        `select name, slug, "orgName", offers from (
           select e.name_vi as name, (array_agg(e.slug))[1] as slug, (array_agg(e.org_name))[1] as "orgName", count(*)::int as offers,
             bool_or(e.name_key like $2) as begins
           from (select name_vi, slug, org_name, name_key from catalog_entry where search_words @@ to_tsquery('simple', $1) limit 500) e group by e.name_vi) names
         order by begins desc, offers desc, name limit 6`,
        [words.map((word) => `${word}:*A`).join(' & '), `${words.join(' ')}%`],
      ),
      this.pool.planned<{ name: string; slug: string; place: string | null }>(
        `select o.name, o.slug, u.name as place from organization o left join administrative_unit u on u.code = o.commune_code
         where o.status = 'ACTIVE' and o.kind in ('COOPERATIVE', 'COOPERATIVE_UNION', 'COOPERATIVE_GROUP') and fold_vietnamese(o.name || ' ' || o.short_name) like all($1)
         order by o.name, o.id limit 4`,
        [likePatterns(text)],
      ),
    ]);
    const groups = PRODUCT_GROUPS.filter((group) => {
      const label = foldVietnamese(`${GROUP_LABELS[group].vi} ${GROUP_LABELS[group].en}`);
      return words.every((word) => label.split(' ').some((part) => part.startsWith(word)));
    });
    return {
      products: products.map(({ name, slug, orgName, offers }) => ({
        text: name,
        detail: offers === 1 ? orgName : null,
        href: offers === 1 ? `/catalog/${slug}` : `/catalog?q=${encodeURIComponent(name)}`,
      })),
      sellers: sellers.map(({ name, slug, place }) => ({ text: name, detail: place, href: `/c/${slug}` })),
      groups: groups.map((group) => ({ text: GROUP_LABELS[group][locale], detail: null, href: `/catalog?group=${group}` })),
    };
  }

  /** Places that offer something: at most as many rows as the province has communes and districts. */
  places(): Promise<PlaceView[]> {
    return this.pool.rows<PlaceView>(
      'catalog-places',
      `select commune_code as "communeCode", commune_name as "communeName", district_code as "districtCode", district_name as "districtName",
         count(*)::int as count from catalog_entry where commune_code is not null and commune_name is not null group by 1, 2, 3, 4 order by 2, 1, 3`,
    );
  }

  /** Products on sale, in the order asked: for lists and comparisons whose ids the reader brings. */
  async byIds(ids: readonly string[]): Promise<CatalogItemView[]> {
    if (ids.length === 0) return [];
    const today = this.clock.today();
    const rows = await this.pool.rows<EntryRow>(
      'catalog-by-ids',
      `select ${COLUMNS} from unnest($1::uuid[]) with ordinality asked(id, place) join catalog_entry e on e.product_id = asked.id order by asked.place`,
      [ids.filter(isUuid)],
    );
    return rows.map((row) => toItem(row, today));
  }

  /** How many products of a saved search came on sale in this time (100 at most), and the names of the first. */
  async publishedSince(filter: CatalogFilterView, from: Date, to: Date): Promise<{ count: number; names: string[] }> {
    const search = await this.search.read(filter.search);
    if (search?.mode === 'TYPO') return { count: 0, names: [] };
    const conditions = conditionsOf(filter, search, this.clock.today());
    conditions.add('from', (p) => `e.published_at > ${p}::timestamptz`, from);
    conditions.add('to', (p) => `e.published_at <= ${p}::timestamptz`, to);
    const rows = await this.pool.planned<{ name: string }>(
      `select e.name_vi as name from catalog_entry e ${conditions.where} order by e.published_at desc, e.product_id limit 100`,
      conditions.values,
    );
    return { count: rows.length, names: rows.slice(0, 3).map(({ name }) => name) };
  }

  /** The published products of one organization, for its page. */
  async ofOrganization(orgId: string): Promise<CatalogItemView[]> {
    const today = this.clock.today();
    const rows = await this.pool.rows<EntryRow>(
      'catalog-of-organization',
      `select ${COLUMNS} from catalog_entry e where e.org_id = $1 order by e.published_at desc, e.product_id desc limit 200`,
      [orgId],
    );
    return rows.map((row) => toItem(row, today));
  }

  private async count(filter: CatalogFilterView, search: Search | null, today: string): Promise<number> {
    const conditions = conditionsOf(filter, search, today);
    const [row] = await this.pool.planned<{ count: number }>(
      `select count(*)::int as count from catalog_entry e ${conditions.where}`,
      conditions.values,
    );
    return row!.count;
  }
}

/** Written out field by field: this runs for every line of every page, and spreading costs more than the query. */
function toItem(row: EntryRow, today: string): CatalogItemView {
  const starsHold = row.starsUntil !== null && row.starsUntil >= today;
  return {
    id: row.id,
    slug: row.slug,
    nameVi: row.nameVi,
    nameEn: row.nameEn,
    group: row.group,
    baseUnit: row.baseUnit,
    netContent: row.netContent,
    packName: row.packName,
    packSize: row.packSize,
    moqPacks: row.moqPacks,
    harvestMonths: row.harvestMonths,
    stars: starsHold ? row.stars : null,
    starsUntil: starsHold ? row.starsUntil : null,
    priceFrom: row.priceFrom,
    priceTo: row.priceTo,
    photoUrl: row.photoFileId && `/files/${row.photoFileId}/thumb`,
    isDemo: row.isDemo,
    cooperative: {
      id: row.orgId,
      slug: row.orgSlug,
      name: row.orgName,
      kind: row.orgKind,
      communeName: row.communeName,
      districtName: row.districtName,
    },
  };
}
