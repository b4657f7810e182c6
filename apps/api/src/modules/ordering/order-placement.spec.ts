import { newId } from '../../platform/ids.js';
import { aDeal, type Deal, inDays, orderAct, placeInput } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

describe('placing an order', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
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
    const unborn = await api.given.cooperative({ status: 'DRAFT' });
    const unverified = await deal.buys.send(PAD, { seller: unborn.id });
    expect(unverified.errors![0]!.extensions.code).toBe('NOT_FOUND');
    const bySeller = await deal.sells.send(PAD, { seller: deal.seller.id });
    expect(bySeller.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('orders a product in a grade and a pack, and copies how it is weighed', async () => {
    const graded = await api.given.product(deal.seller, { packSize: '5', moqPacks: 2 });
    const [grade1, grade2, pallet] = [newId(), newId(), newId()];
    await api.sql(
      `insert into grade (id, product_id, code, name, spec, position) values
         ($1, $3, 'L1', 'Loại 1', '[{"measure":"WEIGHT","operator":"AT_LEAST","value":"268","valueTo":null,"unit":"g","text":null}]', 0),
         ($2, $3, 'L2', 'Loại 2', '[]', 1)`,
      [grade1, grade2, graded.id],
    );
    await api.sql(`update pack set catch_weight = true, weight_tolerance_bp = 200, tare_weight = 0.45 where id = $1`, [
      graded.packId,
    ]);
    await api.sql(
      `insert into pack (id, product_id, grade_id, name, level, size_base, gtin, position) values ($1, $2, $3, 'Pallet', 'PALLET', 400, '18931234500014', 1)`,
      [pallet, graded.id, grade1],
    );
    const cheaper = newId();
    await api.sql(
      `insert into list_price (id, seller_org_id, product_id, grade_id, valid_from) values ($1, $2, $3, $4, '2024-01-01')`,
      [cheaper, deal.seller.id, graded.id, grade2],
    );
    await api.sql(`insert into price_tier (id, list_price_id, min_qty_base, unit_price) values ($1, $2, 0, 25000)`, [
      newId(),
      cheaper,
    ]);
    const line = { productId: graded.id };
    const order = await spot('0', {
      lines: [
        { ...line, qty: '10' },
        { ...line, gradeId: grade2, qty: '15' },
        { ...line, packId: pallet, qty: '400' },
      ],
    });
    const { order: page } = await deal.sells.query<{ order: { lines: Record<string, unknown>[] } }>(
      `query($id: ID!) { order(id: $id) { lines { unitPrice gradeCode packName packLevel packGtin packSize packs catchWeight weightToleranceBp
         tareWeight gradeSpec { measure value } } } }`,
      { id: order.id },
    );
    expect(page.lines).toMatchObject([
      {
        unitPrice: 40_000,
        gradeCode: 'L1',
        packLevel: 'CASE',
        packs: '2',
        catchWeight: true,
        weightToleranceBp: 200,
        tareWeight: '0.45',
      },
      { unitPrice: 25_000, gradeCode: 'L2', packs: '3', catchWeight: true },
      { unitPrice: 40_000, gradeCode: 'L1', packLevel: 'PALLET', packGtin: '18931234500014', packs: '1', catchWeight: false },
    ]);
    expect(page.lines[0]!.gradeSpec).toEqual([{ measure: 'WEIGHT', value: '268' }]);
    // What was ordered stands when the catalogue drops it.
    await api.sql('delete from pack where id = $1', [pallet]);
    const refused = await spot('0', {
      lines: [
        { ...line, packId: pallet, qty: '400' },
        { ...line, gradeId: grade2, packId: deal.product.packId, qty: '10' },
        { ...line, qty: '7' },
      ],
    });
    expect(refused.rows!.map(({ row, field, code }) => [row, field, code])).toEqual([
      [0, 'packId', 'VARIANT_UNKNOWN'],
      [1, 'packId', 'VARIANT_UNKNOWN'],
      [2, 'qty', 'BELOW_MOQ'],
    ]);
  });

  it('takes three stores in one order, each with its day, hours and cost center', async () => {
    const [one, two] = [await api.given.location(deal.buyer, 'STORE'), await api.given.location(deal.buyer, 'STORE')];
    await api.sql(`update location set code = 'CH01' where id = $1`, [one]);
    const line = { productId: deal.product.id, qty: '100' };
    const order = await spot('0', {
      lines: [
        {
          ...line,
          deliveryLocationId: one,
          requestedOn: inDays(api, 5),
          windowFrom: '6h',
          windowTo: '09:30',
          costCenter: 'TT-01',
        },
        { ...line, deliveryLocationId: two, requestedOn: inDays(api, 2) },
        line,
      ],
    });
    const { order: page } = await deal.sells.query<{ order: { requestedOn: string; lines: Record<string, unknown>[] } }>(
      'query($id: ID!) { order(id: $id) { requestedOn lines { locationId placeCode requestedOn windowFrom windowTo costCenter arrivedOn } } }',
      { id: order.id },
    );
    expect(page).toMatchObject({
      requestedOn: inDays(api, 2),
      lines: [
        {
          locationId: one,
          placeCode: 'CH01',
          requestedOn: inDays(api, 5),
          windowFrom: '06:00',
          windowTo: '09:30',
          costCenter: 'TT-01',
        },
        { locationId: two, requestedOn: inDays(api, 2), windowFrom: null },
        { locationId: deal.locationId, requestedOn: inDays(api, 3), arrivedOn: null },
      ],
    });
    const foreign = await api.given.location(deal.seller);
    const refused = await spot('0', {
      lines: [
        { ...line, deliveryLocationId: foreign },
        { ...line, requestedOn: '2020-01-01' },
        { ...line, windowFrom: '09:00', windowTo: '06:00' },
        { ...line, windowFrom: '09:00' },
        { ...line, windowFrom: 'sáng', windowTo: 'trưa' },
      ],
    });
    expect(refused.rows!.map(({ row, field, code }) => [row, field, code])).toEqual([
      [0, 'deliveryLocationId', 'LOCATION_NOT_YOURS'],
      [1, 'requestedOn', 'DELIVERY_DATE_PAST'],
      [2, 'windowFrom', 'WINDOW_NOT_RISING'],
      [3, 'windowFrom', 'WINDOW_INCOMPLETE'],
      [4, 'windowFrom', 'WINDOW_NOT_AN_HOUR'],
    ]);
  });

  it('lists orders by side and status, finds number and counterparty, and pages without gaps', async () => {
    const fresh = await aDeal(api);
    const placed = [];
    for (let i = 0; i < 5; i += 1)
      placed.push(
        (await orderAct(fresh.buys, 'orderPlace', { ...placeInput(api, fresh, '10'), buyerPoNo: `PO-${'abcde'[i]}xq` })).number,
      );
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
    expect(await numbers({ search: 'po-dxq' })).toEqual([placed[3]]);
    expect(await numbers({ side: 'BUYER' })).toEqual([]);
    expect(await numbers({ status: ['CONFIRMED'] })).toEqual([]);
    expect(await numbers({ search: fresh.buyer.name.toLowerCase() })).toHaveLength(2);
  });
});
