import { aDeal, type Deal, inDays, ledgerOf, orderAct, type OrderAnswer, placeInput, shipmentAct } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

describe('the life of an order', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api);
  });
  afterAll(() => api.stop());

  const place = (qty = '100') => orderAct(deal.buys, 'orderPlace', placeInput(api, deal, qty));
  const answer = (order: OrderAnswer, line: Record<string, unknown>) =>
    orderAct(deal.sells, 'orderAcknowledge', {
      id: order.id,
      version: order.version,
      lines: [{ lineId: order.lines[0]!.id, ...line }],
    });
  const buyer = (name: string, order: OrderAnswer, reason?: string) =>
    orderAct(deal.buys, name, { id: order.id, version: order.version, reason });
  const confirms = async () =>
    (
      await api.sql<{ qty: string }>(`select qty from commitment_entry where kind = 'CONFIRM' and contract_line_id = $1`, [
        deal.contractLineId,
      ])
    ).map(({ qty }) => qty);

  it('is confirmed whole, and then proves the first call-off', async () => {
    const confirmed = await answer(await place(), { kind: 'ALL' });
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', confirmedTotal: 4_200_000, version: 2 });
    expect(await confirms()).toEqual(['100.000']);
    expect((await ledgerOf(api, deal)).calledOff).toBe(100);
  });

  it('gives back at once what is not confirmed, and counts as confirmed only when the buyer agrees', async () => {
    const countered = await answer(await place(), { kind: 'LESS', qty: '60', reason: 'Mưa nhiều' });
    expect(countered).toMatchObject({ status: 'COUNTERED', confirmedTotal: 2_520_000 });
    expect(countered.lines[0]).toMatchObject({ answer: 'LESS', confirmedQty: '60' });
    expect((await ledgerOf(api, deal)).calledOff).toBe(60);
    expect(await confirms()).toEqual([]);
    expect(await buyer('orderAcceptCounter', countered)).toMatchObject({ status: 'CONFIRMED' });
    expect(await confirms()).toEqual(['60.000']);
  });

  it('takes another date as a counter, and a refusal as the end', async () => {
    const moved = await answer(await place(), { kind: 'OTHER_DATE', promisedOn: inDays(api, 9) });
    expect(moved).toMatchObject({ status: 'COUNTERED', lines: [{ answer: 'OTHER_DATE', confirmedQty: '100' }] });
    const refused = await answer(await place(), { kind: 'REFUSE', reason: 'Hết hàng' });
    expect(refused).toMatchObject({ status: 'REFUSED', confirmedTotal: 0 });
    expect((await ledgerOf(api, deal)).calledOff).toBe(100);
    expect(await buyer('orderCancel', refused)).toMatchObject({ __typename: 'Refused', code: 'ORDER_NOT_OPEN' });
  });

  it.each([
    ['LESS without a quantity', { kind: 'LESS', reason: 'x' }, 'ANSWER_QUANTITY_MISSING', 'qty'],
    ['LESS without a reason', { kind: 'LESS', qty: '50' }, 'ANSWER_REASON_MISSING', 'reason'],
    ['nothing confirmed', { kind: 'LESS', qty: '0', reason: 'x' }, 'ANSWER_NOT_POSITIVE', 'qty'],
    ['more than ordered', { kind: 'LESS', qty: '110', reason: 'x' }, 'ANSWER_EXCEEDS_ORDERED', 'qty'],
    ['OTHER_DATE without a date', { kind: 'OTHER_DATE' }, 'ANSWER_DATE_MISSING', 'promisedOn'],
    ['a date in the past', { kind: 'OTHER_DATE', promisedOn: '2020-01-01' }, 'ANSWER_DATE_PAST', 'promisedOn'],
    ['a refusal without a reason', { kind: 'REFUSE', reason: '  ' }, 'ANSWER_REASON_MISSING', 'reason'],
  ])('refuses an answer with %s', async (_what, line, code, field) => {
    const refused = await answer(await place(), line);
    expect(refused.rows).toEqual([expect.objectContaining({ row: 0, code, field })]);
  });

  it('wants every line answered exactly once', async () => {
    const line = { productId: deal.product.id, contractLineId: deal.contractLineId, qty: '10' };
    const order = await orderAct(deal.buys, 'orderPlace', { ...placeInput(api, deal, '0'), lines: [line, line] });
    const [first, second] = order.lines.map(({ id }) => ({ lineId: id, kind: 'ALL' }));
    const say = (lines: unknown[]) => orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: order.version, lines });
    expect(await say([first])).toMatchObject({ code: 'LINES_NOT_ANSWERED', message: expect.stringContaining('dòng 2') });
    expect((await say([first, first])).rows).toMatchObject([{ row: 1, code: 'LINE_ANSWERED_TWICE' }]);
    expect((await say([first, { lineId: deal.contractLineId, kind: 'ALL' }])).rows).toMatchObject([
      { row: 1, code: 'LINE_UNKNOWN' },
    ]);
    expect(await say([first, second])).toMatchObject({ status: 'CONFIRMED' });
  });

  it.each([
    ['placed', 100, async (order: OrderAnswer) => order],
    ['countered', 60, (order: OrderAnswer) => answer(order, { kind: 'LESS', qty: '60', reason: 'Mưa' })],
    ['confirmed', 100, (order: OrderAnswer) => answer(order, { kind: 'ALL' })],
  ])('gives everything back when it is cancelled while %s', async (_state, open, prepare) => {
    const order = await prepare(await place());
    expect((await ledgerOf(api, deal)).calledOff).toBe(open);
    expect(await buyer('orderCancel', order, 'Đổi kế hoạch')).toMatchObject({ status: 'CANCELLED' });
    expect((await ledgerOf(api, deal)).calledOff).toBe(0);
  });

  it('needs a reason to cancel what was confirmed', async () => {
    const order = await answer(await place(), { kind: 'ALL' });
    expect(await buyer('orderCancel', order)).toMatchObject({ code: 'REASON_MISSING', field: 'reason' });
  });

  it('closes short once nothing is on the road, and gives back what never left', async () => {
    const order = await answer(await place(), { kind: 'LESS', qty: '80', reason: 'Mưa' });
    const confirmed = await buyer('orderAcceptCounter', order);
    const shipment = await shipmentAct(deal.sells, 'shipmentDispatch', {
      orderId: order.id,
      orderVersion: confirmed.version,
      expectedOn: inDays(api, 1),
      lines: [{ orderLineId: order.lines[0]!.id, qty: '50' }],
    });
    const onTheRoad = { ...confirmed, version: confirmed.version + 1 };
    expect(await buyer('orderShortClose', onTheRoad, 'Đủ hàng')).toMatchObject({ code: 'GOODS_ON_THE_ROAD' });
    expect(await buyer('orderCancel', onTheRoad, 'Đủ hàng')).toMatchObject({ code: 'ORDER_NOT_OPEN' });
    await shipmentAct(deal.receives, 'receiptPost', {
      shipmentId: shipment.id,
      shipmentVersion: shipment.version,
      lines: [{ shipmentLineId: shipment.lines[0]!.id, accepted: '45', rejected: '0', missing: '5' }],
    });
    const received = { ...confirmed, version: onTheRoad.version + 1 };
    expect(await buyer('orderShortClose', received)).toMatchObject({ code: 'REASON_MISSING' });
    expect(await buyer('orderShortClose', received, 'Đủ hàng')).toMatchObject({ status: 'CLOSED', acceptedTotal: 1_890_000 });
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 50, dispatched: 50, accepted: 45, rejected: 0 });
  });

  it('sends back who acts on an older version', async () => {
    const order = await place();
    await answer(order, { kind: 'ALL' });
    expect(await buyer('orderCancel', order, 'x')).toMatchObject({ __typename: 'VersionConflict', currentVersion: 2 });
  });

  it('ends in one legal history when twenty answers and cancellations arrive at once', async () => {
    const order = await place();
    const acts = Array.from({ length: 20 }, (_, i) =>
      i % 2 ? buyer('orderCancel', order, 'Đổi ý') : answer(order, { kind: 'ALL' }),
    );
    const answers = await Promise.all(acts);
    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'VersionConflict')).toHaveLength(19);
    const [row] = await api.sql<{ status: string; version: number }>('select status, version from purchase_order where id = $1', [
      order.id,
    ]);
    const history = await api.sql<{ action: string }>(`select action from audit_event where entity_id = $1 order by at`, [
      order.id,
    ]);
    expect(row!.version).toBe(2);
    expect(history.map(({ action }) => action)).toEqual([
      'order.place',
      row!.status === 'CANCELLED' ? 'order.cancel' : 'order.acknowledge',
    ]);
    expect((await ledgerOf(api, deal)).calledOff).toBe(row!.status === 'CANCELLED' ? 0 : 100);
  });

  it('tells each side what it may do now, and why not', async () => {
    const order = await place();
    type Actions = { order: { availableActions: { action: string; allowed: boolean; reason: string | null }[] } };
    const actionsOf = async (client: Deal['buys']) =>
      (
        await client.query<Actions>('query($id: ID!) { order(id: $id) { availableActions { action allowed reason } } }', {
          id: order.id,
        })
      ).order.availableActions;
    const allowed = async (client: Deal['buys']) =>
      (await actionsOf(client)).filter((action) => action.allowed).map(({ action }) => action);
    expect(await allowed(deal.sells)).toEqual(['orderAcknowledge']);
    expect(await allowed(deal.buys)).toEqual(['orderCancel']);
    const receiver = await actionsOf(deal.receives);
    expect(receiver.map(({ action }) => action)).toContain('orderCancel');
    expect(receiver.filter((action) => action.allowed)).toEqual([]);
    expect(receiver[0]!.reason).toContain('Vai trò');
    await answer(order, { kind: 'ALL' });
    expect(await allowed(deal.sells)).toEqual(['shipmentDispatch', 'orderChangePropose']);
    expect((await actionsOf(deal.sells))[0]!.reason).toContain('không thể trả lời');
    expect(await allowed(deal.buys)).toContain('lifeWaiverOffer');
  });

  it('keeps a diary with names and days', async () => {
    const order = await place();
    await answer(order, { kind: 'ALL' });
    const page = await deal.buys.query<{ order: { diary: { action: string; organizationName: string; actorName: string }[] } }>(
      'query($id: ID!) { order(id: $id) { diary { action organizationName actorName } } }',
      { id: order.id },
    );
    expect(page.order.diary.map(({ action, organizationName }) => [action, organizationName])).toEqual([
      ['order.place', deal.buyer.name],
      ['order.acknowledge', deal.seller.name],
    ]);
  });

  it('marks an order that waits longer than the answer may take', async () => {
    const order = await place();
    const overdue = async () =>
      (
        await deal.buys.query<{ order: { ackOverdue: boolean } }>('query($id: ID!) { order(id: $id) { ackOverdue } }', {
          id: order.id,
        })
      ).order.ackOverdue;
    expect(await overdue()).toBe(false);
    api.clock.set(new Date(Date.now() + 25 * 3_600_000));
    expect(await overdue()).toBe(true);
    api.clock.set(null);
  });
});
