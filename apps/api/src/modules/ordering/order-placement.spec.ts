import { aDeal, type Deal, inDays, orderAct, placeInput } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

describe('placing an order', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi({ poolSize: 20 });
    deal = await aDeal(api, {
      tiers: [
        { minQtyBase: '0', unitPrice: 50_000n },
        { minQtyBase: '100', unitPrice: 45_000n },
        { minQtyBase: '1000', unitPrice: 40_000n },
      ],
    });
  });
  afterAll(() => api.stop());

  const spot = (qty: string, patch: Record<string, unknown> = {}) =>
    orderAct(deal.buys, 'orderPlace', { ...placeInput(api, deal, qty, { spot: true }), ...patch });

  it.each([
    ['90', 50_000, 4_500_000],
    ['100', 45_000, 4_500_000],
    ['990', 45_000, 44_550_000],
    ['1000', 40_000, 40_000_000],
  ])('%s kg cost the tier that the quantity reaches', async (qty, unitPrice, amount) => {
    const order = await spot(qty);
    expect(order.lines[0]).toMatchObject({ unitPrice, amount, vatCode: 'KCT' });
    expect(order).toMatchObject({ status: 'PLACED', orderedTotal: amount, version: 1 });
    expect(order.number).toMatch(/^DH-\d{4}-\d{6}$/);
  });

  it('takes the price of the contract, not the list', async () => {
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
    expect(order.lines[0]).toMatchObject({ unitPrice: 42_000, amount: 4_200_000 });
  });

  it('keeps what was ordered when the catalogue changes', async () => {
    const order = await spot('90');
    await api.sql(
      'update price_tier set unit_price = unit_price * 2 where list_price_id in (select id from list_price where product_id = $1)',
      [deal.product.id],
    );
    const { order: again } = await deal.buys.query<{ order: typeof order }>(
      'query($id: ID!) { order(id: $id) { orderedTotal lines { unitPrice } } }',
      {
        id: order.id,
      },
    );
    await api.sql(
      'update price_tier set unit_price = unit_price / 2 where list_price_id in (select id from list_price where product_id = $1)',
      [deal.product.id],
    );
    expect(again).toEqual({ orderedTotal: 4_500_000, lines: [{ unitPrice: 50_000 }] });
  });

  it('names every row that cannot be taken, with a quantity that could', async () => {
    const strict = await api.given.product(deal.seller, { packSize: '10', moqPacks: 5 });
    const hidden = await api.given.product(deal.seller, { status: 'DRAFT' });
    const before = await api.sql('select id from purchase_order');
    const refused = await spot('0', {
      lines: [
        { productId: strict.id, qty: '20' },
        { productId: strict.id, qty: '63' },
        { productId: strict.id, qty: '50' },
        { productId: hidden.id, qty: '50' },
        { productId: deal.product.id, qty: '0' },
        { productId: deal.product.id, contractLineId: deal.contractLineId, qty: '10' },
      ],
    });
    expect(refused.__typename).toBe('RowsRefused');
    expect(refused.rows!.map(({ row, field, code, suggestion }) => [row, field, code, suggestion])).toEqual([
      [0, 'qty', 'BELOW_MOQ', '50'],
      [1, 'qty', 'PACK_MULTIPLE', '70'],
      [3, 'productId', 'PRODUCT_NOT_ORDERABLE', null],
      [4, 'qty', 'QUANTITY_NOT_POSITIVE', null],
      [5, 'contractLineId', 'CONTRACT_LINE_UNKNOWN', null],
    ]);
    expect(refused.rows![1]!.message).toContain('60 kg hoặc 70 kg');
    expect(await api.sql('select id from purchase_order')).toHaveLength(before.length);
  });

  it.each([
    ['a date in the past', { requestedOn: '2020-01-01' }, 'DELIVERY_DATE_PAST', 'requestedOn'],
    ['no line', { lines: [] }, 'LINES_MISSING', 'lines'],
    ['a note without end', { note: 'x'.repeat(2001) }, 'NOTE_TOO_LONG', 'note'],
    ['a number without end', { buyerPoNo: 'x'.repeat(201) }, 'PO_NUMBER_TOO_LONG', 'buyerPoNo'],
  ])('refuses %s', async (_what, patch, code, field) => {
    expect(await spot('100', patch)).toMatchObject({ __typename: 'Refused', code, field });
  });

  it("refuses the seller's warehouse, an order from oneself and a seller who is suspended", async () => {
    expect(await spot('100', { deliveryLocationId: await api.given.location(deal.seller) })).toMatchObject({
      code: 'LOCATION_NOT_YOURS',
    });
    expect(await spot('100', { sellerOrgId: deal.buyer.id })).toMatchObject({ code: 'SELLER_IS_BUYER' });
    const asleep = await api.given.cooperative({ status: 'SUSPENDED' });
    expect(await spot('100', { sellerOrgId: asleep.id })).toMatchObject({ code: 'SELLER_NOT_ACTIVE' });
  });

  it('calls off only within the days and under the parties of the contract', async () => {
    const short = await aDeal(api, { validTo: inDays(api, 2) });
    expect(await orderAct(short.buys, 'orderPlace', placeInput(api, short, '100'))).toMatchObject({
      code: 'DELIVERY_OUTSIDE_CONTRACT',
    });
    const other = await api.given.cooperative();
    const strayed = { ...placeInput(api, deal, '100'), sellerOrgId: other.id };
    expect(await orderAct(deal.buys, 'orderPlace', strayed)).toMatchObject({ code: 'CONTRACT_OF_ANOTHER_SELLER' });
    const foreign = await short.buys.send('mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename } }', {
      input: { ...placeInput(api, deal, '100'), clientKey: 'foreign', deliveryLocationId: short.locationId },
    });
    expect(foreign.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('carries totals beyond 2^31 and beyond 2^53 exactly', async () => {
    const dear = await api.given.product(deal.seller, {
      packSize: '1',
      tiers: [{ minQtyBase: '0', unitPrice: 99_999_999_999n }],
    });
    const order = await spot('0', { lines: [{ productId: dear.id, qty: '1000001' }] });
    expect(order.orderedTotal).toBe('100000099998999999');
    expect(BigInt(order.orderedTotal)).toBe(1_000_001n * 99_999_999_999n);
    const above31 = await spot('0', { lines: [{ productId: dear.id, qty: '3' }] });
    expect(above31.orderedTotal).toBe(299_999_999_997);
    expect(await spot('0', { lines: [{ productId: dear.id, qty: '90000000000' }] })).toMatchObject({ code: 'TOTAL_TOO_LARGE' });
  });

  it('grants twenty buyers at once exactly what fits of the last 100 kg', async () => {
    const last = await aDeal(api, { max: '100' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => orderAct(last.buys, 'orderPlace', placeInput(api, last, '30'))),
    );
    const granted = answers.filter(({ __typename }) => __typename === 'Order');
    expect(granted).toHaveLength(3);
    const refused = answers.filter(({ __typename }) => __typename === 'RowsRefused');
    expect(refused).toHaveLength(17);
    expect(refused.at(-1)!.rows![0]).toMatchObject({ row: 0, field: 'qty', code: 'OVER_CALL', suggestion: '10' });
    const [total] = await api.sql<{ called_off: string }>('select called_off from agreement_line_total where line_id = $1', [
      last.contractLineId,
    ]);
    expect(total!.called_off).toBe('90.000');
  });

  it('shares what remains between two rows of one contract line', async () => {
    const small = await aDeal(api, { max: '100' });
    const line = { productId: small.product.id, contractLineId: small.contractLineId };
    const input = {
      ...placeInput(api, small, '0'),
      lines: [
        { ...line, qty: '60' },
        { ...line, qty: '50' },
      ],
    };
    expect((await orderAct(small.buys, 'orderPlace', input)).rows).toMatchObject([
      { row: 1, code: 'OVER_CALL', suggestion: '40' },
    ]);
  });

  it('has one effect for one key sent twenty times, and refuses the key with another body', async () => {
    const input = { ...placeInput(api, deal, '10'), clientKey: 'twenty-times' };
    const [before] = await api.sql<{ n: number }>('select count(*)::int as n from purchase_order');
    const answers = await Promise.all(Array.from({ length: 20 }, () => orderAct(deal.buys, 'orderPlace', input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await api.sql('select count(*)::int as n from purchase_order')).toEqual([{ n: before!.n + 1 }]);
    const changed = await deal.buys.send('mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename } }', {
      input: { ...input, note: 'khác' },
    });
    expect(changed.errors![0]!.extensions.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('places 1,000 lines, and refuses 1,001', async () => {
    const line = { productId: deal.product.id, qty: '100' };
    const order = await spot('0', { lines: Array.from({ length: 1000 }, () => line) });
    expect(order.orderedTotal).toBe(4_500_000_000);
    expect(order.lines).toHaveLength(1000);
    expect(await spot('0', { lines: Array.from({ length: 1001 }, () => line) })).toMatchObject({ code: 'LINES_TOO_MANY' });
  });

  it('shows the pad: published products with pack and tiers, or the contract with what remains, found without diacritics', async () => {
    const PAD = `query($seller: ID, $contract: ID, $search: String) { orderPad(sellerOrgId: $seller, contractId: $contract, search: $search) {
      seller { id } locations { id } contract { id }
      items { product { id nameVi } packSize moqPacks priceTiers { minQty unitPrice } contractLine { id unitPrice remaining maxQty } } } }`;
    type Pad = {
      orderPad: {
        seller: { id: string };
        locations: { id: string }[];
        items: { product: { id: string; nameVi: string }; contractLine: unknown; priceTiers: unknown[] }[];
      };
    };
    const named = await api.given.product(deal.seller, { nameVi: 'Quýt vàng Bắc Sơn' });
    const found = await deal.buys.query<Pad>(PAD, { seller: deal.seller.id, search: 'quyt vang bac' });
    expect(found.orderPad.items.map(({ product }) => product.id)).toEqual([named.id]);
    expect(found.orderPad.locations).toEqual([{ id: deal.locationId }]);
    const fresh = await aDeal(api, { max: '500' });
    await orderAct(fresh.buys, 'orderPlace', placeInput(api, fresh, '120'));
    const byContract = await fresh.buys.query<Pad>(PAD, { contract: fresh.contractId });
    expect(byContract.orderPad.items).toEqual([
      expect.objectContaining({ contractLine: { id: fresh.contractLineId, unitPrice: 42_000, remaining: '380', maxQty: '500' } }),
    ]);
    const foreign = await deal.buys.send(PAD, { contract: fresh.contractId });
    expect(foreign.errors![0]!.extensions.code).toBe('NOT_FOUND');
    const bySeller = await deal.sells.send(PAD, { seller: deal.seller.id });
    expect(bySeller.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('lists orders by side and status, finds number and counterparty, and pages without gaps', async () => {
    const fresh = await aDeal(api);
    const placed = [];
    for (let i = 0; i < 5; i += 1)
      placed.push((await orderAct(fresh.buys, 'orderPlace', { ...placeInput(api, fresh, '10'), buyerPoNo: `PO-${i}` })).number);
    const LIST = `query($filter: OrderFilter, $after: String) { orders(filter: $filter, first: 2, after: $after) {
      edges { node { number } } pageInfo { hasNextPage endCursor } totalCount } }`;
    type List = {
      orders: {
        edges: { node: { number: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      };
    };
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { orders }: List = await fresh.sells.query<List>(LIST, { filter: { side: 'SELLER' }, after });
      expect(orders.totalCount).toBe(5);
      seen.push(...orders.edges.map(({ node }) => node.number));
      [after, more] = [orders.pageInfo.endCursor, orders.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(placed.toReversed());
    const numbers = async (filter: object) =>
      (await fresh.sells.query<List>(LIST, { filter })).orders.edges.map(({ node }) => node.number);
    expect(await numbers({ search: placed[0]!.toLowerCase() })).toEqual([placed[0]]);
    expect(await numbers({ search: 'po-3' })).toEqual([placed[3]]);
    expect(await numbers({ side: 'BUYER' })).toEqual([]);
    expect(await numbers({ status: ['CONFIRMED'] })).toEqual([]);
    expect(await numbers({ search: fresh.buyer.name.toLowerCase() })).toHaveLength(2);
  });
});
