import { taxCodeIsValid } from '@lienket/domain';
import { xlsxStream } from '../../platform/spreadsheets/index.js';
import type { Client } from '../../testing/client.js';
import { bytesOf } from '../../testing/sheets.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { PLANTED_MISTAKES } from './sample/planted-mistakes.js';
import type { SampleRegister } from './sample/sample-register.js';
import { sampleWorkbook, workbookOf } from './sample/register-workbook.js';

const BATCH = `{ id status mode refusal returnReason version matchesOpen revertUntil
  sheets { sheet total creates updates same waiting held errors ignoredHeaders }
  matches { id row code name basis decision orgId candidates { organization { id name } score } }
  problems(first: 100) { totalCount edges { node { sheetTitle cell code found message holds } } }
  availableActions { action allowed reason } }`;
const REFUSED = '... on DomainError { code message field }';

interface Batch {
  id: string;
  status: string;
  refusal: string | null;
  version: number;
  matchesOpen: number;
  sheets: {
    sheet: string;
    total: number;
    creates: number;
    updates: number;
    same: number;
    waiting: number;
    held: number;
    errors: number;
  }[];
  matches: {
    id: string;
    row: number;
    name: string;
    basis: string;
    candidates: { organization: { id: string; name: string }; score: number }[];
  }[];
  problems: {
    totalCount: number;
    edges: { node: { sheetTitle: string; cell: string; code: string; found: string; message: string; holds: number } }[];
  };
  availableActions: { action: string; allowed: boolean; reason: string | null }[];
}
type Answer = Batch & { code?: string; message?: string };

