import { addDays, startOfWeek } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { auditHolds } from '../../ordering/index.js';
import { auditFulfillment } from '../../fulfillment/index.js';
import { aDeal, type Deal, inDays, orderAct, type OrderAnswer, placeInput, shipmentAct } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import type { Client } from '../../../testing/client.js';
import { auditStock } from './audit-stock.js';
import { AvailabilityBook } from './availability-book.js';

const LOT = `__typename ... on DomainError { code message field } ... on RowsRefused { rows { row field code message } }
  ... on StockLot { id lotCode: code onHand reserved free state expiresOn tracePath entries { id kind onHand reserved canUndo isReversed } }`;

interface LotAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly id: string;
  readonly lotCode: string;
  readonly onHand: string;
  readonly reserved: string;
  readonly free: string;
  readonly state: string;
  readonly expiresOn: string | null;
  readonly tracePath: string;
  readonly entries: { id: string; kind: string; onHand: string; reserved: string; canUndo: boolean; isReversed: boolean }[];
}

interface Week {
  readonly week: string;
  readonly firm: string | null;
  readonly plan: string | null;
  readonly uncommitted: string | null;
  readonly committed: string | null;
  readonly firmBand: { from: string; below: string | null } | null;
  readonly inSeason: boolean;
}

const INPUTS: Record<string, string> = {
  harvestRecord: 'HarvestRecordInput',
  stockLoss: 'StockLossInput',
  stockCount: 'StockCountInput',
  stockUndo: 'StockUndoInput',
  lotStageAdd: 'LotStageAddInput',
};

async function act(client: Client, name: string, input: Record<string, unknown>): Promise<LotAnswer> {
  const data = await client.mutate<Record<string, LotAnswer>>(
    `mutation($input: ${INPUTS[name]}!) { ${name}(input: $input) { ${LOT} } }`,
    input,
  );
  return data[name]!;
}

