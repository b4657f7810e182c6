import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Client } from '../../../testing/client.js';
import type { GivenProduct, Org } from '../../../testing/given.js';
import { requestFor } from '../../../testing/schema-requests.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { aLot } from '../../../testing/supply.js';
import { done } from '../../../testing/trade.js';

const POST =
  '... on DemandPost { id number status version title ceilingPrice answerCount answers { seller { id } weeklyQty } ownAnswer { weeklyQty version withdrawnAt } availableActions { action allowed } }';
const CEILING = 73_519;

interface Shown {
  id: string;
  number: string | null;
  status: string;
  version: number;
  title: string;
  ceilingPrice: number | null;
  answerCount: number | null;
  answers: { seller: { id: string }; weeklyQty: string }[];
  ownAnswer: { weeklyQty: string; version: number; withdrawnAt: string | null } | null;
  availableActions: { action: string; allowed: boolean }[];
}

describe('demand posts', () => {
  let api: TestApi;
  let buyer: Org;
  let seller: Org;
  let other: Org;
  let product: GivenProduct;
  let buys: Client;
  let sells: Client;
  let sellsToo: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date('2026-11-20T10:00:00+07:00'));
    buyer = await api.given.retailer();
    [seller, other] = [await api.given.cooperative(), await api.given.cooperative()];
    buys = await api.as(await api.given.member(buyer, 'BUYER'));
    sells = await api.as(await api.given.member(seller, 'SELLER_DIRECTOR'));
    sellsToo = await api.as(await api.given.member(other, 'SELLER_STAFF'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    product = await api.given.product(seller, { nameVi: 'Na dai Chi Lăng', harvestMonths: [7, 8, 9] });
    await api.given.product(other, { nameVi: 'Khoai lang tím' });
  });
  afterAll(() => api.stop());

  const form = (patch: Record<string, unknown> = {}) => ({
    productName: 'Na dai',
    productGroup: 'FOOD',
    baseUnit: 'kg',
    weeklyQty: '500',
    periodFrom: '2027-07-01',
    periodTo: '2027-09-30',
    basis: 'DC',
    certificateKinds: ['VIETGAP'],
    ceilingPrice: CEILING,
    visibility: 'SELLERS',
    chosenIds: [],
    openUntil: '2026-12-20',
    ...patch,
  });
  const save = (patch?: Record<string, unknown>) => done<Shown>(buys, 'demandSave', 'DemandSaveInput', form(patch), POST);
  const act = (client: Client, name: string, post: { id: string; version: number }) =>
    done<Shown>(client, name, 'DemandActionInput', { id: post.id, version: post.version }, POST);
  const open = async (patch?: Record<string, unknown>) => act(buys, 'demandPublish', await save(patch));
  const answer = (client: Client, postId: string, weeklyQty = '200') =>
    done<Shown>(client, 'demandAnswer', 'DemandAnswerInput', { postId, weeklyQty }, POST);
  const refusal = async (client: Client, name: string, type: string, input: Record<string, unknown>) =>
    (
      await client.mutate<Record<string, { code?: string; field?: string }>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code field } } }`,
        input,
      )
    )[name];
  const seen = async (client: Client, id: string) =>
    (await client.send('query($id: ID!) { demandPost(id: $id) { id status ceilingPrice answerCount answers { id } } }', {
      id,
    })) as {
      data?: { demandPost: Shown | null };
      errors?: unknown[];
    };

  it("are the buyer's alone until published, and then those who may see them", async () => {
    const draft = await save();
    expect([draft.number, draft.status, draft.title, draft.ceilingPrice]).toEqual([null, 'DRAFT', 'Na dai', CEILING]);
    for (const client of [sells, officer, api.visitor]) expect((await seen(client, draft.id)).data?.demandPost).toBeNull();
    const post = await act(buys, 'demandPublish', draft);
    expect(post.number).toMatch(/^CM-2026-\d{6}$/);
    expect((await seen(sells, post.id)).data?.demandPost?.status).toBe('OPEN');
    expect((await seen(officer, post.id)).data?.demandPost?.status).toBe('OPEN');
    expect((await seen(api.visitor, post.id)).data?.demandPost).toBeNull();
    const bank = await api.as(await api.given.member(await api.given.organization('BANK'), 'BANK_OFFICER'));
    expect((await seen(bank, post.id)).data?.demandPost).toBeNull();
    const shown = await open({ visibility: 'PUBLIC' });
    expect((await seen(api.visitor, shown.id)).data?.demandPost?.status).toBe('OPEN');
    const chosen = await open({ visibility: 'CHOSEN', chosenIds: [seller.id] });
    expect((await seen(sells, chosen.id)).data?.demandPost?.status).toBe('OPEN');
    expect((await seen(sellsToo, chosen.id)).data?.demandPost).toBeNull();
  });

  it('collect the answers of cooperatives, each its own and no other', async () => {
    const post = await open();
    const mine = await answer(sells, post.id);
    expect([mine.ownAnswer?.weeklyQty, mine.answerCount, mine.answers]).toEqual(['200', null, []]);
    await answer(sells, post.id, '250.5');
    await answer(sellsToo, post.id, '100');
    const read = (
      await buys.query<{ demandPost: Shown }>(
        `query($id: ID!) { demandPost(id: $id) { answerCount answers { seller { id } weeklyQty } } }`,
        { id: post.id },
      )
    ).demandPost;
    expect(read.answerCount).toBe(2);
    expect(read.answers).toHaveLength(2);
    expect(read.answers).toEqual(
      expect.arrayContaining([
        { seller: { id: seller.id }, weeklyQty: '250.5' },
        { seller: { id: other.id }, weeklyQty: '100' },
      ]),
    );
    const withdrawn = await done<Shown>(sells, 'demandWithdraw', 'DemandActionInput', { id: post.id, version: 2 }, POST);
    expect(withdrawn.ownAnswer?.withdrawnAt).not.toBeNull();
    const tables = await api.app.get(DataSource).query('select 1 from demand_answer');
    expect(tables).toEqual([]);
  });

  it('tell the cooperatives whose goods fit, and the buyer of an answer', async () => {
    const post = await open({ title: 'Na cho tin báo' });
    await api.drainJobs();
    await answer(sells, post.id);
    await api.drainJobs();
    const told = await api.sql<{ org_id: string; kind: string }>(
      `select org_id, kind from notification where facts->>'postId' = $1 order by kind`,
      [post.id],
    );
    expect(told).toEqual([
      { org_id: buyer.id, kind: 'demand.answered' },
      { org_id: seller.id, kind: 'demand.published' },
    ]);
  });

  it('expire by the calendar and then take no answer', async () => {
    const post = await open({ openUntil: '2026-11-21' });
    api.clock.set(new Date('2026-11-22T00:00:00+07:00'));
    expect((await seen(sells, post.id)).data?.demandPost?.status).toBe('EXPIRED');
    expect(await refusal(sells, 'demandAnswer', 'DemandAnswerInput', { postId: post.id, weeklyQty: '1' })).toMatchObject({
      code: 'DEMAND_STATE',
    });
    api.clock.set(new Date('2026-11-20T10:00:00+07:00'));
    expect((await act(buys, 'demandClose', post)).status).toBe('CLOSED');
  });

  it.each([
    [{ productName: '  ', productGroup: null }, 'GOODS_MISSING', 'productName'],
    [{ weeklyQty: '0' }, 'WEEKLY_QTY_NOT_POSITIVE', 'weeklyQty'],
    [{ periodFrom: '2027-10-01' }, 'DEMAND_PERIOD_OUT_OF_ORDER', 'periodTo'],
    [{ periodFrom: '2025-01-01', periodTo: '2025-02-01' }, 'DEMAND_PERIOD_PAST', 'periodTo'],
    [{ openUntil: '2026-11-19' }, 'OPEN_UNTIL_PAST', 'openUntil'],
    [{ ceilingPrice: 0 }, 'CEILING_NOT_POSITIVE', 'ceilingPrice'],
    [{ productId: '01900000-0000-7000-8000-000000000000' }, 'DEMAND_PRODUCT_UNKNOWN', 'productId'],
    [{ visibility: 'CHOSEN', chosenIds: ['x'] }, 'CHOSEN_UNKNOWN', 'chosenIds'],
    [{ note: 'x'.repeat(2001) }, 'DEMAND_TEXT_TOO_LONG', 'note'],
  ])('refuse %j with %s', async (patch, code, field) => {
    expect(await refusal(buys, 'demandSave', 'DemandSaveInput', form(patch))).toMatchObject({ code, field });
  });

  it('never let the ceiling out: no answer to anybody but the buyer carries it', async () => {
    const post = await open({ visibility: 'PUBLIC' });
    await answer(sells, post.id);
    await api.drainJobs();
    const schema = api.app.get(GraphQLSchemaHost).schema;
    const fill = (path: string, type: string) =>
      type === 'ID'
        ? post.id
        : path.endsWith('clientKey')
          ? `walk-${path}`
          : {
              Int: 5,
              String: 'a',
              Boolean: true,
              Quantity: '10',
              VND: CEILING,
              LocalDate: '2027-08-01',
              Instant: '2027-08-01T00:00:00Z',
            }[type];
    const roots = [
      ...Object.keys(schema.getQueryType()!.getFields()).map((name) => ['query', name] as const),
      ...['demandAnswer', 'demandWithdraw', 'demandPublish', 'demandClose', 'demandSave'].map(
        (name) => ['mutation', name] as const,
      ),
    ];
    for (const client of [sells, sellsToo, officer, api.visitor])
      for (const [kind, name] of roots) {
        const { document, variables } = requestFor(schema, kind, name, (path, type) =>
          /filter|after/i.test(path) ? undefined : fill(path, type),
        );
        expect(JSON.stringify(await client.send(document, variables))).not.toContain(String(CEILING));
      }
    const told = await api.sql<{ text: string }>('select facts::text as text from notification');
    expect(told.filter(({ text }) => text.includes(String(CEILING)))).toEqual([]);
    const jobs = await api.sql<{ text: string }>('select data::text as text from audit_event');
    expect(jobs.filter(({ text }) => text.includes(String(CEILING)))).toEqual([]);
  });

  it('reckon with what a cooperative has told of its supply, and with nothing where it told nothing', async () => {
    const owner = await api.given.member(other, 'SELLER_DIRECTOR');
    const potato = await api.given.product(other, { nameVi: 'Khoai lang mật' });
    await aLot(api, owner, potato.id, { qty: '700' });
    const { supplierSuggestions } = await buys.query<{
      supplierSuggestions: { product: { id: string }; parts: { part: string; value: number | null; reason: string }[] }[];
    }>('query($need: SupplierNeedInput!) { supplierSuggestions(need: $need) { product { id } parts { part value reason } } }', {
      need: { productName: 'khoai lang mat', baseUnit: 'kg', totalQty: '1400', periodFrom: '2026-11-20', periodTo: '2026-12-20' },
    });
    const volume = supplierSuggestions.find((one) => one.product.id === potato.id)!.parts.find(({ part }) => part === 'VOLUME')!;
    expect(volume.value).not.toBeNull();
    expect(volume.reason).toMatch(/^Còn nhận được .+ kg, cần 1.400 kg$/);
  });

  it('find suppliers with every part explained, the same each time', async () => {
    const { id: postId } = await open();
    const ask = () =>
      buys.query<{
        demandSuggestions: {
          seller: { id: string };
          product: { id: string };
          score: number;
          unknown: number;
          missing: string[];
          parts: { part: string; weight: number; value: number | null; reason: string }[];
        }[];
      }>(
        'query($id: ID!) { demandSuggestions(demandId: $id) { seller { id } product { id } score unknown missing parts { part weight value reason } } }',
        { id: postId },
      );
    const [first, again] = [await ask(), await ask()];
    expect(again).toEqual(first);
    expect(first.demandSuggestions).toHaveLength(1);
    const [best] = first.demandSuggestions;
    expect([best!.seller.id, best!.product.id, best!.missing]).toEqual([seller.id, product.id, ['VietGAP']]);
    const part = Object.fromEntries(best!.parts.map((one) => [one.part, one]));
    expect(part['PRODUCT']).toMatchObject({ weight: 35, value: 90, reason: 'Tên hàng khớp: Na dai Chi Lăng' });
    expect(part['SEASON']).toMatchObject({ value: 100, reason: 'Có hàng suốt thời gian cần' });
    expect(part['READINESS']).toMatchObject({ value: 0, reason: 'Đủ 0/1 giấy tờ cần có' });
    expect(part['DISTANCE']).toMatchObject({ value: null, reason: 'Chưa biết khoảng cách' });
    expect(part['VOLUME']).toMatchObject({ value: null, reason: 'Chưa biết sản lượng còn nhận được' });
    const unknown = best!.parts.filter(({ value }) => value === null).reduce((sum, { weight }) => sum + weight, 0);
    expect(best!.unknown).toBe(unknown);
    expect(await sells.send('query($id: ID!) { demandSuggestions(demandId: $id) { id } }', { id: postId })).toHaveProperty(
      'errors',
    );
  });
});
