import { loadDemoCatalog } from '../../database/seeds/demo/catalog.js';
import { SYSTEM } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Item {
  id: string;
  nameVi: string;
  slug: string;
  stars: number | null;
  starsUntil: string | null;
  cooperative: { districtName: string };
}
interface Page {
  catalog: { edges: { node: Item }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
interface Facet {
  value: string;
  count: number;
}
interface Facets {
  catalogFacets: { groups: Facet[]; districts: Facet[]; communes: Facet[]; stars: Facet[]; inSeasonNow: number; total: number };
}
type Filter = Record<string, unknown>;

const PAGE = `query($filter: CatalogFilter, $first: Int, $after: String) { catalog(filter: $filter, first: $first, after: $after) {
  edges { node { id nameVi slug stars starsUntil cooperative { districtName } } } totalCount pageInfo { hasNextPage endCursor } } }`;
const FACETS = `query($filter: CatalogFilter) { catalogFacets(filter: $filter) {
  groups { value count } districts { value count } communes { value count } stars { value count } inSeasonNow total } }`;

const TODAY = '2026-08-15';

describe('the public catalogue', () => {
  let api: TestApi;
  const page = async (filter: Filter = {}, first = 100, after: string | null = null) =>
    (await api.visitor.query<Page>(PAGE, { filter, first, after })).catalog;
  const names = async (search: string) => (await page({ search })).edges.map(({ node }) => node.nameVi);
  const facets = async (filter: Filter) => (await api.visitor.query<Facets>(FACETS, { filter })).catalogFacets;

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date(`${TODAY}T03:00:00Z`));
    const settings = { today: TODAY, password: 'unused', hash: async () => 'no password' };
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => loadDemoCatalog(tx, settings));
  });
  afterAll(() => api.stop());

  it('finds the same with and without diacritics', async () => {
    const found = await names('Na Chi Lăng');
    expect(found).toContain('Na dai Chi Lăng loại 1');
    expect(await names('na chi lang')).toEqual(found);
    expect(await names('  NA   chi-lăng ')).toEqual(found);
  });

  it('reads whole words, and the last one as far as it is typed', async () => {
    expect(await names('na chi lang')).not.toContain('Nấm linh chi');
    expect(await names('vit qua')).toEqual(expect.arrayContaining(['Vịt quay lá mác mật']));
  });

  it('falls back to beginnings of words, then to what looks alike', async () => {
    expect(await names('qu va bac s')).toContain('Quýt vàng Bắc Sơn');
    expect(await names('thach denn trang dinhh')).toContain('Bột thạch đen Tràng Định');
    expect(await names('xyzzy plugh')).toEqual([]);
  });

  it('finds products by cooperative, commune and former district', async () => {
    const byCooperative = await names('thach den 06');
    expect(byCooperative).toContain('Bánh khảo Thất Khê');
    const districts = new Set((await page({ search: 'dinh lap' })).edges.map(({ node }) => node.cooperative.districtName));
    expect(districts).toEqual(new Set(['Huyện Đình Lập']));
  });

  it('is not confused by the signs of search languages', async () => {
    for (const search of ["'); drop table product; --", 'na & | ! :* (', '%_\\', '   ', 'đ'.repeat(5000)]) {
      await expect(page({ search })).resolves.toBeDefined();
    }
  });

  it('counts in every facet exactly what choosing its value would show', async () => {
    const filters: Filter[] = [
      {},
      { group: 'FOOD' },
      { districtCode: '187', starsAtLeast: 3 },
      { inSeasonNow: true, group: 'BEVERAGE' },
      { search: 'hoi', starsAtLeast: 4 },
      { communeCode: '06463', inSeasonNow: true },
      { orgSlug: 'htx-mau-thach-den-06' },
    ];
    for (const filter of filters) {
      const { groups, districts, communes, stars, inSeasonNow, total } = await facets(filter);
      expect(total).toBe((await page(filter)).totalCount);
      expect(inSeasonNow).toBe((await page({ ...filter, inSeasonNow: true })).totalCount);
      const choices: [string, Facet[]][] = [
        ['group', groups],
        ['districtCode', districts],
        ['communeCode', communes.slice(0, 5)],
      ];
      for (const [field, values] of choices) {
        for (const { value, count } of values) expect((await page({ ...filter, [field]: value })).totalCount).toBe(count);
      }
      for (const { value, count } of stars)
        expect((await page({ ...filter, starsAtLeast: Number(value) })).totalCount).toBe(count);
    }
  });

  it('knows the season by the month of today', async () => {
    const inAugust = (await page({ inSeasonNow: true })).edges.map(({ node }) => node.nameVi);
    expect(inAugust).toContain('Na dai Chi Lăng loại 1');
    expect(inAugust).toContain('Bột hoa hồi');
    expect(inAugust).not.toContain('Quýt vàng Bắc Sơn');
  });

  it('shows every product exactly once from page to page, the newest first', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo } = await page({}, 20, after);
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    const rows = await api.sql<{ product_id: string }>(
      'select product_id from catalog_entry order by published_at desc, product_id desc',
    );
    expect(seen).toEqual(rows.map(({ product_id }) => product_id));
    expect(seen).toHaveLength(129);
  });

  it('lets a star go the day after its last day, in list and filter', async () => {
    const [row] = await api.sql<{ slug: string; name_vi: string; stars: number; until: string }>(
      `select slug, name_vi, stars, stars_until::text as until from catalog_entry where stars_until > $1 order by stars_until limit 1`,
      [TODAY],
    );
    const star = async () => {
      const { edges } = await page({ search: row!.name_vi });
      const listed = await page({ starsAtLeast: 3 });
      const item = edges.find(({ node }) => node.slug === row!.slug)!.node;
      return [item.stars, item.starsUntil, listed.edges.some(({ node }) => node.slug === row!.slug)];
    };
    try {
      api.clock.set(new Date(`${row!.until}T16:59:00Z`));
      expect(await star()).toEqual([row!.stars, row!.until, true]);
      api.clock.set(new Date(`${row!.until}T17:00:00Z`));
      expect(await star()).toEqual([null, null, false]);
    } finally {
      api.clock.set(new Date(`${TODAY}T03:00:00Z`));
    }
  });

  it('reads a page with its cooperatives in one statement', async () => {
    const statements = jest.spyOn(api.app.get(SqlPool), 'rows');
    await api.visitor.query('{ catalog(first: 20) { edges { node { id cooperative { id name communeName } } } } }');
    expect(statements).toHaveBeenCalledTimes(1);
    statements.mockRestore();
  });

  it('refuses pages beyond 100 and cursors it did not give', async () => {
    const tooMany = await api.visitor.send('{ catalog(first: 101) { totalCount } }');
    expect(tooMany.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
    const forged = await api.visitor.send('{ catalog(after: "bm9wZQ") { totalCount } }');
    expect(forged.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });
});

