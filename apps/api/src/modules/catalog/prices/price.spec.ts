import { randomUUID } from 'node:crypto';
import type { Client } from '../../../testing/client.js';
import type { Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Price {
  __typename: string;
  id: string;
  code?: string;
  message?: string;
  state: string;
  validFrom: string;
  validTo: string | null;
  buyer: { id: string } | null;
  tiers: { minQty: string; unitPrice: number; netTake: { net: number; lines: { step: string; amount: number }[] } | null }[];
}

const PRICE = 'id state validFrom validTo buyer { id } tiers { minQty unitPrice netTake { net lines { step amount } } }';
const TODAY = '2026-06-15';

describe('list prices', () => {
  let api: TestApi;
  let farm: Org;
  let shop: Org;
  let rival: Org;
  let seller: Client;
  let neighbour: Client;
  let buyer: Client;
  let rivalBuyer: Client;
  let officer: Client;

  const act = async (mutation: string, input: Record<string, unknown>, client = seller): Promise<Price> => {
    const type =
      mutation === 'commercialTermsSet' ? 'CommercialTermsInput' : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const on = mutation === 'commercialTermsSet' ? '... on CommercialTerms { id }' : `... on ListPrice { ${PRICE} }`;
    const data = await client.mutate<Record<string, Price>>(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on DomainError { code message } ${on} } }`,
      input,
    );
    return data[mutation]!;
  };
  const price = (productId: string, unitPrice: number, patch: Record<string, unknown> = {}) =>
    act('listPriceCreate', { productId, basis: 'EXW', validFrom: TODAY, tiers: [{ minQty: '0', unitPrice }], ...patch });
  const mine = async (filter: string, client = seller) =>
    (
      await client.query<{ listPrices: { edges: { node: Price }[] } }>(
        `{ listPrices(${filter}) { edges { node { ${PRICE} } } } }`,
      )
    ).listPrices.edges.map(({ node }) => node);
  const seen = async (client: Client, id: string) =>
    (
      await client.query<{ productById: { priceTiers: { unitPrice: number; isOwn: boolean }[] | null } }>(
        'query($id: ID!) { productById(id: $id) { priceTiers { unitPrice isOwn } } }',
        { id },
      )
    ).productById.priceTiers;
  const padPrice = async (client: Client, id: string) => {
    const { orderPad } = await client.query<{
      orderPad: { items: { product: { id: string }; priceTiers: { unitPrice: number }[] }[] };
    }>('query($id: ID) { orderPad(sellerOrgId: $id) { items { product { id } priceTiers { unitPrice } } } }', { id: farm.id });
    return orderPad.items.find((item) => item.product.id === id)!.priceTiers.map(({ unitPrice }) => unitPrice);
  };

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date(`${TODAY}T03:00:00Z`));
    farm = await api.given.cooperative({ name: 'HTX Có Giá' });
    shop = await api.given.retailer({ name: 'Siêu thị Một' });
    rival = await api.given.retailer({ name: 'Siêu thị Hai' });
    seller = await api.as(await api.given.member(farm, 'SELLER_STAFF'));
    neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    buyer = await api.as(await api.given.member(shop, 'BUYER'));
    rivalBuyer = await api.as(await api.given.member(rival, 'BUYER'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  it('for one buyer win over the general one for that buyer, and nobody else ever meets them', async () => {
    const { id } = await api.given.product(farm, { priceVisibility: 'PUBLIC' });
    await price(id, 33_333, { buyerOrgId: shop.id });
    await price(id, 44_444, { buyerOrgId: rival.id });
    expect(await seen(buyer, id)).toEqual([{ unitPrice: 33_333, isOwn: true }]);
    expect(await seen(rivalBuyer, id)).toEqual([{ unitPrice: 44_444, isOwn: true }]);
    expect([await padPrice(buyer, id), await padPrice(rivalBuyer, id)]).toEqual([[33_333], [44_444]]);
    expect(await seen(officer, id)).toBeNull();
    for (const client of [seller, neighbour, officer, api.visitor, rivalBuyer]) {
      const text = JSON.stringify(
        await client.send(
          'query($id: ID!) { productById(id: $id) { priceTiers { unitPrice } priceFrom priceTo } catalog(first: 50) { edges { node { priceFrom priceTo } } } }',
          { id },
        ),
      );
      expect(text).not.toContain('33333');
    }
    const walled = await neighbour.query<{ listPrices: { edges: unknown[] } }>(
      'query($id: ID) { listPrices(productId: $id, ended: true) { edges { node { id } } } }',
      { id },
    );
    expect(walled.listPrices.edges).toEqual([]);
  });

  it('never share a day for the same goods, buyer and place; the sentence names the days', async () => {
    const { id } = await api.given.product(farm);
    const first = await price(id, 30_000, { buyerOrgId: shop.id, validTo: '2026-06-30' });
    expect([first.state, first.validTo]).toEqual(['STANDING', '2026-06-30']);
    const second = await price(id, 31_000, { buyerOrgId: shop.id, validFrom: '2026-06-30' });
    expect(second.code).toBe('PRICE_OVERLAPS');
    expect(second.message).toContain('từ 15/06/2026 đến 30/06/2026');
    const after = { buyerOrgId: shop.id, validFrom: '2026-07-01' };
    expect((await price(id, 31_000, after)).state).toBe('UPCOMING');
    expect((await price(id, 32_000, { buyerOrgId: shop.id, basis: 'DC' })).__typename).toBe('ListPrice');
    expect((await price(id, 32_000, { ...after, validFrom: '2026-06-01', validTo: '2026-06-02' })).code).toBe(
      'PERIOD_BEGINS_IN_PAST',
    );
    expect((await price(id, 32_000, { ...after, validTo: '2026-06-30' })).code).toBe('PERIOD_NOT_IN_ORDER');
  });

  it('are taken once when twenty people save overlapping ones together, by the API and by the table itself', async () => {
    const { id } = await api.given.product(farm);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => price(id, 20_000 + i, { buyerOrgId: shop.id })));
    expect(answers.filter(({ __typename }) => __typename === 'ListPrice')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'PRICE_OVERLAPS')).toHaveLength(19);
    const inserts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        api.sql(
          `insert into list_price (id, seller_org_id, buyer_org_id, product_id, basis, valid_from) values ($1, $2, $3, $4, 'STORE', $5)`,
          [randomUUID(), farm.id, rival.id, id, `2026-08-${String(i + 1).padStart(2, '0')}`],
        ),
      ),
    );
    expect(inserts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('change at once and keep what they were; orders placed before keep their price', async () => {
    const { id } = await api.given.product(farm);
    const old = await price(id, 30_000, { buyerOrgId: shop.id });
    const locationId = await api.given.location(shop);
    const { orderPlace } = await buyer.mutate<{ orderPlace: { id: string } }>(
      'mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename ... on DomainError { message } ... on Order { id } } }',
      { sellerOrgId: farm.id, deliveryLocationId: locationId, requestedOn: '2026-06-20', lines: [{ productId: id, qty: '20' }] },
    );
    const changed = await act('listPriceChange', { id: old.id, tiers: [{ minQty: '0', unitPrice: 28_000 }] });
    expect(changed).toMatchObject({ state: 'STANDING', tiers: [{ unitPrice: 28_000 }] });
    expect(await seen(buyer, id)).toEqual([{ unitPrice: 28_000, isOwn: true }]);
    expect((await act('listPriceChange', { id: old.id, tiers: [{ minQty: '0', unitPrice: 1 }] })).code).toBe('PRICE_ENDED');
    const line = await api.sql('select unit_price::int as price from order_line where order_id = $1', [orderPlace.id]);
    expect(line).toEqual([{ price: 30_000 }]);
    const history = await mine(`productId: "${id}", ended: true, buyerOrgId: "${shop.id}"`);
    expect(history.map(({ state, tiers }) => [state, tiers[0]!.unitPrice])).toEqual([
      ['STANDING', 28_000],
      ['ENDED', 30_000],
    ]);
  });

  it('end on a last day, but a published product keeps a general one', async () => {
    const { id } = await api.given.product(farm);
    const own = await price(id, 30_000, { buyerOrgId: shop.id });
    expect((await act('listPriceEnd', { id: own.id, lastDay: '2026-06-14' })).state).toBe('ENDED');
    expect(await seen(buyer, id)).toEqual([{ unitPrice: 40_000, isOwn: false }]);
    const [general] = await mine(`productId: "${id}"`);
    expect((await act('listPriceEnd', { id: general!.id, lastDay: '2026-06-14' })).code).toBe('LAST_PRICE_OF_OFFER');
    expect((await act('listPriceEnd', { id: general!.id, lastDay: '2026-07-31' })).validTo).toBe('2026-07-31');
  });

  it('tell the seller, and only the seller, what stays after the buyer’s terms', async () => {
    const { id } = await api.given.product(farm);
    const terms = {
      buyerOrgId: shop.id,
      validFrom: '2026-01-01',
      frontBp: 1500,
      rebateBp: 300,
      dcBp: 250,
      promoBp: 100,
      feePerUnit: 200,
    };
    expect((await act('commercialTermsSet', terms)).__typename).toBe('CommercialTerms');
    const { tiers } = await price(id, 50_000, { buyerOrgId: shop.id });
    expect(tiers[0]!.netTake!.net).toBe(39_537);
    expect(tiers[0]!.netTake!.lines.map(({ amount }) => amount)).toEqual([
      50_000, -7_500, 42_500, -1_275, -1_063, -425, -200, 39_537,
    ]);
    await act('commercialTermsSet', { ...terms, validFrom: TODAY, frontBp: 0 });
    const [now] = await mine(`productId: "${id}", buyerOrgId: "${shop.id}"`);
    expect(now!.tiers[0]!.netTake!.lines[1]!.amount).toBe(0);
    expect((await act('commercialTermsSet', { ...terms, rebateBp: 9_000, dcBp: 1_000 })).code).toBe('TERMS_NOT_SOUND');
    const spied = await buyer.send('{ commercialTerms { id } }');
    expect(spied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await neighbour.query<{ commercialTerms: unknown[] }>('{ commercialTerms { id } }')).commercialTerms).toEqual([]);
  });

  it('of a grade hold for the packs of that grade before the product’s', async () => {
    const { id, packId } = await api.given.product(farm, { status: 'DRAFT' });
    await seller.mutate('mutation($input: ProductGradesSetInput!) { productGradesSet(input: $input) { __typename } }', {
      id,
      version: 1,
      grades: [{ code: 'L1', name: 'Loại 1', spec: [] }],
    });
    const [grade] = await api.sql<{ id: string }>('select id from grade where product_id = $1', [id]);
    await api.sql('update pack set grade_id = $2 where id = $1', [packId, grade!.id]);
    await price(id, 70_000, { gradeId: grade!.id });
    const [row] = await api.sql<{ price: number }>('select unit_price::int as price from standing_tiers($1, $2, null, $3)', [
      id,
      grade!.id,
      TODAY,
    ]);
    expect([(await seen(seller, id))![0]!.unitPrice, row!.price]).toEqual([70_000, 70_000]);
  });
});

describe('a holiday closure', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date(`${TODAY}T03:00:00Z`));
  });
  afterAll(() => api.stop());

  it('is shown with the goods, refuses deliveries inside it, and is cancelled again', async () => {
    const farm = await api.given.cooperative();
    const shop = await api.given.retailer();
    const seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    const buyer = await api.as(await api.given.member(shop, 'BUYER'));
    const product = await api.given.product(farm);
    const deliveryLocationId = await api.given.location(shop);
    const create = (firstDay: string, lastDay: string) =>
      seller.mutate<{ holidayClosureCreate: { id: string; code?: string } }>(
        `mutation($input: HolidayClosureCreateInput!) { holidayClosureCreate(input: $input) {
          __typename ... on DomainError { code } ... on HolidayClosure { id } } }`,
        { firstDay, lastDay, message: 'Nghỉ Tết' },
      );
    const order = async (requestedOn: string) => {
      const { orderPlace } = await buyer.mutate<{ orderPlace: { __typename: string; code?: string; message?: string } }>(
        'mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename ... on DomainError { code message } } }',
        { sellerOrgId: farm.id, deliveryLocationId, requestedOn, lines: [{ productId: product.id, qty: '20' }] },
      );
      return orderPlace;
    };
    const { id } = (await create('2026-07-01', '2026-07-05')).holidayClosureCreate;
    expect((await create('2026-07-05', '2026-07-06')).holidayClosureCreate.code).toBe('CLOSURE_OVERLAPS');
    const { productById } = await api.visitor.query<{ productById: { closures: { message: string }[] } }>(
      'query($id: ID!) { productById(id: $id) { closures { firstDay lastDay message } } }',
      { id: product.id },
    );
    expect(productById.closures).toEqual([{ firstDay: '2026-07-01', lastDay: '2026-07-05', message: 'Nghỉ Tết' }]);
    const refused = await order('2026-07-05');
    expect(refused.code).toBe('SELLER_CLOSED');
    expect(refused.message).toContain('từ 01/07/2026 đến 05/07/2026 (Nghỉ Tết)');
    expect((await order('2026-07-06')).__typename).toBe('Order');
    await seller.mutate('mutation($input: HolidayClosureCancelInput!) { holidayClosureCancel(input: $input) { __typename } }', {
      id,
    });
    expect((await order('2026-07-02')).__typename).toBe('Order');
  });
});
