import { quantity } from '@lienket/domain';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { anAgreement, type GivenAgreement } from '../../testing/agreement.js';
import type { Client } from '../../testing/client.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { aTrade } from '../../testing/trade.js';
import { CommitmentLedger } from '../agreements/index.js';

const BOARD = `query($filter: AgreementFilter, $first: Int, $after: String) { agreementBoard(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id title registerNo rung rungs { code state } parties { role organization { name } signature { complete } }
  realisation { kind basisPoints } nextMove { actor step since } } } } }`;
const SUMMARY = `query($filter: AgreementFilter) { boardSummary(filter: $filter) { total notQuantified coverage byRung { rung here reached } byActor { actor count } } }`;

interface Page {
  agreementBoard: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { id: string; title: string; rung: string; nextMove: { since: string; actor: string } } }[];
  };
}
interface Summary {
  boardSummary: {
    total: number;
    notQuantified: number;
    coverage: string;
    byRung: { rung: string; here: number; reached: number }[];
    byActor: { actor: string; count: number }[];
  };
}

describe('the board', () => {
  let api: TestApi;
  let officer: Client;
  let contracted: GivenAgreement;
  let delivered: GivenAgreement;
  let unquantified: GivenAgreement;
  let waiting: GivenAgreement;

  beforeAll(async () => {
    api = await startApi();
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    contracted = await anAgreement(api, { title: 'Hồng Bảo Lâm' });
    delivered = await anAgreement(api, { title: 'Na dai Chi Lăng' });
    unquantified = await anAgreement(api, {
      title: 'Thạch đen',
      lines: [{ target: null, max: '10' }, { target: '5' }],
      contract: false,
    });
    waiting = await anAgreement(api, { title: 'Quýt vàng', lines: [{ target: null }], signed: false });
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) =>
      api.app.get(CommitmentLedger).accept(tx, [
        {
          contractLineId: delivered.contractLineIds[0]!,
          mouLineId: delivered.mouLineIds[0]!,
          qty: quantity('600'),
          source: { type: 'RECEIPT', id: newId(), lineId: newId() },
        },
      ]),
    );
  });
  afterAll(() => api.stop());

  const ids = async (client: Client, filter: Record<string, unknown> = {}) =>
    (await client.query<Page>(BOARD, { filter })).agreementBoard.edges.map(({ node }) => node.id).sort();
  const idsOf = (...agreements: GivenAgreement[]) => agreements.map(({ mouId }) => mouId).sort();

  it('shows the Alliance all agreements and a party its own', async () => {
    expect(await ids(officer)).toEqual(idsOf(contracted, delivered, unquantified, waiting));
    expect(await ids(contracted.sells)).toEqual(idsOf(contracted));
    expect(await ids(delivered.buys)).toEqual(idsOf(delivered));
  });

  it('filters by rung, whose move it is, realisation, event and words without accents', async () => {
    expect(await ids(officer, { rung: 'P50' })).toEqual(idsOf(delivered));
    expect(await ids(officer, { actor: 'BUYER' })).toEqual(idsOf(contracted));
    expect(await ids(officer, { realisation: 'NOT_QUANTIFIED' })).toEqual(idsOf(waiting));
    expect(await ids(officer, { realisation: 'MEASURED' })).toEqual(idsOf(contracted, delivered, unquantified));
    expect(await ids(officer, { search: 'na  CHI lang' })).toEqual(idsOf(delivered));
    expect(await ids(officer, { search: 'sieu thi hong' })).toEqual(idsOf(contracted));
    expect(await ids(officer, { eventCode: 'không có' })).toEqual([]);
    expect(await ids(contracted.sells, { search: 'na chi lang' })).toEqual([]);
  });

  it('turns pages without losing or repeating a row, those that wait longest first', async () => {
    const seen: { id: string; since: string }[] = [];
    let after: string | null = null;
    do {
      const { agreementBoard: page }: Page = await officer.query<Page>(BOARD, { first: 1, after });
      expect(page.totalCount).toBe(4);
      seen.push(...page.edges.map(({ node }) => ({ id: node.id, since: node.nextMove.since })));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.map(({ id }) => id).sort()).toEqual(idsOf(contracted, delivered, unquantified, waiting));
    expect(seen.map(({ since }) => since)).toEqual(seen.map(({ since }) => since).sort());
  });

  it('sums up what the rows say', async () => {
    const { boardSummary: all } = await officer.query<Summary>(SUMMARY);
    expect(all).toMatchObject({ total: 4, notQuantified: 1, coverage: '3/5' });
    const count = (rung: string) => all.byRung.find((row) => row.rung === rung)!;
    expect([count('RECORDED'), count('SIGNED'), count('CONTRACTED'), count('P50'), count('P75')]).toEqual([
      { rung: 'RECORDED', here: 1, reached: 4 },
      { rung: 'SIGNED', here: 1, reached: 3 },
      { rung: 'CONTRACTED', here: 1, reached: 2 },
      { rung: 'P50', here: 1, reached: 1 },
      { rung: 'P75', here: 0, reached: 0 },
    ]);
    expect(all.byActor.reduce((total, { count: n }) => total + n, 0)).toBe(4);
    expect((await delivered.sells.query<Summary>(SUMMARY)).boardSummary.total).toBe(1);
  });

  it('reads a page of many agreements by its index, in the same number of statements', async () => {
    const statements: { text: string; values: unknown[] }[] = [];
    const driver = api.app.get(DataSource).driver as unknown as {
      master: { on(event: string, listener: (client: { query: unknown }) => void): void };
    };
    driver.master.on('acquire', (client) => {
      const query = client.query as (...args: unknown[]) => unknown;
      if ((client as { counted?: boolean }).counted) return;
      Object.assign(client, {
        counted: true,
        query: (...args: unknown[]) => {
          statements.push({ text: String(args[0]), values: Array.isArray(args[1]) ? args[1] : [] });
          return query.apply(client, args);
        },
      });
    });
    const counted = async () => {
      statements.length = 0;
      await officer.query<Page>(BOARD.replace('totalCount', ''), { first: 20 });
      return statements.length;
    };
    const few = await counted();
    await api.sql(
      `insert into mou (id, register_no, title, status, party_org_ids, created_by, created_by_org_id, recorded_at)
       select gen_random_uuid(), 'S-' || g, 'Biên bản số ' || g, 'IN_FORCE', party_org_ids, created_by, created_by_org_id, now() from mou, generate_series(1, 3000) g where id = $1`,
      [contracted.mouId],
    );
    await api.sql(
      `insert into mou_progress select m.id, null, p.rung, p.rung_index, p.rungs, p.exit, p.realisation_bp, p.weighting, p.quantified_lines, p.total_lines, p.any_accepted,
         p.season_months, p.valid_from, p.next_actor, p.next_step, now() + random() * interval '300 days', now()
       from mou m, mou_progress p where p.mou_id = $1 and m.register_no like 'S-%'`,
      [contracted.mouId],
    );
    await api.sql('analyze');
    expect(await counted()).toBe(few);
    const page = statements.find(({ text }) => text.includes('with page as'))!;
    const plan = await api.app
      .get(UnitOfWork)
      .run({ ...SYSTEM, orgKind: 'ALLIANCE' }, (tx) => tx.query<Record<string, string>>(`explain ${page.text}`, page.values));
    const text = plan.map((row) => Object.values(row)[0]).join('\n');
    expect(text).toContain('Index Scan using mou_progress_since');
    expect(text).not.toMatch(/Seq Scan on mou_progress/);
  });
});

