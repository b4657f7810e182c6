import { auditCommitments, ProgressKeeper } from '../../agreements/index.js';
import { auditHolds } from '../audit-holds.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import {
  aDeal,
  type Deal,
  inDays,
  ledgerOf,
  orderAct,
  type OrderAnswer,
  placeInput,
  shipmentAct,
} from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Offer {
  readonly kind: 'CONTRACT' | 'MOU';
  readonly id: string;
  readonly others: number;
  readonly lines: readonly { lineId: string; qty: string; remaining: string | null }[];
}
type Linked = OrderAnswer & { readonly contract: { id: string } | null; readonly mou: { id: string } | null };

describe('linking a spot order to an agreement', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    deal = await aDeal(api, { max: '1000', tiers: [{ minQtyBase: '0', unitPrice: 50_000n }] });
  });
  afterEach(async () => {
    const checks = await api.app
      .get(UnitOfWork)
      .run(SYSTEM, async (tx) => [...(await auditCommitments(tx)), ...(await auditHolds(tx))]);
    // A deal is written row by row, without signatures and commitments: what the ledger and the holds say is asked here.
    const asked = [
      'open call-off',
      'released',
      'reversal',
      'an entry counts',
      'stock is held',
      'an order line holds',
      'what plans',
    ];
    const broken = checks.filter(({ name, violations }) => violations > 0 && asked.some((word) => name.includes(word)));
    expect(broken).toEqual([]);
  });

  const spot = (qty = '100') => orderAct(deal.buys, 'orderPlace', placeInput(api, deal, qty, { spot: true }));
  const offersOf = async (orderId: string, client = deal.buys) =>
    (
      await client.query<{ agreementOffers: Offer[] }>(
        'query($id: ID!) { agreementOffers(orderId: $id) { kind id others lines { lineId qty remaining } } }',
        { id: orderId },
      )
    ).agreementOffers;
  const link = async (order: Pick<OrderAnswer, 'id' | 'version'>, to: Record<string, unknown>, client = deal.buys) => {
    const { orderLink } = await client.mutate<{ orderLink: Linked }>(
      `mutation($input: OrderLinkInput!) { orderLink(input: $input) { __typename ... on Order { id version status contract { id } mou { id } orderedTotal
         lines { id unitPrice } } ... on DomainError { code } ... on RowsRefused { rows { row field code } } } }`,
      { id: order.id, version: order.version, ...to },
    );
    return orderLink;
  };
  const acknowledge = (order: Pick<OrderAnswer, 'id' | 'version' | 'lines'>, line: Record<string, unknown>) =>
    orderAct(deal.sells, 'orderAcknowledge', {
      id: order.id,
      version: order.version,
      lines: [{ lineId: order.lines[0]!.id, ...line }],
    });
  const deliver = async (order: Pick<OrderAnswer, 'id' | 'version' | 'lines'>, accepted: string, rejected = '0') => {
    const qty = String(Number(accepted) + Number(rejected));
    const sent = await shipmentAct(deal.sells, 'shipmentDispatch', {
      ...{ orderId: order.id, orderVersion: order.version, expectedOn: inDays(api, 1) },
      lines: [{ orderLineId: order.lines[0]!.id, qty }],
    });
    const line = { shipmentLineId: sent.lines[0]!.id, accepted, rejected, missing: '0' };
    return shipmentAct(deal.receives, 'receiptPost', {
      ...{ shipmentId: sent.id, shipmentVersion: sent.version },
      lines: [{ ...line, ...(rejected !== '0' && { rejectReason: 'BRUISED' }) }],
    });
  };
  const mouTotals = async () =>
    (
      await api.sql<Record<'called' | 'dispatched' | 'accepted', number>>(
        `select called_off::float8 as called, dispatched::float8, accepted::float8 from agreement_line_total where line_id = $1`,
        [deal.mouLineId],
      )
    )[0];

  it('is offered to the buyer alone, contracts first, and makes its lines call-offs at the order’s own price', async () => {
    const order = await spot();
    const offers = await offersOf(order.id);
    expect(offers.map(({ kind, id }) => [kind, id])).toEqual([
      ['CONTRACT', deal.contractId],
      ['MOU', deal.mouId],
    ]);
    expect(offers[0]).toMatchObject({ others: 0, lines: [{ qty: '100', remaining: '1000' }] });
    expect(await offersOf(order.id, deal.sells)).toEqual([]);
    await expect(link(order, { contractId: deal.contractId }, deal.sells)).rejects.toThrow(/FORBIDDEN/);

    const linked = await link(order, { contractId: deal.contractId });
    expect(linked).toMatchObject({ contract: { id: deal.contractId }, mou: { id: deal.mouId }, orderedTotal: 5_000_000 });
    expect(linked.lines[0]!.unitPrice).toBe(50_000);
    expect((await ledgerOf(api, deal)).calledOff).toBe(100);
    expect(await offersOf(order.id)).toEqual([]);
    const confirmed = await acknowledge({ ...order, version: linked.version }, { kind: 'LESS', qty: '60', reason: 'Mưa' });
    expect((await ledgerOf(api, deal)).calledOff).toBe(60);
    await orderAct(deal.buys, 'orderAcceptCounter', { id: order.id, version: confirmed.version });
    const [told] = await api.sql<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where p.payload->>'kind' = 'order.linked'`,
    );
    expect(told!.n).toBeGreaterThan(0);
  });

  it('counts what was confirmed when it is linked after the answer, and plans count it once', async () => {
    const order = await spot();
    const confirmed = await acknowledge(order, { kind: 'ALL' });
    const linked = await link(confirmed, { contractId: deal.contractId });
    expect(linked.__typename).toBe('Order');
    expect((await ledgerOf(api, deal)).calledOff).toBe(100);
    const [promise] = await api.sql<{ id: string }>(`select contract_line_id as id from supply_promise where source_id = $1`, [
      order.id,
    ]);
    expect(promise!.id).toBe(deal.contractLineId);
    await deliver({ ...confirmed, version: linked.version }, '90', '10');
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 100, dispatched: 100, accepted: 90, rejected: 10 });
  });

  it('counts for a memorandum without a contract, once, through delivery', async () => {
    await api.sql(`update contract set status = 'SUSPENDED' where id = $1`, [deal.contractId]);
    const order = await spot();
    expect((await offersOf(order.id)).map(({ kind }) => kind)).toEqual(['MOU']);
    const linked = await link(order, { mouId: deal.mouId });
    expect(linked).toMatchObject({ contract: null, mou: { id: deal.mouId } });
    const confirmed = await acknowledge({ ...order, version: linked.version }, { kind: 'ALL' });
    await deliver(confirmed, '80', '20');
    expect(await mouTotals()).toEqual({ called: 100, dispatched: 100, accepted: 80 });
    const entries = await api.sql<{ kind: string; contract: string | null; qty: number }>(
      `select kind, contract_line_id as contract, sum(qty)::float8 as qty from commitment_entry where mou_line_id = $1 group by 1, 2 order by 1`,
      [deal.mouLineId],
    );
    expect(entries).toEqual([
      { kind: 'ACCEPT', contract: null, qty: 80 },
      { kind: 'CALL_OFF', contract: null, qty: 100 },
      { kind: 'CONFIRM', contract: null, qty: 100 },
      { kind: 'DISPATCH', contract: null, qty: 100 },
      { kind: 'REJECT', contract: null, qty: 20 },
    ]);
    const { mou } = await deal.buys.query<{ mou: { orders: { id: string }[] } }>(
      'query($id: ID!) { mou(id: $id) { orders { id } } }',
      {
        id: deal.mouId,
      },
    );
    expect(mou.orders).toEqual([{ id: order.id }]);
  });

  it('is offered while the sheet is filled in, and counts for a memorandum from the moment it is placed', async () => {
    const lines = [
      { row: 4, productId: deal.product.id, qty: '100', on: inDays(api, 3) },
      { row: 7, productId: deal.product.id, qty: '950', on: inDays(api, 3) },
    ];
    const offers = async (client = deal.buys) =>
      (
        await client.query<{ padOffers: { kind: string; id: string; lines: { row: number; unitPrice: number | null }[] }[] }>(
          'query($sellerOrgId: ID!, $lines: [PadOfferLineInput!]!) { padOffers(sellerOrgId: $sellerOrgId, lines: $lines) { kind id lines { row unitPrice } } }',
          { sellerOrgId: deal.seller.id, lines },
        )
      ).padOffers;
    const [agreed] = await api.sql<{ price: string }>('select unit_price as price from contract_line where id = $1', [
      deal.contractLineId,
    ]);
    // The contract has 1000 left: the first row fits, the second does not any more; a memorandum sets no maximum.
    expect(await offers()).toEqual([
      { kind: 'CONTRACT', id: deal.contractId, lines: [{ row: 4, unitPrice: Number(agreed!.price) }] },
      { kind: 'MOU', id: deal.mouId, lines: [4, 7].map((row) => ({ row, unitPrice: null })) },
    ]);
    await expect(offers(deal.sells)).rejects.toThrow(/FORBIDDEN/);
    const stranger = await aDeal(api);
    expect(await offers(stranger.buys)).toEqual([]);

    const place = async (linkMouId: string, client = deal.buys) => {
      const { orderPlace } = await client.mutate<{ orderPlace: { __typename: string; code?: string; mou?: { id: string } } }>(
        `mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename ... on Order { mou { id } contract { id } } ... on DomainError { code } } }`,
        { ...placeInput(api, deal, '100', { spot: true }), linkMouId },
      );
      return orderPlace;
    };
    expect((await place(stranger.mouId)).code).toBe('LINK_NOTHING_FITS');
    expect((await mouTotals())?.called ?? 0).toBe(0);
    expect(await place(deal.mouId)).toMatchObject({ mou: { id: deal.mouId }, contract: null });
    expect((await mouTotals())!.called).toBe(100);
  });

  it('stands on the page of every memorandum that one of its lines counts for', async () => {
    const order = await spot();
    await link(order, { contractId: deal.contractId });
    const [other, otherLine, second] = [newId(), newId(), newId()];
    await api.sql(
      `insert into mou (id, register_no, title, status, signed_on, valid_from, party_org_ids, created_by, created_by_org_id, recorded_at)
       select $2, $3, title, status, signed_on, valid_from, party_org_ids, created_by, created_by_org_id, now() from mou where id = $1`,
      [deal.mouId, other, `BB-${other}`],
    );
    await api.sql(
      `insert into mou_line select (jsonb_populate_record(l, jsonb_build_object('id', $2::uuid, 'mou_id', $3::uuid))).* from mou_line l where id = $1`,
      [deal.mouLineId, otherLine, other],
    );
    await api.sql(
      `insert into order_line select (jsonb_populate_record(l, jsonb_build_object('id', $2::uuid, 'line_no', 2, 'contract_line_id', null, 'mou_line_id', null))).*
       from order_line l where order_id = $1`,
      [order.id, second],
    );
    // What counts already is no line that an agreement could not take.
    expect((await offersOf(order.id))[0]).toMatchObject({ kind: 'CONTRACT', others: 0, lines: [{ lineId: second }] });
    await api.sql('update order_line set mou_line_id = $2 where id = $1', [second, otherLine]);
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => api.app.get(ProgressKeeper).recompute(tx, [deal.mouId, other]));
    const ordersOf = async (id: string) =>
      (
        await deal.buys.query<{ mou: { orders: { id: string }[] } }>('query($id: ID!) { mou(id: $id) { orders { id } } }', { id })
      ).mou.orders.map((one) => one.id);
    expect([await ordersOf(deal.mouId), await ordersOf(other)]).toEqual([[order.id], [order.id]]);
    // Without the contract its two lines count for two memoranda.
    await api.sql('update order_line set contract_line_id = null where order_id = $1', [order.id]);
    await api.sql('update purchase_order set contract_id = null where id = $1', [order.id]);
    expect([await ordersOf(deal.mouId), await ordersOf(other)]).toEqual([[order.id], [order.id]]);
    await api.sql('delete from order_line where id = $1', [second]);
    await api.sql('update order_line set contract_line_id = $2 where order_id = $1', [order.id, deal.contractLineId]);
    await api.sql('update purchase_order set contract_id = $2 where id = $1', [order.id, deal.contractId]);
  });

  it('is counted once, however often and to whatever it is linked at the same time', async () => {
    const order = await spot();
    const targets = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? { contractId: deal.contractId } : { mouId: deal.mouId },
    );
    const answers = await Promise.all(targets.map((to) => link(order, to)));
    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(1);
    expect((await mouTotals())!.called).toBe(100);
  });

  it('never draws more on a contract than is left, when several orders reach for the last of it', async () => {
    const orders = await Promise.all(Array.from({ length: 8 }, () => spot('300')));
    const answers = await Promise.all(orders.map((order) => link(order, { contractId: deal.contractId })));
    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(3);
    expect((await ledgerOf(api, deal)).calledOff).toBe(900);
  });

  it('sees an annex or an end that was on its way when twenty reach for the agreement', async () => {
    const orders: OrderAnswer[] = [];
    for (let i = 0; i < 20; i += 1) orders.push(await spot('50'));
    /** Twenty links while whoever changes the agreement holds it, as annexes and endings do. */
    const meanwhile = async (to: Record<string, unknown>, table: 'contract' | 'mou', id: string, change: string) => {
      let answers: Promise<Linked[]> | null = null;
      await api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await tx.query(`select 1 from ${table} where id = $1 for update`, [id]);
        await tx.query(change, [id]);
        answers = Promise.all(orders.map((order) => link(order, to)));
        await new Promise((resolve) => setTimeout(resolve, 400));
      });
      return (await answers!).map(({ __typename }) => __typename === 'Order').filter(Boolean).length;
    };
    const ended = `update mou set status = 'SUSPENDED' where id = $1`;
    expect(await meanwhile({ mouId: deal.mouId }, 'mou', deal.mouId, ended)).toBe(0);
    await api.sql(`update mou set status = 'IN_FORCE' where id = $1`, [deal.mouId]);
    const lowered = 'update contract_line set target_qty = 500, max_qty = 500 where contract_id = $1';
    expect(await meanwhile({ contractId: deal.contractId }, 'contract', deal.contractId, lowered)).toBe(10);
    expect((await ledgerOf(api, deal)).calledOff).toBe(500);
  });

  it('is refused once goods have left, by another version, and for other goods, sides and days', async () => {
    const order = await spot();
    expect((await link({ ...order, version: 9 }, { contractId: deal.contractId })).__typename).toBe('VersionConflict');
    const other = await aDeal(api);
    expect((await link(order, { contractId: other.contractId })).code).toBe('LINK_NOTHING_FITS');
    expect((await link(order, { mouId: other.mouId })).code).toBe('LINK_NOTHING_FITS');
    await api.sql('update contract set valid_to = $2 where id = $1', [deal.contractId, inDays(api, 1)]);
    expect((await link(order, { contractId: deal.contractId })).code).toBe('LINK_NOTHING_FITS');
    await expect(link(order, {})).rejects.toThrow();
    const confirmed = await acknowledge(order, { kind: 'ALL' });
    await deliver(confirmed, '100');
    const [{ version }] = (await api.sql<{ version: number }>('select version from purchase_order where id = $1', [
      order.id,
    ])) as [{ version: number }];
    expect((await link({ id: order.id, version }, { mouId: deal.mouId })).code).toBe('LINK_TOO_LATE');
    expect(await offersOf(order.id)).toEqual([]);
  });
});
