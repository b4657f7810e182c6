import { ask, fire, graphql, median, PRODUCTION, rounded, startProcess } from './lib.mjs';

const PRODUCTS = 10_000;
const QUERY = `query Catalog($after: String) { catalog(first: 20, after: $after) { edges { node { id slug nameVi packName moqPacks baseUnit priceFrom priceTo stars starsUntil
  cooperative { id slug name districtName } } } pageInfo { hasNextPage endCursor } } }`;

const fail = (message) => {
  throw new Error(message);
};

/** 10,000 published products of 500 cooperatives. */
async function build(client) {
  await client.query(`
    insert into catalog_entry (product_id, org_id, slug, name_vi, org_name, org_slug, org_kind, district_code, district_name, product_group, base_unit, pack_name, pack_size_base,
      moq_packs, harvest_months, storage, stars, stars_until, price_from, price_to, search_text, is_demo, published_at)
    select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((g % 500)::text, 12, '0'))::uuid, 'san-pham-' || g, 'Sản phẩm mẫu số ' || g, 'HTX Mẫu ' || (g % 500),
      'htx-mau-' || (g % 500), 'COOPERATIVE', '187', 'Chi Lăng', 'FOOD', 'kg', 'Thùng 10 kg', 10, 1 + g % 5, array[7, 8, 9], 'AMBIENT',
      case when g % 3 = 0 then 3 + g % 2 end, case when g % 3 = 0 then date '2030-01-01' end, 20000 + g, 30000 + g, 'san pham mau so ' || g, true,
      date_trunc('milliseconds', timestamptz '2026-01-01' + g * interval '1 second')
    from generate_series(1, ${PRODUCTS}) g`);
  await client.query('analyze catalog_entry');
}

/** (a) The catalogue page of 20 with its cooperative, beside a bare node server that answers the same bytes. */
export async function catalogBench(database, { rounds, seconds, warmUp }) {
  const { url, client } = await database.copy();
  await build(client);
  const api = await startProcess('./api-process.mjs', { ...PRODUCTION, DATABASE_URL: url });
  let bare;
  try {
    const cursors = [null];
    for (let page = 0; page < 40; page += 1)
      cursors.push((await ask(api.url, QUERY, { after: cursors.at(-1) })).catalog.pageInfo.endCursor);
    const { texts } = await api.told();
    const textOf = (name) => texts[name] ?? fail(`The API has no statement ${name}`);
    const statements = { first: textOf('catalog-all-20'), next: textOf('catalog-a-20') };
    bare = await startProcess('./bare-process.mjs', { ...PRODUCTION, DATABASE_URL: url, STATEMENTS: JSON.stringify(statements) });
    let bytes = 0;
    for (const after of cursors) {
      const [ours, theirs] = [await graphql(api.url, QUERY, { after }), await graphql(bare.url, QUERY, { after })];
      if (ours.trim() !== theirs.trim())
        throw new Error(`The two servers answer differently:\n${ours.slice(0, 400)}\n${theirs.slice(0, 400)}`);
      bytes = Buffer.byteLength(ours);
    }
    const requests = cursors.map((after) => ({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { after } }),
    }));
    await fire(api, requests, { seconds: warmUp });
    await fire(bare, requests, { seconds: warmUp });
    const pairs = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await fire(api, requests, { seconds });
      const theirs = await fire(bare, requests, { seconds });
      pairs.push({
        api: ours,
        bare: theirs,
        ratio: rounded(ours.perSecond / theirs.perSecond, 3),
        cpuRatio: rounded(theirs.cpuMicrosPerRequest / ours.cpuMicrosPerRequest, 3),
      });
    }
    const ratio = median(pairs.map((pair) => pair.ratio));
    const cpuRatio = median(pairs.map((pair) => pair.cpuRatio));
    return {
      products: PRODUCTS,
      bytes,
      identicalPages: cursors.length,
      rounds: pairs,
      ratio,
      cpuRatio,
      goal: 0.55,
      met: ratio >= 0.55,
    };
  } finally {
    await Promise.all([api.stop(), bare?.stop()]);
    await client.end();
  }
}
