import { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal, inDays } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface GroupAnswer {
  readonly __typename: string;
  readonly id: string;
  readonly number: string;
  readonly buyerPoNo: string | null;
  readonly orderedTotal: number;
  readonly orderCount: number;
  readonly field?: string;
  readonly code?: string;
  readonly orders: readonly {
    id: string;
    number: string;
    buyerPoNo: string;
    status: string;
    orderedTotal: number;
    seller: { id: string };
  }[];
  readonly rows?: readonly { row: number; field: string; code: string; suggestion: string | null }[];
}

const PARTS = `__typename ... on OrderGroup { id number buyerPoNo orderedTotal orderCount orders { id number buyerPoNo status orderedTotal seller { id } } }
  ... on Refused { code field } ... on RowsRefused { rows { row field code suggestion } }`;

describe('baskets over several cooperatives', () => {
  let api: TestApi;
  let deal: Deal;
  let other: { id: string; productId: string; sells: Client };
  const word = (): string => newId();
  beforeAll(async () => {
    api = await startApi();
    deal = await aDeal(api, { max: '100000' });
    const second = await api.given.cooperative();
    const director = await api.given.member(second, 'SELLER_DIRECTOR');
    const product = await api.given.product(second, { packSize: '10', moqPacks: 5 });
    other = { id: second.id, productId: product.id, sells: await api.as(director) };
  });
  afterAll(() => api.stop());

  interface Basket {
    sellerOrgId: string;
    contractId?: string;
    lines: Record<string, unknown>[];
  }
  const called = (qty = '100'): Basket => ({
    sellerOrgId: deal.seller.id,
    contractId: deal.contractId,
    lines: [{ productId: deal.product.id, contractLineId: deal.contractLineId, qty }],
  });
  const bought = (qty = '50'): Basket => ({ sellerOrgId: other.id, lines: [{ productId: other.productId, qty }] });
  const input = (baskets: Basket[], patch: Record<string, unknown> = {}) => ({
    clientKey: word(),
    buyerPoNo: 'PO-77',
    requestedOn: inDays(api, 3),
    deliveryLocationId: deal.locationId,
    baskets,
    ...patch,
  });
  const place = async (asked: ReturnType<typeof input>): Promise<GroupAnswer> => {
    const { orderGroupPlace } = await deal.buys.mutate<{ orderGroupPlace: GroupAnswer }>(
      `mutation($input: OrderGroupPlaceInput!) { orderGroupPlace(input: $input) { ${PARTS} } }`,
      asked,
    );
    return orderGroupPlace;
  };
  const everything = () =>
    api.sql<Record<string, number>>(
      `select (select count(*)::int from order_group) as groups, (select count(*)::int from purchase_order) as orders,
         (select count(*)::int from order_line) as lines, (select count(*)::int from commitment_entry) as entries,
         (select count(*)::int from idempotency_key) as keys, (select count(*)::int from audit_event) as audited,
         (select count(*)::int from graphile_worker.jobs) as jobs, (select coalesce(sum(last), 0)::int from document_sequence) as numbers`,
    );

  it('become one order each, in one group with the buyer’s own number', async () => {
    const group = await place(input([called(), bought()]));
    expect(group).toMatchObject({ __typename: 'OrderGroup', buyerPoNo: 'PO-77', orderCount: 2 });
    expect(group.number).toMatch(/^GH-\d{4}-\d{6}$/);
    expect(group.orders.map(({ seller, status, buyerPoNo }) => [seller.id, status, buyerPoNo])).toEqual([
      [deal.seller.id, 'PLACED', 'PO-77'],
      [other.id, 'PLACED', 'PO-77'],
    ]);
    expect(group.orderedTotal).toBe(group.orders.reduce((sum, order) => sum + order.orderedTotal, 0));
  });

  it('show each seller its own order and nothing of the group', async () => {
    const group = await place(input([called(), bought()]));
    const seen = await other.sells.query<{ orders: { edges: { node: { id: string; seller: { id: string } } }[] } }>(
      '{ orders(first: 50) { edges { node { id seller { id } } } } }',
    );
    expect(new Set(seen.orders.edges.map(({ node }) => node.seller.id))).toEqual(new Set([other.id]));
    const own = group.orders.find(({ seller }) => seller.id === other.id)!;
    const ask = 'query($id: ID!) { order(id: $id) { group { number } } }';
    await expect(other.sells.query(ask, { id: own.id })).resolves.toEqual({ order: { group: null } });
    await expect(deal.buys.query(ask, { id: own.id })).resolves.toEqual({ order: { group: { number: group.number } } });
    for (const client of [other.sells, deal.sells]) {
      await expect(client.query('query($id: ID!) { orderGroup(id: $id) { id } }', { id: group.id })).rejects.toThrow(
        /NOT_FOUND|tìm thấy/,
      );
    }
    const { orderGroups } = await other.sells.query<{ orderGroups: { edges: unknown[] } }>(
      '{ orderGroups { edges { node { id } } } }',
    );
    expect(orderGroups.edges).toEqual([]);
  });

  it('are refused for every seller and line at once, and nothing is half placed', async () => {
    await api.sql(
      `insert into delivery_route (id, seller_org_id, name, is_general, weekdays, cutoff_days, cutoff_time, runs_on_holidays, min_order_value)
       values ($1, $2, 'Tuyến chung', true, '{1,2,3,4,5,6,7}', 0, '23:59', true, 900000000)`,
      [newId(), deal.seller.id],
    );
    const before = await everything();
    const spot: Basket = { sellerOrgId: deal.seller.id, lines: [{ productId: deal.product.id, qty: '50' }] };
    const refused = await place(
      input([
        spot,
        {
          ...bought(),
          lines: [
            { productId: other.productId, qty: '60' },
            { productId: other.productId, qty: '63' },
          ],
        },
      ]),
    );
    expect(refused.rows).toEqual([
      { row: 0, field: 'lines', code: 'ORDER_BELOW_MINIMUM', suggestion: null },
      { row: 2, field: 'qty', code: 'PACK_MULTIPLE', suggestion: '70' },
    ]);
    const tooMuch = await place(input([bought(), called('999990')]));
    expect(tooMuch.rows).toMatchObject([{ row: 1, field: 'qty', code: 'OVER_CALL' }]);
    const past = await place(input([called(), bought()], { requestedOn: '2020-01-01' }));
    expect(past).toMatchObject({ code: 'DELIVERY_DATE_PAST', field: 'requestedOn' });
    expect(await everything()).toEqual(before);
    await api.sql('delete from delivery_route where seller_org_id = $1', [deal.seller.id]);
  });

  it('sent twenty times under one key are placed once', async () => {
    const asked = input([called(), bought()]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => place(asked)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const again = await place({ ...asked });
    expect(again.orders).toHaveLength(2);
  });

  it('of twenty buyers at once over the same sellers never wait for each other in a ring', async () => {
    const [{ before }] = (await api.sql<{ before: string }>(
      'select called_off as before from agreement_line_total where line_id = $1',
      [deal.contractLineId],
    )) as [{ before: string }];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => place(input(index % 2 ? [called(), bought()] : [bought(), called()]))),
    );
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array.from({ length: 20 }, () => 'OrderGroup'));
    const [{ after }] = (await api.sql<{ after: string }>(
      'select called_off as after from agreement_line_total where line_id = $1',
      [deal.contractLineId],
    )) as [{ after: string }];
    expect(Number(after) - Number(before)).toBe(2000);
    const numbers = await api.sql<{ n: number }>(`select right(number, 6)::int as n from purchase_order order by n`);
    expect(numbers.map(({ n }) => n)).toEqual(numbers.map((_, index) => index + 1));
  });

  it('killed after any of its statements leave nothing, and the same key then places them once', async () => {
    const asked = input([called(), bought()]);
    const before = await everything();
    const { query } = Tx.prototype;
    let [seen, killAt] = [0, 1];
    const spy = jest.spyOn(Tx.prototype, 'query').mockImplementation(async function (
      this: Tx,
      sql: string,
      values?: readonly unknown[],
    ) {
      const rows = await query.call(this, sql, values);
      if (this.actor && ++seen === killAt) await query.call(this, 'select pg_terminate_backend(pg_backend_pid())');
      return rows as never[];
    });
    try {
      // The transaction's own statements; beyond the last one the kill comes too late and meets the read of the answer.
      for (; killAt < 200; killAt += 1) {
        seen = 0;
        const died = await place(asked).then(
          () => false,
          () => true,
        );
        const now = await everything();
        if (!died || now[0]!['groups'] !== before[0]!['groups']) break;
        expect([killAt, now]).toEqual([killAt, before]);
      }
    } finally {
      spy.mockRestore();
    }
    expect(killAt).toBeGreaterThan(10);
    const group = await place(asked);
    expect(group.orders).toHaveLength(2);
    const [now] = await everything();
    expect(now!['groups']).toBe(before[0]!['groups']! + 1);
    expect(now!['orders']).toBe(before[0]!['orders']! + 2);
  });
});
