import { readFileSync } from 'node:fs';
import { graphql, percentile, PRODUCTION, rounded, startProcess } from './lib.mjs';

const PAGE = `query Catalog($filter: CatalogFilter, $sort: CatalogSort, $after: String, $withFacets: Boolean!) {
  catalog(filter: $filter, first: 24, after: $after, sort: $sort) { edges { cursor node { id slug nameVi packName packSize moqPacks baseUnit priceFrom priceTo stars starsUntil
    harvestMonths photoUrl isDemo cooperative { id slug name communeName districtName } } } pageInfo { hasNextPage endCursor } }
  catalogFacets(filter: $filter) @include(if: $withFacets) { groups { value label count } districts { value label count } communes { value label count }
    months { value label count } stars { value label count } certificates { value label count } storage { value label count } prices { value label count }
    leastOrders { value label count } inSeasonNow total isCapped didYouMean } }`;

const data = (name) => JSON.parse(readFileSync(new URL(`../src/database/seeds/data/${name}.json`, import.meta.url), 'utf8'));

/** Real names of the province's goods over all its communes, each offered by many cooperatives. */
async function build(client, count) {
  const goods = data('products').products;
  await client.query(`set session_replication_role = origin`);
  await client.query(
    `create temp table goods as select row_number() over () - 1 as n, g.* from jsonb_to_recordset($1) as g("nameVi" text, "nameEn" text, "group" text, "baseUnit" text,
       "packName" text, "packSize" numeric, "harvestMonths" int[], storage text, certificates text[], "priceMin" bigint, "priceMax" bigint)`,
    [JSON.stringify(goods)],
  );
  await client.query(
    `create temp table places as select row_number() over (order by code) - 1 as n, code, name, short_name, former_district_code from administrative_unit where level = 'COMMUNE' and valid_to is null`,
  );
  await client.query(
    `insert into catalog_entry (product_id, org_id, slug, name_vi, name_en, org_name, org_slug, org_kind, commune_code, commune_name, district_code, district_name, product_group,
       base_unit, pack_name, pack_size_base, moq_packs, harvest_months, storage, stars, stars_until, price_from, price_to, certificate_kinds, certificate_until, search_text, is_demo, published_at)
     select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((g % 5000)::text, 12, '0'))::uuid, 'san-pham-' || g, p."nameVi", p."nameEn",
       'HTX Mẫu ' || l.short_name || ' ' || (g % 5000), 'htx-mau-' || (g % 5000), 'COOPERATIVE', l.code, l.name, l.former_district_code, d.name, p."group", p."baseUnit", p."packName", p."packSize",
       1 + g % 20, p."harvestMonths", p.storage, case when g % 3 = 0 then 3 + g % 2 end,
       case when g % 3 = 0 then current_date - 300 + (g % 1200) end, case when g % 2 = 0 then p."priceMin" + g % 10000 end, case when g % 2 = 0 then p."priceMax" + g % 10000 end,
       c.kinds, c.until,
       regexp_replace(fold_vietnamese(concat_ws(' ', p."nameVi", p."nameEn", case p."group" when 'FOOD' then 'Thực phẩm Food' else p."group" end, 'HTX Mẫu', l.short_name, g % 5000, d.short_name)), '[^a-z0-9]+', ' ', 'g'),
       true, timestamptz '2026-01-01' + ((g * 7919) % ${count}) * interval '1 second'
     from generate_series(1, ${count}) g
     join goods p on p.n = (g * 31) % (select count(*) from goods)
     join places l on l.n = (g % 5000) % (select count(*) from places)
     left join administrative_unit d on d.code = l.former_district_code
     cross join lateral (select array(select kind from unnest(p.certificates) kind where kind <> 'OCOP') as kinds,
       array(select current_date - 100 + (g % 700)::int from unnest(p.certificates) kind where kind <> 'OCOP') as until) c`,
  );
  await client.query('vacuum analyze catalog_entry');
  await client.query('analyze search_word');
}

const WORDS = ['na dai', 'mật ong', 'hoa hồi khô', 'quýt vàng Bắc Sơn', 'thạch đen', 'hồng vành khuyên', 'chè Shan', 'na chi lang', 'mat ong rung', 'vit quay', 'khoai lang',
  'rau bo khai', 'gao bao thai', 'tinh dau hoi', 'lap suon', 'mang ot', 'dau lac', 'htx mau bac son', 'hoi van quan', 'mien dong', 'na', 'hồi', 'trà', 'custard apple', 'star anise',
  'đại hồi', 'mãng cầu ta', 'lạp xưởng', 'huu lung', 'chi lăng', 'food']; // prettier-ignore
