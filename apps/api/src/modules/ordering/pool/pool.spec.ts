import { auditCommitments } from '../../agreements/index.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { type Facts, noticeOf, readNotice } from '../../../platform/notices/index.js';
import { anAgreement } from '../../../testing/agreement.js';
import type { Client } from '../../../testing/client.js';
import {
  acceptShare,
  agree,
  aMember,
  aPool,
  type GivenPool,
  POOL,
  type PoolMember,
  type PoolShape,
  readPool,
} from '../../../testing/pool.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { done } from '../../../testing/trade.js';

type Answer = PoolShape & {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly rows?: { code: string; row: number; field: string }[];
};

describe('pooled supply', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date('2026-06-01T03:00:00Z'));
  });
  afterAll(() => api.stop());

  const act = async (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<Answer> =>
    (
      await client.mutate<Record<string, Answer>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code message } ... on RowsRefused { rows { code row field } } ... on SupplyPool { ${POOL} } } }`,
        input,
      )
    )[name]!;
  const callOff = (pool: GivenPool, qty: string, more: Record<string, unknown> = {}) =>
    act(pool.buys, 'poolCallOff', 'PoolCallOffInput', {
      poolId: pool.poolId,
      qty,
      requestedOn: '2026-06-10',
      deliveryLocationId: pool.locationId,
      shortageSeen: '0',
      ...more,
    });
  const offer = (client: Client, input: Record<string, unknown>) => act(client, 'supplyPoolOffer', 'SupplyPoolOfferInput', input);
  /** The member answers its order of the newest call-off: all of it, or so much with a reason. */
  const acknowledge = async (member: PoolMember, poolId: string, qty: string | null = null) => {
    const [newest] = (await readPool(member.client, poolId)).callOffs;
    for (const { orderId } of newest!.parts.filter((part) => part.own && part.orderId)) {
      const { order } = await member.client.query<{ order: { version: number; status: string; lines: { id: string }[] } }>(
        'query($id: ID!) { order(id: $id) { version status lines { id } } }',
        { id: orderId },
      );
      if (order.status !== 'PLACED') continue;
      const answer =
        qty === '0' ? { kind: 'REFUSE', reason: 'Mưa đá' } : qty ? { kind: 'LESS', qty, reason: 'Mưa đá' } : { kind: 'ALL' };
      const lines = [{ lineId: order.lines[0]!.id, ...answer }];
      await done(
        member.client,
        'orderAcknowledge',
        'OrderAcknowledgeInput',
        { id: orderId, version: order.version, lines },
        '... on Order { id }',
      );
    }
  };
  const given = (pool: GivenPool, { parts }: PoolShape['callOffs'][number], round = 1) =>
    pool.members.map(({ org }) => parts.find((part) => part.round === round && part.member.id === org.id)?.qty ?? null);
  const sound = async () => {
    const checks = await api.app.get(UnitOfWork).run(SYSTEM, (tx) => auditCommitments(tx));
    expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
  };

  describe('of three with one shortfall', () => {
    let pool: GivenPool;
    beforeAll(async () => {
      pool = await aPool(api, [{ target: '400' }, { target: '300' }, { target: '200' }], {
        title: 'Ba HTX',
      });
    });

    it('is divided in proportion, each with an order of its own, and says why', async () => {
      const { poolPreview } = await pool.buys.query<{ poolPreview: { shortage: string; parts: { qty: string }[] } }>(
        'query($input: PoolAskInput!) { poolPreview(input: $input) { ... on PoolPreview { shortage parts { qty } } } }',
        { input: { poolId: pool.poolId, qty: '450', requestedOn: '2026-06-10', deliveryLocationId: pool.locationId } },
      );
      expect([poolPreview.shortage, poolPreview.parts.length]).toEqual(['0', 3]);
      const placed = await callOff(pool, '450');
      expect(given(pool, placed.callOffs[0]!)).toEqual(['200', '150', '100']);
      expect(placed.calledOff).toBe('450');
      const orders = await api.sql<{ seller: string; contract: string; qty: string }>(
        `select o.seller_org_id as seller, o.contract_id as contract, l.ordered_qty::text as qty from purchase_order o join order_line l on l.order_id = o.id
         join pool_part t on t.order_id = o.id where t.pool_id = $1 order by l.ordered_qty desc`,
        [pool.poolId],
      );
      expect(orders.map(({ seller, qty }) => [seller, qty])).toEqual(
        pool.members.map(({ org }, i) => [org.id, ['200.000', '150.000', '100.000'][i]]),
      );
      expect(new Set(orders.map(({ contract }) => contract))).toEqual(new Set([pool.contractId]));
      const order = placed.callOffs[0]!.parts.find(({ member }) => member.id === pool.members[1]!.org.id)!.orderId;
      const why = await pool.members[1]!.client.query<{
        order: { pool: { qty: string; parts: Record<string, unknown>[] }; contract: unknown };
      }>(
        'query($id: ID!) { order(id: $id) { contract { id } pool { qty parts { own weight among divided proportion added qty capped } } } }',
        { id: order },
      );
      expect(why.order.pool.parts).toEqual([
        { own: true, weight: '300', among: '900', divided: '450', proportion: '150', added: '0', qty: '150', capped: false },
      ]);
      await sound();
    });

    it('shows each member its own share and the totals, the buyer and the lead all of them, a stranger nothing', async () => {
      const [lead, second] = pool.members;
      const seen = await readPool(second!.client, pool.poolId);
      expect(seen.shares.map(({ member }) => member.id)).toEqual([second!.org.id]);
      expect(seen.callOffs[0]!.parts.map(({ member }) => member.id)).toEqual([second!.org.id]);
      expect(seen).toMatchObject({ members: 3, promised: '900', calledOff: '450' });
      expect(seen.figures.map(({ memberOrgId }) => memberOrgId)).toEqual([null, second!.org.id]);
      for (const client of [lead!.client, pool.buys]) expect((await readPool(client, pool.poolId)).shares).toHaveLength(3);
      const stranger = await aMember(api, 'HTX Người ngoài');
      await expect(readPool(stranger.client, pool.poolId)).rejects.toThrow(/NOT_FOUND/);
      await expect(
        act(second!.client, 'poolCallOff', 'PoolCallOffInput', {
          poolId: pool.poolId,
          qty: '10',
          requestedOn: '2026-06-10',
          deliveryLocationId: pool.locationId,
          shortageSeen: '0',
        }),
      ).rejects.toThrow(/NOT_FOUND|FORBIDDEN/);
    });

    it('lets a declined part flow back once to those that confirmed, and tells the buyer what is missing', async () => {
      const [lead, second, third] = pool.members;
      await acknowledge(lead!, pool.poolId);
      await acknowledge(second!, pool.poolId, '0');
      await api.drainJobs();
      // The third has not answered yet: nothing flows before all did.
      expect((await readPool(pool.buys, pool.poolId)).callOffs[0]!.flowedAt).toBeNull();
      await acknowledge(third!, pool.poolId);
      await api.drainJobs();
      const after = (await readPool(pool.buys, pool.poolId)).callOffs[0]!;
      expect(after).toMatchObject({ returned: '150', reallocated: '150' });
      expect(given(pool, after, 2)).toEqual(['100', null, '50']);
      await acknowledge(third!, pool.poolId, '20');
      await acknowledge(lead!, pool.poolId);
      await api.drainJobs();
      // What is declined of the second round goes to nobody: the buyer reads it as a short confirmation.
      const last = (await readPool(pool.buys, pool.poolId)).callOffs[0]!;
      expect(last.parts).toHaveLength(5);
      expect(last).toMatchObject({ returned: '150', reallocated: '150' });
      expect((await readPool(pool.buys, pool.poolId)).shares.map(({ usedQty }) => usedQty)).toEqual(
        expect.arrayContaining(['300', '0', '120']),
      );
      const told = await api.sql<{ facts: Facts }>(`select facts from notification where user_id = $1 and kind = 'pool.short'`, [
        pool.manager.userId,
      ]);
      expect(told).toHaveLength(1);
      const words = (facts: Facts) => readNotice(noticeOf('pool.short')!, facts, 'HTX', 'vi').title;
      expect(words(told[0]!.facts)).toContain('báo thiếu 150, đã chia lại 150 cho đơn vị khác, còn thiếu 0.');
      expect(words({ ...told[0]!.facts, back: '400', missing: '1250.5' })).toContain('báo thiếu 400, đã');
      expect(words({ ...told[0]!.facts, back: '400', missing: '1250.5' })).toContain('còn thiếu 1.250,5.');
      await sound();
    });

    it('says what is missing before anything is ordered, and sends no order past the caps', async () => {
      const refused = await callOff(pool, '580', { requestedOn: '2026-06-20' });
      expect(refused.code).toBe('POOL_SHORT');
      expect(refused.message).toContain('thiếu 100 kg');
      expect(await callOff(pool, '585')).toMatchObject({ code: 'PACK_MULTIPLE' });
      expect(await callOff(pool, '900')).toMatchObject({ code: 'OVER_CALL' });
      const placed = await callOff(pool, '580', { requestedOn: '2026-06-20', shortageSeen: '100' });
      expect(placed.callOffs[0]).toMatchObject({ allocated: '480', shortage: '100' });
      expect(given(pool, placed.callOffs[0]!)).toEqual(['100', '300', '80']);
      await sound();
    });

    it('takes no order of the lead alone while the pool is open', async () => {
      const input = {
        sellerOrgId: pool.seller.id,
        contractId: pool.contractId,
        requestedOn: '2026-06-10',
        deliveryLocationId: pool.locationId,
        lines: [{ productId: pool.products[0]!.id, contractLineId: pool.contractLineIds[0], qty: '10' }],
      };
      const { orderPlace } = await pool.buys.mutate<{ orderPlace: { rows: { code: string }[] } }>(
        'mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { ... on RowsRefused { rows { code } } } }',
        input,
      );
      expect(orderPlace.rows).toEqual([{ code: 'LINE_IS_POOLED' }]);
    });

    it('holds every member to the life of goods that the lead’s contract asks for', async () => {
      const { client, product } = pool.members[1]!;
      await api.sql('update product set shelf_life_days = 15, min_remaining_days = 5 where id = $1', [product.id]);
      const heap = { productId: product.id, qty: '10', harvestedOn: '2026-05-31', keepStock: true };
      await done(client, 'harvestRecord', 'HarvestRecordInput', heap, '... on StockLot { id }');
      const orderId = (await readPool(client, pool.poolId)).callOffs
        .flatMap(({ parts }) => parts)
        .find((part) => part.own)!.orderId;
      const asked = async () =>
        (
          await client.query<{ orderLineLife: { minDays: number }[] }>(
            'query($id: ID!) { orderLineLife(orderId: $id) { minDays } }',
            { id: orderId },
          )
        ).orderLineLife;
      await api.sql('update contract set min_remaining_life_pct = null where id = $1', [pool.contractId]);
      expect(await asked()).toEqual([{ minDays: 5 }]);
      await api.sql('update contract set min_remaining_life_pct = 40 where id = $1', [pool.contractId]);
      expect(await asked()).toEqual([{ minDays: 6 }]);
    });
  });

  it('never passes a cap when twenty call off at once, and replays each once', async () => {
    const pool = await aPool(api, [{ target: '100' }, { target: '60' }, { target: '40', priority: 2 }], { title: 'Hai mươi' });
    const keys = Array.from({ length: 20 }, () => newId());
    const send = (clientKey: string) => callOff(pool, '20', { clientKey });
    const answers = await Promise.all([...keys, ...keys.slice(0, 5)].map(send));
    const codes = answers.map(({ code }) => code ?? 'PLACED').sort();
    expect(new Set(codes)).toEqual(new Set(['PLACED', 'POOL_EMPTY', ...(codes.includes('POOL_SHORT') ? ['POOL_SHORT'] : [])]));
    const after = await readPool(pool.buys, pool.poolId);
    expect(after.calledOff).toBe('200');
    expect(after.callOffs).toHaveLength(10);
    // The second class is asked only once the first is full.
    const [used] = await api.sql<{ first: string }>(
      `select coalesce(sum(t.qty), 0)::text as first from pool_part t where t.pool_id = $1 and t.priority = 2 and exists (
         select 1 from pool_part f where f.call_off_id = t.call_off_id and f.priority = 1 and t.qty > 0 and f.qty > 0)`,
      [pool.poolId],
    );
    expect(Number(used!.first)).toBe(0);
    await sound();
  });

  describe('under the limits of the buyer’s house', () => {
    const CALL = `mutation($input: PoolCallOffInput!) { poolCallOff(input: $input) { __typename ... on DomainError { code message }
      ... on OrderRequest { id version poolId orderId total requestState: state } ... on SupplyPool { id calledOff } } }`;
    type Called = { __typename: string; id: string; version: number; code?: string; calledOff?: string; poolId?: string };
    /** Sent again under the same key while the house is busy, as the web app does. */
    const call = async (pool: GivenPool, qty: string): Promise<Called> => {
      const common = { clientKey: newId(), poolId: pool.poolId, qty, requestedOn: '2026-06-10', shortageSeen: '0' };
      const input = { ...common, deliveryLocationId: pool.locationId };
      for (;;) {
        const { data, errors } = await pool.buys.send<{ poolCallOff: Called }>(CALL, { input });
        if (data && !errors?.length) return data.poolCallOff;
        if (!JSON.stringify(errors).includes('BUSY')) throw new Error(JSON.stringify(errors));
      }
    };
    const limited = async (title: string, perPeriod: number) => {
      const pool = await aPool(api, [{ target: '400' }, { target: '300' }], { title });
      const limit = { validFrom: '2026-06-01', perPeriod, period: 'MONTH' };
      await done(pool.buys, 'purchaseLimitSet', 'PurchaseLimitSetInput', limit, '... on PurchaseLimit { id }');
      return pool;
    };

    it('waits above them unseen by the members, and is divided anew once somebody else approves', async () => {
      const pool = await limited('Hạn mức', 8_000_000);
      const approves = await api.as(await api.given.member(pool.buyer, 'BUYER_MANAGER'));
      const decide = async ({ id, version }: Called, client = approves) =>
        (
          await client.mutate<{
            orderRequestApprove: { code?: string; poolId?: string; orderId?: string | null; requestState?: string };
          }>(
            `mutation($input: OrderRequestInput!) { orderRequestApprove(input: $input) { ... on DomainError { code }
               ... on OrderRequest { poolId orderId requestState: state } } }`,
            { id, version },
          )
        ).orderRequestApprove;
      expect(await call(pool, '150')).toMatchObject({ __typename: 'SupplyPool', calledOff: '150' });
      const request = await call(pool, '80');
      expect(request).toMatchObject({
        __typename: 'OrderRequest',
        requestState: 'WAITING',
        total: 3_200_000,
        poolId: pool.poolId,
      });
      expect(await readPool(pool.members[1]!.client, pool.poolId)).toMatchObject({
        calledOff: '150',
        callOffs: [{ qty: '150' }],
      });
      expect(await decide(request, pool.buys)).toMatchObject({ code: 'REQUEST_OWN' });
      // While another call-off holds the pool, the approval waits for it and keeps nobody from the limits.
      let approved: ReturnType<typeof decide> | null = null;
      await api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await tx.query('select 1 from supply_pool where id = $1 for update', [pool.poolId]);
        approved = decide(request);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await tx.query('select 1 from purchase_limit where buyer_org_id = $1 for update nowait', [pool.buyer.id]);
      });
      expect(await approved!).toEqual({ poolId: pool.poolId, orderId: null, requestState: 'PLACED' });
      const after = await readPool(pool.buys, pool.poolId);
      expect([after.calledOff, after.callOffs[0]!.qty, after.callOffs[0]!.allocated]).toEqual(['230', '80', '80']);
      // What the pool cannot give any more on the day it is approved is not ordered behind the asker's back.
      const late = await call(pool, '400');
      await api.sql('update supply_share set weekly_max = 1 where pool_id = $1', [pool.poolId]);
      expect((await decide(late)).code).toBe('POOL_EMPTY');
      await sound();
    });

    it('never passes them when twenty call off at once', async () => {
      const pool = await limited('Hạn mức hai mươi', 4_000_000);
      const answers = await Promise.all(Array.from({ length: 20 }, () => call(pool, '10')));
      const names = answers.map(({ __typename }) => __typename);
      expect(names.filter((name) => name === 'SupplyPool')).toHaveLength(10);
      expect(names.filter((name) => name === 'OrderRequest')).toHaveLength(10);
      const [spent] = await api.sql<{ sum: string }>(
        'select sum(ordered_total)::text as sum from purchase_order where buyer_org_id = $1',
        [pool.buyer.id],
      );
      expect(spent!.sum).toBe('4000000');
      await sound();
    });
  });

  it('keeps a weekly cap over the call-offs of one week', async () => {
    const pool = await aPool(
      api,
      [
        { target: '300', weeklyMax: '100' },
        { target: '300', priority: 2 },
      ],
      { title: 'Theo tuần' },
    );
    const first = await callOff(pool, '80');
    expect(given(pool, first.callOffs[0]!)).toEqual(['80', '0']);
    const second = await callOff(pool, '80', { requestedOn: '2026-06-12' });
    expect(given(pool, second.callOffs[0]!)).toEqual(['20', '60']);
    expect(second.callOffs[0]!.parts.find(({ member }) => member.id === pool.seller.id)!.capBy).toBe('WEEK');
    const next = await callOff(pool, '80', { requestedOn: '2026-06-16' });
    expect(given(pool, next.callOffs[0]!)).toEqual(['80', '0']);
  });

  it('is made by the lead or the Alliance alone, within the line, and asks buyer and members for their word', async () => {
    const deal = await anAgreement(api, { title: 'Mời góp' });
    const [one, two] = [await aMember(api, 'HTX Một'), await aMember(api, 'HTX Hai')];
    const share = (member: PoolMember, targetQty: string) => ({
      memberOrgId: member.org.id,
      priority: 1,
      targetQty,
      maxQty: targetQty,
    });
    const contractLineId = deal.contractLineIds[0]!;
    await expect(offer(one.client, { contractLineId, shares: [share(one, '100')] })).rejects.toThrow(/NOT_FOUND/);
    expect(await offer(deal.sells, { contractLineId, shares: [share(one, '600'), share(two, '500')] })).toMatchObject({
      code: 'SHARES_ABOVE_LINE',
    });
    expect((await offer(deal.sells, { contractLineId, shares: [share(one, '605')] })).rows).toMatchObject([
      { code: 'SHARE_NOT_WHOLE_CASES' },
    ]);
    const made = await offer(deal.sells, { contractLineId, shares: [share(one, '600'), share(two, '400')] });
    expect(made.state).toBe('FORMING');
    expect(await offer(deal.sells, { contractLineId, shares: [share(one, '10')] })).toMatchObject({ code: 'POOL_THERE_ALREADY' });
    const own = (await readPool(one.client, made.id)).shares[0]!;
    const answer = (more: Record<string, unknown>) =>
      act(one.client, 'supplyShareAnswer', 'SupplyShareAnswerInput', { id: own.id, version: own.version, ...more });
    expect(await answer({ accept: true })).toMatchObject({ code: 'SHARE_PRODUCT_MISSING' });
    expect(await answer({ accept: true, productId: two.product.id })).toMatchObject({ code: 'SHARE_PRODUCT_NOT_FITTING' });
    expect(await answer({ accept: false })).toMatchObject({ code: 'SHARE_REASON_MISSING' });
    await answer({ accept: false, reason: 'Không đủ người hái' });
    await acceptShare(two, made.id);
    const waiting = await readPool(deal.buys, made.id);
    expect([waiting.state, waiting.promised]).toEqual(['AWAITING_BUYER', '400']);
    await agree(deal.buys, made.id);
    expect((await readPool(deal.buys, made.id)).state).toBe('OPEN');
    const version = (await readPool(deal.sells, made.id)).version;
    const again = await offer(deal.sells, { poolId: made.id, version, shares: [share(one, '600')] });
    expect(again.shares.map(({ status }) => status).sort()).toEqual(['COMMITTED', 'OFFERED']);
    const released = again.shares.find(({ status }) => status === 'COMMITTED')!;
    await act(deal.sells, 'supplyShareRelease', 'SupplyPoolActInput', {
      id: released.id,
      version: released.version,
      reason: 'Mất mùa',
    });
    const closing = await readPool(deal.sells, made.id);
    expect(closing.state).toBe('FORMING');
    const closed = await act(deal.sells, 'supplyPoolClose', 'SupplyPoolActInput', {
      id: made.id,
      version: closing.version,
      reason: 'Đủ hàng',
    });
    expect(closed.state).toBe('CLOSED');
    await sound();
  });

  it('is gathered by the Alliance for a memorandum, and taken up by the contract of the lead', async () => {
    const deal = await anAgreement(api, { title: 'Liên minh gom', contract: false });
    const officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    const member = await aMember(api, 'HTX Góp trước');
    const made = await offer(officer, {
      mouLineId: deal.mouLineIds[0],
      shares: [{ memberOrgId: member.org.id, priority: 1, targetQty: '500', maxQty: '600' }],
    });
    await acceptShare(member, made.id);
    await agree(deal.buys, made.id);
    expect((await readPool(deal.buys, made.id)).mayCallOff).toBe(false);
    const terms = { validFrom: '2026-06-01', validTo: '2026-12-31', priceClause: 'FIXED', toleranceBp: 0, paymentTermDays: 15 };
    const line = {
      mouLineId: deal.mouLineIds[0],
      productId: deal.products[0]!.id,
      packId: deal.products[0]!.packId,
      minQty: '0',
      targetQty: '1000',
      maxQty: '1000',
      unitPrice: 40_000,
      schedule: [],
    };
    const contract = await done<{ id: string; version: number }>(
      deal.sells,
      'contractPropose',
      'ContractProposeInput',
      { mouId: deal.mouId, sellerOrgId: deal.seller.id, buyerOrgId: deal.buyer.id, ...terms, lines: [line] },
      '... on Contract { id version }',
    );
    let { version } = contract;
    for (const client of [deal.sells, deal.buys]) {
      ({ version } = await done<{ version: number }>(
        client,
        'contractSign',
        'ContractActionInput',
        { id: contract.id, version },
        '... on Contract { version }',
      ));
    }
    expect((await readPool(deal.buys, made.id)).mayCallOff).toBe(true);
    const locationId = await api.given.location(deal.buyer);
    const placed = await act(deal.buys, 'poolCallOff', 'PoolCallOffInput', {
      poolId: made.id,
      qty: '100',
      requestedOn: '2026-06-10',
      deliveryLocationId: locationId,
      shortageSeen: '0',
    });
    expect(placed.callOffs[0]!.parts).toMatchObject([{ qty: '100', member: { id: member.org.id } }]);
    await sound();
  });
});
