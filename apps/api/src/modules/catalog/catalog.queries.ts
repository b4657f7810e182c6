import { Injectable } from '@nestjs/common';
import { type Locale, monthOf } from '@lienket/domain';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { type Connection, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { conditionsOf } from './catalog-filter.js';
import { facetsStatement, type FacetRow, toFacets } from './catalog-facets.js';
import { COLUMNS, type EntryRow, listed, ORDERS, ranked, RELEVANCE } from './catalog-order.js';
import { CatalogSearch, correctedWords, type Search } from './catalog-search.js';
import type { CatalogFacetsView, CatalogFilterView, CatalogItemView, CatalogSort } from './catalog.view.js';

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