const TYPOS = [
  'quyt vang bac sn',
  'thahc den',
  'matong',
  'hoa hoii kho',
  'khoai lagn',
  'mat ogn rung',
  'tinh dau hoj',
  'ranh chung',
];
const FILTERS = [
  { group: 'BEVERAGE' }, { districtCode: '187' }, { starsAtLeast: 4 }, { inSeasonNow: true }, { harvestMonth: 11 }, { certificate: 'VIETGAP' }, { storage: 'CHILLED' }, { priceBand: 50000 },
  { leastOrder: 100 }, { group: 'FOOD', districtCode: '180' }, { districtCode: '185', starsAtLeast: 3, inSeasonNow: true }, { certificate: 'ORGANIC', storage: 'AMBIENT' },
  { group: 'HERBAL', harvestMonth: 8, leastOrder: 500 }]; // prettier-ignore

/** What people ask, in the share we expect: most search, some browse with filters, some read on. */
function questions() {
  const list = [];
  WORDS.forEach((search, index) => {
    list.push({ kind: 'words', filter: { search } });
    if (index % 3 === 0) list.push({ kind: 'words and filter', filter: { search, ...FILTERS[index % FILTERS.length] } });
    if (index % 6 === 0)
      list.push({ kind: 'words, other order', filter: { search }, sort: ['NAME', 'PRICE_UP', 'NEWEST'][(index / 6) % 3] });
  });
  TYPOS.forEach((search) => list.push({ kind: 'slips', filter: { search } }));
  FILTERS.forEach((filter, index) => {
    list.push({ kind: 'filters', filter });
    if (index % 3 === 0) list.push({ kind: 'filters, other order', filter, sort: ['PRICE_DOWN', 'NAME'][index % 2] });
  });
  list.push({ kind: 'all', filter: {} });
  for (const filter of [{ search: 'mật ong' }, { group: 'FOOD' }, {}, { search: 'food' }])
    for (const depth of [3, 12]) list.push({ kind: 'deep pages', filter, depth });
  return list;
}

const told = (times) => ({
  samples: times.length,
  p50ms: rounded(percentile(times, 0.5), 1),
  p95ms: rounded(percentile(times, 0.95), 1),
  maxMs: rounded(Math.max(...times), 1),
});

/** (d) Search at 100,000 products: time of the page's statements from sending to answer (PostgreSQL's own and the way there and back), and the API's whole answer with and without facets. */
export async function searchBench(database, { searchProducts, searchRounds }) {
  const { url, client } = await database.copy();
  await build(client, searchProducts).catch((error) => client.end().then(() => Promise.reject(error)));
  const api = await startProcess('./api-process.mjs', { ...PRODUCTION, DATABASE_URL: url });
  const ask = async (question, after, withFacets) => {
    const at = performance.now();
    const text = await graphql(api.url, PAGE, { filter: question.filter, sort: question.sort ?? null, after, withFacets });
    const ms = performance.now() - at;
    const { data: answer, errors } = JSON.parse(text);
    if (errors) throw new Error(JSON.stringify(errors));
    return { ms, answer };
  };
  try {
    const list = questions();
    for (const question of list) {
      let after = null;
      for (let page = 1; page < (question.depth ?? 1); page += 1)
        after = (await ask(question, after, false)).answer.catalog.pageInfo.endCursor;
      question.after = after;
      const { answer } = await ask(question, after, true);
      if (answer.catalog.edges.length === 0 && question.kind !== 'words and filter')
        throw new Error(`Nothing found for ${JSON.stringify(question)}`);
    }
    const atDatabase = [];
    const listOnly = [];
    const whole = [];
    const byKind = {};
    for (let round = 0; round < searchRounds; round += 1) {
      for (const question of list) {
        const before = (await api.told()).databaseMs;
        const alone = (await ask(question, question.after, false)).ms;
        atDatabase.push({ ms: (await api.told()).databaseMs - before, asked: { ...question.filter, sort: question.sort } });
        const full = (await ask(question, question.after, !question.after)).ms;
        listOnly.push(alone);
        whole.push(full);
        const kind = (byKind[question.kind] ??= { list: [], whole: [] });
        kind.list.push(alone);
        kind.whole.push(full);
      }
    }
    const slowest = atDatabase.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
    return {
      products: searchProducts,
      questions: list.length,
      database: told(atDatabase.map(({ ms }) => ms)),
      slowestAtDatabase: slowest.map(({ ms, asked }) => ({ ms: rounded(ms, 1), asked })),
      list: told(listOnly),
      page: told(whole),
      byKind: Object.fromEntries(
        Object.entries(byKind).map(([kind, times]) => [kind, { list: told(times.list), page: told(times.whole) }]),
      ),
      goal: 'p95 < 50 ms at the database, p95 < 150 ms for the page',
      met:
        percentile(
          atDatabase.map(({ ms }) => ms),
          0.95,
        ) < 50 && percentile(whole, 0.95) < 150,
    };
  } finally {
    await api.stop();
    await client.end();
  }
}
