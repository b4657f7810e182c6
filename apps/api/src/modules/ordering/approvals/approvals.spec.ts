import { newId } from '../../../platform/ids.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal, inDays, placeInput } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Placed {
  readonly __typename: string;
  readonly id: string;
  readonly code?: string;
  readonly state?: string;
  readonly version: number;
  readonly total: number;
  readonly orderId: string | null;
  readonly breaches: readonly { kind: string; spent: number | null; allowed: number; amount: number }[];
  readonly availableActions: readonly { action: string; allowed: boolean }[];
}

const REQUEST = `__typename ... on OrderRequest { id state version total orderId breaches { kind spent allowed amount } availableActions { action allowed } }
  ... on DomainError { code }`;
const PARTS = `${REQUEST} ... on Order { id version }`;

describe('limits of what a buyer’s people order', () => {
  let api: TestApi;
  let deal: Deal;
  let buys: Client;
  let approves: Client;
  let buyerId: string;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());
  /** A house with a buyer, and a manager who approves. */
  beforeEach(async () => {
    deal = await aDeal(api, { max: '100000', tiers: [{ minQtyBase: '0', unitPrice: 50_000n }] });
    const buyer = await api.given.member(deal.buyer, 'BUYER');
    buyerId = buyer.userId;
    buys = await api.as(buyer);
    approves = deal.buys;
  });

  const set = async (limit: Record<string, unknown>, client = approves) => {
    const { purchaseLimitSet } = await client.mutate<{ purchaseLimitSet: { id: string; code?: string; version: number } }>(
      'mutation($input: PurchaseLimitSetInput!) { purchaseLimitSet(input: $input) { ... on PurchaseLimit { id version } ... on DomainError { code } } }',
      { validFrom: inDays(api, 0), ...limit },
    );
    return purchaseLimitSet;
  };
  /** Sent again under the same key while the house is busy, as the web app does: on a loaded machine a queue for one limit outlasts a wait. */
  const place = async (qty: string, client = buys) => {
    const input = { clientKey: newId(), ...placeInput(api, deal, qty, { spot: true }) };
    const query = `mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { ${PARTS} } }`;
    for (;;) {
      const { data, errors } = await client.send<{ orderPlace: Placed }>(query, { input });
      if (data && !errors?.length) return data.orderPlace;
      if (!JSON.stringify(errors).includes('BUSY')) throw new Error(JSON.stringify(errors));
    }
  };
  const decide = async (act: 'Approve' | 'Refuse' | 'Withdraw', { id, version }: Placed, client = approves, reason?: string) => {
    const name = `orderRequest${act}`;
    const answer = await client.mutate<Record<string, Placed>>(
      `mutation($input: OrderRequestInput!) { ${name}(input: $input) { ${REQUEST} } }`,
      { id, version, reason },
    );
    return answer[name]!;
  };
  const ordersOf = async (client: Client) => {
    const { orders } = await client.query<{ orders: { edges: { node: { id: string } }[] } }>(
      '{ orders(first: 50) { edges { node { id } } } }',
    );
    return orders.edges.map(({ node }) => node.id);
  };

  it('let pass what lies within, and hold what lies above until a manager approves; the seller sees it then', async () => {
    await set({ role: 'BUYER', perOrder: 5_000_000 });
    expect((await place('100')).__typename).toBe('Order');
    const seen = await ordersOf(deal.sells);
    const request = await place('110');
    expect(request).toMatchObject({ __typename: 'OrderRequest', state: 'WAITING', total: 5_500_000 });
    expect(request.breaches).toEqual([{ kind: 'ORDER', spent: null, allowed: 5_000_000, amount: 5_500_000 }]);
    expect(await ordersOf(deal.sells)).toEqual(seen);
    await expect(deal.sells.query('query($id: ID!) { orderRequest(id: $id) { id } }', { id: request.id })).rejects.toThrow();
    const { workItems } = await approves.query<{ workItems: { kind: string; entityId: string }[] }>(
      '{ workItems { kind entityId } }',
    );
    expect(workItems).toContainEqual({ kind: 'ORDER_APPROVE', entityId: request.id });

    const approved = await decide('Approve', request);
    expect(approved).toMatchObject({ state: 'PLACED', orderId: expect.any(String) as string });
    const [row] = await api.sql<{ placed_by: string; status: string }>(
      'select placed_by, status from purchase_order where id = $1',
      [approved.orderId],
    );
    expect(row).toEqual({ placed_by: buyerId, status: 'PLACED' });
    expect(await ordersOf(deal.sells)).toContain(approved.orderId);
    expect((await decide('Refuse', approved, approves, 'muộn')).code).toBe('REQUEST_DECIDED');
  });

  it('cannot be dodged by splitting, nor by a basket, and give the period’s room back when an order is cancelled', async () => {
    await set({ userId: buyerId, perPeriod: 10_000_000, period: 'WEEK' });
    const first = await place('100');
    expect(first.__typename).toBe('Order');
    expect((await place('100')).__typename).toBe('Order');
    const over = await place('10');
    expect(over.breaches).toEqual([{ kind: 'PERIOD', spent: 10_000_000, allowed: 10_000_000, amount: 500_000 }]);
    await buys.mutate('mutation($input: OrderActionInput!) { orderCancel(input: $input) { __typename } }', {
      id: first.id,
      version: first.version,
      reason: 'nhầm',
    });
    expect((await place('100')).__typename).toBe('Order');
    expect((await place('10')).__typename).toBe('OrderRequest');
  });

  it('are never exceeded by twenty placements at once', async () => {
    await set({ perPeriod: 7_000_000, period: 'MONTH' });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => place('20', index % 2 ? buys : approves)));
    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'Order')).toHaveLength(7);
    expect(names.filter((name) => name === 'OrderRequest')).toHaveLength(13);
    const [spent] = await api.sql<{ sum: string }>(
      'select sum(ordered_total)::text as sum from purchase_order where buyer_org_id = $1',
      [deal.buyer.id],
    );
    expect(spent!.sum).toBe('7000000');
  });

  it('ask for somebody else, a reason, and the price that was asked', async () => {
    await set({ perOrder: 1_000_000 });
    const own = await place('100', approves);
    expect((await decide('Approve', own)).code).toBe('REQUEST_OWN');
    const request = await place('100');
    expect((await decide('Refuse', request)).code).toBe('REQUEST_REASON_MISSING');
    await expect(decide('Approve', request, buys)).rejects.toThrow();
    await api.sql(
      'update price_tier set unit_price = 60000 where list_price_id in (select id from list_price where product_id = $1)',
      [deal.product.id],
    );
    expect((await decide('Approve', request)).code).toBe('REQUEST_CHANGED');
    expect(await decide('Refuse', request, approves, 'Giá đã đổi')).toMatchObject({ state: 'REFUSED' });
    const another = await place('50');
    expect((await decide('Withdraw', another)).code).toBe('REQUEST_NOT_YOURS');
    expect(await decide('Withdraw', another, buys)).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('are set by managers for their own people only, and end without touching what was ordered', async () => {
    await expect(set({ perOrder: 1_000_000 }, buys)).rejects.toThrow();
    const stranger = await api.given.member(await api.given.retailer(), 'BUYER');
    expect((await set({ userId: stranger.userId, perOrder: 1 })).code).toBe('LIMIT_PERSON_UNKNOWN');
    expect((await set({})).code).toBe('LIMIT_EMPTY');
    expect((await set({ perPeriod: 5, period: 'VALIDITY' })).code).toBe('LIMIT_PERIOD_NEEDS_END');
    const limit = await set({ role: 'BUYER', perOrder: 1_000_000 });
    expect((await place('100')).__typename).toBe('OrderRequest');
    await approves.mutate('mutation($input: PurchaseLimitEndInput!) { purchaseLimitEnd(input: $input) { __typename } }', {
      id: limit.id,
      version: limit.version,
    });
    expect((await place('100')).__typename).toBe('Order');
  });
});
