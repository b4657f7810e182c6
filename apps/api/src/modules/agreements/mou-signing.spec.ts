import { createHash } from 'node:crypto';
import type { Client } from '../../testing/client.js';
import type { GivenProduct, Org } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Memorandum {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly code?: string;
  readonly message?: string;
  readonly signedOn?: string | null;
  readonly rows?: { row: number; field: string; code: string }[];
}

const FIELDS = `__typename ... on DomainError { code message field } ... on VersionConflict { currentVersion }
  ... on RowsRefused { rows { row field code } }`;
const MOU = `... on Mou { id version status signedOn registerNo }`;

describe('a memorandum is signed in the app, or on paper by two persons of the Alliance', () => {
  let api: TestApi;
  let seller: Org;
  let buyer: Org;
  let product: GivenProduct;
  let director: Client;
  let staff: Client;
  let manager: Client;
  let officer: Client;
  let leader: Client;
  let otherLeader: Client;
  let alliance: Org;

  beforeAll(async () => {
    api = await startApi();
    seller = await api.given.cooperative();
    buyer = await api.given.retailer();
    alliance = await api.given.alliance();
    product = await api.given.product(seller);
    director = await api.as(await api.given.member(seller, 'SELLER_DIRECTOR'));
    staff = await api.as(await api.given.member(seller, 'SELLER_STAFF'));
    manager = await api.as(await api.given.member(buyer, 'BUYER_MANAGER'));
    officer = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
    leader = await api.as(await api.given.member(alliance, 'ALLIANCE_LEADER'));
    otherLeader = await api.as(await api.given.member(alliance, 'ALLIANCE_LEADER'));
  });
  afterAll(() => api.stop());

  const act = async (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<Memorandum> => {
    const document = `mutation($input: ${type}!) { ${name}(input: $input) { ${FIELDS} ${MOU} } }`;
    return (await client.mutate<Record<string, Memorandum>>(document, input))[name]!;
  };
  const step = (client: Client, name: string, mou: Memorandum, more: Record<string, unknown> = {}) =>
    act(client, name, name === 'mouAttest' ? 'MouAttestInput' : 'MouActionInput', { id: mou.id, version: mou.version, ...more });

  const draft = (client: Client, more: Record<string, unknown> = {}) =>
    act(client, 'mouCreate', 'MouCreateInput', {
      title: 'Biên bản ghi nhớ tiêu thụ na',
      pricePrinciple: 'PER_ORDER',
      parties: [
        { orgId: seller.id, role: 'SELLER', mustSign: true },
        { orgId: buyer.id, role: 'BUYER', mustSign: true },
      ],
      lines: [{ description: 'Na', baseUnit: 'kg', seasonMonths: [8, 9] }],
      ...more,
    });

  const scan = async (): Promise<string> => {
    const id = crypto.randomUUID();
    const sha256 = createHash('sha256').update(id).digest('hex');
    const [person] = await api.sql<{ id: string }>('select user_id as id from membership where org_id = $1 limit 1', [
      alliance.id,
    ]);
    await api.sql(
      `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by) values ($1, $2, 'bbgn.pdf', 'application/pdf', 10, $3, 'PARTIES', $4)`,
      [id, alliance.id, sha256, person!.id],
    );
    return id;
  };

  it('in the app: the last mandatory signature signs it and puts it in force', async () => {
    let mou = await draft(staff);
    expect(mou).toMatchObject({ __typename: 'Mou', status: 'DRAFT', signedOn: null });
    mou = await step(staff, 'mouCirculate', mou);
    expect(mou.status).toBe('SIGNING');
    mou = await step(director, 'mouSign', mou);
    expect(mou.status).toBe('SIGNING');
    expect(await step(director, 'mouSign', mou)).toMatchObject({ __typename: 'Refused', code: 'ALREADY_SIGNED' });
    mou = await step(manager, 'mouSign', mou);
    expect(mou.status).toBe('IN_FORCE');
    expect(mou.signedOn).not.toBeNull();
    const hashes = await api.sql<{ h: string }>('select distinct document_sha256 as h from signature where document_id = $1', [
      mou.id,
    ]);
    expect(hashes).toHaveLength(1);
    expect(hashes[0]!.h).toMatch(/^[0-9a-f]{64}$/);
  });

  it('a refusal voids the signatures given so far and needs a reason', async () => {
    let mou = await step(director, 'mouCirculate', await draft(director));
    mou = await step(director, 'mouSign', mou);
    expect(await step(manager, 'mouRefuse', mou)).toMatchObject({ code: 'REASON_MISSING' });
    mou = await step(manager, 'mouRefuse', mou, { reason: 'Chưa thống nhất quy cách.' });
    expect(mou.status).toBe('DRAFT');
    expect(await api.sql('select 1 from signature where document_id = $1', [mou.id])).toEqual([]);
  });

  it('on paper: a scan, an attestation for each party, and the word of another person', async () => {
    let mou = await draft(officer);
    const day = { signedOn: '2024-04-25' };
    expect(await step(officer, 'mouAttest', mou, { orgId: seller.id, ...day })).toMatchObject({ code: 'NO_SCAN' });
    mou = await act(officer, 'mouUpdate', 'MouUpdateInput', { id: mou.id, version: mou.version, documentFileId: await scan() });
    mou = await step(officer, 'mouAttest', mou, { orgId: seller.id, ...day });
    expect(mou.status).toBe('DRAFT');
    expect(await step(officer, 'mouAttest', mou, { orgId: alliance.id, ...day })).toMatchObject({ code: 'NOT_A_PARTY' });
    expect(await step(officer, 'mouAttest', mou, { orgId: seller.id, ...day })).toMatchObject({ code: 'ALREADY_SIGNED' });
    expect(await step(officer, 'mouAttest', mou, { orgId: buyer.id, signedOn: '2999-01-01' })).toMatchObject({
      code: 'SIGNED_IN_FUTURE',
    });
    expect(await step(leader, 'mouCountersign', mou)).toMatchObject({ code: 'ATTESTATIONS_MISSING' });
    expect(await step(director, 'mouCirculate', mou)).toMatchObject({ code: 'PAPER_UNDER_WAY' });
    mou = await step(leader, 'mouAttest', mou, { orgId: buyer.id, signedOn: '2024-04-26' });
    expect(await step(leader, 'mouCountersign', mou)).toMatchObject({ code: 'SAME_PERSON' });
    mou = await step(otherLeader, 'mouCountersign', mou);
    expect(mou).toMatchObject({ status: 'IN_FORCE', signedOn: '2024-04-26' });
  });

  it('an officer without a leader’s role cannot countersign', async () => {
    const mou = await draft(officer, { documentFileId: await scan() });
    const answer = await officer.send(`mutation($input: MouActionInput!) { mouCountersign(input: $input) { __typename } }`, {
      input: { clientKey: 'k', id: mou.id, version: mou.version },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('changing the draft voids what was attested for the text before', async () => {
    let mou = await draft(officer, { documentFileId: await scan() });
    mou = await step(officer, 'mouAttest', mou, { orgId: seller.id, signedOn: '2024-04-25' });
    mou = await act(officer, 'mouUpdate', 'MouUpdateInput', { id: mou.id, version: mou.version, title: 'Tên khác' });
    expect(await api.sql('select 1 from signature where document_id = $1', [mou.id])).toEqual([]);
    expect(await step(officer, 'mouAttest', { ...mou, version: 1 }, { orgId: seller.id, signedOn: '2024-04-25' })).toMatchObject({
      __typename: 'VersionConflict',
      currentVersion: mou.version,
    });
  });

  it('comes into force on its first day, once', async () => {
    let mou = await draft(director, { validFrom: '2999-01-01', validTo: '2999-12-31' });
    mou = await step(director, 'mouCirculate', mou);
    mou = await step(director, 'mouSign', mou);
    mou = await step(manager, 'mouSign', mou);
    expect(mou.status).toBe('SIGNED');
    await api.drainJobs();
    const status = async () => (await api.sql<{ status: string }>('select status from mou where id = $1', [mou.id]))[0]!.status;
    expect(await status()).toBe('SIGNED');
    await api.sql('update graphile_worker._private_jobs set run_at = now()');
    await api.drainJobs();
    expect(await status()).toBe('IN_FORCE');
    expect(
      await api.sql(`select 1 from audit_event where entity_id = $1 and action = 'mou.enter-into-force'`, [mou.id]),
    ).toHaveLength(1);
  });

  it('refuses what is no memorandum, and says which line', async () => {
    const party = (org: Org, role: string, mustSign = true) => ({ orgId: org.id, role, mustSign });
    expect(await draft(director, { parties: [party(seller, 'SELLER')] })).toMatchObject({ code: 'PARTIES_MISSING' });
    expect(await draft(director, { parties: [party(seller, 'SELLER'), party(buyer, 'BUYER', false)] })).toMatchObject({
      code: 'SIGNATORIES_MISSING',
    });
    expect(await draft(director, { parties: [party(seller, 'SELLER'), party(seller, 'BUYER')] })).toMatchObject({
      code: 'PARTY_TWICE',
    });
    const strangers = [await api.given.cooperative(), await api.given.retailer()] as const;
    expect(await draft(director, { parties: [party(strangers[0], 'SELLER'), party(strangers[1], 'BUYER')] })).toMatchObject({
      code: 'NOT_AMONG_PARTIES',
    });
    expect(await draft(director, { validFrom: '2026-05-01', validTo: '2026-04-01' })).toMatchObject({
      code: 'DATES_OUT_OF_ORDER',
    });
    expect(await draft(director, { lines: [] })).toMatchObject({ code: 'LINES_MISSING' });
    const lines = [
      { description: 'Na', baseUnit: 'kg', seasonMonths: [] },
      { description: ' ', baseUnit: 'kg', targetQty: '0', seasonMonths: [13] },
      { description: 'Na', baseUnit: 'hộp', productId: product.id, seasonMonths: [] },
    ];
    const refused = await draft(director, { lines });
    expect(refused.rows!.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '1 LINE_DESCRIPTION_MISSING',
      '1 LINE_QTY_NOT_POSITIVE',
      '1 LINE_SEASON_NOT_VALID',
      '2 LINE_UNIT_DIFFERS',
    ]);
  });

  it('keeps one register: a number is given once', async () => {
    const registerNo = 'BBGN 07/2024';
    expect(await draft(officer, { registerNo })).toMatchObject({ __typename: 'Mou', registerNo });
    expect(await draft(officer, { registerNo })).toMatchObject({ code: 'REGISTER_NO_TAKEN' });
    const given = await Promise.all(Array.from({ length: 5 }, () => draft(officer)));
    const numbers = given.map((mou) => (mou as Memorandum & { registerNo: string }).registerNo);
    expect(new Set(numbers).size).toBe(5);
    expect(numbers.every((number) => /^BBGN-\d{4}-\d{4}$/.test(number))).toBe(true);
  });

  it('the same key sent twenty times records one memorandum', async () => {
    const title = 'Hai mươi lần';
    const answers = await Promise.all(Array.from({ length: 20 }, () => draft(director, { title, clientKey: 'twenty-times' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await api.sql('select 1 from mou where title = $1', [title])).toHaveLength(1);
  });
});
