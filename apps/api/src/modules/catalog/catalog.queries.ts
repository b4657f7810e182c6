import { Injectable } from '@nestjs/common';
import { type Locale, monthOf } from '@lienket/domain';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { BadInputError } from '../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { searchWords } from '../registry/index.js';
import { isUuid } from '../../platform/ids.js';
import { conditionsOf, prefixesQuery, type Search, type SearchMode, wholeWordsQuery } from './catalog-filter.js';
import { facetsStatement, type FacetRow, toFacets } from './catalog-facets.js';
import type { CatalogFacetsView, CatalogFilterView, CatalogItemView, CooperativeView } from './catalog.view.js';

interface EntryRow extends Omit<CatalogItemView, 'cooperative' | 'photoUrl'> {
  readonly photoFileId: string | null;
  /** PostgreSQL's own text, to the microsecond: it only travels back in a cursor. */
  readonly publishedAt: string;
  readonly orgId: string;
  readonly orgSlug: string;
  readonly orgName: string;
  readonly orgKind: CooperativeView['kind'];
  readonly communeName: string | null;
  readonly districtName: string | null;
}

const COLUMNS = `e.product_id as id, e.slug, e.name_vi as "nameVi", e.name_en as "nameEn", e.product_group as "group", e.base_unit as "baseUnit",
  e.net_content as "netContent", e.pack_name as "packName", e.pack_size_base as "packSize", e.moq_packs as "moqPacks",
  e.harvest_months as "harvestMonths", e.stars, e.stars_until as "starsUntil", e.price_from as "priceFrom", e.price_to as "priceTo",
  e.photo_file_id as "photoFileId", e.is_demo as "isDemo", e.published_at::text as "publishedAt", e.org_id as "orgId", e.org_slug as "orgSlug",
  e.org_name as "orgName", e.org_kind as "orgKind", e.commune_name as "communeName", e.district_name as "districtName"`;

const PAGE_GONE = 'Trang này không còn. Hãy tải lại danh sách.';

/** The public catalogue: one prepared statement a page, read from the projection. */
@Injectable()
export class CatalogQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  async page(filter: CatalogFilterView, first: number | null, after: string | null): Promise<Connection<CatalogItemView>> {
    const size = pageSize(first);
    const today = this.clock.today();
    const cursor = decodeCursor(after, 2);
    if (cursor && (Number.isNaN(Date.parse(cursor[0]!)) || !isUuid(cursor[1]!))) throw new BadInputError(PAGE_GONE, 'after');
    const search = await this.searchOf(filter);
    const conditions = conditionsOf(filter, search, today);
    if (cursor) {
      const id = () => conditions.parameter(cursor[1]);
      conditions.add('a', (at) => `(e.published_at, e.product_id) < (${at}::timestamptz, ${id()}::uuid)`, cursor[0]);
    }
    const rows = await this.pool.rows<EntryRow>(
      `catalog-${conditions.shape}-${size}`,
      `select ${COLUMNS} from catalog_entry e ${conditions.where} order by e.published_at desc, e.product_id desc limit ${size + 1}`,
      conditions.values,
    );
    return toConnection(
      rows,
      size,
      (row) => toItem(row, today),
      (row) => encodeCursor(row.publishedAt, row.id),
      () => this.count(filter, search, today),
    );
  }

  async facets(filter: CatalogFilterView, locale: Locale): Promise<CatalogFacetsView> {
    const today = this.clock.today();
    const search = await this.searchOf(filter);
    const { name, text, values } = facetsStatement(filter, search, today, monthOf(today));
    const [row] = await this.pool.rows<FacetRow>(name, text, values);
    return toFacets(row!, locale);
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
    const [row] = await this.pool.rows<{ count: number }>(
      `catalog-count-${conditions.shape}`,
      `select count(*)::int as count from catalog_entry e ${conditions.where}`,
      conditions.values,
    );
    return row!.count;
  }

  /** Decided by the words alone, whatever the other filters: page, count and facets must read the search alike. */
  private async searchOf(filter: CatalogFilterView): Promise<Search | null> {
    const words = searchWords(filter.search);
    if (words.length === 0) return null;
    const readings = { WORDS: wholeWordsQuery(words), PREFIXES: prefixesQuery(words), SIMILAR: words.join(' ') };
    const [row] = await this.pool.rows<{ mode: SearchMode }>(
      'catalog-search-mode',
      `select case
         when exists (select 1 from catalog_entry e where to_tsvector('simple', e.search_text) @@ to_tsquery('simple', $1)) then 'WORDS'
         when exists (select 1 from catalog_entry e where to_tsvector('simple', e.search_text) @@ to_tsquery('simple', $2)) then 'PREFIXES'
         else 'SIMILAR' end as mode`,
      [readings.WORDS, readings.PREFIXES],
    );
    return { mode: row!.mode, value: readings[row!.mode] };
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
