import fc from 'fast-check';
import { tidyLine } from '../../platform/text.js';
import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { sheetOf, textsOf, uploadSheet } from '../../testing/sheets.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const word = fc.stringMatching(/^[A-Za-zÀ-ỹ=+@\-'"<&;,.0-9 ]{1,40}$/u);
const text = word.filter((value) => value.trim() !== '' && !/^\((xo[aá]|clear)\)$/i.test(value.trim()));
const aProduct = fc.record({
  nameVi: text,
  nameEn: fc.option(text),
  description: fc.oneof(fc.constant(''), text),
  netContent: fc.option(text),
  harvestMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
  shelfLifeDays: fc.option(fc.integer({ min: 1, max: 3650 })),
  storage: fc.constantFrom('AMBIENT', 'CHILLED', 'FROZEN'),
  priceVisibility: fc.constantFrom('PUBLIC', 'BUYERS'),
  storageTempMin: fc.option(fc.integer({ min: -60, max: 0 })),
  storageTempMax: fc.option(fc.integer({ min: 1, max: 60 })),
  packSize: fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 1000).toFixed(3)),
  price: fc.integer({ min: 1, max: 1_000_000_000 }),
  sellerSku: fc.boolean(),
});

describe('lists as files', () => {
  let api: TestApi;
  let farm: Org;
  let seller: Client;
  let neighbour: Client;

  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative();
    seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
  });
  afterAll(() => api.stop());

  const importOf = async (client: Client, kind: string, bytes: Buffer, name: string) => {
    const { id } = (await uploadSheet(client, kind, bytes, name)).json<{ id: string }>();
    await api.drainJobs();
    const { importBatch } = await client.query<{ importBatch: Record<string, unknown> }>(
      'query($id: ID!) { importBatch(id: $id) { id status rowsTotal toCreate toUpdate toSkip withErrors problemGroups { code column message } } }',
      { id },
    );
    return importBatch;
  };

  it('come in again without changing anything, whatever the products say, as XLSX and as CSV', async () => {
    const samples = fc.sample(aProduct, 60);
    for (const [i, { packSize, price, sellerSku, ...columns }] of samples.entries()) {
      await api.given.product(farm, {
        ...columns,
        ...(sellerSku ? { sellerSku: `=MÃ-${i}` } : {}),
        nameVi: tidyLine(columns.nameVi)!,
        nameEn: tidyLine(columns.nameEn),
        netContent: tidyLine(columns.netContent),
        description: tidyLine(columns.description) ?? '',
        harvestMonths: [...columns.harvestMonths].sort((a, b) => a - b),
        packSize,
        tiers: [{ minQtyBase: '0', unitPrice: BigInt(price) }],
        status: i % 2 ? 'DRAFT' : 'PUBLISHED',
      });
    }
    for (const file of ['my-products.xlsx', 'my-products.csv', 'my-products.csv?delimiter=,', 'my-products.xlsx?lang=en']) {
      const { rawPayload } = await seller.get(`/exports/${file}`);
      const answer = await importOf(seller, 'PRODUCTS', rawPayload, file);
      expect({ file, problems: answer['problemGroups'] }).toEqual({ file, problems: [] });
      expect({ file, ...answer }).toMatchObject({
        status: 'CHECKED',
        rowsTotal: 60,
        toCreate: 0,
        toUpdate: 0,
        toSkip: 60,
        withErrors: 0,
      });
    }
    const prices = await importOf(seller, 'PRICES', (await seller.get('/exports/prices.xlsx')).rawPayload, 'gia.xlsx');
    expect(prices).toMatchObject({ status: 'CHECKED', toUpdate: 0, toSkip: 60, withErrors: 0 });
  }, 120_000);

  it('of prices bring in tiers together, and hold back a product whose tiers contradict each other', async () => {
    const shop = await api.given.cooperative();
    const client = await api.as(await api.given.member(shop, 'SELLER_STAFF'));
    for (const sku of ['GIA1', 'GIA2']) await api.given.product(shop, { sellerSku: sku });
    const bytes = await sheetOf(
      ['Mã hàng', 'Từ số lượng', 'Giá', 'Giá giao tại'],
      [
        ['gia1', '0', '50.000', null],
        ['GIA2', '0', '30000', 'Tại vườn hoặc xưởng'],
        ['GIA1', '1.000', '45.000', null],
        ['GIA2', '100', '35000', null],
        ['GIA9', '0', '1000', null],
      ],
    );
    const batch = await importOf(client, 'PRICES', bytes, 'gia.xlsx');
    expect(batch).toMatchObject({ toUpdate: 2, withErrors: 3 });
    const codes = (batch['problemGroups'] as { code: string }[]).map(({ code }) => code).sort();
    expect(codes).toEqual(['GROUP_HAS_ERRORS', 'PRODUCT_UNKNOWN', 'TIER_PRICE_RISES']);
    await client.mutate('mutation($input: ImportCommitInput!) { importCommit(input: $input) { __typename } }', {
      ...{ id: batch['id'], mode: 'VALID_ONLY' },
    });
    await api.drainJobs();
    const tiers = await api.sql(
      `select p.seller_sku as sku, t.min_qty_base::text as qty, t.unit_price::int as price from product p join list_price l on l.product_id = p.id
       join price_tier t on t.list_price_id = l.id where p.org_id = $1 and l.ends_before is null order by 1, t.min_qty_base`,
      [shop.id],
    );
    expect(tiers).toEqual([
      { sku: 'GIA1', qty: '0.000', price: 50000 },
      { sku: 'GIA1', qty: '1000.000', price: 45000 },
      { sku: 'GIA2', qty: '0.000', price: 40000 },
    ]);
  });

  it('show each reader what his screen shows, and nothing to a page of another site', async () => {
    const mine = await textsOf((await seller.get('/exports/my-products.xlsx?status=DRAFT')).rawPayload);
    expect(mine).toHaveLength(31);
    const theirs = (await neighbour.get('/exports/my-products.csv')).rawPayload.toString('utf8');
    expect(theirs.trim().split('\r\n')).toHaveLength(1);
    const open = await api.visitor.get('/exports/catalog.csv');
    expect([open.statusCode, open.headers['content-disposition']]).toEqual([
      200,
      expect.stringMatching(/catalog-\d{4}-\d\d-\d\d\.csv/),
    ]);
    const statuses = await Promise.all(
      ['/exports/my-products.xlsx', '/exports/nothing.xlsx', '/exports/catalog.pdf', '/exports/..%2fcatalog.csv'].map(
        async (url) => (await api.visitor.get(url)).statusCode,
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
    const foreign = await api.app.inject({
      method: 'GET',
      url: '/exports/catalog.csv',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.statusCode).toBe(404);
  });
});