describe('the demo market', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    const settings = { today: TODAY, password: 'unused', hash: async () => 'no password' };
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => loadDemoCatalog(tx, settings));
  });
  afterAll(() => api.stop());

  it('is fictional in every row and says so', async () => {
    const [row] = await api.sql<Record<string, bigint>>(
      `select (select count(*) from organization where is_demo and name !~ 'Mẫu') as unmarked,
         (select count(*) from product p join organization o on o.id = p.org_id where not p.is_demo or not o.is_demo) as real_sellers,
         (select count(*) from certificate where not is_demo) as real_papers,
         (select count(*) from app_user where not is_demo or email !~ '@example\\.vn$') as real_people`,
    );
    expect(row).toEqual({ unmarked: '0', real_sellers: '0', real_papers: '0', real_people: '0' });
  });

  it('has lapsed recognitions for about every third, and no five stars', async () => {
    const [row] = await api.sql<{ lapsed: number; most: number }>(
      `select avg((expires_on < $1)::int)::float as lapsed, max(stars) as most from certificate where kind = 'OCOP'`,
      [TODAY],
    );
    expect(row!.lapsed).toBeGreaterThan(0.25);
    expect(row!.lapsed).toBeLessThan(0.4);
    expect(row!.most).toBe(4);
  });

  it('has sound price tiers and a pack for each of the 136 products', async () => {
    const rows = await api.sql<{ tiers: { q: number; p: number }[]; packs: string }>(
      `select (select json_agg(json_build_object('q', min_qty_base, 'p', unit_price) order by min_qty_base) from list_price l join price_tier t on t.list_price_id = l.id
           where l.product_id = p.id and l.buyer_org_id is null) as tiers,
         (select count(*) from pack k where k.product_id = p.id) as packs from product p`,
    );
    expect(rows).toHaveLength(136);
    for (const { tiers, packs } of rows) {
      expect(Number(packs)).toBe(1);
      expect(tiers.every(({ q, p }, i) => i === 0 || (q > tiers[i - 1]!.q && p <= tiers[i - 1]!.p))).toBe(true);
    }
  });

  it('lets no star outlive its certificate in the projection', async () => {
    const wrong = await api.sql(
      `select e.slug from catalog_entry e where e.stars is not null and not exists (
         select 1 from certificate c where c.product_id = e.product_id and c.kind = 'OCOP' and c.status = 'VERIFIED'
         and c.stars = e.stars and c.expires_on = e.stars_until)`,
    );
    expect(wrong).toEqual([]);
  });
});
