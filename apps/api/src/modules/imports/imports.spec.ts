import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { hostileFiles } from '../../testing/hostile-files.js';
import { sheetOf, textsOf, uploadSheet } from '../../testing/sheets.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const HEADER = [
  'Mã hàng',
  'Tên sản phẩm',
  'Nhóm sản phẩm',
  'Đơn vị bán',
  'Tên kiện',
  'Số đơn vị trong kiện',
  'Giá bán (đ/đơn vị)',
  'Tháng mùa vụ',
  'Bảo quản',
  'Loại thuế GTGT',
];
const row = (sku: string, name: string, patch: Record<number, string | null> = {}): (string | null)[] =>
  [sku, name, 'Thực phẩm', 'kg', 'Thùng 10 kg', '10', '40.000', 'T7-T9', 'Mát', 'Nông sản chưa chế biến'].map((cell, i) =>
    patch[i] === undefined ? cell : patch[i],
  );

const IS_HEAVY = process.env['SUITE'] === 'heavy';
/** Of the hostile files: one of each way in, or all. The readers themselves are tried with every one in hostile-files.heavy.spec.ts. */
const TRIED = IS_HEAVY
  ? /claims one|XXE|external entity|macros|PDF|SVG|HTML as CSV|half|program|climbs/
  : /claims one|external entity|macros|HTML as CSV/;

interface Batch {
  __typename?: string;
  code?: string;
  id: string;
  status: string;
  version: number;
  rowsTotal: number;
  rowsDone: number;
  toCreate: number;
  toUpdate: number;
  toSkip: number;
  withErrors: number;
  refusal: string | null;
  missing: string[];
  headers: { letter: string; header: string; sample: string | null; column: string | null }[];
  undoUntil: string | null;
  availableActions: { action: string; allowed: boolean }[];
  problemGroups: { code: string; column: string; count: number; cells: string[]; message: string }[];
  rows: {
    edges: {
      node: { row: number; outcome: string; problems: { cell: string; code: string; found: string; message: string }[] };
    }[];
  };
  undo: { undone: number; kept: { row: number; reason: string }[] } | null;
}
const BATCH = `id status version rowsTotal rowsDone toCreate toUpdate toSkip withErrors refusal missing undoUntil
  headers { letter header sample column } availableActions { action allowed } problemGroups { code column count cells message }
  rows(outcome: ERROR, first: 50) { edges { node { row outcome problems { cell code found message } } } } undo { undone kept { row reason } }`;