describe('stock and supply', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const harvest = (deal: Deal, qty: string, more: Record<string, unknown> = {}) =>
    act(deal.sells, 'harvestRecord', { productId: deal.product.id, qty, harvestedOn: inDays(api, 0), keepStock: true, ...more });
  const plan = (client: Client, name: string, input: Record<string, unknown>, type: string) =>
    client.mutate<Record<string, { __typename: string; code?: string; rows?: { code: string }[] }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code } ... on RowsRefused { rows { code } } } }`,
      input,
    );
  const supplyOf = async (client: Client, deal: Deal, weeks = 3) => {
    const { productSupply } = await client.query<{
      productSupply: { precision: string; known: boolean; weeks: Week[]; shortfall: string | null; windows: unknown[] };
    }>(
      `query($id: ID!, $weeks: Int) { productSupply(productId: $id, weeks: $weeks) { precision known shortfall windows { from to weeklyQty }
         weeks { week firm plan uncommitted committed inSeason firmBand { from below } } } }`,
      { id: deal.product.id, weeks },
    );
    return productSupply;
  };
  const place = async (deal: Deal, qty: string, days = 3): Promise<OrderAnswer> => {
    const order = await orderAct(deal.buys, 'orderPlace', { ...placeInput(api, deal, qty), requestedOn: inDays(api, days) });
    if (order.code) throw new Error(JSON.stringify(order));
    return order;
  };
  const acknowledge = (deal: Deal, order: OrderAnswer, line: Record<string, unknown> = { kind: 'ALL' }) =>
    orderAct(deal.sells, 'orderAcknowledge', {
      id: order.id,
      version: order.version,
      lines: [{ lineId: order.lines[0]!.id, ...line }],
    });
  const stockOf = async (deal: Deal) => {
    const [row] = await api.sql<{ onHand: number; reserved: number }>(
      `select coalesce(sum(on_hand), 0)::float8 as "onHand", coalesce(sum(reserved), 0)::float8 as reserved from lot_balance where product_id = $1`,
      [deal.product.id],
    );
    return row!;
  };
  const violations = async () => {
    const checks = await api.app
      .get(UnitOfWork)
      .read(SYSTEM, async (tx) => [...(await auditStock(tx)), ...(await auditHolds(tx))]);
    return checks.filter((check) => check.violations > 0).map(({ name }) => name);
  };

  it('a harvest makes a lot whose ledger, balance and expiry follow from it; a product not kept by lots refuses it', async () => {
    const deal = await aDeal(api);
    expect(await harvest(deal, '120.5', { keepStock: false })).toMatchObject({ code: 'STOCK_NOT_KEPT' });
    await api.sql('update product set shelf_life_days = 15 where id = $1', [deal.product.id]);
    const lot = await harvest(deal, '120.5');
    expect(lot).toMatchObject({ onHand: '120.5', reserved: '0', state: 'GOOD', expiresOn: inDays(api, 15) });
    expect(lot.entries).toMatchObject([{ kind: 'HARVEST', onHand: '120.500', canUndo: true }]);
    expect(await harvest(deal, '1', { code: lot.lotCode })).toMatchObject({ code: 'LOT_CODE_TAKEN' });
    expect((await harvest(deal, '1')).lotCode).not.toBe(lot.lotCode);
    expect(await harvest(deal, '1', { harvestedOn: inDays(api, 1) })).toMatchObject({ code: 'HARVEST_DATE_FUTURE' });
    expect(await harvest(deal, '1', { harvestedOn: inDays(api, -40) })).toMatchObject({ code: 'LOT_EXPIRED_ALREADY' });
    expect(await harvest(deal, '0')).toMatchObject({ code: 'STOCK_QUANTITY_NOT_POSITIVE' });
    expect(await violations()).toEqual([]);
  });

  it('a loss needs a reason and no more than is free; a count enters the difference; each is undone once by a row of its own', async () => {
    const deal = await aDeal(api);
    const lot = await harvest(deal, '100');
    const lost = await act(deal.sells, 'stockLoss', { lotId: lot.id, qty: '7', reason: 'BRUISED' });
    expect(lost).toMatchObject({ onHand: '93' });
    expect(await act(deal.sells, 'stockLoss', { lotId: lot.id, qty: '7', reason: 'OTHER' })).toMatchObject({
      code: 'REASON_NOTE_MISSING',
    });
    expect(await act(deal.sells, 'stockLoss', { lotId: lot.id, qty: '94', reason: 'ROTTEN' })).toMatchObject({
      code: 'STOCK_NOT_ENOUGH',
    });
    const counted = await act(deal.sells, 'stockCount', { lotId: lot.id, counted: '90', note: 'Kiểm kho cuối ngày' });
    expect(counted.onHand).toBe('90');
    const loss = lost.entries.find(({ kind }) => kind === 'LOSS')!;
    expect(await act(deal.sells, 'stockUndo', { entryId: loss.id })).toMatchObject({ onHand: '97' });
    expect(await act(deal.sells, 'stockUndo', { entryId: loss.id })).toMatchObject({ code: 'STOCK_ALREADY_REVERSED' });
    await expect(api.sql('update stock_entry set note = $2 where id = $1', [loss.id, 'khác'])).rejects.toThrow(/insert-only/);
    await expect(api.sql('update lot_balance set on_hand = -1 where lot_id = $1', [lot.id])).rejects.toThrow(/lot_balance_sound/);
    expect(await violations()).toEqual([]);
  });

  it('confirming holds the stock that expires first, cancelling gives it back, and no stock is refused with what is firm and planned', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '60', { code: 'SAU', expiresOn: inDays(api, 20) });
    await harvest(deal, '60', { code: 'TRUOC', expiresOn: inDays(api, 10) });
    const order = await place(deal, '80');
    const confirmed = await acknowledge(deal, order);
    expect(confirmed.status).toBe('CONFIRMED');
    const held = await api.sql<{ code: string; qty: string }>(
      `select l.code, h.qty from stock_hold h join stock_lot l on l.id = h.lot_id where h.order_id = $1 order by l.expires_on`,
      [order.id],
    );
    expect(held).toEqual([
      { code: 'TRUOC', qty: '60.000' },
      { code: 'SAU', qty: '20.000' },
    ]);
    const second = await place(deal, '50');
    const refused = await acknowledge(deal, second);
    expect(refused.rows).toMatchObject([{ row: 0, field: 'qty', code: 'STOCK_SHORT', suggestion: '40' }]);
    expect(refused.rows![0]!.message).toContain('40 kg');
    expect(await stockOf(deal)).toEqual({ onHand: 120, reserved: 80 });
    await orderAct(deal.buys, 'orderCancel', { id: order.id, version: confirmed.version, reason: 'Đổi kế hoạch' });
    expect(await stockOf(deal)).toEqual({ onHand: 120, reserved: 0 });
    expect((await acknowledge(deal, second)).status).toBe('CONFIRMED');
    expect(await violations()).toEqual([]);
  });

  it('a counter-offer holds what was offered, and the buyer who cancels it frees the stock', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '50');
    const order = await place(deal, '80');
    const countered = await acknowledge(deal, order, { kind: 'LESS', qty: '50', reason: 'Mưa nhiều' });
    expect(countered.status).toBe('COUNTERED');
    expect(await stockOf(deal)).toEqual({ onHand: 50, reserved: 50 });
    await orderAct(deal.buys, 'orderCancel', { id: order.id, version: countered.version });
    expect(await stockOf(deal)).toEqual({ onHand: 50, reserved: 0 });
    expect(await violations()).toEqual([]);
  });

  it('twenty confirmations at once for the last 100 kg hold exactly what fits', async () => {
    const deal = await aDeal(api, { max: '10000' });
    await harvest(deal, '55');
    await harvest(deal, '45');
    const orders: OrderAnswer[] = [];
    for (let n = 0; n < 20; n += 1) orders.push(await place(deal, '30'));
    const answers = await Promise.all(orders.map((order) => acknowledge(deal, order)));
    expect(answers.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(3);
    expect(answers.filter(({ rows }) => rows?.[0]?.code === 'STOCK_SHORT')).toHaveLength(17);
    expect(await stockOf(deal)).toEqual({ onHand: 100, reserved: 90 });
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('a shipment takes the lots the seller chooses or those that expire first, and what was held goes with it', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '60', { code: 'L1', expiresOn: inDays(api, 10) });
    await harvest(deal, '60', { code: 'L2', expiresOn: inDays(api, 20) });
    await harvest(deal, '30', { code: 'L3', expiresOn: inDays(api, 30), goodFrom: inDays(api, 2) });
    const confirmed = await acknowledge(deal, await place(deal, '90'));
    const line = confirmed.lines[0]!.id;
    const { dispatchLots } = await deal.sells.query<{
      dispatchLots: {
        picks: { lotCode: string; qty: string }[];
        leftOut: { lotCode: string; reason: string }[];
        short: string;
      }[];
    }>(
      'query($id: ID!, $on: LocalDate!) { dispatchLots(orderId: $id, expectedOn: $on) { picks { lotCode qty } leftOut { lotCode reason } short } }',
      { id: confirmed.id, on: inDays(api, 1) },
    );
    expect(dispatchLots).toEqual([
      {
        picks: [
          { lotCode: 'L1', qty: '60' },
          { lotCode: 'L2', qty: '30' },
        ],
        leftOut: [{ lotCode: 'L3', reason: 'chưa đến ngày được bán' }],
        short: '0',
      },
    ]);
    const send = (version: number, lines: Record<string, unknown>[]) =>
      shipmentAct(deal.sells, 'shipmentDispatch', {
        orderId: confirmed.id,
        orderVersion: version,
        expectedOn: inDays(api, 1),
        lines,
      });
    const bad = await send(confirmed.version, [{ orderLineId: line, qty: '20', lots: [{ lotCode: 'L3', qty: '20' }] }]);
    expect(bad.rows).toMatchObject([{ code: 'LOT_NOT_USABLE' }]);
    const uneven = await send(confirmed.version, [{ orderLineId: line, qty: '20', lots: [{ lotCode: 'L1', qty: '10' }] }]);
    expect(uneven.rows).toMatchObject([{ code: 'LOTS_DO_NOT_ADD_UP' }]);
    const first = await send(confirmed.version, [{ orderLineId: line, qty: '40', lots: [{ lotCode: 'L2', qty: '40' }] }]);
    expect(first.__typename).toBe('Shipment');
    expect(await stockOf(deal)).toEqual({ onHand: 110, reserved: 50 });
    const second = await send(confirmed.version + 1, [{ orderLineId: line, qty: '50' }]);
    expect(second.__typename).toBe('Shipment');
    expect(await stockOf(deal)).toEqual({ onHand: 60, reserved: 0 });
    const papers = await api.sql<{ code: string }>(
      'select lot_code as code from shipment_line where shipment_id = any($1) order by id',
      [[first.id, second.id]],
    );
    expect(papers).toEqual([{ code: 'L2' }, { code: 'L1' }]);
    expect(await violations()).toEqual([]);
  });

  it('what leaves out of two lots in one trip has left wholly, and cannot leave again', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '60', { expiresOn: inDays(api, 10) });
    await harvest(deal, '60', { expiresOn: inDays(api, 20) });
    const confirmed = await acknowledge(deal, await place(deal, '90'));
    const line = confirmed.lines[0]!.id;
    const send = (version: number, qty: string) =>
      shipmentAct(deal.sells, 'shipmentDispatch', {
        orderId: confirmed.id,
        orderVersion: version,
        expectedOn: inDays(api, 1),
        lines: [{ orderLineId: line, qty }],
      });
    expect((await send(confirmed.version, '90')).lines).toHaveLength(2);
    expect(await api.sql('select dispatched_qty::float as sent from order_line where id = $1', [line])).toEqual([{ sent: 90 }]);
    expect((await send(confirmed.version + 1, '30')).__typename).not.toBe('Shipment');
    const broken = await api.app.get(UnitOfWork).run(SYSTEM, (tx) => auditFulfillment(tx));
    expect(broken.filter(({ violations: count }) => count > 0)).toEqual([]);
  });

  it('what catch weight leaves over goes back to the stock when everything came', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '100');
    const confirmed = await acknowledge(deal, await place(deal, '100'));
    const sent = await shipmentAct(deal.sells, 'shipmentDispatch', {
      orderId: confirmed.id,
      orderVersion: confirmed.version,
      expectedOn: inDays(api, 1),
      lines: [{ orderLineId: confirmed.lines[0]!.id, qty: '99' }],
    });
    expect(await stockOf(deal)).toEqual({ onHand: 1, reserved: 1 });
    await shipmentAct(deal.receives, 'receiptPost', {
      shipmentId: sent.id,
      shipmentVersion: sent.version,
      lines: [{ shipmentLineId: sent.lines[0]!.id, accepted: '99', rejected: '0', missing: '0' }],
    });
    expect(await stockOf(deal)).toEqual({ onHand: 1, reserved: 0 });
    expect(await violations()).toEqual([]);
  });

  it('a product that keeps no stock confirms freely; the plan knows what it owes, and the seller is warned beside the line', async () => {
    const deal = await aDeal(api);
    await plan(
      deal.sells,
      'forecastRecord',
      {
        productId: deal.product.id,
        weeks: [0, 7].map((days) => ({ week: inDays(api, days), qty: '100', confidence: 'FORECAST' })),
      },
      'ForecastRecordInput',
    );
    const order = await place(deal, '200', 1);
    const { order: seen } = await deal.sells.query<{
      order: { supply: { plan: string; warning: string | null; stockKept: boolean }[] };
    }>('query($id: ID!) { order(id: $id) { supply { plan warning stockKept } } }', { id: order.id });
    expect(seen.supply).toMatchObject([{ stockKept: false, warning: expect.stringContaining('kế hoạch') }]);
    const { order: other } = await deal.buys.query<{ order: { supply: unknown[] } }>(
      'query($id: ID!) { order(id: $id) { supply { plan } } }',
      {
        id: order.id,
      },
    );
    expect(other.supply).toEqual([]);
    expect((await acknowledge(deal, order)).status).toBe('CONFIRMED');
    expect((await supplyOf(deal.sells, deal)).shortfall).not.toBe('0');
  });

  it('plans weigh what is foretold, keep every revision, and take off what is harvested', async () => {
    const deal = await aDeal(api);
    const say = (qty: string, confidence: string) =>
      plan(
        deal.sells,
        'forecastRecord',
        { productId: deal.product.id, weeks: [{ week: inDays(api, 0), qty, confidence }] },
        'ForecastRecordInput',
      );
    await say('500', 'FORECAST');
    expect((await supplyOf(deal.sells, deal)).weeks[0]).toMatchObject({ firm: '0', plan: '400' });
    await say('300', 'OBSERVED');
    expect((await supplyOf(deal.sells, deal)).weeks[0]).toMatchObject({ plan: '300' });
    await harvest(deal, '120');
    expect((await supplyOf(deal.sells, deal)).weeks[0]).toMatchObject({ firm: '120', plan: '300' });
    const kept = await api.sql('select qty::float8 as qty from harvest_forecast where product_id = $1 order by revision', [
      deal.product.id,
    ]);
    expect(kept).toEqual([{ qty: 500 }, { qty: 300 }]);
    const past = await plan(
      deal.sells,
      'forecastRecord',
      {
        productId: deal.product.id,
        weeks: [{ week: inDays(api, -8), qty: '1', confidence: 'FORECAST' }],
      },
      'ForecastRecordInput',
    );
    expect(past['forecastRecord']!.rows).toMatchObject([{ code: 'WEEK_PAST' }]);
  });

  it('the calendar fills what nobody foretold at half weight, and the season months follow it over the new year', async () => {
    const deal = await aDeal(api);
    const save = (windows: { from: string; to: string; weeklyQty?: string }[]) =>
      plan(deal.sells, 'harvestCalendarSave', { productId: deal.product.id, windows }, 'HarvestCalendarSaveInput');
    await save([{ from: '01-01', to: '12-31', weeklyQty: '200' }]);
    expect((await supplyOf(deal.sells, deal)).weeks[1]).toMatchObject({ plan: expect.stringMatching(/^[1-9]/), inSeason: true });
    await save([{ from: '11-15', to: '02-10', weeklyQty: '200' }]);
    const [row] = await api.sql<{ months: number[] }>('select harvest_months as months from product where id = $1', [
      deal.product.id,
    ]);
    expect(row!.months).toEqual([1, 2, 11, 12]);
    const twice = await save([
      { from: '07-01', to: '09-30' },
      { from: '09-30', to: '10-31' },
    ]);
    expect(twice['harvestCalendarSave']!.rows).toMatchObject([{ code: 'WINDOWS_OVERLAP' }]);
  });

  it('shows numbers to the seller, bands to a buyer, the season to a visitor and to other cooperatives', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '730');
    const buyer = await api.as(await api.given.member(await api.given.retailer(), 'BUYER'));
    const rival = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    expect(await supplyOf(deal.sells, deal)).toMatchObject({ precision: 'EXACT', weeks: [{ firm: '730' }, {}, {}] });
    expect(await supplyOf(buyer, deal)).toMatchObject({
      precision: 'BANDS',
      weeks: [{ firm: null, plan: null, firmBand: { from: '500', below: '1000' } }, {}, {}],
    });
    for (const reader of [api.visitor, rival]) {
      expect(await supplyOf(reader, deal)).toMatchObject({
        precision: 'SEASON',
        known: false,
        weeks: [{ firm: null, firmBand: null, inSeason: true }, {}, {}],
      });
    }
    await plan(
      deal.sells,
      'stockKeepingSet',
      { productId: deal.product.id, stockKept: true, supplyVisibility: 'PARTIES' },
      'StockKeepingSetInput',
    );
    expect(await supplyOf(buyer, deal)).toMatchObject({ precision: 'SEASON' });
  });

  it('a contract signed by both sides asks of the weeks to come, shows "vượt sản lượng" to both, and makes the buyer see numbers', async () => {
    const seller = await api.given.cooperative();
    const buyer = await api.given.retailer();
    const sells = await api.as(await api.given.member(seller, 'SELLER_DIRECTOR'));
    const buys = await api.as(await api.given.member(buyer, 'BUYER_MANAGER', 'BUYER'));
    const product = await api.given.product(seller);
    const deal = { sells, buys, product } as Deal;
    const monday = startOfWeek(addDays(inDays(api, 0), 7));
    await harvest(deal, '150');
    const { contractPropose } = await sells.mutate<{ contractPropose: { id: string; version: number } }>(
      `mutation($input: ContractProposeInput!) { contractPropose(input: $input) { ... on Contract { id version } ... on DomainError { code } ... on RowsRefused { rows { code field } } } }`,
      {
        sellerOrgId: seller.id,
        buyerOrgId: buyer.id,
        validFrom: inDays(api, 0),
        validTo: addDays(monday, 13),
        priceClause: 'FIXED',
        toleranceBp: 0,
        paymentTermDays: 15,
        lines: [
          {
            productId: product.id,
            packId: product.packId,
            minQty: '0',
            targetQty: '200',
            maxQty: '200',
            unitPrice: 40000,
            schedule: [
              { from: monday, to: addDays(monday, 6), qty: '100' },
              { from: addDays(monday, 7), to: addDays(monday, 13), qty: '100' },
            ],
          },
        ],
      },
    );
    const SUPPLY = 'query($id: ID!) { contract(id: $id) { supply { asked covered exceeds percentOfPlan firstShortWeek } } }';
    const over = { asked: '200', covered: '150', exceeds: true, percentOfPlan: 133, firstShortWeek: addDays(monday, 7) };
    for (const side of [sells, buys]) {
      const { contract } = await side.query<{ contract: { supply: unknown[] } }>(SUPPLY, { id: contractPropose.id });
      expect(contract.supply).toEqual([over]);
    }
    expect((await supplyOf(sells, deal)).weeks[1]).toMatchObject({ plan: '150', uncommitted: '150', committed: '0' });
    let version = contractPropose.version;
    for (const side of [sells, buys]) {
      const { contractSign } = await side.mutate<{ contractSign: { version: number } }>(
        'mutation($input: ContractActionInput!) { contractSign(input: $input) { ... on Contract { version } ... on DomainError { code } } }',
        { id: contractPropose.id, version },
      );
      version = contractSign.version;
    }
    expect(await supplyOf(buys, deal)).toMatchObject({
      precision: 'EXACT',
      weeks: [{ committed: '0' }, { plan: '150', uncommitted: '0', committed: '100' }, { committed: '100' }],
    });
    const { contract: after } = await buys.query<{ contract: { supply: unknown[] } }>(SUPPLY, { id: contractPropose.id });
    expect(after.supply).toEqual([over]);
    // A call-off takes its part of the schedule: the same goods are not asked for twice.
    const { contract } = await buys.query<{ contract: { lines: { id: string }[] } }>(
      'query($id: ID!) { contract(id: $id) { lines { id } } }',
      {
        id: contractPropose.id,
      },
    );
    const order = await orderAct(buys, 'orderPlace', {
      sellerOrgId: seller.id,
      contractId: contractPropose.id,
      requestedOn: addDays(monday, 2),
      deliveryLocationId: await api.given.location(buyer),
      lines: [{ productId: product.id, contractLineId: contract.lines[0]!.id, qty: '100' }],
    });
    expect((await acknowledge(deal, order)).status).toBe('CONFIRMED');
    expect((await supplyOf(sells, deal)).weeks.slice(1)).toMatchObject([
      { firm: '50', uncommitted: '0', committed: '0' },
      { committed: '100' },
    ]);
    const uncommitted = await api.app
      .get(UnitOfWork)
      .read(SYSTEM, (tx) => api.app.get(AvailabilityBook).uncommitted(tx, [product.id], monday, addDays(monday, 13)));
    expect(uncommitted.get(product.id)!.toDecimalString()).toBe('0');
  });

  it('a connection killed in the middle of a hold leaves nothing', async () => {
    const deal = await aDeal(api);
    await harvest(deal, '100');
    const order = await place(deal, '40');
    // The last statement of the act fails as if the server had gone: everything before it must be gone too.
    await api.sql(
      `create function fall_over() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await api.sql(`create trigger fall_over after insert on supply_promise for each row execute function fall_over()`);
    const broken = await deal.sells.send(
      'mutation($input: OrderAcknowledgeInput!) { orderAcknowledge(input: $input) { __typename } }',
      {
        input: {
          clientKey: 'giữa chừng',
          id: order.id,
          version: order.version,
          lines: [{ lineId: order.lines[0]!.id, kind: 'ALL' }],
        },
      },
    );
    expect(broken.errors).toHaveLength(1);
    await api.sql('drop trigger fall_over on supply_promise');
    await api.sql('drop function fall_over()');
    expect(await stockOf(deal)).toEqual({ onHand: 100, reserved: 0 });
    expect(await api.sql('select 1 from stock_hold where order_id = $1', [order.id])).toEqual([]);
    expect((await acknowledge(deal, order)).status).toBe('CONFIRMED');
    expect(await violations()).toEqual([]);
  });

  it('the public page of a lot names its way and no person, and a code nobody made finds nothing', async () => {
    const deal = await aDeal(api);
    const lot = await harvest(deal, '40', { note: 'Ghi chú nội bộ' });
    await act(deal.sells, 'lotStageAdd', { lotId: lot.id, stage: 'PACKED', place: 'Nhà sơ chế thôn Mẫu', on: inDays(api, 0) });
    const ask = (code: string) =>
      api.visitor.query<{ lotTrace: Record<string, unknown> | null }>(
        `query($code: String!) { lotTrace(code: $code) { lotCode cooperativeName harvestedOn standards stages { stage place on } } }`,
        { code },
      );
    const { lotTrace } = await ask(lot.tracePath.slice(3));
    expect(lotTrace).toMatchObject({
      lotCode: lot.lotCode,
      stages: [{ stage: 'HARVESTED' }, { stage: 'PACKED', place: 'Nhà sơ chế thôn Mẫu' }],
    });
    const [person] = await api.sql<{ name: string }>(
      'select full_name as name from app_user u join membership m on m.user_id = u.id where m.org_id = $1',
      [deal.seller.id],
    );
    expect(JSON.stringify(lotTrace)).not.toContain(person!.name);
    expect(JSON.stringify(lotTrace)).not.toContain('nội bộ');
    expect((await ask('KHONGCOMALO2')).lotTrace).toBeNull();
  });

  it('another cooperative can neither read nor write a lot, and the audit finds what was planted behind its back', async () => {
    const deal = await aDeal(api);
    const lot = await harvest(deal, '40');
    const rival = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const read = await rival.send('query($id: ID!) { stockLot(id: $id) { id } }', { id: lot.id });
    expect(read.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await expect(act(rival, 'stockLoss', { lotId: lot.id, qty: '1', reason: 'ROTTEN' })).rejects.toThrow(/NOT_FOUND/);
    expect(await violations()).toEqual([]);
    await api.sql('update lot_balance set on_hand = on_hand + 5 where lot_id = $1', [lot.id]);
    expect(await violations()).toEqual(['stock of a lot = sum of its ledger entries']);
    await api.sql('update lot_balance set on_hand = on_hand - 5, reserved = 3 where lot_id = $1', [lot.id]);
    expect(await violations()).toEqual([
      'stock of a lot = sum of its ledger entries',
      'what orders hold of a lot = what the lot has reserved',
    ]);
    await api.sql('update lot_balance set reserved = 0 where lot_id = $1', [lot.id]);
  });
});
