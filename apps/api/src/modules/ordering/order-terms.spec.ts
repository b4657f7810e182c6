import { aDeal, type Deal, inDays, ledgerOf, orderAct, type OrderAnswer, placeInput } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import type { Client } from '../../testing/client.js';
import { AckEscalation } from './ack-escalation.js';

const REFUSAL = '... on DomainError { code message field } ... on VersionConflict { currentVersion }';
const ROWS = '... on RowsRefused { rows { row field code suggestion } }';

interface Answer {
  __typename: string;
  code?: string;
  field?: string;
  message?: string;
  id: string;
  version: number;
  rows?: { row: number; field: string; code: string; suggestion: string | null }[];
}

async function act<T = Answer>(
  client: Client,
  name: string,
  type: string,
  input: Record<string, unknown>,
  fields: string,
): Promise<T & Answer> {
  const data = await client.mutate<Record<string, T & Answer>>(
    `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${REFUSAL} ${name.startsWith('order') ? ROWS : ''} ${fields} } }`,
    input,
  );
  return data[name]!;
}

/** Whoever waited for the lock too long on a busy machine has changed nothing, and may try again. */
const turnedAway = (error: Error): Answer => {
  if (!error.message.includes('BUSY')) throw error;
  return { __typename: 'Busy', id: '', version: 0 };
};

