import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal, inDays, orderAct, placeInput, shipmentAct } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

const PARTS = `id status origin lotCode goods expiresOn arrivesOn minDays leastDays note askedByName reason validUntil decidedByName orderLineId version
  availableActions { action allowed }`;
const REFUSAL = '... on DomainError { code message field }';

interface Waiver {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly code?: string;
  readonly message?: string;
  readonly minDays: number;
  readonly leastDays: number | null;
  readonly origin: string;
  readonly validUntil: string | null;
  readonly decidedByName: string | null;
  readonly orderLineId: string | null;
  readonly availableActions: { action: string; allowed: boolean }[];
}
interface Sent {
  readonly __typename: string;
  readonly id: string;
  readonly rows?: { field: string; code: string; message: string }[];
  readonly lines: { qty: string; lotCode: string; lifeWaiver: { reason: string; decidedByName: string } | null }[];
}

describe('a lot with too little life left', () => {
  let api: TestApi;
  let deal: Deal;
  let order: { id: string; version: number; line: string };

  beforeAll(async () => {
    api = await startApi();
    deal = await aDeal(api);
    await api.sql('update product set shelf_life_days = 15, min_remaining_days = 5 where id = $1', [deal.product.id]);
    await lot('LO-GAN', 4, '60');
    await lot('LO-XA', 12, '160');
    order = await confirmed('50');
  });
  afterAll(() => api.stop());

  const lot = (lotCode: string, days: number, qty: string) =>
    deal.sells.mutate(
      'mutation($input: HarvestRecordInput!) { harvestRecord(input: $input) { ... on StockLot { id } ... on DomainError { code message } } }',
      {
        ...{
          productId: deal.product.id,
          qty,
          harvestedOn: inDays(api, -2),
          expiresOn: inDays(api, days),
          code: lotCode,
          keepStock: true,
        },
      },
    );
  async function confirmed(qty: string) {
    const placed = await orderAct(deal.buys, 'orderPlace', { ...placeInput(api, deal, qty), requestedOn: inDays(api, 1) });
    const lines = [{ lineId: placed.lines[0]!.id, kind: 'ALL' }];
    const kept = await orderAct(deal.sells, 'orderAcknowledge', { id: placed.id, version: placed.version, lines });
    expect(kept.__typename).toBe('Order');
    return { id: placed.id, version: kept.version, line: placed.lines[0]!.id };
  }
  const dispatch = async (of: typeof order, code: string, qty: string, arrives = 1): Promise<Sent> => {
    const data = await deal.sells.mutate<{ shipmentDispatch: Sent }>(
      `mutation($input: ShipmentDispatchInput!) { shipmentDispatch(input: $input) { __typename ${REFUSAL} ... on RowsRefused { rows { field code message } }
         ... on Shipment { id lines { qty lotCode lifeWaiver { reason decidedByName } } } } }`,
      {
        orderId: of.id,
        orderVersion: of.version,
        expectedOn: inDays(api, arrives),
        lines: [{ orderLineId: of.line, qty, lots: [{ lotCode: code, qty }] }],
      },
    );
    return data.shipmentDispatch;
  };
  const act = async (client: Client, name: string, input: Record<string, unknown>): Promise<Waiver> => {
    const types: Record<string, string> = { lifeWaiverAsk: 'LifeWaiverAskInput', lifeWaiverOffer: 'LifeWaiverOfferInput' };
    const type = types[name] ?? 'LifeWaiverDecideInput';
    const data = await client.mutate<Record<string, Waiver>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${REFUSAL} ... on LifeWaiver { ${PARTS} } } }`,
      input,
    );
    return data[name]!;
  };
  const ask = (patch: Record<string, unknown> = {}) =>
    act(deal.sells, 'lifeWaiverAsk', {
      ...{ orderId: order.id, orderLineId: order.line, wholeOrder: false, lotCode: 'lo-gan', arrivesOn: inDays(api, 1) },
      ...{ note: 'Na chín cây, bán trong hai ngày.', ...patch },
    });
  const offer = (patch: Record<string, unknown>) =>
    act(deal.buys, 'lifeWaiverOffer', {
      ...{ orderId: order.id, orderLineId: order.line, leastDays: 3, validUntil: inDays(api, 2), reason: 'Bán trong hai ngày' },
      ...patch,
    });
  const now = async (of: typeof order) => {
    const { order: found } = await deal.sells.query<{ order: { version: number } }>(
      'query($id: ID!) { order(id: $id) { version } }',
      { id: of.id },
    );
    return { ...of, version: found.version };
  };
  const askedOf = async (client: Client, of: typeof order) =>
    (
      await client.query<{ orderLineLife: { minDays: number }[] }>(
        'query($id: ID!) { orderLineLife(orderId: $id) { minDays } }',
        { id: of.id },
      )
    ).orderLineLife;
  const workOf = async (client: Client) =>
    (
      await client.query<{ workItems: { kind: string; entityId: string; title: string }[] }>(
        '{ workItems { kind entityId title } }',
      )
    ).workItems.filter(({ kind }) => kind === 'LIFE_WAIVER_DECIDE');

  it('stays, and the refusal says what can be asked for; only what a waiver can help is asked', async () => {
    const refused = await dispatch(order, 'LO-GAN', '50');
    expect(refused.rows).toEqual([
      expect.objectContaining({ code: 'LOT_NOT_USABLE', message: expect.stringContaining('xin bên mua miễn') }),
    ]);
    expect((await ask({ lotCode: 'LO-XA' })).code).toBe('WAIVER_NOT_NEEDED');
    expect((await ask({ arrivesOn: inDays(api, 9) })).code).toBe('WAIVER_NO_HELP');
    expect((await ask({ lotCode: 'KHAC' })).code).toBe('WAIVER_LOT_UNKNOWN');
    expect((await ask({ note: '  ' })).code).toBe('WAIVER_NOTE_MISSING');
  });

  it('is asked of the buyer’s manager, waits as work, and leaves once it is granted, carrying name and reason to the receipt', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ status: 'ASKED', minDays: 5, orderLineId: order.line });
    expect((await ask()).code).toBe('WAIVER_ASKED_ALREADY');
    expect((await dispatch(order, 'LO-GAN', '20')).__typename).toBe('RowsRefused');
    expect(await workOf(deal.buys)).toEqual([
      expect.objectContaining({ entityId: order.id, title: expect.stringContaining('LO-GAN') }),
    ]);

    const plain = await api.as(await api.given.member(deal.buyer, 'BUYER'));
    const denied = await plain.send(
      `mutation($input: LifeWaiverDecideInput!) { lifeWaiverGrant(input: $input) { __typename } }`,
      {
        input: {
          clientKey: 'khong-phai-quan-ly',
          id: asked.id,
          version: asked.version,
          reason: 'Được',
          validUntil: inDays(api, 2),
        },
      },
    );
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');

    const say = (patch: Record<string, unknown>) =>
      act(deal.buys, 'lifeWaiverGrant', { id: asked.id, version: asked.version, reason: 'Bán ngay trong ngày', ...patch });
    expect((await say({ validUntil: inDays(api, 2), reason: '' })).code).toBe('WAIVER_REASON_MISSING');
    expect((await say({})).code).toBe('WAIVER_DAY_MISSING');
    expect((await say({ validUntil: inDays(api, -1) })).code).toBe('WAIVER_DAY_PAST');
    expect((await say({ validUntil: inDays(api, 5) })).code).toBe('WAIVER_AFTER_EXPIRY');
    const granted = await say({ validUntil: inDays(api, 2) });
    expect(granted).toMatchObject({ status: 'GRANTED', validUntil: inDays(api, 2), decidedByName: expect.any(String) });
    expect(await workOf(deal.buys)).toEqual([]);

    const lots = await deal.sells.query<{ dispatchLots: { picks: { lotCode: string; lifeWaived: boolean }[] }[] }>(
      'query($id: ID!, $on: LocalDate!) { dispatchLots(orderId: $id, expectedOn: $on) { picks { lotCode lifeWaived } } }',
      { id: order.id, on: inDays(api, 1) },
    );
    expect(lots.dispatchLots[0]!.picks[0]).toEqual({ lotCode: 'LO-GAN', lifeWaived: true });

    // Beyond the last day of the waiver the lot stays.
    expect((await dispatch(order, 'LO-GAN', '20', 3)).rows?.[0]?.code).toBe('LOT_NOT_USABLE');
    const sent = await dispatch(order, 'LO-GAN', '20');
    expect(sent.lines).toEqual([
      { qty: '20', lotCode: 'LO-GAN', lifeWaiver: { reason: 'Bán ngay trong ngày', decidedByName: granted.decidedByName } },
    ]);
    const { shipment } = await deal.receives.query<{ shipment: { lines: Sent['lines'] } }>(
      'query($id: ID!) { shipment(id: $id) { lines { lotCode lifeWaiver { reason } } } }',
      { id: sent.id },
    );
    expect(shipment.lines[0]!.lifeWaiver).toEqual({ reason: 'Bán ngay trong ngày' });
  });

  it('ends with the buyer’s word, and holds for its own order alone', async () => {
    const other = await confirmed('10');
    expect((await dispatch(other, 'LO-GAN', '10')).__typename).toBe('RowsRefused');
    const { lifeWaivers } = await deal.buys.query<{ lifeWaivers: Waiver[] }>(
      `query($id: ID!) { lifeWaivers(orderId: $id) { ${PARTS} } }`,
      { id: order.id },
    );
    const [standing] = lifeWaivers;
    expect(standing!.availableActions).toEqual([{ action: 'lifeWaiverEnd', allowed: true }]);
    const stale = { id: standing!.id, version: standing!.version - 1, reason: 'Thôi' };
    expect((await act(deal.buys, 'lifeWaiverEnd', stale)).code).toBe('VERSION_CONFLICT');
    expect((await act(deal.buys, 'lifeWaiverEnd', { ...stale, version: standing!.version })).status).toBe('ENDED');
    const again = await deal.sells.query<{ order: { version: number } }>('query($id: ID!) { order(id: $id) { version } }', {
      id: order.id,
    });
    expect((await dispatch({ ...order, version: again.order.version }, 'LO-GAN', '10')).__typename).toBe('RowsRefused');

    const whole = await ask({ orderId: other.id, orderLineId: other.line, wholeOrder: true });
    expect(whole).toMatchObject({ status: 'ASKED', orderLineId: null });
    const back = await act(deal.sells, 'lifeWaiverWithdraw', { id: whole.id, version: whole.version });
    expect(back).toMatchObject({ status: 'WITHDRAWN' });
    expect((await act(deal.buys, 'lifeWaiverRefuse', { id: back.id, version: back.version, reason: 'Không' })).code).toBe(
      'WAIVER_DECIDED',
    );
  });

  it('is allowed by the buyer unasked: by line, with the least days it still takes, in name and with a reason', async () => {
    order = await confirmed('10');
    expect(await askedOf(deal.buys, order)).toEqual([{ minDays: 5 }]);
    expect((await dispatch(order, 'LO-GAN', '10')).__typename).toBe('RowsRefused');
    expect((await offer({ leastDays: 5 })).code).toBe('WAIVER_LEAST_DAYS');
    expect((await offer({ leastDays: -1 })).code).toBe('WAIVER_LEAST_DAYS');
    expect((await offer({ validUntil: inDays(api, -1) })).code).toBe('WAIVER_DAY_PAST');
    expect((await offer({ reason: ' ' })).code).toBe('WAIVER_REASON_MISSING');
    const input = { orderId: order.id, orderLineId: order.line, leastDays: 1, validUntil: inDays(api, 2), reason: 'Tự cho phép' };
    const refused = async (client: Client, key: string) => {
      const answer = await client.send(
        'mutation($input: LifeWaiverOfferInput!) { lifeWaiverOffer(input: $input) { __typename } }',
        { input: { clientKey: key, ...input } },
      );
      return answer.errors?.[0]?.extensions.code;
    };
    // The seller cannot allow itself what the buyer asks for, a receiver decides nothing, and another house does not find the order.
    expect(await refused(deal.sells, 'ben-ban-tu-cho-phep')).toBe('FORBIDDEN');
    expect(await refused(deal.receives, 'nguoi-nhan-cho-phep')).toBe('FORBIDDEN');
    const elsewhere = await api.as(await api.given.member(await api.given.retailer(), 'BUYER_MANAGER'));
    expect(await refused(elsewhere, 'nha-khac-cho-phep')).toBe('NOT_FOUND');

    const other = await offer({ lotCode: 'lo-xa' });
    expect(other).toMatchObject({ status: 'GRANTED', origin: 'OFFERED', lotCode: 'LO-XA' });
    expect((await dispatch(order, 'LO-GAN', '10')).__typename).toBe('RowsRefused');
    const given = await offer({});
    expect(given).toMatchObject({
      status: 'GRANTED',
      lotCode: null,
      minDays: 5,
      leastDays: 3,
      decidedByName: expect.any(String),
    });
    expect((await offer({})).code).toBe('WAIVER_STANDS');
    expect(await workOf(deal.buys)).toEqual([]);
    // Four days of life now: three of them on arrival tomorrow, two the day after.
    expect((await dispatch(order, 'LO-GAN', '10', 2)).rows?.[0]?.code).toBe('LOT_NOT_USABLE');
    const sent = await dispatch(order, 'LO-GAN', '10');
    expect(sent.lines[0]!.lifeWaiver).toEqual({ reason: 'Bán trong hai ngày', decidedByName: given.decidedByName });
    expect((await act(deal.buys, 'lifeWaiverEnd', { id: given.id, version: given.version, reason: 'Đủ hàng' })).status).toBe(
      'ENDED',
    );
  });

  it('must have what its contract agreed too: the strictest counts, and a waiver lifts it', async () => {
    order = await confirmed('20');
    await api.sql('update contract set min_remaining_life_pct = 40 where id = $1', [deal.contractId]);
    expect(await askedOf(deal.sells, order)).toEqual([{ minDays: 6 }]);
    // Five days on arrival: enough for the product, not for the contract.
    const refused = await dispatch(order, 'LO-XA', '10', 7);
    expect(refused.rows?.[0]).toMatchObject({ code: 'LOT_NOT_USABLE', message: expect.stringContaining('6 ngày') });
    const onTime = await dispatch(order, 'LO-XA', '10', 6);
    expect(onTime.__typename).toBe('Shipment');
    expect(await offer({ leastDays: 5, validUntil: inDays(api, 7), orderId: order.id, orderLineId: order.line })).toMatchObject({
      minDays: 6,
      status: 'GRANTED',
    });
    expect((await dispatch(await now(order), 'LO-XA', '10', 7)).lines[0]!.lifeWaiver).not.toBeNull();

    // Nor is it held for an order that it could not leave for.
    const late = await orderAct(deal.buys, 'orderPlace', { ...placeInput(api, deal, '10'), requestedOn: inDays(api, 7) });
    const lines = [{ lineId: late.lines[0]!.id, kind: 'ALL' }];
    const held = await orderAct(deal.sells, 'orderAcknowledge', { id: late.id, version: late.version, lines });
    expect(held.rows?.[0]?.code).toBe('STOCK_SHORT');
    await api.sql('update contract set min_remaining_life_pct = null where id = $1', [deal.contractId]);
    expect((await orderAct(deal.sells, 'orderAcknowledge', { id: late.id, version: late.version, lines })).__typename).toBe(
      'Order',
    );
  });

  it('tells the receiver what it has left, and is not accepted past its last day without a word', async () => {
    order = await confirmed('10');
    const sent = await dispatch(order, 'LO-XA', '10', 6);
    const { shipment } = await deal.receives.query<{
      shipment: { version: number; lines: { id: string; expiresOn: string; minLifeDays: number }[] };
    }>('query($id: ID!) { shipment(id: $id) { version lines { id expiresOn minLifeDays } } }', { id: sent.id });
    const [line] = shipment.lines;
    expect(line).toMatchObject({ expiresOn: inDays(api, 12), minLifeDays: 5 });
    const count = (patch: Record<string, unknown>) =>
      shipmentAct(deal.receives, 'receiptPost', {
        ...{ shipmentId: sent.id, shipmentVersion: shipment.version },
        lines: [{ shipmentLineId: line!.id, accepted: '10', rejected: '0', missing: '0', ...patch }],
      });
    await api.sql('update shipment_line set expires_on = $2 where id = $1', [line!.id, inDays(api, -1)]);
    const refused = await count({});
    expect(refused.rows).toEqual([
      expect.objectContaining({ code: 'GOODS_EXPIRED', field: 'note', message: expect.stringContaining('hết hạn') }),
    ]);
    const counted = await count({ accepted: '4', rejected: '6', rejectReason: 'SHORT_LIFE', note: 'Bốn cân đến từ hôm kia' });
    expect(counted.status).toBe('RECEIVED');
  });
});