describe("a conference's register", () => {
  let api: TestApi;
  let officer: Client;
  let second: Client;
  let third: Client;
  beforeAll(async () => {
    api = await startApi();
    const alliance = await api.given.alliance();
    [officer, second, third] = (await Promise.all(
      (['ALLIANCE_OFFICER', 'ALLIANCE_LEADER', 'ALLIANCE_OFFICER'] as const).map(async (role) =>
        api.as(await api.given.member(alliance, role)),
      ),
    )) as [Client, Client, Client];
  });
  afterAll(() => api.stop());

  let made = 0;
  const anEvent = async (): Promise<string> => {
    const code = `HN-THU-${(made += 1)}`;
    await api.sql(
      `insert into event (id, code, title, held_on, host, source_title, booth_count, is_demo)
       values (gen_random_uuid(), $1, $1, '2025-11-20', 'Liên minh', 'Hội nghị thử', 18, true)`,
      [code],
    );
    return code;
  };
  const upload = (client: Client, event: string, bytes: Buffer) => {
    const boundary = 'ranh-gioi';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="so.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return client.post(`/register-files?event=${event}`, payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };
  const read = async (id: string, client = officer): Promise<Batch> =>
    (await client.query<{ registerBatch: Batch }>(`query($id: ID!) { registerBatch(id: $id) ${BATCH} }`, { id })).registerBatch;
  const bring = async (event: string, bytes: Buffer): Promise<Batch> => {
    const response = await upload(officer, event, bytes);
    expect([response.statusCode, response.body]).toEqual([201, expect.stringContaining('id')]);
    await api.drainJobs();
    return read(response.json<{ id: string }>().id);
  };
  const act = async (
    client: Client,
    name: string,
    batch: { id: string; version: number },
    more: object = {},
  ): Promise<Answer> => {
    const types: Record<string, string> = {
      registerSubmit: 'RegisterSubmitInput',
      registerReturn: 'RegisterReturnInput',
      registerDecide: 'RegisterDecideInput',
    };
    const document = `mutation($input: ${types[name] ?? 'RegisterActionInput'}!) { ${name}(input: $input) { __typename ... on RegisterBatch ${BATCH} ${REFUSED} } }`;
    return (await client.mutate<Record<string, Answer>>(document, { id: batch.id, version: batch.version, ...more }))[name]!;
  };
  const letIn = async (batch: Batch): Promise<Batch> => {
    const submitted = await act(officer, 'registerSubmit', batch, { mode: 'VALID_ONLY' });
    expect(submitted.message ?? submitted.status).toBe('SUBMITTED');
    await act(second, 'registerApprove', submitted);
    await api.drainJobs();
    return read(batch.id);
  };
  const fileOf = (register: SampleRegister) => bytesOf(xlsxStream(workbookOf(register)));
  const taxCode = (serial: number): string =>
    Array.from({ length: 200 }, (_, i) => `49${80_000_00 + serial * 20 + Math.floor(i / 10)}${i % 10}`).find(taxCodeIsValid)!;
  /** One agreement of a world of its own: organizations outlive the tests. */
  const small = (world: number): SampleRegister => {
    const party = (code: string, kind: string, at: number) => ({
      code,
      name: `Đơn vị ${code} thứ ${world}`,
      kind,
      taxCode: taxCode(world * 4 + at),
    });
    return {
      PARTIES: [
        party('B006', 'Hợp tác xã', 0),
        party('B007', 'Hợp tác xã', 1),
        party('M001', 'Nhà bán lẻ', 2),
        party('N001', 'Ngân hàng', 3),
      ],
      DELEGATES: [],
      BOOTHS: [],
      AGREEMENTS: [
        { registerNo: '01', title: 'Tiêu thụ na', sellers: 'B006', buyers: 'M001', signedOn: '20/11/2025', scanPage: 7 },
      ],
      LINES: [
        {
          registerNo: '01',
          lineNo: 1,
          description: 'Na dai',
          baseUnit: 'tấn',
          targetQty: 12,
          seasonMonths: 'T7, T8',
          referencePrice: 40_000_000,
        },
        { registerNo: '01', lineNo: 2, description: 'Măng ớt', baseUnit: 'hộp' },
      ],
      CREDITS: [],
      PETITIONS: [],
    };
  };
  const count = async (table: string, event: string): Promise<number> =>
    (
      await api.sql<{ n: number }>(
        `select count(*)::int as n from ${table} t join event e on e.id = t.event_id where e.code = $1`,
        [event],
      )
    )[0]!.n;

  it('shows ten planted mistakes at their cells, lets the rest in by a second person, and takes all of it back', async () => {
    const event = await anEvent();
    const [{ n: before }] = (await api.sql<{ n: number }>('select count(*)::int as n from organization')) as [{ n: number }];
    const batch = await bring(event, await bytesOf(xlsxStream(sampleWorkbook({ mistakes: true }))));
    expect(batch.status).toBe('VALIDATED');
    const found = batch.problems.edges.map(({ node }) => [node.sheetTitle, node.cell, node.code]);
    expect(found).toEqual(PLANTED_MISTAKES);
    expect(batch.problems.edges[0]!.node.holds).toBeGreaterThan(0);
    const sheets = Object.fromEntries(batch.sheets.map((sheet) => [sheet.sheet, sheet]));
    expect(sheets['PARTIES']).toMatchObject({ total: 101, errors: 2, creates: 99 });
    expect(sheets['AGREEMENTS']!.total).toBe(200);
    expect(await count('mou', event)).toBe(0);

    const submitted = await act(officer, 'registerSubmit', batch, { mode: 'VALID_ONLY' });
    expect(submitted.status).toBe('SUBMITTED');
    expect(await act(officer, 'registerApprove', submitted)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    const [one, other] = await Promise.all([act(second, 'registerApprove', submitted), act(third, 'registerApprove', submitted)]);
    expect([one.status, other.status].filter((status) => status === 'APPROVED')).toHaveLength(2);
    await api.drainJobs();
    const committed = await read(batch.id);
    expect(committed.status).toBe('COMMITTED');
    const [approvals] = await api.sql<{ n: number }>(
      `select count(*)::int as n from audit_event where action = 'register.approve' and entity_id = $1`,
      [batch.id],
    );
    expect(approvals!.n).toBe(1);
    expect(await count('mou', event)).toBe(sheets['AGREEMENTS']!.creates);
    expect(await count('event_delegate', event)).toBe(sheets['DELEGATES']!.creates);
    const [unknown] = await api.sql<{ zeros: number; empty: number; rungs: number }>(
      `select count(*) filter (where l.target_qty = 0)::int as zeros, count(*) filter (where l.target_qty is null)::int as empty,
         (select count(distinct p.rung)::int from mou_progress p where p.event_id = e.id) as rungs
       from mou_line l join mou m on m.id = l.mou_id join event e on e.id = m.event_id where e.code = $1 group by e.id`,
      [event],
    );
    expect(unknown).toMatchObject({ zeros: 0, rungs: 1 });
    expect(unknown!.empty).toBeGreaterThan(50);

    const reverted = await act(third, 'registerRevert', committed);
    expect(reverted.message ?? reverted.status).toBe('REVERTED');
    expect([await count('mou', event), await count('event_delegate', event), await count('booth', event)]).toEqual([0, 0, 0]);
    const [{ n: after }] = (await api.sql<{ n: number }>('select count(*)::int as n from organization')) as [{ n: number }];
    expect(after).toBe(before);
  }, 60_000);

  it('updates by the number in the register and never makes a second one; every value knows its cell', async () => {
    const event = await anEvent();
    await letIn(await bring(event, await fileOf(small(made))));
    const [mou] = await api.sql<{ id: string; status: string; price: string; qty: string; open: string | null }>(
      `select m.id, m.status, l.reference_price as price, l.target_qty as qty, (select target_qty from mou_line where mou_id = m.id and line_no = 2) as open
       from mou m join event e on e.id = m.event_id join mou_line l on l.mou_id = m.id and l.line_no = 1 where e.code = $1`,
      [event],
    );
    // Twelve tons are 12,000 kg, at the price of one of them; what the register leaves empty is unknown.
    expect(mou).toMatchObject({ status: 'DRAFT', price: '40000', qty: '12000.000', open: null });
    const sources = async (client: Client) =>
      (
        await client.query<{
          agreementSources: { field: string; place: string; value: string; scanPage: string | null; item: number }[];
        }>('query($id: ID!) { agreementSources(mouId: $id) { field place value scanPage item } }', { id: mou!.id })
      ).agreementSources;
    expect(await sources(officer)).toEqual(
      expect.arrayContaining([
        { field: 'signedOn', place: 'Biên bản!F2', value: '20/11/2025', scanPage: '7', item: 0 },
        { field: 'targetQty', place: 'Dòng hàng!E2', value: '12', scanPage: null, item: 1 },
      ]),
    );
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    expect(
      (await stranger.send('query($id: ID!) { agreementSources(mouId: $id) { field } }', { id: mou!.id })).errors?.[0]?.extensions
        .code,
    ).toBe('NOT_FOUND');

    const again = await bring(event, await fileOf(small(made)));
    expect(again.sheets.every(({ creates, updates }) => creates + updates === 0)).toBe(true);
    expect(again.availableActions.find(({ action }) => action === 'submit')).toMatchObject({ allowed: false });
    await act(officer, 'registerWithdraw', again);

    const changed = small(made);
    changed.AGREEMENTS[0]!['title'] = 'Tiêu thụ na và măng';
    changed.LINES[1]!['targetQty'] = 500;
    changed.AGREEMENTS.push({ registerNo: '02', title: 'Tiêu thụ quýt', sellers: 'B007', buyers: 'M001' });
    const update = await letIn(await bring(event, await fileOf(changed)));
    expect(update.status).toBe('COMMITTED');
    expect(await count('mou', event)).toBe(2);
    const [now] = await api.sql<{ title: string; lines: number }>(
      'select title, (select count(*)::int from mou_line where mou_id = $1) as lines from mou where id = $1',
      [mou!.id],
    );
    expect(now).toEqual({ title: 'Tiêu thụ na và măng', lines: 2 });
    expect((await sources(officer)).find(({ field }) => field === 'title')!.value).toBe('Tiêu thụ na và măng');

    await act(second, 'registerRevert', update);
    const [back] = await api.sql<{ title: string; n: number }>(
      `select title, (select count(*)::int from mou m2 where m2.event_id = m.event_id) as n from mou m where id = $1`,
      [mou!.id],
    );
    expect(back).toEqual({ title: 'Tiêu thụ na', n: 1 });
    expect((await sources(officer)).find(({ field }) => field === 'title')!.value).toBe('Tiêu thụ na');
  }, 30_000);

  it('lets credit agreements and petitions in, updates them by their number, knows their cells and takes them back', async () => {
    const event = await anEvent();
    const register = small(made);
    register.CREDITS.push(
      {
        registerNo: 'TD01',
        bank: 'N001',
        borrower: 'B006',
        amount: 300_000_000,
        isSecured: 'không',
        purpose: 'Kho lạnh',
        scanPage: 9,
      },
      { registerNo: 'TD02', bank: 'N001', borrower: 'B007' },
    );
    register.PETITIONS.push(
      { code: 'KN01', petitioner: 'B006', fields: 'Tín dụng, lãi suất', content: 'Xin vay tín chấp', receivedOn: '15/10/2025' },
      { code: 'KN02', petitioner: 'B007', fields: 'Đất đai, môi trường' },
    );
    const batch = await bring(event, await fileOf(register));
    const plan = Object.fromEntries(batch.sheets.map((sheet) => [sheet.sheet, sheet]));
    expect([plan['CREDITS'], plan['PETITIONS']]).toMatchObject([
      { creates: 2, waiting: 0 },
      { creates: 2, waiting: 0 },
    ]);
    expect([await count('credit_agreement', event), await count('petition', event)]).toEqual([0, 0]);
    await letIn(batch);
    const credits = () =>
      api.sql<{ id: string; no: string; amount: bigint | null; secured: boolean | null; status: string; purpose: string | null }>(
        `select c.id, register_no as no, amount, is_secured as secured, c.status, purpose from credit_agreement c join event e on e.id = c.event_id where e.code = $1 order by register_no`,
        [event],
      );
    const petitions = () =>
      api.sql<{ id: string; no: string; status: string; content: string | null }>(
        `select p.id, register_no as no, p.status, content from petition p join event e on e.id = p.event_id where e.code = $1 order by register_no`,
        [event],
      );
    const [first, second] = await credits();
    // An amount the register does not name is unknown, not nought.
    expect(first).toMatchObject({ no: 'TD01', secured: false, status: 'RECORDED' });
    expect(Number(first!.amount)).toBe(300_000_000);
    expect(second).toMatchObject({ no: 'TD02', amount: null, secured: null });
    const [asked] = await petitions();
    expect(asked).toMatchObject({ no: 'KN01', status: 'CLASSIFIED', content: 'Xin vay tín chấp' });
    const sources = async (name: string, key: string, id: string) =>
      (
        await officer.query<Record<string, { field: string; place: string; value: string }[]>>(
          `query($id: ID!) { ${name}(${key}: $id) { field place value } }`,
          { id },
        )
      )[name]!;
    expect(await sources('creditSources', 'creditId', first!.id)).toContainEqual(
      expect.objectContaining({ field: 'amount', place: expect.stringMatching(/!D2$/) }),
    );
    expect(await sources('petitionSources', 'petitionId', asked!.id)).toContainEqual(
      expect.objectContaining({ field: 'content', value: 'Xin vay tín chấp' }),
    );

    const again = await bring(event, await fileOf(register));
    expect(again.sheets.every(({ creates, updates }) => creates + updates === 0)).toBe(true);
    await act(officer, 'registerWithdraw', again);
    register.CREDITS[1]!['amount'] = 80_000_000;
    register.PETITIONS[1]!['content'] = 'Xin giao đất làm kho';
    register.PETITIONS.push({ code: 'KN03', petitioner: 'B006', fields: 'Khác' });
    const update = await bring(event, await fileOf(register));
    expect(Object.fromEntries(update.sheets.map(({ sheet, creates, updates }) => [sheet, [creates, updates]]))).toMatchObject({
      CREDITS: [0, 1],
      PETITIONS: [1, 1],
    });
    const committed = await letIn(update);
    expect([Number((await credits())[1]!.amount), (await petitions()).map(({ content }) => content)]).toEqual([
      80_000_000,
      ['Xin vay tín chấp', 'Xin giao đất làm kho', null],
    ]);
    expect((await act(third, 'registerRevert', committed)).status).toBe('REVERTED');
    expect([(await credits())[1]!.amount, (await petitions()).map(({ content }) => content)]).toEqual([
      null,
      ['Xin vay tín chấp', null],
    ]);
    const wrong = small(made);
    wrong.CREDITS.push({ registerNo: 'TD09', bank: 'B006', borrower: 'N001' });
    wrong.PETITIONS.push({ code: 'KN09', petitioner: 'B006', fields: 'Khác', department: 'Sở Không có thật' });
    expect((await bring(event, await fileOf(wrong))).problems.edges.map(({ node }) => node.code).sort()).toEqual([
      'DEPARTMENT_NOT_FOUND',
      'NOT_A_BANK',
      'NOT_A_BORROWER',
    ]);
  }, 40_000);

  it('asks a person about a name that is alike, and waits for the answer', async () => {
    const event = await anEvent();
    const known = await api.given.cooperative({ name: 'HTX Bình Minh Quyết Tiến', shortName: 'Quyết Tiến' });
    const register = small(made);
    register.PARTIES[0] = {
      ...register.PARTIES[0]!,
      name: 'Hợp tác xã Bình Minh Quyết Tiên',
      taxCode: null,
      registrationNo: null,
    };
    const batch = await bring(event, await fileOf(register));
    expect(batch.matchesOpen).toBe(1);
    const [match] = batch.matches;
    expect(match).toMatchObject({ basis: 'NAME', candidates: [{ organization: { id: known.id } }] });
    expect(await act(officer, 'registerSubmit', batch, { mode: 'VALID_ONLY' })).toMatchObject({ code: 'MATCHES_OPEN' });
    const other = await api.given.cooperative();
    expect(await act(officer, 'registerDecide', batch, { matchId: match!.id, orgId: other.id })).toMatchObject({
      code: 'MATCH_NOT_OFFERED',
    });
    const decided = await act(officer, 'registerDecide', batch, { matchId: match!.id, orgId: known.id });
    expect(decided.matchesOpen).toBe(0);
    await letIn(decided);
    const sellers = await api.sql<{ org_id: string }>(
      `select p.org_id from mou_party p join mou m on m.id = p.mou_id join event e on e.id = m.event_id where e.code = $1 and p.role = 'SELLER'`,
      [event],
    );
    expect(sellers).toEqual([{ org_id: known.id }]);
    const [untouched] = await api.sql<{ name: string }>('select name from organization where id = $1', [known.id]);
    expect(untouched!.name).toBe('HTX Bình Minh Quyết Tiến');
  }, 30_000);

  it('leaves nothing behind when it is killed half way, and goes in whole when the job runs again', async () => {
    const event = await anEvent();
    const batch = await bring(event, await fileOf(small(made)));
    const submitted = await act(officer, 'registerSubmit', batch, { mode: 'ALL_OR_NOTHING' });
    await act(second, 'registerApprove', submitted);
    await api.sql(
      `create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await api.sql('create trigger die before insert on mou_line for each row execute function die()');
    await api.drainJobs().catch(() => undefined);
    expect((await read(batch.id)).status).toBe('APPROVED');
    const left = await api.sql<{ n: number }>(
      `select (select count(*)::int from mou where event_id = b.event_id) + (select count(*)::int from register_change where batch_id = b.id)
         + (select count(*)::int from register_value where batch_id = b.id) as n from register_batch b where b.id = $1`,
      [batch.id],
    );
    expect(left).toEqual([{ n: 0 }]);
    await api.sql('drop trigger die on mou_line');
    // Saying it again starts what was interrupted.
    await act(third, 'registerApprove', submitted);
    await api.drainJobs();
    expect((await read(batch.id)).status).toBe('COMMITTED');
    expect(await count('mou', event)).toBe(1);
  }, 30_000);

  it('does not go in when something changed between the approval and the commit', async () => {
    const event = await anEvent();
    const batch = await bring(event, await fileOf(small(made)));
    const submitted = await act(officer, 'registerSubmit', batch, { mode: 'VALID_ONLY' });
    await act(second, 'registerApprove', submitted);
    const party = small(made).PARTIES[1]!;
    await api.given.cooperative({ name: 'Tên gần giống', taxCode: String(party['taxCode']) });
    await api.drainJobs();
    const back = await read(batch.id);
    expect(back).toMatchObject({ status: 'VALIDATED', matchesOpen: 1 });
    expect(back.refusal).toContain('đã đổi sau khi duyệt');
    expect(await count('mou', event)).toBe(0);
  }, 30_000);

  it('is taken back only within a day and while nothing stands on it', async () => {
    const event = await anEvent();
    const committed = await letIn(await bring(event, await fileOf(small(made))));
    const [mou] = await api.sql<{ id: string; version: number }>(
      'select m.id, m.version from mou m join event e on e.id = m.event_id where e.code = $1',
      [event],
    );
    await api.sql('update mou set quality_terms = $2 where id = $1', [mou!.id, 'Sửa tay']);
    expect(await act(second, 'registerRevert', committed)).toMatchObject({
      code: 'REVERT_CHANGED_SINCE',
      message: expect.stringContaining('01'),
    });
    await api.sql('update mou set quality_terms = null where id = $1', [mou!.id]);
    const [org] = await api.sql<{ id: string }>(`select org_id as id from mou_party where mou_id = $1 and role = 'SELLER'`, [
      mou!.id,
    ]);
    await api.given.location({ id: org!.id, name: '', kind: 'COOPERATIVE' });
    expect(await act(second, 'registerRevert', committed)).toMatchObject({ code: 'REVERT_STOOD_ON' });
    await api.sql('delete from location where org_id = $1', [org!.id]);
    api.clock.set(new Date(Date.now() + 25 * 3_600_000));
    expect(await act(second, 'registerRevert', committed)).toMatchObject({ code: 'REVERT_TOO_LATE' });
    api.clock.set(null);
    expect((await act(second, 'registerRevert', committed)).status).toBe('REVERTED');
    expect(await count('mou', event)).toBe(0);
  }, 30_000);

  it('goes back with a reason, is refused to others, and to files that are no register', async () => {
    const event = await anEvent();
    const batch = await bring(event, await fileOf(small(made)));
    const submitted = await act(officer, 'registerSubmit', batch, { mode: 'VALID_ONLY' });
    expect(await act(second, 'registerReturn', submitted, { reason: ' ' })).toMatchObject({
      code: 'REASON_MISSING',
      field: 'reason',
    });
    expect(await act(second, 'registerReturn', submitted, { reason: 'Thiếu trang quét' })).toMatchObject({
      status: 'VALIDATED',
      returnReason: 'Thiếu trang quét',
    });
    const director = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    expect((await upload(director, event, await fileOf(small(made)))).statusCode).toBe(404);
    expect((await director.get('/register-files/template.xlsx')).statusCode).toBe(404);
    expect((await officer.get('/register-files/template.xlsx')).statusCode).toBe(200);
    expect((await officer.get(`/register-files/${batch.id}/file.xlsx`)).statusCode).toBe(200);
    expect((await upload(officer, 'KHONG-CO', await fileOf(small(made)))).statusCode).toBe(422);
    const noRegister = await bring(
      event,
      await bytesOf(xlsxStream([{ name: 'Trang 1', columns: [{ header: 'a', kind: 'TEXT' }], rows: [['b']] }])),
    );
    expect(noRegister).toMatchObject({ status: 'REJECTED', refusal: expect.stringContaining('tệp mẫu') });
    const lacking = small(made);
    const tables = workbookOf(lacking).map((table) => ({
      ...table,
      columns: table.columns.map((one) => (one.header === 'Bên mua' ? { ...one, header: 'Khác' } : one)),
    }));
    expect(await bring(event, await bytesOf(xlsxStream(tables)))).toMatchObject({
      status: 'REJECTED',
      refusal: expect.stringContaining('"Bên mua"'),
    });
  }, 30_000);
});
