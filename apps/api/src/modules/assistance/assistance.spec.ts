import { randomUUID } from 'node:crypto';
import { POLICY, MANDATE_CARRIES, MANDATE_SCOPES, type MandateScope, type PolicyAction } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLOutputType, isObjectType, isUnionType } from 'graphql';
import { STAND_IN_FIELDS, STAND_IN_NESTED } from '../../platform/auth/stand-in-reach.js';
import { Client } from '../../testing/client.js';
import { aDeal, type Deal, inDays, orderAct, placeInput, shipmentAct } from '../../testing/deal.js';
import { fulfillmentSecrets } from '../../testing/fulfillment-secrets.js';
import type { Org, Person } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { aTrade } from '../../testing/trade.js';
import { DeniedActJob } from '../oversight/cases/denied-act.job.js';

interface MandateAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly mayUse: boolean;
}
interface Act {
  readonly id: string;
  readonly operation: string;
  readonly title: string | null;
  readonly officer: string;
  readonly state: string;
  readonly reason: string | null;
  readonly version: number;
}
const MANDATE = '__typename ... on DomainError { code } ... on Mandate { id state version mayUse }';
const ACT = '__typename ... on DomainError { code } ... on AssistedAct { id state reason version }';
/** Of an order its own prices, by which it is answered. */
const ORDER_PRICES = [
  ...['Order.orderedTotal', 'Order.confirmedTotal', 'Order.acceptedTotal', 'OrderLine.unitPrice', 'OrderLine.amount'],
  ...['OrderSummary.orderedTotal', 'OrderSummary.acceptedTotal'],
];
const ACTS = '{ assistedActs(first: 50) { edges { node { id operation title officer state reason version } } } }';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('assisted mode', () => {
  let api: TestApi;
  let deal: Deal;
  let alliance: Org;
  let person: Person;
  let officer: Client;
  let second: Client;
  let director: Client;

  beforeAll(async () => {
    api = await startApi();
    alliance = await api.given.alliance();
  });
  beforeEach(async () => {
    deal = await aDeal(api);
    person = await api.given.member(alliance, 'ALLIANCE_OFFICER');
    officer = await api.as(person);
    second = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
    director = await api.as(await api.given.member(deal.seller, 'SELLER_DIRECTOR'));
  });
  afterAll(() => api.stop());

  const run = async <T>(client: Client, name: string, type: string, input: Record<string, unknown>, selection: string) =>
    (await client.mutate<Record<string, T>>(`mutation($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, input))[
      name
    ]!;
  const terms = (patch: Record<string, unknown> = {}) => ({
    scopes: ['ORDERS'],
    reason: 'Điện thoại hỏng',
    startsOn: inDays(api, 0),
    endsOn: inDays(api, 20),
    ...patch,
  });
  const give = (patch: Record<string, unknown> = {}, client = director) =>
    run<MandateAnswer>(client, 'mandateGive', 'MandateGiveInput', terms(patch), MANDATE);
  const upload = async (client: Client): Promise<string> => {
    const mark = 'x0123456789';
    const body = Buffer.concat([
      Buffer.from(
        `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="giay.png"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      PNG,
      Buffer.from(`\r\n--${mark}--\r\n`),
    ]);
    const answer = await client.post('/files', body, { 'content-type': `multipart/form-data; boundary=${mark}` });
    return answer.json<{ id: string }>().id;
  };
  const record = async (patch: Record<string, unknown> = {}) =>
    run<MandateAnswer>(
      officer,
      'mandateRecord',
      'MandateRecordInput',
      {
        ...terms(),
        orgId: deal.seller.id,
        way: 'PAPER',
        givenBy: 'Bà Tám, giám đốc',
        evidenceFileId: await upload(officer),
        ...patch,
      },
      MANDATE,
    );
  const decide = (client: Client, name: 'mandateCheck' | 'mandateRevoke', { id, version }: MandateAnswer) =>
    run<MandateAnswer>(client, name, 'MandateActInput', { id, version }, MANDATE);

  /** The officer's browser after "Làm thay": the session that came with the answer. */
  const standIn = async (id: string, cookieOf: Person = person): Promise<Client | { code: string }> => {
    const cookie = await api.given.session(cookieOf);
    const answer = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie },
      payload: {
        query: `mutation($id: ID!) { mandateUse(id: $id) { __typename ... on DomainError { code } ... on Me { organization { id } standIn { scopes home { id } } } } }`,
        variables: { id },
      },
    });
    const { data, errors } = answer.json();
    if (errors) return { code: errors[0].extensions.code };
    if (data.mandateUse.code) return { code: data.mandateUse.code };
    const [set] = answer.cookies as { name: string; value: string }[];
    return new Client(api.app, `${set!.name}=${set!.value}`);
  };
  const acting = async (id: string): Promise<Client> => {
    const client = await standIn(id);
    if (!(client instanceof Client)) throw new Error(client.code);
    return client;
  };
  const codeOf = async (client: Client, query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> =>
    (await client.send(query, variables)).errors?.[0]?.extensions.code;
  const anOrder = () => orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
  const acknowledge = async (client: Client, order: Awaited<ReturnType<typeof anOrder>>) => {
    const lines = await api.sql<{ id: string }>('select id from order_line where order_id = $1', [order.id]);
    const input = { id: order.id, version: order.version, lines: lines.map(({ id }) => ({ lineId: id, kind: 'ALL' })) };
    return orderAct(client, 'orderAcknowledge', input);
  };
  const acts = async (client: Client): Promise<Act[]> =>
    (await client.query<{ assistedActs: { edges: { node: Act }[] } }>(ACTS)).assistedActs.edges.map(({ node }) => node);
  const waits = async (client: Client, kind: string): Promise<number> =>
    (await client.query<{ workItems: { kind: string }[] }>('{ workItems { kind } }')).workItems.filter(
      (item) => item.kind === kind,
    ).length;

  it('lets an officer answer an order in the cooperative’s name, stamped at the order and in the diary, until the director confirms', async () => {
    const order = await anOrder();
    const client = await acting((await give()).id);
    expect(await client.query('{ me { organization { id } roles standIn { scopes home { id } } } }')).toEqual({
      me: {
        organization: { id: deal.seller.id },
        roles: ['SELLER_STAFF'],
        standIn: { scopes: ['ORDERS'], home: { id: alliance.id } },
      },
    });
    expect(await waits(client, 'ORDER_ACKNOWLEDGE')).toBe(1);
    expect(await acknowledge(client, order)).toMatchObject({ status: 'CONFIRMED' });
    const [diary] = await api.sql(
      `select user_id as "user", org_id as org, mandate_id is not null as stamped from audit_event where action = 'order.acknowledge' and entity_id = $1`,
      [order.id],
    );
    expect(diary).toEqual({ user: person.userId, org: deal.seller.id, stamped: true });
    const stamps = { order: { stamps: [{ operation: 'orderAcknowledge', state: 'WAITING', officer: expect.any(String) }] } };
    const asked = 'query($id: ID!) { order(id: $id) { stamps { operation state officer } } }';
    expect(await deal.buys.query(asked, { id: order.id })).toEqual(stamps);
    expect(await deal.sells.query(asked, { id: order.id })).toEqual(stamps);
    expect(await waits(director, 'ASSISTED_ACT_ANSWER')).toBe(1);
    const [act] = await acts(director);
    expect(act).toMatchObject({ operation: 'orderAcknowledge', title: order.number, state: 'WAITING' });
    const confirm = { ids: [act!.id] };
    const confirmed = await run<Act>(director, 'assistedActsConfirm', 'AssistedActsConfirmInput', confirm, ACT);
    expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
    expect(await run(director, 'assistedActsConfirm', 'AssistedActsConfirmInput', confirm, ACT)).toMatchObject({
      code: 'ACT_ANSWERED_ALREADY',
    });
    expect(await waits(director, 'ASSISTED_ACT_ANSWER')).toBe(0);
    await expect(api.sql('delete from assisted_act')).rejects.toThrow(/insert-only/);
  });

  it('stamps the shipment for both sides, and gives each side its own lists as files', async () => {
    const order = await anOrder();
    const client = await acting((await give({ scopes: ['ORDERS', 'DISPATCH'] })).id);
    const answered = await acknowledge(client, order);
    const shipment = await shipmentAct(client, 'shipmentDispatch', {
      orderId: order.id,
      orderVersion: answered.version,
      expectedOn: inDays(api, 1),
      lines: [{ orderLineId: answered.lines[0]!.id, qty: '100' }],
    });
    const stamps = { shipment: { stamps: [{ operation: 'shipmentDispatch', state: 'WAITING' }] } };
    for (const reader of [deal.buys, deal.sells, client])
      expect(
        await reader.query('query($id: ID!) { shipment(id: $id) { stamps { operation state } } }', { id: shipment.id }),
      ).toEqual(stamps);
    const other = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const rows = async (reader: Client, list: string) => {
      const file = await reader.get(`/exports/${list}.csv`);
      return file.statusCode === 200
        ? file.rawPayload
            .toString('utf8')
            .split('\r\n')
            .filter((row) => row.includes(deal.seller.name))
        : [];
    };
    for (const reader of [officer, director]) {
      expect(await rows(reader, 'mandates')).toEqual([expect.stringContaining('Trả lời đơn hàng; Giao hàng')]);
      expect(await rows(reader, 'assisted-acts')).toEqual([
        expect.stringContaining('báo hàng lên đường'),
        expect.stringContaining('trả lời đơn hàng'),
      ]);
    }
    for (const reader of [other, deal.buys, client])
      expect([await rows(reader, 'mandates'), await rows(reader, 'assisted-acts')]).toEqual([[], []]);
  });

  it('takes a denial to the officer and into the case file of the agreement; the act stands until the officer settles it', async () => {
    const order = await anOrder();
    await acknowledge(await acting((await give()).id), order);
    const [act] = await acts(director);
    const words = { id: act!.id, version: act!.version };
    const deny = (text: string) => run<Act>(director, 'assistedActDeny', 'AssistedActWordsInput', { ...words, words: text }, ACT);
    expect(await deny(' ')).toMatchObject({ code: 'ASSISTED_WORDS_MISSING' });
    const denied = await deny('Chỉ đồng ý 50 kg');
    expect(denied).toMatchObject({ state: 'DENIED', reason: 'Chỉ đồng ý 50 kg' });
    await api.drainJobs();
    // A worker that was killed after its commit does it once more.
    await api.app.get(DeniedActJob).denied({ actId: act!.id });
    const { caseFile } = await officer.query<{ caseFile: { entries: { kind: string; text: string }[] } }>(
      'query($mouId: ID!) { caseFile(mouId: $mouId) { entries { kind text } } }',
      { mouId: deal.mouId },
    );
    expect(caseFile.entries).toEqual([{ kind: 'NOTE', text: expect.stringContaining('Chỉ đồng ý 50 kg') }]);
    expect([await waits(officer, 'ASSISTED_ACT_SETTLE'), await waits(second, 'ASSISTED_ACT_SETTLE')]).toEqual([1, 0]);
    expect(await api.sql('select status from purchase_order where id = $1', [order.id])).toEqual([{ status: 'CONFIRMED' }]);
    const settle = { id: act!.id, version: denied.version, words: 'Đã gọi bên mua, hạ còn 50 kg' };
    expect(await run<Act>(officer, 'assistedActSettle', 'AssistedActWordsInput', settle, ACT)).toMatchObject({
      state: 'SETTLED',
    });
    expect(await waits(officer, 'ASSISTED_ACT_SETTLE')).toBe(0);
  });

  it('takes a denial into the case file of a memorandum that the order counts for without a contract', async () => {
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100', { spot: true }));
    await api.sql('update order_line set mou_line_id = $2 where order_id = $1', [order.id, deal.mouLineId]);
    await acknowledge(await acting((await give()).id), order);
    const [act] = await acts(director);
    const words = { id: act!.id, version: act!.version, words: 'Chưa ai hỏi chúng tôi' };
    expect(await run<Act>(director, 'assistedActDeny', 'AssistedActWordsInput', words, ACT)).toMatchObject({ state: 'DENIED' });
    await api.drainJobs();
    expect(await api.sql('select mou_id as mou from case_entry where id = $1', [act!.id])).toEqual([{ mou: deal.mouId }]);
  });

  it('asks a second person about a mandate given on paper, and evidence and an end of every one', async () => {
    expect(await record({ evidenceFileId: null })).toMatchObject({ code: 'MANDATE_EVIDENCE_MISSING' });
    expect(await record({ way: 'PHONE', endsOn: inDays(api, 60) })).toMatchObject({ code: 'MANDATE_TOO_LONG' });
    expect(await record({ orgId: deal.buyer.id })).toMatchObject({ code: 'MANDATE_NOT_FOR_THIS_KIND' });
    const written = await record();
    expect(written).toMatchObject({ state: 'UNCHECKED', mayUse: false });
    expect(await standIn(written.id)).toEqual({ code: 'MANDATE_NOT_LIVE' });
    expect([await waits(officer, 'MANDATE_CHECK'), await waits(second, 'MANDATE_CHECK')]).toEqual([0, 1]);
    expect(await decide(officer, 'mandateCheck', written)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await decide(second, 'mandateCheck', written)).toMatchObject({ state: 'LIVE', mayUse: true });
    const [{ file }] = (await api.sql('select evidence_file_id as file from mandate where id = $1', [written.id])) as [
      { file: string },
    ];
    expect((await director.get(`/files/${file}`)).statusCode).toBe(200);
    expect((await deal.buys.get(`/files/${file}`)).statusCode).toBe(404);
    await expect(api.sql(`update mandate set scopes = '{PRODUCTS}' where id = $1`, [written.id])).rejects.toThrow(
      /terms of a mandate/,
    );
  });

  it('ends at once when it is revoked, at its last day, and with the officer’s own place at the Alliance', async () => {
    const given = await give({ scopes: ['PRODUCTS'] });
    const client = await acting(given.id);
    expect(await codeOf(client, '{ myProducts(first: 1) { edges { cursor } } }')).toBeUndefined();
    expect(await decide(director, 'mandateRevoke', given)).toMatchObject({ state: 'REVOKED' });
    expect(await codeOf(client, '{ myProducts(first: 1) { edges { cursor } } }')).toBe('UNAUTHENTICATED');
    expect(await standIn(given.id)).toEqual({ code: 'MANDATE_NOT_LIVE' });

    const short = await give({ endsOn: inDays(api, 0) });
    const late = await acting(short.id);
    await api.sql(`alter table mandate disable trigger mandate_terms_stay`);
    await api.sql(`update mandate set starts_on = starts_on - 9, ends_on = ends_on - 1 where id = $1`, [short.id]);
    await api.sql(`alter table mandate enable trigger mandate_terms_stay`);
    expect(await codeOf(late, '{ workItems { kind } }')).toBe('UNAUTHENTICATED');

    const third = await acting((await give()).id);
    await api.sql('update membership set ended_at = now() where user_id = $1', [person.userId]);
    expect(await codeOf(third, '{ workItems { kind } }')).toBe('UNAUTHENTICATED');
  });

  it('stops an act that is under way when the mandate is revoked', async () => {
    const given = await give();
    const client = await acting(given.id);
    const order = await anOrder();
    let answered: Promise<string> | null = null;
    // The revocation is written and not yet committed when the act reaches the mandate: the act waits, and then finds it gone.
    await api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      await tx.query('update mandate set revoked_at = $2, revoked_by = recorded_by where id = $1', [given.id, tx.now]);
      answered = acknowledge(client, order).then(
        ({ status }) => status,
        (error: Error) => error.message,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await answered!).toMatch(/FORBIDDEN/);
    const [row] = await api.sql<{ status: string; acts: number }>(
      `select o.status, (select count(*)::int from assisted_act a where a.entity_id = o.id) as acts from purchase_order o where o.id = $1`,
      [order.id],
    );
    expect(row).toEqual({ status: 'PLACED', acts: 0 });
  });

  it('refuses whatever the mandate does not carry, and another cooperative’s things, and leaves no trace', async () => {
    const other = await aDeal(api);
    const order = await orderAct(other.buys, 'orderPlace', placeInput(api, other, '100'));
    const client = await acting((await give({ scopes: ['ORDERS', 'DISPATCH'] })).id);
    const before = await api.sql('select count(*)::int as n from assisted_act');
    expect(await codeOf(client, 'query($id: ID!) { order(id: $id) { id } }', { id: order.id })).toBe('NOT_FOUND');
    const lines = await api.sql<{ id: string }>('select id from order_line where order_id = $1', [order.id]);
    const input = {
      clientKey: randomUUID(),
      id: order.id,
      version: order.version,
      lines: [{ lineId: lines[0]!.id, kind: 'ALL' }],
    };
    const answer = `mutation($input: OrderAcknowledgeInput!) { orderAcknowledge(input: $input) { __typename } }`;
    expect(await codeOf(client, answer, { input })).toBe('NOT_FOUND');
    const key = { clientKey: randomUUID(), id: order.id, version: 1 };
    const forbidden: [string, Record<string, unknown>][] = [
      ['mutation($input: MandateActInput!) { mandateRevoke(input: $input) { __typename } }', { input: key }],
      [
        'mutation($input: MandateGiveInput!) { mandateGive(input: $input) { __typename } }',
        { input: { clientKey: 'k', ...terms() } },
      ],
      [
        'mutation($input: AssistedActsConfirmInput!) { assistedActsConfirm(input: $input) { __typename } }',
        { input: { clientKey: 'k', ids: [order.id] } },
      ],
      ['mutation($input: ProductActionInput!) { productPause(input: $input) { __typename } }', { input: key }],
      ['mutation($id: ID!) { mandateUse(id: $id) { __typename } }', { id: order.id }],
      ['{ paymentRequests(first: 1) { edges { cursor } } }', {}],
      ['{ invoices(first: 1) { edges { cursor } } }', {}],
      ['{ myOrganization { bankAccountNo } }', {}],
      ['{ creditAgreements(first: 1) { edges { cursor } } }', {}],
      ['{ agreementBoard(first: 1) { edges { cursor } } }', {}],
      ['{ unreadNotifications }', {}],
    ];
    const codes: (string | undefined)[] = [];
    for (const [query, variables] of forbidden) codes.push(await codeOf(client, query, variables));
    expect(codes).toEqual(forbidden.map(() => 'FORBIDDEN'));
    for (const path of ['/exports/orders.xlsx', '/exports/payment-requests.csv', `/documents/payment-requests/${order.id}.pdf`])
      expect([401, 403, 404]).toContain((await client.get(path)).statusCode);
    expect(await api.sql('select count(*)::int as n from assisted_act')).toEqual(before);
  });

  it('keeps four eyes on what an officer sent in the cooperative’s name: a colleague publishes it', async () => {
    const client = await acting((await give({ scopes: ['PRODUCTS'] })).id);
    await api.sql(`update product set status = 'DRAFT', published_at = null where id = $1`, [deal.product.id]);
    const [{ version }] = (await api.sql('select version from product where id = $1', [deal.product.id])) as [
      { version: number },
    ];
    const step = async (who: Client, name: string, at: number) =>
      run<{ status?: string; code?: string; version: number }>(
        who,
        name,
        'ProductActionInput',
        { id: deal.product.id, version: at },
        '... on DomainError { code } ... on Product { status version }',
      );
    const sent = await step(client, 'productSubmit', version);
    expect(sent).toMatchObject({ status: 'IN_REVIEW' });
    expect(await step(officer, 'productPublish', sent.version)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await step(second, 'productPublish', sent.version)).toMatchObject({ status: 'PUBLISHED' });
    // Sent by the cooperative itself, and written anew by the officer while it waits: his own words are nothing he may publish.
    await api.sql(`update product set status = 'DRAFT' where id = $1`, [deal.product.id]);
    const [again] = await api.sql<{ version: number }>('select version from product where id = $1', [deal.product.id]);
    const resent = await step(director, 'productSubmit', again!.version);
    const edit = { id: deal.product.id, version: resent.version, description: 'Na dai do cán bộ viết lại' };
    const chosen = '... on DomainError { code } ... on Product { version }';
    const edited = await run<{ version: number }>(client, 'productUpdate', 'ProductUpdateInput', edit, chosen);
    expect(await step(officer, 'productPublish', edited.version)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await step(second, 'productPublish', edited.version)).toMatchObject({ status: 'PUBLISHED' });
    const { productById } = await director.query<{ productById: { stamps: { operation: string }[] } }>(
      'query($id: ID!) { productById(id: $id) { stamps { operation } } }',
      { id: deal.product.id },
    );
    expect(productById.stamps.map(({ operation }) => operation).sort()).toEqual(['product.submit', 'productUpdate']);
  });

  it('opens nothing for an officer without a mandate, for an officer of no Alliance, or by another’s mandate', async () => {
    const given = await give();
    const stranger = await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR');
    expect(await standIn(given.id, stranger)).toEqual({ code: 'FORBIDDEN' });
    expect(await standIn(given.id, await api.given.member(alliance, 'SELLER_STAFF'))).toEqual({ code: 'FORBIDDEN' });
    const order = await anOrder();
    expect(await acknowledge(officer, order).catch((error: Error) => error.message)).toMatch(/FORBIDDEN/);
    expect(await acts(await api.as(stranger))).toEqual([]);
    const mine = await (
      await api.as(stranger)
    ).query<{ mandates: { edges: unknown[] } }>('{ mandates(first: 5) { edges { cursor } } }');
    expect(mine.mandates.edges).toEqual([]);
    expect(await decide(await api.as(stranger), 'mandateRevoke', given).catch((error: Error) => error.message)).toMatch(
      /NOT_FOUND/,
    );
  });

  it('names in its list of open fields only what there is, and mutations only by what the mandate carries', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const [queries, mutations] = [schema.getQueryType()!.getFields(), schema.getMutationType()!.getFields()];
    for (const scope of MANDATE_SCOPES)
      for (const field of STAND_IN_FIELDS[scope]) {
        if (field in queries) continue;
        const authority = mutations[field]?.extensions['authority'] as PolicyAction | undefined;
        expect([field, authority]).toEqual([field, expect.stringMatching(/\./)]);
        expect(Object.keys(POLICY)).toContain(authority);
        expect([field, MANDATE_CARRIES[scope].includes(authority!)]).toEqual([field, true]);
      }
  });

  it('shows no money below an order but its own prices: neither requests, accounts and invoices, nor claims', async () => {
    const trade = await aTrade(api, { title: 'Na làm thay', rejected: '0' });
    const mandate = { ...terms(), scopes: ['ORDERS'] };
    const head = await api.as(trade.director);
    const asked = `query($id: ID!) { order(id: $id) { id orderedTotal paymentRequests { total bankAccountNo payments { bankReference } invoices { id } notes { id } }
      shipments { number claims { id } } } }`;
    const seen = async (client: Client) =>
      (await client.query<{ order: Record<'paymentRequests' | 'shipments', unknown[]> }>(asked, { id: trade.orderId })).order;
    await fulfillmentSecrets(api, trade);
    expect(await seen(head)).toMatchObject({ paymentRequests: [{}], shipments: [{ claims: [{}] }] });
    const answers = await acting((await give(mandate, head)).id);
    expect(await seen(answers)).toMatchObject({ id: trade.orderId, paymentRequests: [], shipments: [] });
    const sends = await acting((await give({ ...mandate, scopes: ['DISPATCH'] }, head)).id);
    expect(await seen(sends)).toMatchObject({ paymentRequests: [], shipments: [{ claims: [] }] });
  });

  it('leads from no open field to money of a type that its scope does not name', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const roots = { ...schema.getQueryType()!.getFields(), ...schema.getMutationType()!.getFields() };
    const MONEY = /bank|invoice|claims|credit|debt|paid|payment(?!Term|Base)|^notes$/i;
    const named: Record<MandateScope, readonly string[]> = {
      PRODUCTS: ['PriceTier.unitPrice', 'Product.priceFrom', 'Product.priceTo'],
      ORDERS: ORDER_PRICES,
      DISPATCH: ORDER_PRICES,
    };
    for (const scope of MANDATE_SCOPES) {
      const [money, met] = [new Set<string>(), new Set<string>()];
      const walk = (given: GraphQLOutputType): void => {
        const type = getNamedType(given);
        if (isUnionType(type)) return type.getTypes().forEach(walk);
        if (!isObjectType(type) || met.has(type.name)) return;
        met.add(type.name);
        for (const field of Object.values(type.getFields())) {
          const path = `${type.name}.${field.name}`;
          const opens = STAND_IN_NESTED[path];
          if (opens && !opens.includes(scope)) continue;
          if (getNamedType(field.type).name === 'VND' || MONEY.test(field.name)) money.add(path);
          walk(field.type);
        }
      };
      for (const field of STAND_IN_FIELDS[scope]) walk(roots[field]!.type);
      expect([scope, [...money].sort()]).toEqual([scope, [...named[scope]].sort()]);
    }
  });
});
