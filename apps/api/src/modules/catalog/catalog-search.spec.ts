import { foldVietnamese } from '@lienket/domain';
import { loadDemoCatalog } from '../../database/seeds/demo/catalog.js';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Item {
  id: string;
  nameVi: string;
  priceFrom: string | null;
  cooperative: { name: string };
}
interface Facet {
  value: string;
  count: number;
}
interface Entry {
  product_id: string;
  name_vi: string;
  org_slug: string;
  product_group: string;
  district_code: string | null;
  commune_code: string | null;
  harvest_months: number[];
  storage: string;
  stars: number | null;
  stars_until: string | null;
  price_from: string | null;
  least_order: string | null;
  papers: { kind: string; until: string }[];
}
type Filter = Record<string, unknown>;
type Facets = Record<string, Facet[]> & { total: number; inSeasonNow: number; didYouMean: string | null; isCapped: boolean };

const PAGE = `query($filter: CatalogFilter, $first: Int, $after: String, $sort: CatalogSort) { catalog(filter: $filter, first: $first, after: $after, sort: $sort) {
  edges { node { id nameVi priceFrom cooperative { name } } } totalCount pageInfo { hasNextPage endCursor } } }`;
const FACETS = `query($filter: CatalogFilter) { catalogFacets(filter: $filter) { groups { value count } districts { value count } communes { value count }
  months { value count } stars { value count } certificates { value count } storage { value count } prices { value count } leastOrders { value count }
  inSeasonNow total isCapped didYouMean } }`;
const TODAY = '2026-08-15';
const BANDS = [0, 20_000, 50_000, 100_000, 200_000, 500_000];

/** The filters once more, in plain JavaScript over all rows: what the SQL must agree with. */
const passes: Record<string, (entry: Entry, value: never) => boolean> = {
  group: (entry, value) => entry.product_group === value,
  districtCode: (entry, value) => entry.district_code === value,
  communeCode: (entry, value) => entry.commune_code === value,
  orgSlug: (entry, value) => entry.org_slug === value,
  storage: (entry, value) => entry.storage === value,
  starsAtLeast: (entry, value) => entry.stars !== null && entry.stars >= value && entry.stars_until! >= TODAY,
  harvestMonth: (entry, value) => entry.harvest_months.length === 0 || entry.harvest_months.includes(value),
  inSeasonNow: (entry, value) => !value || entry.harvest_months.length === 0 || entry.harvest_months.includes(8),
  certificate: (entry, value) => entry.papers.some(({ kind, until }) => kind === value && until >= TODAY),
  priceBand: (entry, value) =>
    entry.price_from !== null && BANDS.findLast((low) => Number(entry.price_from) >= low) === (value as number),
  leastOrder: (entry, value) => entry.least_order !== null && Number(entry.least_order) <= value,
};
const matches = (entry: Entry, filter: Filter) =>
  Object.entries(filter).every(([field, value]) => passes[field]!(entry, value as never));