describe('what waits for whom', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const kinds = async (client: Client) =>
    (
      await client.query<{
        workItems: { kind: string; entityId: string; quantity: number | null; amount: number | null; dueAt: string | null }[];
      }>('{ workItems { id kind entityId title counterparty amount quantity dueAt since } }')
    ).workItems;
  const has = async (client: Client, kind: string, entityId: string) =>
    (await kinds(client)).some((item) => item.kind === kind && item.entityId === entityId);

  it('follows the memorandum and the contract from desk to desk', async () => {
    const agreement = await anAgreement(api, { signed: false });
    const { sells, buys, mouId, seller } = agreement;
    const staff = await api.as(await api.given.member(seller, 'SELLER_STAFF'));
    const act = async (client: Client, name: string, type: string, id: string) => {
      const [row] = await api.sql<{ version: number }>(
        `select version from ${type === 'MouActionInput' ? 'mou' : 'contract'} where id = $1`,
        [id],
      );
      await client.mutate(`mutation($input: ${type}!) { ${name}(input: $input) { __typename } }`, { id, version: row!.version });
    };
    expect(await has(sells, 'MOU_SIGN', mouId)).toBe(false);
    await act(sells, 'mouCirculate', 'MouActionInput', mouId);
    expect([
      await has(sells, 'MOU_SIGN', mouId),
      await has(buys, 'MOU_SIGN', mouId),
      await has(staff, 'MOU_SIGN', mouId),
    ]).toEqual([true, true, false]);
    await act(sells, 'mouSign', 'MouActionInput', mouId);
    expect([await has(sells, 'MOU_SIGN', mouId), await has(buys, 'MOU_SIGN', mouId)]).toEqual([false, true]);
    await act(buys, 'mouSign', 'MouActionInput', mouId);
    expect([await has(sells, 'MOU_CONCRETIZE', mouId), await has(buys, 'MOU_CONCRETIZE', mouId)]).toEqual([true, true]);

    const next = await anAgreement(api);
    expect(await has(next.sells, 'MOU_CONCRETIZE', next.mouId)).toBe(false);
    expect(await has(next.buys, 'CALL_OFF', next.contractId!)).toBe(true);
    expect(await has(next.sells, 'CALL_OFF', next.contractId!)).toBe(false);
  });

  it('asks for a call-off only in season', async () => {
    const month = Number(new Date(api.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(5, 7));
    const [inSeason, outOfSeason] = [
      await anAgreement(api, { lines: [{ target: '10', seasonMonths: [month] }] }),
      await anAgreement(api, { lines: [{ target: '10', seasonMonths: [(month % 12) + 1] }] }),
    ];
    expect(await has(inSeason.buys, 'CALL_OFF', inSeason.contractId!)).toBe(true);
    expect(await has(outOfSeason.buys, 'CALL_OFF', outOfSeason.contractId!)).toBe(false);
  });

  it('gives the Alliance the registers, and the countersignature to a leader who did not attest', async () => {
    const alliance = await api.given.alliance();
    const [officer, leader] = [
      await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER')),
      await api.as(await api.given.member(alliance, 'ALLIANCE_LEADER')),
    ];
    const seller = await api.given.cooperative();
    const buyer = await api.given.retailer();
    const waiting = await api.given.product(seller, { status: 'IN_REVIEW' });
    expect(await has(officer, 'PRODUCT_REVIEW', waiting.id)).toBe(true);
    const { mouCreate } = await officer.mutate<{ mouCreate: { id: string } }>(
      `mutation($input: MouCreateInput!) { mouCreate(input: $input) { ... on Mou { id } } }`,
      {
        title: 'Biên bản giấy',
        pricePrinciple: 'MARKET',
        parties: [
          { orgId: seller.id, role: 'SELLER', mustSign: true },
          { orgId: buyer.id, role: 'BUYER', mustSign: true },
        ],
        lines: [{ description: 'Na', baseUnit: 'kg', seasonMonths: [] }],
      },
    );
    const { id } = mouCreate;
    expect(await has(officer, 'MOU_ATTACH', id)).toBe(true);
    const [person] = await api.sql<{ id: string }>('select user_id as id from membership where org_id = $1 limit 1', [
      alliance.id,
    ]);
    const fileId = newId();
    await api.sql(
      `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by) values ($1, $2, 'scan.pdf', 'application/pdf', 1, 'aa', 'PARTIES', $3)`,
      [fileId, alliance.id, person!.id],
    );
    const run = (client: Client, name: string, type: string, input: Record<string, unknown>) =>
      client.mutate(`mutation($input: ${type}!) { ${name}(input: $input) { __typename } }`, { id, ...input });
    await run(officer, 'mouUpdate', 'MouUpdateInput', { version: 1, documentFileId: fileId });
    expect([await has(officer, 'MOU_ATTACH', id), await has(officer, 'MOU_ATTEST', id)]).toEqual([false, true]);
    await run(officer, 'mouAttest', 'MouAttestInput', { version: 2, orgId: seller.id, signedOn: '2024-04-25' });
    expect(await has(leader, 'MOU_COUNTERSIGN', id)).toBe(false);
    await run(officer, 'mouAttest', 'MouAttestInput', { version: 3, orgId: buyer.id, signedOn: '2024-04-25' });
    expect([
      await has(officer, 'MOU_ATTEST', id),
      await has(officer, 'MOU_COUNTERSIGN', id),
      await has(leader, 'MOU_COUNTERSIGN', id),
    ]).toEqual([false, false, true]);
    await run(leader, 'mouCountersign', 'MouActionInput', { version: 4 });
    expect([await has(leader, 'MOU_COUNTERSIGN', id), await has(leader, 'AGREEMENT_FOLLOW_UP', id)]).toEqual([false, true]);
  });

  it('follows an order from side to side, with its amount and its deadline', async () => {
    const trade = await aTrade(api, { ordered: '100', rejected: '0' });
    const [sells, buys, receives] = [await api.as(trade.director), await api.as(trade.manager), await api.as(trade.receiver)];
    const waiting = async (entityId: string) => {
      const found: string[] = [];
      for (const [side, client] of Object.entries({ sells, buys, receives })) {
        for (const item of await kinds(client)) if (item.entityId === entityId) found.push(`${side} ${item.kind}`);
      }
      return found;
    };
    const order = (columns: string) => api.sql(`update purchase_order set ${columns} where id = $1`, [trade.orderId]);
    expect(await waiting(trade.paymentRequestId)).toEqual(['sells PAYMENT_CONFIRM']);
    await api.sql(`update payment set status = 'DENIED' where id = $1`, [trade.paymentId]);
    await api.sql(`update payment_request set status = 'DUE' where id = $1`, [trade.paymentRequestId]);
    expect(await waiting(trade.paymentRequestId)).toEqual(['buys PAYMENT_DUE']);
    expect(await waiting(trade.orderId)).toEqual([]);
    await order(`status = 'PLACED'`);
    expect(await waiting(trade.orderId)).toEqual(['sells ORDER_ACKNOWLEDGE']);
    await order(`status = 'COUNTERED'`);
    expect(await waiting(trade.orderId)).toEqual(['buys ORDER_COUNTERED']);
    await order(`status = 'CONFIRMED'`);
    expect(await waiting(trade.orderId)).toEqual([]);
    await api.sql('update order_line set dispatched_qty = 40, promised_on = $2 where order_id = $1', [
      trade.orderId,
      '2026-12-01',
    ]);
    const dispatch = (await kinds(sells)).find((item) => item.kind === 'ORDER_DISPATCH');
    expect(dispatch).toMatchObject({
      entityId: trade.orderId,
      quantity: 1,
      amount: 4_200_000,
      dueAt: '2026-12-01T16:59:59.000Z',
    });
    await api.sql(`update shipment set status = 'DISPATCHED' where id = $1`, [trade.shipmentId]);
    expect(await waiting(trade.shipmentId)).toEqual(['buys SHIPMENT_RECEIVE', 'receives SHIPMENT_RECEIVE']);
  });

  it('reminds of certificates in their last ninety days and of products sent back', async () => {
    const seller = await api.given.cooperative();
    const director = await api.as(await api.given.member(seller, 'SELLER_DIRECTOR'));
    const [soon, later, returned] = [
      newId(),
      newId(),
      await api.given.product(seller, { status: 'DRAFT', returnReason: 'Thiếu ảnh' }),
    ];
    for (const [id, days] of [
      [soon, 90],
      [later, 91],
    ] as const) {
      await api.sql(
        `insert into certificate (id, org_id, kind, issued_on, expires_on, status) values ($1, $2, 'VIETGAP', '2024-01-01', (now() at time zone 'Asia/Ho_Chi_Minh')::date + $3::int, 'VERIFIED')`,
        [id, seller.id, days],
      );
    }
    expect((await kinds(director)).map(({ kind, entityId }) => [kind, entityId])).toEqual([
      ['CERTIFICATE_EXPIRING', soon],
      ['PRODUCT_RETURNED', returned.id],
    ]);
  });

  it('gives nothing to a role that may do nothing', async () => {
    const agreement = await anAgreement(api);
    const receiver = await api.as(await api.given.member(agreement.buyer, 'BUYER_RECEIVER'));
    expect(await kinds(receiver)).toEqual([]);
    const bank = await api.as(await api.given.member(await api.given.organization('BANK'), 'BANK_OFFICER'));
    expect(await kinds(bank)).toEqual([]);
  });
});