describe('imports', () => {
  let api: TestApi;
  let farm: Org;
  let seller: Client;
  let neighbour: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative();
    seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  const byId = async (id: string, client = seller) =>
    (await client.query<{ importBatch: Batch }>(`query($id: ID!) { importBatch(id: $id) { ${BATCH} } }`, { id })).importBatch;
  async function act(mutation: string, input: Record<string, unknown>, client = seller): Promise<Batch> {
    const type =
      mutation === 'importMatch' ? 'ImportMatchInput' : mutation === 'importCommit' ? 'ImportCommitInput' : 'ImportActionInput';
    const answer = await client.mutate<Record<string, Batch>>(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ImportBatch { ${BATCH} } ... on Refused { code message } } }`,
      input,
    );
    return answer[mutation]!;
  }
  async function checked(rows: (string | null)[][], header = HEADER, client = seller, kind = 'PRODUCTS'): Promise<Batch> {
    const answer = await uploadSheet(client, kind, await sheetOf(header, rows));
    expect(answer.statusCode).toBe(201);
    await api.drainJobs();
    return byId(answer.json<{ id: string }>().id, client);
  }
  async function committed(rows: (string | null)[][], mode = 'VALID_ONLY'): Promise<Batch> {
    const { id } = await checked(rows);
    await act('importCommit', { id, mode });
    await api.drainJobs();
    return byId(id);
  }
  const products = () =>
    api.sql<{ sku: string; name: string; price: string; status: string; version: number }>(
      `select seller_sku as sku, name_vi as name, status, version, (select string_agg(unit_price::text, ',' order by min_qty_base) from price_tier t
         join list_price l on l.id = t.list_price_id where l.product_id = p.id and l.ends_before is null) as price from product p where org_id = $1 order by seller_sku`,
      [farm.id],
    );
  const everything = () =>
    api.sql(
      `select (select md5(coalesce(string_agg((to_jsonb(p) - 'version')::text, '|' order by id), '')) from product p) as products,
         (select md5(coalesce(string_agg(k::text, '|' order by id), '')) from pack k) as packs,
         (select md5(coalesce(string_agg(t::text, '|' order by id), '')) from price_tier t) as tiers,
         (select md5(coalesce(string_agg(l::text, '|' order by id), '')) from list_price l) as prices,
         (select md5(coalesce(string_agg(c::text, '|' order by id), '')) from product_change c) as changes,
         (select md5(coalesce(string_agg(e::text, '|' order by product_id), '')) from catalog_entry e) as entries`,
    );
  const keptFiles = (): string[] => {
    const walk = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? walk(join(folder, name)) : [name]));
    return walk(join(api.app.get<Config>(CONFIG).dataDir, 'files'));
  };

  it('are checked without effect, then let in, and update by code the second time', async () => {
    const before = await everything();
    const first = await checked([
      row('NA01', 'Na dai loại 1'),
      row('NA02', 'Na dai loại 2', { 6: '35000' }),
      row('Ví dụ NA03', 'Na mẫu'),
    ]);
    expect(first).toMatchObject({ status: 'CHECKED', rowsTotal: 3, toCreate: 2, toUpdate: 0, toSkip: 1, withErrors: 0 });
    expect(await everything()).toEqual(before);
    await act('importCommit', { id: first.id, mode: 'ALL_OR_NOTHING' });
    await api.drainJobs();
    expect(await byId(first.id)).toMatchObject({ status: 'COMMITTED', rowsDone: 3 });
    expect(await products()).toMatchObject([
      { sku: 'NA01', name: 'Na dai loại 1', price: '40000', status: 'DRAFT', version: 1 },
      { sku: 'NA02', name: 'Na dai loại 2', price: '35000', status: 'DRAFT', version: 1 },
    ]);
    const second = await committed([row('na01', 'Na dai loại 1', { 6: '42.000' }), row('NA02', 'Na dai loại 2', { 6: '35000' })]);
    expect(second).toMatchObject({ status: 'COMMITTED', toCreate: 0, toUpdate: 1, toSkip: 1 });
    expect((await products()).map(({ price, version }) => [price, version])).toEqual([
      ['42000', 2],
      ['35000', 1],
    ]);
    const audits = await api.sql(
      `select 1 from audit_event where action in ('product.create', 'product.update') and org_id = $1`,
      [farm.id],
    );
    expect(audits).toHaveLength(3);
  });

  it('name each wrong cell and its repair, and give the wrong rows back to be mended and brought again', async () => {
    const batch = await checked([
      row('SAI1', ''),
      row('SAI2', 'Hồng', { 2: 'Hoa quả', 5: '0', 6: '1.25' }),
      row('SAI3', 'Mận', { 7: '13' }),
      row('', 'Không mã'),
      row('SAI5', 'Đúng rồi'),
      row('sai5', 'Trùng mã'),
    ]);
    expect(batch).toMatchObject({ status: 'CHECKED', toCreate: 1, withErrors: 5 });
    const problems = batch.rows.edges.map(({ node }) => [node.row, node.problems.map(({ cell, code }) => `${cell} ${code}`)]);
    expect(problems).toEqual([
      [2, ['B2 CELL_MISSING']],
      [3, ['C3 CHOICE_UNKNOWN', 'F3 PACK_SIZE_NOT_POSITIVE', 'G3 MONEY_AMBIGUOUS']],
      [4, ['H4 MONTHS_UNREADABLE']],
      [5, ['A5 KEY_MISSING']],
      [7, ['A7 KEY_TWICE']],
    ]);
    expect(batch.rows.edges[1]!.node.problems[0]).toMatchObject({
      found: 'Hoa quả',
      message: expect.stringContaining('Thực phẩm'),
    });
    expect(batch.problemGroups.every(({ count, message }) => count === 1 && message.length > 20)).toBe(true);
    expect(await act('importCommit', { id: batch.id, mode: 'ALL_OR_NOTHING' })).toMatchObject({ code: 'ROWS_HAVE_ERRORS' });

    const rejected = await seller.get(`/imports/${batch.id}/rejected.xlsx`);
    const rows = await textsOf(rejected.rawPayload);
    expect(rows[0]).toEqual([...HEADER, 'Cần sửa']);
    expect(rows.slice(1).map((cells) => cells[0])).toEqual(['SAI1', 'SAI2', 'SAI3', '', 'sai5']);
    expect(rows[2]!.at(-1)).toContain('Nhóm sản phẩm: Giá trị không có trong danh sách');
    await act('importCommit', { id: batch.id, mode: 'VALID_ONLY' });
    await api.drainJobs();
    const mended = rows.slice(1, 4).map((cells) => row(cells[0]!, cells[1] || 'Đã sửa'));
    const again = await checked(mended, rows[0]!.slice(0, -1));
    expect(again).toMatchObject({ toCreate: 3, withErrors: 0 });
  });

  it('find columns in any order, case and spelling, and ask for the rest', async () => {
    const header = ['GIÁ BÁN', 'ten hang', 'Nhóm', 'ĐVT', 'Ghi chú của kho', 'sku'];
    const batch = await checked([['50000', 'Hồng Bảo Lâm', 'Thực phẩm', 'kg', 'kệ 3', 'HO1']], header);
    expect(batch.status).toBe('MATCHING');
    expect(batch.headers.map(({ column }) => column)).toEqual(['price', 'nameVi', 'group', 'baseUnit', null, 'sellerSku']);
    expect(batch.headers[4]).toMatchObject({ letter: 'E', header: 'Ghi chú của kho', sample: 'kệ 3' });
    const mapping = batch.headers.map(({ column }) => column);
    const match = (changed: (string | null)[]) => act('importMatch', { id: batch.id, mapping: changed });
    expect(await match(mapping.slice(1))).toMatchObject({ code: 'MAPPING_NOT_COMPLETE' });
    expect(await match(mapping.with(4, '__proto__'))).toMatchObject({ code: 'COLUMN_UNKNOWN' });
    expect(await match(mapping.with(4, 'price'))).toMatchObject({ code: 'COLUMN_TWICE' });
    expect(await match(mapping.with(5, null))).toMatchObject({ code: 'COLUMN_MISSING' });
    expect(await match(mapping)).toMatchObject({ __typename: 'ImportBatch', status: 'READING' });
    await api.drainJobs();
    expect(await byId(batch.id)).toMatchObject({ status: 'CHECKED', withErrors: 1 });
    expect(await act('importCancel', { id: batch.id })).toMatchObject({ status: 'CANCELLED' });
  });

  it('can be taken back whole within a day: every row is as it was', async () => {
    await committed([row('UN1', 'Chuối'), row('UN2', 'Bưởi')]);
    const before = await everything();
    const batch = await committed([
      row('UN1', 'Chuối tây', { 6: '15000', 4: 'Sọt' }),
      row('UN2', 'Bưởi da xanh'),
      row('UN3', 'Cam mới'),
    ]);
    expect(await everything()).not.toEqual(before);
    expect(batch.availableActions).toContainEqual({ action: 'revert', allowed: true });
    const back = await act('importRevert', { id: batch.id });
    expect(back).toMatchObject({ status: 'REVERTED', undo: { undone: 3, kept: [] } });
    expect(await everything()).toEqual(before);
    expect((await act('importRevert', { id: batch.id })).code).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('leave alone, when taken back, what was changed since or carries something else, and say why', async () => {
    const batch = await committed([row('KE1', 'Sửa sau'), row('KE2', 'Có chứng nhận'), row('KE3', 'Không ai đụng')]);
    const ids = await api.sql<{ id: string; sku: string }>(
      `select id, seller_sku as sku from product where seller_sku like 'KE%' order by 2`,
    );
    await seller.mutate('mutation($input: ProductUpdateInput!) { productUpdate(input: $input) { __typename } }', {
      id: ids[0]!.id,
      version: 1,
      nameVi: 'Đã sửa tay',
    });
    await api.sql(
      `insert into certificate (id, org_id, product_id, kind, stars, issued_on) values ($1, $2, $3, 'VIETGAP', null, '2026-01-01')`,
      [randomUUID(), farm.id, ids[1]!.id],
    );
    const back = await act('importRevert', { id: batch.id });
    expect(back.undo).toEqual({
      undone: 1,
      kept: [
        { row: 2, reason: expect.stringContaining('sửa sau khi nhập') },
        { row: 3, reason: expect.stringContaining('dựa vào') },
      ],
    });
    const left = await api.sql<{ name: string }>(
      `select name_vi as name from product where seller_sku like 'KE%' order by seller_sku`,
    );
    expect(left.map(({ name }) => name)).toEqual(['Đã sửa tay', 'Có chứng nhận']);
  });

  it('cannot be taken back after a day', async () => {
    const batch = await committed([row('MU1', 'Muộn')]);
    await api.sql(`update import_batch set committed_at = now() - interval '25 hours' where id = $1`, [batch.id]);
    expect(await act('importRevert', { id: batch.id })).toMatchObject({ code: 'UNDO_TOO_LATE' });
    expect((await byId(batch.id)).availableActions).toContainEqual({ action: 'revert', allowed: false });
  });

  it('of a product on show put prices live and let claims wait for the Alliance, as by hand; taking back clears both', async () => {
    const shown = await api.given.product(farm, { nameVi: 'Đang bán', sellerSku: 'BAN1' });
    // The world builder writes the catalogue by hand; a save lets the projector write it.
    await seller.mutate('mutation($input: ProductUpdateInput!) { productUpdate(input: $input) { __typename } }', {
      ...{ id: shown.id, version: 1, priceVisibility: 'BUYERS' },
    });
    const before = await everything();
    const batch = await committed([row('BAN1', 'Tên mới chờ duyệt', { 3: null, 4: null, 5: null, 6: '55000' })]);
    expect(batch).toMatchObject({ status: 'COMMITTED', toUpdate: 1 });
    const [live] = await api.sql('select name_vi, status from product where id = $1', [shown.id]);
    expect(live).toEqual({ name_vi: 'Đang bán', status: 'PUBLISHED' });
    expect((await products()).find(({ sku }) => sku === 'BAN1')?.price).toBe('55000');
    const waiting = await api.sql<{ wanted: object }>(
      `select wanted from product_change where product_id = $1 and status = 'PENDING'`,
      [shown.id],
    );
    expect(waiting).toEqual([{ wanted: { nameVi: 'Tên mới chờ duyệt' } }]);
    const again = await checked([row('BAN1', 'Tên mới chờ duyệt', { 3: null, 4: null, 5: null, 6: '55000', 7: null })]);
    expect(again).toMatchObject({ toUpdate: 0, toSkip: 1 });
    await act('importCancel', { id: again.id });
    expect(await act('importRevert', { id: batch.id })).toMatchObject({ undo: { undone: 1 } });
    expect(await everything()).toEqual(before);
  });

  it('that twenty people let in at once have one effect', async () => {
    const { id } = await checked([row('HAI1', 'Hai mươi'), row('HAI2', 'Hai mốt')]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => act('importCommit', { id, mode: 'VALID_ONLY' })));
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['ImportBatch']));
    await Promise.all(Array.from({ length: 3 }, () => api.drainJobs()));
    expect((await products()).filter(({ sku }) => sku?.startsWith('HAI'))).toHaveLength(2);
    const bytes = await sheetOf(HEADER, [row('CUNG', 'Cùng một tệp')]);
    const uploads = await Promise.all(Array.from({ length: 5 }, () => uploadSheet(seller, 'PRODUCTS', bytes)));
    const ids = new Set(uploads.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json<{ id: string }>().id));
    expect(ids.size).toBe(1);
  });

  it('cancelled in the middle leave nothing', async () => {
    const before = await everything();
    const { id } = await checked(Array.from({ length: 1200 }, (_, i) => row(`HUY${i}`, `Huỷ ${i}`)));
    await act('importCommit', { id, mode: 'ALL_OR_NOTHING' });
    // The job's first pause comes after 500 rows: by then the person has asked it to stop.
    await api.sql(
      `create function ask_to_stop() returns trigger language plpgsql as $$ begin new.cancel_asked := new.rows_done >= 500; return new; end $$;
       create trigger ask before update of rows_done on import_batch for each row when (new.status = 'COMMITTING') execute function ask_to_stop()`,
    );
    await api.drainJobs();
    await api.sql('drop trigger ask on import_batch; drop function ask_to_stop()');
    expect(await byId(id)).toMatchObject({ status: 'CANCELLED' });
    expect(await everything()).toEqual(before);
    expect(await api.sql('select 1 from import_row where batch_id = $1', [id])).toEqual([]);
    expect(keptFiles()).not.toContain(id);
  });

  it('of hostile files are refused with a sentence and leave no row and no file', async () => {
    const files = (await hostileFiles()).filter(([what]) => TRIED.test(what));
    const [before, rows] = [keptFiles().sort(), await api.sql('select 1 from import_row')];
    for (const [what, name, bytes] of files) {
      const answer = await uploadSheet(neighbour, 'PRODUCTS', bytes, name);
      expect({ what, status: answer.statusCode }).toEqual({ what, status: 201 });
      await api.drainJobs();
      const batch = await byId(answer.json<{ id: string }>().id, neighbour);
      expect({ what, status: batch.status, refusal: batch.refusal }).toEqual({
        what,
        status: 'REJECTED',
        refusal: expect.stringMatching(/Hãy|Chỉ nhận/),
      });
    }
    expect(files.length).toBeGreaterThan(IS_HEAVY ? 8 : 3);
    expect([keptFiles().sort(), (await api.sql('select 1 from import_row')).length]).toEqual([before, rows.length]);
  }, 120_000);

  it('are nobody else’s: not the neighbour’s, not the Alliance’s', async () => {
    const { id } = await checked([row('RIENG', 'Của riêng ta')]);
    for (const client of [neighbour, officer]) {
      const get = (wanted: string) => client.send('query($id: ID!) { importBatch(id: $id) { id } }', { id: wanted });
      expect(await get(id)).toEqual(await get(randomUUID()));
      expect((await client.get(`/imports/${id}/rejected.xlsx`)).statusCode).toBe(404);
      const { errors } = await client.send(
        'mutation($input: ImportActionInput!) { importCancel(input: $input) { __typename } }',
        {
          input: { clientKey: randomUUID(), id },
        },
      );
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await uploadSheet(officer, 'PRODUCTS', Buffer.from('a;b'))).statusCode).toBe(404);
    expect((await uploadSheet(api.visitor, 'PRODUCTS', Buffer.from('a;b'))).statusCode).toBe(401);
    expect((await seller.get('/imports/not-an-id/rejected.xlsx')).statusCode).toBe(404);
  });

  it('start from a template that is itself without fault', async () => {
    const answer = await seller.get('/imports/templates/products.xlsx');
    expect([answer.statusCode, answer.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    const [header, example] = await textsOf(answer.rawPayload);
    expect(header).toContain('Tên sản phẩm');
    expect(example![0]).toMatch(/^Ví dụ/);
    const mine = example!.with(0, 'MAU1');
    expect(await checked([mine], header)).toMatchObject({ status: 'CHECKED', toCreate: 1, withErrors: 0 });
    expect((await api.visitor.get('/imports/templates/products.xlsx')).statusCode).toBe(404);
    expect(await textsOf((await seller.get('/imports/templates/products.xlsx?lang=en')).rawPayload)).toHaveLength(2);
  });
});