/** Repeatable: the same seed makes the same filters. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('finding products', () => {
  let api: TestApi;
  let entries: Entry[];
  const ask = async (filter: Filter, sort?: string, first = 100, after: string | null = null) =>
    (
      await api.visitor.query<{
        catalog: { edges: { node: Item }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(PAGE, { filter, sort, first, after })
    ).catalog;
  const names = async (search: string) => (await ask({ search })).edges.map(({ node }) => node.nameVi);
  const facets = async (filter: Filter) => (await api.visitor.query<{ catalogFacets: Facets }>(FACETS, { filter })).catalogFacets;

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date(`${TODAY}T03:00:00Z`));
    const settings = { today: TODAY, password: 'unused', hash: async () => 'no password' };
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => loadDemoCatalog(tx, settings));
    entries = await api.sql<Entry>(
      `select product_id, name_vi, org_slug, product_group, district_code, commune_code, harvest_months, storage, stars, stars_until::text, price_from,
         moq_packs * pack_size_base as least_order,
         (select coalesce(json_agg(json_build_object('kind', c.kind, 'until', coalesce(c.expires_on::text, '9999'))), '[]') from certificate c
          where c.org_id = e.org_id and (c.product_id = e.product_id or c.product_id is null) and c.status = 'VERIFIED') as papers
       from catalog_entry e`,
    );
  });
  afterAll(() => api.stop());

  it('knows what means the same', async () => {
    const anise = await names('hồi');
    expect(anise).toEqual(expect.arrayContaining(['Hoa hồi khô Văn Quan', 'Tinh dầu hồi Văn Quan']));
    for (const other of ['hoa hồi', 'đại hồi', 'star anise', 'dai hoi'])
      expect(new Set(await names(other))).toEqual(new Set([...anise, ...(await names(other))]));
    expect(await names('đại hồi khô')).toContain('Hoa hồi khô Chi Lăng');
    expect(await names('mãng cầu ta')).toContain('Na dai Chi Lăng loại 1');
    expect(await names('mãng cầu')).not.toContain('Nấm linh chi');
    expect(await names('lạp xưởng')).toContain('Lạp sườn hun khói');
    expect(await names('trà')).toContain('Chè Shan Mẫu Sơn');
  });

  it('reads a synonym that was added to the table a minute ago', async () => {
    expect(await names('zingiberol')).toEqual([]);
    await api.sql(`insert into search_synonym values ('ba kích', 'ba kích'), ('ba kích', 'zingiberol')`);
    api.clock.set(new Date(`${TODAY}T03:02:00Z`));
    expect(await names('zingiberol')).toEqual(expect.arrayContaining(['Ba kích tím khô', 'Ba kích tím tươi']));
  });

  it('takes i and y for each other where they sound alike', async () => {
    expect(await names('qui linh cao')).toEqual(await names('quy linh cao'));
    expect(await names('quí linh cao')).toContain('Quy linh cao');
  });

  it('forgives slips and says what it took the words for', async () => {
    for (const [typed, meant, expected] of [
      ['quyt vang bac sn', 'Quýt vàng Bắc Sơn', 'Quýt vàng Bắc Sơn'],
      ['matong rung', 'Mật ong rừng', 'Mật ong rừng Bắc Sơn'],
      ['thahc den', 'Thạch đen', 'Bột thạch đen Tràng Định'],
    ] as const) {
      expect(await names(typed)).toContain(expected);
      const { didYouMean } = await facets({ search: typed });
      expect(foldVietnamese(didYouMean ?? '')).toBe(foldVietnamese(meant));
    }
    expect(await names('mat on')).toContain('Mật ong rừng Bắc Sơn');
    expect((await facets({ search: 'mật ong' })).didYouMean).toBeNull();
    expect((await facets({ search: 'xyzzy plugh' })).didYouMean).toBeNull();
  });

  it('puts the name itself first, then names that begin so, then the rest', async () => {
    const found = await names('quýt vàng bắc sơn');
    expect(found[0]).toBe('Quýt vàng Bắc Sơn');
    const honey = await names('mật ong');
    const firstOther = honey.findIndex((name) => !name.startsWith('Mật ong'));
    expect(honey.slice(firstOther).every((name) => !name.startsWith('Mật ong'))).toBe(true);
    expect((await names('hồng'))[0]).toMatch(/^Hồng/);
  });

  it('puts what is in season and what holds stars before its equals', async () => {
    const org = await api.given.cooperative({ name: 'HTX Mẫu Thứ tự' });
    const at = (day: number) => new Date(`2026-01-0${day}T00:00:00Z`);
    const plain = { nameVi: 'Zulu tươi', harvestMonths: [1], publishedAt: at(9) };
    await api.given.product(org, plain);
    const season = await api.given.product(org, { nameVi: 'Zulu tươi', harvestMonths: [8] });
    const starred = await api.given.product(org, { nameVi: 'Zulu tươi', harvestMonths: [1] });
    const lapsed = await api.given.product(org, { nameVi: 'Zulu tươi', harvestMonths: [1] });
    await api.sql(
      `update catalog_entry set stars = 4, stars_until = '2027-01-01', published_at = '2026-01-01' where product_id = $1`,
      [starred.id],
    );
    await api.sql(
      `update catalog_entry set stars = 5, stars_until = '2026-08-14', published_at = '2026-01-02' where product_id = $1`,
      [lapsed.id],
    );
    await api.sql(`update catalog_entry set published_at = '2026-01-03' where product_id = $1`, [season.id]);
    const found = (await ask({ search: 'zulu' })).edges.map(({ node }) => node.id);
    expect(found.slice(0, 2)).toEqual([season.id, starred.id]);
    expect(found.at(-1)).toBe(lapsed.id);
    await api.sql('delete from catalog_entry where org_id = $1', [org.id]);
  });

  it('counts in every facet what a plain count over all rows counts, for random filters', async () => {
    const random = randomFrom(20_260_815);
    const pick = <T>(values: readonly T[]) => values[random(values.length)]!;
    const choices: Record<string, () => unknown> = {
      group: () => pick(entries).product_group,
      districtCode: () => pick(entries.filter((entry) => entry.district_code)).district_code,
      communeCode: () => pick(entries.filter((entry) => entry.commune_code)).commune_code,
      starsAtLeast: () => 3 + random(3),
      inSeasonNow: () => true,
      harvestMonth: () => 1 + random(12),
      certificate: () => pick(entries.flatMap((entry) => entry.papers)).kind,
      storage: () => pick(['AMBIENT', 'CHILLED', 'FROZEN']),
      priceBand: () => pick(BANDS),
      leastOrder: () => pick([10, 50, 100, 500]),
      orgSlug: () => pick(entries).org_slug,
    };
    const facetOf: [string, string, (value: string) => unknown][] = [
      ['groups', 'group', String],
      ['districts', 'districtCode', String],
      ['communes', 'communeCode', String],
      ['months', 'harvestMonth', Number],
      ['stars', 'starsAtLeast', Number],
      ['certificates', 'certificate', String],
      ['storage', 'storage', String],
      ['prices', 'priceBand', Number],
      ['leastOrders', 'leastOrder', Number],
    ];
    for (let round = 0; round < 60; round += 1) {
      const fields = Object.keys(choices).filter(() => random(4) === 0);
      const filter = Object.fromEntries(fields.map((field) => [field, choices[field]!()]));
      const count = (asked: Filter) => entries.filter((entry) => matches(entry, asked)).length;
      const found = await facets(filter);
      expect([filter, found.total]).toEqual([filter, count(filter)]);
      expect([filter, (await ask(filter, undefined, 1)).totalCount]).toEqual([filter, count(filter)]);
      expect(found.inSeasonNow).toBe(count({ ...filter, inSeasonNow: true }));
      for (const [facet, field, valueOf] of facetOf) {
        const told = new Map(found[facet]!.map(({ value, count: n }) => [value, n]));
        for (const [value, n] of told)
          expect([filter, facet, value, n]).toEqual([filter, facet, value, count({ ...filter, [field]: valueOf(value) })]);
        const possible = new Set([...entries.map((entry) => String((entry as never)[columnOf[field] ?? 'name_vi']))]);
        if (columnOf[field])
          for (const value of possible)
            if (value !== 'null' && !told.has(value)) expect(count({ ...filter, [field]: value })).toBe(0);
      }
    }
  }, 60_000);

  it.each(['RELEVANCE', 'NEWEST', 'NAME', 'PRICE_UP', 'PRICE_DOWN'])(
    'shows everything once, page by page, sorted by %s',
    async (sort) => {
      for (const filter of [{ search: 'chi lang' }, { group: 'FOOD' }] as Filter[]) {
        const seen: Item[] = [];
        let after: string | null = null;
        do {
          const page = await ask(filter, sort, 7, after);
          seen.push(...page.edges.map(({ node }) => node));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after);
        expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
        expect(seen).toHaveLength((await ask(filter, sort, 1)).totalCount);
        const prices = seen.map(({ priceFrom }) => (priceFrom === null ? null : Number(priceFrom)));
        const shown = prices.filter((price) => price !== null);
        if (sort === 'PRICE_UP')
          expect(prices).toEqual([...shown.toSorted((a, b) => a - b), ...prices.filter((price) => price === null)]);
        if (sort === 'PRICE_DOWN')
          expect(prices).toEqual([...shown.toSorted((a, b) => b - a), ...prices.filter((price) => price === null)]);
      }
    },
  );

  it('never tells a hidden price by filter, facet or order', async () => {
    const org = await api.given.cooperative({ name: 'HTX Mẫu Kín giá' });
    const tier = (unitPrice: bigint) => [{ minQtyBase: '0', unitPrice }];
    const cheap = await api.given.product(org, { nameVi: 'Kín A', tiers: tier(1_000n) });
    const dear = await api.given.product(org, { nameVi: 'Kín B', tiers: tier(900_000n) });
    const filter = { orgSlug: 'htx-mau-kin-gia' };
    const up = (await ask(filter, 'PRICE_UP')).edges.map(({ node }) => node.id);
    const down = (await ask(filter, 'PRICE_DOWN')).edges.map(({ node }) => node.id);
    expect(up).toEqual([cheap.id, dear.id].sort());
    expect(down).toEqual(up.toReversed());
    expect((await facets(filter))['prices']).toEqual([]);
    for (const priceBand of BANDS) expect((await ask({ ...filter, priceBand })).totalCount).toBe(0);
    await api.sql('delete from catalog_entry where org_id = $1', [org.id]);
  });

  it('counts a paper until its last day and only when it was verified', async () => {
    const org = await api.given.cooperative({ name: 'HTX Mẫu Giấy tờ' });
    const product = await api.given.product(org, { nameVi: 'Cải quzel' });
    await api.sql(
      `insert into certificate (id, org_id, product_id, kind, issued_on, expires_on, status) values
       (gen_random_uuid(), $1, null, 'VIETGAP', '2024-01-01', '2026-08-20', 'VERIFIED'), (gen_random_uuid(), $1, $2, 'HACCP', '2024-01-01', '2030-01-01', 'DECLARED')`,
      [org.id, product.id],
    );
    const { CatalogProjector } = await import('./catalog-projector.js');
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => api.app.get(CatalogProjector).refresh(tx, [product.id]));
    const count = async (certificate: string) => (await ask({ search: 'cải quzel', certificate })).totalCount;
    try {
      expect([await count('VIETGAP'), await count('HACCP')]).toEqual([1, 0]);
      api.clock.set(new Date('2026-08-21T03:00:00Z'));
      expect(await count('VIETGAP')).toBe(0);
      expect((await facets({ search: 'cải quzel' }))['certificates']).toEqual([]);
    } finally {
      api.clock.set(new Date(`${TODAY}T03:02:00Z`));
    }
  });
});

/** Columns whose values are the facet's, to see that no possible value is left out. */
const columnOf: Record<string, keyof Entry> = {
  group: 'product_group',
  districtCode: 'district_code',
  communeCode: 'commune_code',
  storage: 'storage',
};
