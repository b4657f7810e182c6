import { randomUUID } from 'node:crypto';
import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Answer {
  __typename: string;
  id: string;
  slug: string;
  status: string;
  version: number;
  code?: string;
  field?: string | null;
  currentVersion?: number;
  returnReason?: string | null;
  priceTiers: { minQty: string; unitPrice: number }[] | null;
  priceFrom: number | null;
  priceTo: number | null;
  rows?: { row: number; field: string; code: string }[];
  availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

const FIELDS = `__typename ... on DomainError { code field } ... on VersionConflict { currentVersion } ... on RowsRefused { rows { row field code } }
  ... on Product { id slug status version returnReason priceTiers { minQty unitPrice } priceFrom priceTo availableActions { action allowed reason } }`;
const PRODUCT = `id slug status version returnReason priceTiers { minQty unitPrice } priceFrom priceTo availableActions { action allowed reason }`;

const SHEET = {
  nameVi: 'Na dai Chi Lăng',
  group: 'FOOD',
  baseUnit: 'kg',
  harvestMonths: [7, 8, 9],
  storage: 'AMBIENT',
  vatClass: 'RAW_AGRI',
  priceVisibility: 'BUYERS',
  basis: 'EXW',
  pack: { name: 'Thùng xốp 10 kg', sizeBase: '10', moqPacks: 2 },
  priceTiers: [
    { minQty: '0', unitPrice: 60000 },
    { minQty: '100', unitPrice: 50000 },
  ],
};

describe('products', () => {
  let api: TestApi;
  let farm: Org;
  let seller: Client;
  let officer: Client;
  let neighbour: Client;
  let buyer: Client;

  const act = async (client: Client, mutation: string, input: Record<string, unknown>): Promise<Answer> => {
    const type = ['productCreate', 'productUpdate'].includes(mutation)
      ? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
      : 'ProductActionInput';
    const data = await client.mutate<Record<string, Answer>>(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { ${FIELDS} } }`,
      input,
    );
    return data[mutation]!;
  };
  const create = (patch: Record<string, unknown> = {}) => act(seller, 'productCreate', { ...SHEET, ...patch });
  const published = async (patch: Record<string, unknown> = {}) => {
    const { id, version } = await create({ submit: true, ...patch });
    return act(officer, 'productPublish', { id, version });
  };
  const byId = async (client: Client, id: string) =>
    (await client.query<{ productById: Answer | null }>(`query($id: ID!) { productById(id: $id) { ${PRODUCT} } }`, { id }))
      .productById;
  const listed = async (slug: string) => {
    const { catalog } = await api.visitor.query<{ catalog: { edges: { node: { slug: string; priceFrom: number | null } }[] } }>(
      '{ catalog(first: 100) { edges { node { slug priceFrom } } } }',
    );
    return catalog.edges.map(({ node }) => node).find((node) => node.slug === slug);
  };

  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative({ name: 'HTX Thử' });
    seller = await api.as(await api.given.member(farm, 'SELLER_STAFF'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    buyer = await api.as(await api.given.member(await api.given.retailer(), 'BUYER'));
  });
  afterAll(() => api.stop());

  it('go from draft through review into the catalogue, out of it, and back', async () => {
    let product = await create();
    expect(product).toMatchObject({ __typename: 'Product', status: 'DRAFT', version: 1 });
    const step = async (client: Client, mutation: string, extra = {}) => {
      product = await act(client, mutation, { id: product.id, version: product.version, ...extra });
      return [product.status, Boolean(await listed(product.slug))];
    };
    expect(await step(seller, 'productSubmit')).toEqual(['IN_REVIEW', false]);
    expect(await step(officer, 'productReturn', { reason: 'Thêm ảnh thật.' })).toEqual(['DRAFT', false]);
    expect(product.returnReason).toBe('Thêm ảnh thật.');
    expect(await step(seller, 'productSubmit')).toEqual(['IN_REVIEW', false]);
    expect(await step(officer, 'productPublish')).toEqual(['PUBLISHED', true]);
    expect(await step(seller, 'productPause')).toEqual(['PAUSED', false]);
    expect(await step(seller, 'productResume')).toEqual(['PUBLISHED', true]);
    expect(await step(seller, 'productArchive')).toEqual(['ARCHIVED', false]);
    const audit = await api.sql<{ action: string }>('select action from audit_event where entity_id = $1 order by at, id', [
      product.id,
    ]);
    expect(audit.map(({ action }) => action)).toEqual([
      'product.create',
      'product.submit',
      'product.return',
      'product.submit',
      'product.publish',
      'product.pause',
      'product.resume',
      'product.archive',
    ]);
  });

  it('refuse a step their state does not allow, with the reason beforehand', async () => {
    const draft = await create();
    const refusedStep = await act(officer, 'productPublish', { id: draft.id, version: draft.version });
    expect(refusedStep).toMatchObject({ __typename: 'Refused', code: 'TRANSITION_NOT_ALLOWED' });
    const pause = draft.availableActions.find(({ action }) => action === 'pause')!;
    expect(pause).toMatchObject({ allowed: false, reason: expect.stringContaining('đang soạn') });
    expect(draft.availableActions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(['edit', 'submit']);
  });

  it('are returned only with a reason, and sent only with a price', async () => {
    const waiting = await create({ submit: true });
    expect(await act(officer, 'productReturn', { id: waiting.id, version: waiting.version, reason: '  ' })).toMatchObject({
      code: 'REASON_MISSING',
      field: 'reason',
    });
    expect(await create({ submit: true, priceTiers: [] })).toMatchObject({ code: 'PRICE_MISSING', field: 'priceTiers' });
    const unpriced = await create({ priceTiers: [] });
    expect(await act(seller, 'productSubmit', { id: unpriced.id, version: 1 })).toMatchObject({ code: 'PRICE_MISSING' });
  });

  it('name the field or the row that must be mended', async () => {
    const cases: [Record<string, unknown>, string, string][] = [
      [{ nameVi: '   ' }, 'NAME_MISSING', 'nameVi'],
      [{ nameVi: 'x'.repeat(201) }, 'NAME_TOO_LONG', 'nameVi'],
      [{ description: 'x'.repeat(2001) }, 'DESCRIPTION_TOO_LONG', 'description'],
      [{ baseUnit: '' }, 'UNIT_MISSING', 'baseUnit'],
      [{ harvestMonths: [13] }, 'MONTHS_NOT_VALID', 'harvestMonths'],
      [{ harvestMonths: [7, 7] }, 'MONTHS_NOT_VALID', 'harvestMonths'],
      [{ shelfLifeDays: 0 }, 'SHELF_LIFE_NOT_VALID', 'shelfLifeDays'],
      [{ pack: { name: 'Thùng', sizeBase: '0', moqPacks: 1 } }, 'PACK_SIZE_NOT_POSITIVE', 'pack.sizeBase'],
      [{ pack: { name: 'Thùng', sizeBase: '1', moqPacks: 0 } }, 'MOQ_NOT_VALID', 'pack.moqPacks'],
      [{ pack: { name: 'Thùng', sizeBase: '1', moqPacks: 1, gtin: '8934567890123' } }, 'GTIN_NOT_VALID', 'pack.gtin'],
    ];
    for (const [patch, code, field] of cases) expect(await create(patch)).toMatchObject({ __typename: 'Refused', code, field });
    const tiers = [
      { minQty: '0', unitPrice: 50000 },
      { minQty: '0', unitPrice: 40000 },
      { minQty: '10', unitPrice: 45000 },
      { minQty: '20', unitPrice: 0 },
    ];
    expect(await create({ priceTiers: tiers })).toMatchObject({
      __typename: 'RowsRefused',
      rows: [
        { row: 1, field: 'minQty', code: 'TIER_MINIMUM_NOT_RISING' },
        { row: 2, field: 'unitPrice', code: 'TIER_PRICE_RISES' },
        { row: 3, field: 'unitPrice', code: 'TIER_PRICE_NOT_POSITIVE' },
      ],
    });
    const saved = await api.sql(`select 1 from product where org_id = $1 and name_vi = 'x'`, [farm.id]);
    expect(saved).toEqual([]);
  });

  it('show prices to their own people and to buyers, a band to all where published, and never to a neighbour or the Alliance', async () => {
    const quiet = await published({ nameVi: 'Giá kín' });
    const open = await published({ nameVi: 'Giá công khai', priceVisibility: 'PUBLIC' });
    const union = await api.as(await api.given.member(await api.given.organization('COOPERATIVE_UNION'), 'BUYER'));
    const company = await api.as(await api.given.member(await api.given.organization('ENTERPRISE'), 'BUYER'));
    const bank = await api.as(await api.given.member(await api.given.organization('BANK'), 'BANK_OFFICER'));
    const readers: [string, Client, boolean][] = [
      ['visitor', api.visitor, false],
      ['own people', seller, true],
      ['other cooperative', neighbour, false],
      ['retailer', buyer, true],
      ['cooperative union', union, true],
      ['company', company, true],
      ['bank', bank, false],
      ['Alliance', officer, false],
    ];
    for (const [reader, client, sees] of readers) {
      const [a, b] = [await byId(client, quiet.id), await byId(client, open.id)];
      expect({ reader, tiers: a!.priceTiers !== null, from: a!.priceFrom, to: a!.priceTo }).toEqual({
        reader,
        tiers: sees,
        from: null,
        to: null,
      });
      expect({ reader, tiers: b!.priceTiers !== null, from: b!.priceFrom, to: b!.priceTo }).toEqual({
        reader,
        tiers: sees,
        from: 50000,
        to: 60000,
      });
    }
    expect((await listed(quiet.slug))!.priceFrom).toBeNull();
    expect((await listed(open.slug))!.priceFrom).toBe(50000);
  });

  it('change price at once, and keep every past price with its days', async () => {
    const product = await published({ nameVi: 'Đổi giá', priceVisibility: 'PUBLIC' });
    const changed = await act(seller, 'productUpdate', {
      id: product.id,
      version: product.version,
      priceTiers: [{ minQty: '0', unitPrice: 70000 }],
    });
    expect(changed).toMatchObject({ status: 'PUBLISHED', priceTiers: [{ minQty: '0', unitPrice: 70000 }] });
    expect((await listed(product.slug))!.priceFrom).toBe(70000);
    const rows = await api.sql(
      `select unit_price::int as price, ends_before is null as live from list_price l join price_tier t on t.list_price_id = l.id
       where product_id = $1 order by t.id`,
      [product.id],
    );
    expect(rows).toEqual([
      { price: 60000, live: false },
      { price: 50000, live: false },
      { price: 70000, live: true },
    ]);
  });

  it('keep what an update does not name, and clear what it empties', async () => {
    const product = await create({ nameEn: 'Custard apple', shelfLifeDays: 4 });
    await act(seller, 'productUpdate', {
      id: product.id,
      version: 1,
      nameEn: null,
      pack: { name: 'Sọt 20 kg', sizeBase: '20', moqPacks: 1 },
    });
    const [row] = await api.sql(
      'select name_vi, name_en, shelf_life_days, size_base::text, version from product p join pack k on k.product_id = p.id where p.id = $1',
      [product.id],
    );
    expect(row).toEqual({ name_vi: 'Na dai Chi Lăng', name_en: null, shelf_life_days: 4, size_base: '20.000', version: 2 });
  });

  it('let one of twenty people who save at once win, and tell the others', async () => {
    const product = await create();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => act(seller, 'productUpdate', { id: product.id, version: 1, description: `Bản ${i}` })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'Product')).toHaveLength(1);
    const conflicts = answers.filter(({ __typename }) => __typename === 'VersionConflict');
    expect(conflicts.map(({ currentVersion }) => currentVersion)).toEqual(Array.from({ length: 19 }, () => 2));
  });

  it('are made once however often the same request arrives', async () => {
    const clientKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ nameVi: 'Một lần', clientKey })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const rows = await api.sql(`select 1 from product where name_vi = 'Một lần'`);
    expect(rows).toHaveLength(1);
  });

  it('get an address of their own when names repeat, even across hidden drafts', async () => {
    const first = await create({ nameVi: 'Hồng treo gió' });
    const second = await act(neighbour, 'productCreate', { ...SHEET, nameVi: 'Hồng treo gió' });
    const rest = await Promise.all(Array.from({ length: 5 }, () => create({ nameVi: 'Hồng treo gió' })));
    expect(first.slug).toBe('hong-treo-gio');
    expect(second.slug).toBe('hong-treo-gio-2');
    expect(new Set(rest.map(({ slug }) => slug)).size).toBe(5);
  });

  it('of another organization answer like products that do not exist while they are drafts', async () => {
    const draft = await create({ nameVi: 'Nháp kín' });
    const missing = randomUUID();
    for (const client of [api.visitor, neighbour, buyer]) {
      expect(await byId(client, draft.id)).toEqual(await byId(client, missing));
      const bySlug = await client.query<{ product: null }>('query($slug: String!) { product(slug: $slug) { id } }', {
        slug: draft.slug,
      });
      expect(bySlug.product).toBeNull();
    }
    const update = (id: string) =>
      neighbour.send('mutation($input: ProductUpdateInput!) { productUpdate(input: $input) { __typename } }', {
        input: { clientKey: randomUUID(), id, version: 1, nameVi: 'Của tôi' },
      });
    expect(await update(draft.id)).toEqual(await update(missing));
    const foreign = await published({ nameVi: 'Đăng rồi' });
    expect((await update(foreign.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await byId(officer, draft.id)).toMatchObject({ id: draft.id });
  });

  it('are published by the Alliance alone, and written by sellers alone', async () => {
    const waiting = await create({ submit: true });
    const asRole = (client: Client, mutation: string) =>
      client.send(`mutation($input: ProductActionInput!) { ${mutation}(input: $input) { __typename } }`, {
        input: { clientKey: randomUUID(), id: waiting.id, version: waiting.version },
      });
    for (const client of [seller, buyer])
      expect((await asRole(client, 'productPublish')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await asRole(api.visitor, 'productPublish')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await asRole(officer, 'productArchive')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('stand in two lists: their own people’s, and what waits for the Alliance', async () => {
    const waiting = await create({ nameVi: 'Chờ duyệt kỹ', submit: true });
    const list = `query($search: String) { myProducts(search: $search, status: IN_REVIEW) { totalCount edges { node { id } } } }`;
    const mine = await seller.query<{ myProducts: { totalCount: number; edges: { node: { id: string } }[] } }>(list, {
      search: 'cho duyet',
    });
    expect(mine.myProducts).toEqual({ totalCount: 1, edges: [{ node: { id: waiting.id } }] });
    const others = await neighbour.query<{ myProducts: { totalCount: number } }>(list, { search: 'cho duyet' });
    expect(others.myProducts.totalCount).toBe(0);
    const review = await officer.query<{ productsToReview: { edges: { node: { id: string; status: string } }[] } }>(
      '{ productsToReview(first: 100) { edges { node { id status } } } }',
    );
    expect(review.productsToReview.edges.map(({ node }) => node.id)).toContain(waiting.id);
    expect(new Set(review.productsToReview.edges.map(({ node }) => node.status))).toEqual(new Set(['IN_REVIEW']));
  });
});
