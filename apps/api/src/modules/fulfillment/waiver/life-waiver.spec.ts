import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal, inDays, orderAct, placeInput } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

const PARTS = `id status lotCode goods expiresOn arrivesOn minDays note askedByName reason validUntil decidedByName orderLineId version
  availableActions { action allowed }`;
const REFUSAL = '... on DomainError { code message field }';

interface Waiver {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly code?: string;
  readonly message?: string;
  readonly minDays: number;
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
    await lot('LO-XA', 12, '60');
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
    const type = name === 'lifeWaiverAsk' ? 'LifeWaiverAskInput' : 'LifeWaiverDecideInput';
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
});
