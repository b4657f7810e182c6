import { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal, inDays } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { StandingJobs } from './standing-jobs.js';

interface Standing {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly nextDay: string | null;
  readonly responsibleName: string;
  readonly code?: string;
  readonly message?: string;
  readonly ahead: readonly { day: string; state: string | null; canPlace: boolean; canSkip: boolean; canRestore: boolean }[];
}
interface Day {
  readonly day: string;
  readonly state: string;
  readonly orderId: string | null;
  readonly requestId: string | null;
  readonly requestState: string | null;
  readonly reasons: readonly { about: string | null; text: string }[];
}

const PARTS = 'id version stage nextDay responsibleName ahead { day state canPlace canSkip canRestore }';
const ANSWER = `__typename ... on StandingOrder { ${PARTS} } ... on DomainError { code message }`;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe('standing orders', () => {
  let api: TestApi;
  let deal: Deal;
  let jobs: StandingJobs;
  beforeAll(async () => {
    api = await startApi();
    jobs = api.app.get(StandingJobs);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    api.clock.set(null);
    deal = await aDeal(api, { max: '1000', tiers: [{ minQtyBase: '0', unitPrice: 50_000n }] });
  });

  const template = async (contract = false, qty = '100'): Promise<string> => {
    const { orderTemplateSave } = await deal.buys.mutate<{ orderTemplateSave: { id: string } }>(
      'mutation($input: OrderTemplateSaveInput!) { orderTemplateSave(input: $input) { ... on OrderTemplate { id } } }',
      {
        name: newId(),
        contractId: contract ? deal.contractId : null,
        deliveryLocationId: deal.locationId,
        lines: [{ productId: deal.product.id, contractLineId: contract ? deal.contractLineId : null, qty }],
      },
    );
    return orderTemplateSave.id;
  };
  const create = async (input: Record<string, unknown> = {}, client: Client = deal.buys): Promise<Standing> => {
    const from = input['templateId'] || input['orderId'] ? {} : { templateId: await template() };
    const { standingOrderCreate } = await client.mutate<{ standingOrderCreate: Standing }>(
      `mutation($input: StandingOrderCreateInput!) { standingOrderCreate(input: $input) { ${ANSWER} } }`,
      {
        ...{ name: 'Rau mỗi ngày', weekdays: EVERY_DAY, validFrom: inDays(api, 2), validTo: inDays(api, 9), leadDays: 2 },
        ...from,
        ...input,
      },
    );
    return standingOrderCreate;
  };
  const act = async (name: string, input: Record<string, unknown>, client: Client = deal.buys): Promise<Standing> => {
    const type =
      name === 'Change' ? 'StandingOrderChangeInput' : name.endsWith('Day') ? 'StandingDayInput' : 'StandingOrderMoveInput';
    const answer = await client.mutate<Record<string, Standing>>(
      `mutation($input: ${type}!) { standingOrder${name}(input: $input) { ${ANSWER} } }`,
      input,
    );
    return answer[`standingOrder${name}`]!;
  };
  const read = async (id: string) =>
    (
      await deal.buys.query<{ standingOrder: Standing }>(`query($id: ID!) { standingOrder(id: $id) { __typename ${PARTS} } }`, {
        id,
      })
    ).standingOrder;
  const daysOf = async (id: string, client: Client = deal.buys): Promise<Day[]> => {
    const { standingOrderDays } = await client.query<{ standingOrderDays: { edges: { node: Day }[] } }>(
      `query($id: ID!) { standingOrderDays(standingOrderId: $id, first: 50) {
         edges { node { day state orderId requestId requestState reasons { about text } } } } }`,
      { id },
    );
    return standingOrderDays.edges.map(({ node }) => node).reverse();
  };
  const states = async (id: string) => (await daysOf(id)).map(({ day, state }) => [day, state]);
  const ordersOn = async (day: string) =>
    (
      await api.sql<{ n: number }>(
        'select count(*)::int as n from purchase_order where buyer_org_id = $1 and requested_on = $2',
        [deal.buyer.id, day],
      )
    )[0]!.n;
  const run = (id: string) => jobs.run({ standingOrderId: id });
  const goTo = (days: number) => api.clock.set(new Date(Date.now() + days * 86_400_000));
  const workOf = async () =>
    (
      await deal.buys.query<{ workItems: { kind: string; entityId: string }[] }>('{ workItems { kind entityId } }')
    ).workItems.filter(({ kind }) => kind === 'STANDING_ORDER_FAILED');

  it('are placed each day when their lead comes, as soon as they are set up, and the seller sees ordinary orders', async () => {
    const standing = await create();
    expect(standing).toMatchObject({ stage: 'RUNNING', nextDay: inDays(api, 2) });
    await api.drainJobs();
    expect(await states(standing.id)).toEqual([[inDays(api, 2), 'PLACED']]);
    goTo(1);
    await jobs.sweep();
    await api.drainJobs();
    expect(await states(standing.id)).toEqual([
      [inDays(api, 1), 'PLACED'],
      [inDays(api, 2), 'PLACED'],
    ]);
    const { orders } = await deal.sells.query<{ orders: { edges: { node: { id: string; requestedOn: string } }[] } }>(
      '{ orders(first: 10) { edges { node { id requestedOn } } } }',
    );
    const [, second] = await daysOf(standing.id);
    expect(orders.edges.map(({ node }) => node.id)).toContain(second!.orderId);
    expect(orders.edges).toHaveLength(2);
    await expect(deal.sells.query('query($id: ID!) { standingOrder(id: $id) { id } }', { id: standing.id })).rejects.toThrow(
      /NOT_FOUND/,
    );
    expect(await daysOf(standing.id, deal.sells)).toEqual([]);
  });

  it('are placed once, however many workers come at the same time', async () => {
    const standing = await create({ validTo: inDays(api, 4), leadDays: 4 });
    await Promise.all(Array.from({ length: 20 }, () => run(standing.id)));
    expect((await states(standing.id)).map(([, state]) => state)).toEqual(['PLACED', 'PLACED', 'PLACED']);
    for (const day of [2, 3, 4]) expect(await ordersOn(inDays(api, day))).toBe(1);
  });

  it('are placed once when the worker is killed after any statement: nothing stays of that try, the next finds the day open', async () => {
    const standing = await create({ validTo: inDays(api, 2) });
    const day = inDays(api, 2);
    const { query } = Tx.prototype;
    let [seen, killAt] = [0, 0];
    let killed: boolean;
    const spy = jest.spyOn(Tx.prototype, 'query').mockImplementation(async function (
      this: Tx,
      sql: string,
      values?: readonly unknown[],
    ) {
      const rows = await query.call(this, sql, values);
      if (++seen === killAt) {
        killed = true;
        await query.call(this, 'select pg_terminate_backend(pg_backend_pid())');
      }
      return rows as never[];
    });
    try {
      // Every third statement is enough to meet each part of a placement.
      for (killAt = 1; killAt < 200; killAt += 3) {
        seen = 0;
        killed = false;
        await run(standing.id).catch(() => undefined);
        if ((await api.sql('select 1 from standing_order_day where standing_order_id = $1', [standing.id])).length > 0) break;
        expect([killAt, killed, await ordersOn(day)]).toEqual([killAt, true, 0]);
      }
    } finally {
      spy.mockRestore();
    }
    expect(killAt).toBeGreaterThan(20);
    await run(standing.id);
    expect([await states(standing.id), await ordersOn(day)]).toEqual([[[day, 'PLACED']], 1]);
  });

  it('tell the buyer why a day could not be placed, once, as work to do until somebody places it or lets it go', async () => {
    const standing = await create({ validTo: inDays(api, 3), leadDays: 3 });
    await api.sql(`update product set status = 'PAUSED' where id = $1`, [deal.product.id]);
    await run(standing.id);
    await run(standing.id);
    const failed = await daysOf(standing.id);
    expect(failed.map(({ state }) => state)).toEqual(['FAILED', 'FAILED']);
    expect(failed[0]!.reasons[0]).toMatchObject({ about: expect.stringContaining('(') as string });
    await api.drainJobs();
    const told = await api.sql<{ n: number }>(
      `select count(*)::int as n from notification where org_id = $1 and kind = 'standing-order.failed'`,
      [deal.buyer.id],
    );
    expect(told[0]!.n).toBe(2);
    expect(await workOf()).toHaveLength(2);

    const [one, two] = failed as [Day, Day];
    const still = await act('PlaceDay', { id: standing.id, day: one.day });
    expect([still.code, await ordersOn(one.day)]).toEqual(['STANDING_DAY_NOT_PLACED', 0]);
    await api.sql(`update product set status = 'PUBLISHED' where id = $1`, [deal.product.id]);
    expect((await act('PlaceDay', { id: standing.id, day: one.day })).__typename).toBe('StandingOrder');
    expect((await act('SkipDay', { id: standing.id, day: two.day })).__typename).toBe('StandingOrder');
    expect(await states(standing.id)).toEqual([
      [one.day, 'PLACED'],
      [two.day, 'SKIPPED'],
    ]);
    expect((await act('PlaceDay', { id: standing.id, day: one.day })).code).toBe('STANDING_DAY_DONE');
    expect(await workOf()).toEqual([]);
  });

  it('draw on their contract until it is exhausted, and say so then', async () => {
    const standing = await create({ templateId: await template(true, '400'), validTo: inDays(api, 4), leadDays: 4 });
    await run(standing.id);
    const days = await daysOf(standing.id);
    expect(days.map(({ state }) => state)).toEqual(['PLACED', 'PLACED', 'FAILED']);
    expect(days[2]!.reasons[0]!.text).toContain('200');
    const [line] = await api.sql<{ called: string }>(
      'select called_off::text as called from agreement_line_total where line_id = $1',
      [deal.contractLineId],
    );
    expect(Number(line!.called)).toBe(800);
  });

  it('meet closures, their own ceiling and the limits of the house', async () => {
    await api.sql(
      `insert into holiday_closure (id, org_id, first_day, last_day, message, created_by) values ($1, $2, $3, $3, 'Nghỉ kiểm kê', $4)`,
      [newId(), deal.seller.id, inDays(api, 2), (await api.given.member(deal.seller, 'SELLER_STAFF')).userId],
    );
    const closed = await create({ validTo: inDays(api, 2) });
    await run(closed.id);
    expect((await daysOf(closed.id))[0]!.reasons[0]!.text).toContain('Nghỉ kiểm kê');

    const dear = await create({ validFrom: inDays(api, 3), validTo: inDays(api, 3), leadDays: 3, maxTotal: 4_999_999 });
    await run(dear.id);
    expect((await daysOf(dear.id))[0]).toMatchObject({
      state: 'FAILED',
      reasons: [{ text: expect.stringContaining('4.999.999') as string }],
    });

    await deal.buys.mutate('mutation($input: PurchaseLimitSetInput!) { purchaseLimitSet(input: $input) { __typename } }', {
      ...{ role: 'BUYER_MANAGER', perOrder: 4_000_000, validFrom: inDays(api, 0) },
    });
    const above = await create({ validFrom: inDays(api, 4), validTo: inDays(api, 4), leadDays: 4 });
    await run(above.id);
    const [asked] = await daysOf(above.id);
    expect(asked).toMatchObject({ state: 'ASKED', orderId: null, requestState: 'WAITING' });
    const approver = await api.as(await api.given.member(deal.buyer, 'BUYER_MANAGER'));
    await api.sql('update purchase_limit set valid_to = $2::date - 1 where buyer_org_id = $1', [deal.buyer.id, inDays(api, 0)]);
    await approver.mutate('mutation($input: OrderRequestInput!) { orderRequestApprove(input: $input) { __typename } }', {
      id: asked!.requestId,
      version: 1,
    });
    expect((await daysOf(above.id))[0]).toMatchObject({ requestState: 'PLACED', orderId: expect.any(String) as string });
  });

  it('pause, resume in another’s name, leave single days out, and end', async () => {
    const standing = await create({ validFrom: inDays(api, 3), leadDays: 1 });
    const skipped = await act('SkipDay', { id: standing.id, day: inDays(api, 4) });
    expect(skipped.ahead.slice(0, 2)).toMatchObject([
      { state: null, canSkip: true, canRestore: false },
      { state: 'SKIPPED', canSkip: false, canRestore: true },
    ]);
    const paused = await act('Pause', { id: standing.id, version: standing.version });
    expect(paused.stage).toBe('PAUSED');
    expect((await act('Pause', { id: standing.id, version: standing.version })).code).toBe('STANDING_NOT_OPEN');
    goTo(2);
    await run(standing.id);
    expect(await states(standing.id)).toEqual([
      [inDays(api, 1), 'PAUSED'],
      [inDays(api, 2), 'SKIPPED'],
    ]);
    const other = await api.given.member(deal.buyer, 'BUYER');
    const resumed = await act('Resume', { id: standing.id, version: paused.version }, await api.as(other));
    expect(resumed.stage).toBe('RUNNING');
    const [row] = await api.sql<{ id: string }>('select responsible_id as id from standing_order where id = $1', [standing.id]);
    expect(row!.id).toBe(other.userId);
    expect((await act('PlaceDay', { id: standing.id, day: inDays(api, 1) })).__typename).toBe('StandingOrder');

    await api.sql('update membership set ended_at = now() where user_id = $1', [other.userId]);
    goTo(4);
    await run(standing.id);
    const left = (await daysOf(standing.id)).at(-1)!;
    expect(left).toMatchObject({ state: 'FAILED', reasons: [{ about: null }] });
    const ended = await act('End', { id: standing.id, version: resumed.version });
    expect([ended.stage, ended.ahead]).toEqual(['ENDED', []]);
    goTo(6);
    await run(standing.id);
    expect((await daysOf(standing.id)).at(-1)!.day).toBe(left.day);
  });

  it('are changed from a day on: days before keep the old goods, days after have the new ones, and what was placed stays', async () => {
    const standing = await create({ validTo: inDays(api, 6) });
    await run(standing.id);
    const { standingOrderSheet: sheet } = await deal.buys.query<{
      standingOrderSheet: { number: number; earliest: string; lines: { qty: string }[] };
    }>('query($id: ID!) { standingOrderSheet(id: $id) { number earliest lines { qty } } }', { id: standing.id });
    expect(sheet).toEqual({ number: 1, earliest: inDays(api, 3), lines: [{ qty: '100' }] });
    const asked = {
      ...{ id: standing.id, version: standing.version, ruleNumber: 1, weekdays: EVERY_DAY, leadDays: 1, validTo: inDays(api, 5) },
      lines: [{ position: 0, qty: '40' }],
    };
    expect((await act('Change', { ...asked, validFrom: inDays(api, 2) })).code).toBe('STANDING_DAYS_TAKEN');
    const colleague = await api.given.member(deal.buyer, 'BUYER_MANAGER');
    const changed = await act('Change', { ...asked, validFrom: inDays(api, 4) }, await api.as(colleague));
    expect([changed.__typename, changed.ahead.map(({ day }) => day)]).toEqual([
      'StandingOrder',
      [2, 3, 4, 5].map((day) => inDays(api, day)),
    ]);
    expect((await act('Change', { ...asked, validFrom: inDays(api, 4) })).__typename).toBe('VersionConflict');
    expect((await act('Change', { ...asked, version: changed.version, validFrom: inDays(api, 4), lines: [] })).code).toBe(
      'LINES_MISSING',
    );
    const [start] = [api.clock.now()];
    for (const days of [1, 2, 3, 4, 5]) {
      api.clock.set(new Date(start.getTime() + days * 86_400_000));
      await run(standing.id);
    }
    api.clock.set(start);
    const ordered = await api.sql<{ day: string; qty: string; by: string }>(
      `select o.requested_on::text as day, sum(l.ordered_qty)::int::text as qty, min(o.placed_by::text) as by
       from purchase_order o join order_line l on l.order_id = o.id where o.buyer_org_id = $1 group by 1 order by 1`,
      [deal.buyer.id],
    );
    expect(ordered.map(({ day, qty }) => [day, qty])).toEqual([
      [inDays(api, 2), '100'],
      [inDays(api, 3), '100'],
      [inDays(api, 4), '40'],
      [inDays(api, 5), '40'],
    ]);
    expect(ordered.slice(1).map(({ by }) => by)).toEqual([colleague.userId, colleague.userId, colleague.userId]);
    const { standingOrder } = await deal.buys.query<{ standingOrder: { rules: unknown[] } }>(
      'query($id: ID!) { standingOrder(id: $id) { rules { number until holds } } }',
      { id: standing.id },
    );
    expect(standingOrder.rules).toEqual([
      { number: 2, until: inDays(api, 5), holds: 'COMING' },
      { number: 1, until: inDays(api, 3), holds: 'COMING' },
    ]);
    await expect(
      api.sql('update standing_order_rule set lead_days = 0 where standing_order_id = $1', [standing.id]),
    ).rejects.toThrow(/insert-only/);
  });

  it('put away a day that could not be placed and has left the schedule since', async () => {
    const standing = await create({ validTo: inDays(api, 6) });
    await api.sql(`update product set status = 'PAUSED' where id = $1`, [deal.product.id]);
    await run(standing.id);
    const weekday = new Date(`${inDays(api, 2)}T00:00:00Z`).getUTCDay() || 7;
    const rule = {
      validFrom: inDays(api, 1),
      validTo: inDays(api, 8),
      leadDays: 0,
      weekdays: EVERY_DAY.filter((day) => day !== weekday),
    };
    const same = { id: standing.id, version: standing.version, ruleNumber: 1, ...rule };
    expect((await act('Change', same)).code).toBe('STANDING_LINES_GONE');
    await api.sql(`update product set status = 'PUBLISHED' where id = $1`, [deal.product.id]);
    expect((await act('Change', { ...same, clientKey: newId() })).__typename).toBe('StandingOrder');
    expect((await act('PlaceDay', { id: standing.id, day: inDays(api, 2) })).code).toBe('STANDING_NOT_A_DAY');
    expect((await act('SkipDay', { id: standing.id, day: inDays(api, 2) })).__typename).toBe('StandingOrder');
    expect(await workOf()).toEqual([]);
  });

  it('say of days that passed while nobody worked that they were not placed', async () => {
    const standing = await create({ name: 'Rau đã hết mùa', validTo: inDays(api, 3), leadDays: 0 });
    goTo(6);
    await run(standing.id);
    const days = await daysOf(standing.id);
    expect(days.map(({ state }) => state)).toEqual(['FAILED', 'FAILED']);
    expect((await act('PlaceDay', { id: standing.id, day: days[0]!.day })).code).toBe('STANDING_DAY_PASSED');
    expect((await read(standing.id)).stage).toBe('OVER');
    // The file lists the tab that the screen lists.
    const file = async (tab: string) => (await deal.buys.get(`/exports/standing-orders.csv?tab=${tab}`)).body;
    expect([(await file('over')).includes('Rau đã hết mùa'), (await file('open')).includes('Rau đã hết mùa')]).toEqual([
      true,
      false,
    ]);
  });

  it('are made from an order as well, and refused where a rule, a place or the goods are not sound', async () => {
    const { orderPlace } = await deal.buys.mutate<{ orderPlace: { id: string } }>(
      'mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { ... on Order { id } } }',
      {
        sellerOrgId: deal.seller.id,
        requestedOn: inDays(api, 3),
        deliveryLocationId: deal.locationId,
        lines: [{ productId: deal.product.id, qty: '50' }],
      },
    );
    const fromOrder = await create({ orderId: orderPlace.id, validFrom: inDays(api, 5), validTo: inDays(api, 5), leadDays: 5 });
    await run(fromOrder.id);
    expect((await states(fromOrder.id))[0]).toEqual([inDays(api, 5), 'PLACED']);

    // An order of which the contract took one line and the list the other is made from as it stands.
    await api.sql('update purchase_order set contract_id = $2 where id = $1', [orderPlace.id, deal.contractId]);
    const partly = await create({ orderId: orderPlace.id, validFrom: inDays(api, 6), validTo: inDays(api, 6), leadDays: 5 });
    expect(partly.code).toBeUndefined();
    await api.sql('update purchase_order set contract_id = null where id = $1', [orderPlace.id]);

    expect((await create({ weekdays: [] })).code).toBe('STANDING_NO_WEEKDAY');
    expect((await create({ validFrom: inDays(api, -1) })).code).toBe('STANDING_STARTS_PAST');
    expect((await create({ name: ' ' })).code).toBe('STANDING_NAME_MISSING');
    expect((await create({ maxTotal: 0 })).code).toBe('STANDING_CEILING_NOT_POSITIVE');
    const strange = await api.given.location(await api.given.retailer());
    expect((await create({ deliveryLocationId: strange })).code).toBe('LOCATION_NOT_YOURS');
    expect((await act('SkipDay', { id: fromOrder.id, day: inDays(api, 6) })).code).toBe('STANDING_NOT_A_DAY');
    const templateId = await template();
    await api.sql(`update product set status = 'ARCHIVED' where id = $1`, [deal.product.id]);
    expect((await create({ templateId })).code).toBe('STANDING_GOODS_GONE');
    expect((await create({ orderId: orderPlace.id })).code).toBe('STANDING_GOODS_GONE');
    await expect(create({ templateId: newId() })).rejects.toThrow(/NOT_FOUND/);
  });
});