describe('the terms of an order', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api);
  });
  afterAll(() => api.stop());

  const place = (patch: Record<string, unknown> = {}, spot = false) =>
    orderAct(deal.buys, 'orderPlace', { ...placeInput(api, deal, '100', { spot }), ...patch });
  const confirmed = async (): Promise<OrderAnswer> => {
    const order = await place();
    return orderAct(deal.sells, 'orderAcknowledge', {
      id: order.id,
      version: order.version,
      lines: [{ lineId: order.lines[0]!.id, kind: 'ALL' }],
    });
  };
  const route = (patch: Record<string, unknown> = {}) =>
    act(
      deal.sells,
      'deliveryRouteSave',
      'DeliveryRouteSaveInput',
      {
        name: 'Tuyến Hà Nội',
        isGeneral: true,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        cutoffDays: 1,
        cutoffTime: '15:00',
        runsOnHolidays: true,
        minOrderValue: null,
        locationIds: [],
        ...patch,
      },
      '... on DeliveryRoute { id version }',
    );
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

  describe('routes', () => {
    it('refuse a day they do not run, a holiday and a passed cut-off, and name the next day that would do', async () => {
      const [wanted, next] = [inDays(api, 3), inDays(api, 4)];
      const general = await route({ weekdays: [weekday(next)] });
      expect(general.__typename).toBe('DeliveryRoute');
      expect(await place()).toMatchObject({ code: 'NOT_A_DELIVERY_DAY', field: 'requestedOn' });
      const line = { productId: deal.product.id, contractLineId: deal.contractLineId, qty: '10' };
      const rows = await place({
        lines: [
          { ...line, requestedOn: next },
          { ...line, requestedOn: wanted },
        ],
      });
      expect(rows.rows).toMatchObject([{ row: 1, field: 'requestedOn', code: 'NOT_A_DELIVERY_DAY', suggestion: next }]);
      const daily = await route({ id: general.id, version: general.version, runsOnHolidays: false });
      expect(daily.version).toBe(2);
      await api.sql(
        `insert into office_day (day, kind, name_vi, name_en, source) values ($1, 'HOLIDAY', 'Lễ thử', 'Test day', 'thử') on conflict do nothing`,
        [wanted],
      );
      expect(await place()).toMatchObject({ code: 'HOLIDAY', message: expect.stringContaining('Lễ thử') });
      await api.sql(`delete from office_day where source = 'thử'`);
      await route({ id: general.id, version: 2, cutoffDays: 14, runsOnHolidays: true });
      expect(await place()).toMatchObject({ code: 'CUT_OFF_PASSED' });
    });

    it('take orders without a contract from their least value on, and call-offs of any', async () => {
      await route({ minOrderValue: 5_000_000 });
      expect(await place({}, true)).toMatchObject({ code: 'ORDER_BELOW_MINIMUM', field: 'lines' });
      expect((await place()).__typename).toBe('Order');
    });

    it('serve the places of buyers one trades with, each place on one route, and show a buyer only its own stops', async () => {
      const stranger = await api.given.location(await api.given.retailer());
      expect(await route({ isGeneral: false, locationIds: [stranger] })).toMatchObject({ code: 'ROUTE_STOP_UNKNOWN' });
      expect(await route({ isGeneral: false })).toMatchObject({ code: 'ROUTE_STOPS_MISSING' });
      const own = await route({ isGeneral: false, locationIds: [deal.locationId], minOrderValue: 1 });
      expect(await route({ isGeneral: false, locationIds: [deal.locationId], name: 'Khác' })).toMatchObject({
        code: 'ROUTE_STOP_ELSEWHERE',
      });
      await route({ name: 'Chung' });
      expect(await route({ name: 'Chung 2' })).toMatchObject({ code: 'ROUTE_GENERAL_EXISTS' });
      const pad = await deal.buys.query<{
        orderPad: { routes: { id: string; name: string; stops: { locationId: string }[] }[] };
      }>(
        'query($s: ID) { orderPad(sellerOrgId: $s) { routes { id name stops { locationId } } holidays { day } closures { firstDay } } }',
        { s: deal.seller.id },
      );
      expect(pad.orderPad.routes).toEqual([
        { id: expect.any(String), name: 'Chung', stops: [] },
        { id: own.id, name: 'Tuyến Hà Nội', stops: [{ locationId: deal.locationId }] },
      ]);
      const other = await aDeal(api);
      const seen = await other.buys.query<typeof pad>(
        'query($s: ID) { orderPad(sellerOrgId: $s) { routes { id name stops { locationId } } } }',
        {
          s: deal.seller.id,
        },
      );
      expect(seen.orderPad.routes.map(({ name }) => name)).toEqual(['Chung']);
      const foreign = await act(
        other.sells,
        'deliveryRouteSave',
        'DeliveryRouteSaveInput',
        {
          id: own.id,
          version: 1,
          name: 'x',
          isGeneral: false,
          weekdays: [1],
          cutoffDays: 0,
          cutoffTime: '10:00',
          runsOnHolidays: true,
          locationIds: [],
        },
        '',
      ).catch((error: Error) => error.message);
      expect(String(foreign)).toContain('NOT_FOUND');
    });
  });

  describe('a change after confirmation', () => {
    const propose = (client: Client, order: Pick<OrderAnswer, 'id' | 'version'>, patch: Record<string, unknown>) =>
      act<{
        status: string;
        revision: number;
        changes: { id: string; status: string; revision: number | null }[];
        confirmedTotal: number;
      }>(
        client,
        'orderChangePropose',
        'OrderChangeProposeInput',
        { id: order.id, version: order.version, reason: 'Cửa hàng đầy kho', lines: [], ...patch },
        '... on Order { id version status revision confirmedTotal changes { id status revision } }',
      );
    const decide = (
      client: Client,
      order: Pick<OrderAnswer, 'id' | 'version'>,
      changeId: string,
      decision: string,
      note?: string,
    ) =>
      act<{ status: string; revision: number; confirmedTotal: number; lines: { confirmedQty: string; promisedOn: string }[] }>(
        client,
        'orderChangeDecide',
        'OrderChangeDecideInput',
        { id: order.id, version: order.version, changeId, decision, note: note ?? null },
        '... on Order { id version status revision confirmedTotal lines { confirmedQty promisedOn } }',
      );

    it('holds once the other side consents, gives the rest back to the contract, and is numbered', async () => {
      const order = await confirmed();
      const lineId = order.lines[0]!.id;
      const asked = await propose(deal.buys, order, { lines: [{ lineId, qty: '60', on: inDays(api, 6) }] });
      expect(asked).toMatchObject({
        status: 'CONFIRMED',
        revision: 1,
        confirmedTotal: 4_200_000,
        changes: [{ status: 'PROPOSED' }],
      });
      expect(await propose(deal.sells, asked, { lines: [{ lineId, qty: '50' }] })).toMatchObject({ code: 'CHANGE_OPEN' });
      const agreed = await decide(deal.sells, asked, asked.changes[0]!.id, 'ACCEPT');
      expect(agreed).toMatchObject({
        revision: 2,
        confirmedTotal: 2_520_000,
        lines: [{ confirmedQty: '60', promisedOn: inDays(api, 6) }],
      });
      expect((await ledgerOf(api, deal)).calledOff).toBe(60);
      expect(await decide(deal.sells, agreed, asked.changes[0]!.id, 'ACCEPT')).toMatchObject({ code: 'CHANGE_DECIDED' });
    });

    it('is refused with a reason or withdrawn, and nobody consents to his own', async () => {
      const order = await confirmed();
      const lines = [{ lineId: order.lines[0]!.id, qty: '60' }];
      const asked = await propose(deal.buys, order, { lines });
      const id = asked.changes[0]!.id;
      await expect(decide(deal.buys, asked, id, 'ACCEPT')).rejects.toThrow('FORBIDDEN');
      await expect(decide(deal.sells, asked, id, 'WITHDRAW')).rejects.toThrow('FORBIDDEN');
      expect(await decide(deal.sells, asked, id, 'DECLINE')).toMatchObject({ code: 'REASON_MISSING' });
      const declined = await decide(deal.sells, asked, id, 'DECLINE', 'Hàng đã đóng thùng');
      expect(declined).toMatchObject({ revision: 1, lines: [{ confirmedQty: '100' }] });
      const again = await propose(deal.sells, declined, { lines });
      expect(await decide(deal.sells, again, again.changes[0]!.id, 'WITHDRAW')).toMatchObject({ revision: 1 });
    });

    it.each([
      ['more than confirmed', { qty: '110' }, 'CHANGE_NOT_MORE', 'qty'],
      ['nothing else', { qty: '100' }, 'CHANGE_NOTHING', 'qty'],
      ['a day in the past', { on: '2020-01-01' }, 'CHANGE_DATE_PAST', 'on'],
    ])('cannot ask for %s', async (_what, wish, code, field) => {
      const order = await confirmed();
      const refused = await propose(deal.buys, order, { lines: [{ lineId: order.lines[0]!.id, ...wish }] });
      expect(refused.rows).toMatchObject([{ row: 0, field, code }]);
    });

    it('cancels after the cut-off only with consent of the seller, before it the buyer alone', async () => {
      const order = await confirmed();
      await api.sql(`update purchase_order set cutoff_at = now() - interval '1 hour' where id = $1`, [order.id]);
      const alone = await orderAct(deal.buys, 'orderCancel', { id: order.id, version: order.version, reason: 'Nhầm' });
      expect(alone).toMatchObject({ code: 'CANCEL_NEEDS_CONSENT' });
      const asked = await propose(deal.buys, order, { cancel: true });
      const ended = await decide(deal.sells, asked, asked.changes[0]!.id, 'ACCEPT');
      expect(ended).toMatchObject({ status: 'CANCELLED', revision: 2 });
      expect((await ledgerOf(api, deal)).calledOff).toBe(0);
      const early = await confirmed();
      expect(await orderAct(deal.buys, 'orderCancel', { id: early.id, version: early.version, reason: 'Nhầm' })).toMatchObject({
        status: 'CANCELLED',
      });
    });
  });

  it('nobody answered in time is told to both sides and to the Alliance, once', async () => {
    const alliance = await api.given.alliance();
    const officer = await api.given.member(alliance, 'ALLIANCE_OFFICER');
    const order = await place();
    const escalation = api.app.get(AckEscalation);
    await escalation.onDue({ orderId: order.id });
    const told = async () => {
      await api.drainJobs();
      return api.sql<{ kind: string }>(
        `select kind from notification where kind like 'order.ack-overdue%' and (user_id = $1 or org_id in ($2, $3)) order by kind`,
        [officer.userId, deal.seller.id, deal.buyer.id],
      );
    };
    expect(await told()).toEqual([]);
    await api.sql(`update purchase_order set ack_due_at = now() - interval '1 minute' where id = $1`, [order.id]);
    await escalation.onDue({ orderId: order.id });
    await escalation.sweep();
    expect(new Set((await told()).map(({ kind }) => kind))).toEqual(
      new Set(['order.ack-overdue-alliance', 'order.ack-overdue-buyer', 'order.ack-overdue-seller']),
    );
    expect((await told()).filter(({ kind }) => kind === 'order.ack-overdue-alliance')).toHaveLength(1);
  });

  it('leaves one legal history behind twenty parallel answers, changes and cancels', async () => {
    for (let round = 0; round < 3; round += 1) {
      const order = await place();
      const line = { lineId: order.lines[0]!.id };
      const seller = (kind: object) => () =>
        orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: order.version, lines: [{ ...line, ...kind }] });
      const buyer = (name: string) => () => orderAct(deal.buys, name, { id: order.id, version: order.version, reason: 'Đổi ý' });
      const propose = (client: Client) => () =>
        act(
          client,
          'orderChangePropose',
          'OrderChangeProposeInput',
          { id: order.id, version: order.version, reason: 'x', cancel: true, lines: [] },
          '',
        );
      const acts = [
        seller({ kind: 'ALL' }),
        buyer('orderCancel'),
        seller({ kind: 'LESS', qty: '60', reason: 'Mưa' }),
        propose(deal.buys),
        seller({ kind: 'REFUSE', reason: 'Hết' }),
      ];
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => acts[(index + round) % acts.length]!().catch(turnedAway)),
      );
      const won = answers.filter(({ __typename }) => __typename === 'Order');
      expect(won).toHaveLength(1);
      const late = answers.filter(({ __typename }) => ['VersionConflict', 'Busy'].includes(__typename));
      expect(late.length + 1).toBeGreaterThanOrEqual(16);
      const [row] = await api.sql<{ status: string; version: number; confirmed: string }>(
        `select o.status, o.version, l.confirmed_qty as confirmed from purchase_order o join order_line l on l.order_id = o.id where o.id = $1`,
        [order.id],
      );
      expect(row!.version).toBe(order.version + 1);
      const steps = await api.sql<{ action: string }>(`select action from audit_event where entity_id = $1 order by id`, [
        order.id,
      ]);
      expect(steps.map(({ action }) => action)).toEqual([
        'order.place',
        row!.status === 'CANCELLED' ? 'order.cancel' : 'order.acknowledge',
      ]);
      const held = { CONFIRMED: 100, COUNTERED: 60, REFUSED: 0, CANCELLED: 0 }[row!.status];
      expect((await ledgerOf(api, deal)).calledOff).toBe(held);
      // The next round starts from an empty contract.
      if (held) {
        await orderAct(deal.buys, 'orderCancel', { id: order.id, version: row!.version, reason: 'Đổi ý' });
        expect((await ledgerOf(api, deal)).calledOff).toBe(0);
      }
    }
  });

  it('reads a sheet for the pad as its reader types it, and refuses what is no sheet', async () => {
    const send = async (name: string, body: string) => {
      const boundary = 'xxfilexx';
      const payload = Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${body}\r\n--${boundary}--\r\n`,
      );
      const response = await deal.buys.post('/order-sheets', payload, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      });
      return { status: response.statusCode, body: response.json<{ rows?: string[][]; code?: string }>() };
    };
    expect(await send('don.csv', 'Mã CH;Sản phẩm;SL\nCH01;Na;1250,5')).toEqual({
      status: 200,
      body: {
        rows: [
          ['Mã CH', 'Sản phẩm', 'SL'],
          ['CH01', 'Na', '1250,5'],
        ],
      },
    });
    expect((await send('anh.xlsx', '<svg onload=alert(1)>')).status).not.toBe(200);
  });
});
