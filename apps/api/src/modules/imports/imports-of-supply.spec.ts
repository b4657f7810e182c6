import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { sheetOf, textsOf, uploadSheet } from '../../testing/sheets.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Batch {
  id: string;
  status: string;
  toCreate: number;
  toUpdate: number;
  toSkip: number;
  withErrors: number;
  rows: { edges: { node: { row: number; problems: { cell: string; code: string; message: string }[] } }[] };
  undo: { undone: number; kept: { row: number; reason: string }[] } | null;
}
const BATCH = `id status toCreate toUpdate toSkip withErrors undo { undone kept { row reason } }
  rows(outcome: ERROR, first: 50) { edges { node { row problems { cell code message } } } }`;
const LOTS = ['Mã lô', 'Mã hàng', 'Số lượng', 'Ngày thu hoạch', 'Hạn sử dụng', 'Hạng', 'Nơi để hàng', 'Ghi chú'];
const PAPERS = [
  'Số giấy hoặc quyết định',
  'Loại giấy',
  'Mã hàng',
  'Ngày cấp',
  'Ngày hết hạn',
  'Cơ quan cấp',
  'Sao OCOP',
  'Điểm OCOP',
];
type Cells = (string | null)[];

describe('imports of lots and papers', () => {
  let api: TestApi;
  let farm: Org;
  let seller: Client;
  let neighbour: Client;
  const farmProducts: { id: string }[] = [];

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date('2026-11-25T01:00:00Z'));
    farm = await api.given.cooperative();
    const other = await api.given.cooperative();
    seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    neighbour = await api.as(await api.given.member(other, 'SELLER_DIRECTOR'));
    for (const sku of ['NA01', 'NA02', 'NA03'])
      farmProducts.push(await api.given.product(farm, { sellerSku: sku, shelfLifeDays: 30 }));
    await api.given.product(other, { sellerSku: 'LANG' });
    await api.sql(`update product set stock_kept = true where org_id = $1 and seller_sku <> 'NA03'`, [farm.id]);
  });
  afterAll(() => api.stop());

  const byId = async (id: string) =>
    (await seller.query<{ importBatch: Batch }>(`query($id: ID!) { importBatch(id: $id) { ${BATCH} } }`, { id })).importBatch;
  async function checked(kind: string, header: string[], rows: Cells[]): Promise<Batch> {
    const answer = await uploadSheet(seller, kind, await sheetOf(header, rows));
    expect(answer.statusCode).toBe(201);
    await api.drainJobs();
    return byId(answer.json<{ id: string }>().id);
  }
  async function step(id: string, mutation: 'importCommit' | 'importRevert'): Promise<Batch & { code?: string }> {
    const commit = mutation === 'importCommit';
    const answer = await seller.mutate<Record<string, { code?: string }>>(
      `mutation($input: ${commit ? 'ImportCommitInput' : 'ImportActionInput'}!) { ${mutation}(input: $input) { ... on Refused { code message } } }`,
      { id, ...(commit ? { mode: 'VALID_ONLY' } : {}) },
    );
    await api.drainJobs();
    return { ...(await byId(id)), ...(answer[mutation]?.code ? { code: answer[mutation].code } : {}) };
  }
  const codesAt = (batch: Batch) => batch.rows.edges.flatMap(({ node }) => node.problems.map(({ cell, code }) => [cell, code]));
  const lots = () =>
    api.sql<{ code: string; onHand: string; note: string | null; book: string }>(
      `select l.code, b.on_hand as "onHand", l.note, (select string_agg(e.kind || ' ' || e.on_hand_delta::int, ', ' order by e.id) from stock_entry e where e.lot_id = l.id) as book
       from stock_lot l join lot_balance b on b.lot_id = l.id where l.org_id = $1 order by l.code`,
      [farm.id],
    );
  const sound = async () => {
    const broken = await api.sql(
      `select l.id from stock_lot l join lot_balance b on b.lot_id = l.id
       where b.on_hand <> (select sum(on_hand_delta) from stock_entry e where e.lot_id = l.id)`,
    );
    expect(broken).toEqual([]);
  };

  it('bring lots into stock, update them by code the second time, and write the opposite when taken back', async () => {
    const first = await checked('LOTS', LOTS, [
      ['NA-1', 'NA01', '350', '20/11/2026', null, null, null, 'Vườn ông Tư'],
      ['na-2', 'na02', '1.200,5', '2026-11-24', '30/12/2026', null, null, null],
    ]);
    expect(first).toMatchObject({ status: 'CHECKED', toCreate: 2, withErrors: 0 });
    expect(await lots()).toEqual([]);
    await step(first.id, 'importCommit');
    expect(await lots()).toMatchObject([
      { code: 'NA-1', onHand: '350.000', note: 'Vườn ông Tư', book: 'HARVEST 350' },
      { code: 'NA-2', onHand: '1200.500' },
    ]);
    const again = await checked('LOTS', LOTS, [
      ['NA-1', 'NA01', '350', '20/11/2026', null, null, null, 'Vườn ông Tư'],
      ['NA-2', null, '1200,5', null, null, null, null, null],
    ]);
    expect(again).toMatchObject({ toCreate: 0, toUpdate: 0, toSkip: 2 });
    const second = await checked('LOTS', LOTS, [
      ['NA-1', null, '300', null, null, null, null, null],
      ['NA-3', 'NA01', '10', '25/11/2026', null, null, null, null],
    ]);
    expect(second).toMatchObject({ toCreate: 1, toUpdate: 1 });
    await step(second.id, 'importCommit');
    expect((await lots())[0]).toMatchObject({ onHand: '300.000', book: 'HARVEST 350, ADJUST -50' });
    await sound();
    // Something is lost of NA-3 meanwhile: its book has moved on, so it stays.
    const [{ id: lotId }] = (await api.sql<{ id: string }>(`select id from stock_lot where code = 'NA-3'`)) as [{ id: string }];
    await seller.mutate('mutation($input: StockLossInput!) { stockLoss(input: $input) { __typename } }', {
      ...{ lotId, qty: '1', reason: 'ROTTEN' },
    });
    const undone = await step(second.id, 'importRevert');
    expect(undone).toMatchObject({ status: 'REVERTED', undo: { undone: 1, kept: [{ row: 3 }] } });
    expect((await lots())[0]).toMatchObject({ onHand: '350.000', book: 'HARVEST 350, ADJUST -50, REVERSAL 50' });
    // What was taken back can come in again.
    const once = await checked('LOTS', LOTS, [['NA-4', 'NA02', '5', '25/11/2026', null, null, null, null]]);
    await step(once.id, 'importCommit');
    await step(once.id, 'importRevert');
    const back = await checked('LOTS', LOTS, [['NA-4', 'NA02', '5', '25/11/2026', null, null, null, null]]);
    expect(back).toMatchObject({ toUpdate: 1, withErrors: 0 });
    await step(back.id, 'importCommit');
    expect((await lots()).at(-1)).toMatchObject({ code: 'NA-4', onHand: '5.000', book: 'HARVEST 5, REVERSAL -5, ADJUST 5' });
    await sound();
  });

  it('of lots name each wrong cell', async () => {
    const batch = await checked('LOTS', LOTS, [
      ['SAI 1', 'NA01', '5', '20/11/2026', null, null, null, null],
      ['SAI-2', 'LANG', '5', '20/11/2026', null, null, null, null],
      ['SAI-3', 'NA03', '5', '20/11/2026', null, null, null, null],
      ['SAI-4', 'NA01', '0', '20/11/2026', null, null, null, null],
      ['SAI-5', 'NA01', '5', '26/11/2026', null, null, null, null],
      ['SAI-6', 'NA01', '5', '20/11/2026', '19/11/2026', 'Loại lạ', 'Kho lạ', null],
      ['NA-1', 'NA02', '5', '21/11/2026', null, null, null, null],
      ['SAI-8', null, null, null, null, null, null, null],
      ['TRUNG', 'NA01', '5', '20/11/2026', null, null, null, null],
      ['trung', 'NA01', '5', '20/11/2026', null, null, null, null],
    ]);
    expect(batch).toMatchObject({ toCreate: 1, withErrors: 9 });
    expect(codesAt(batch)).toEqual([
      ['A2', 'LOT_CODE_NOT_VALID'],
      ['B3', 'PRODUCT_UNKNOWN'],
      ['B4', 'STOCK_NOT_KEPT'],
      ['C5', 'STOCK_QUANTITY_NOT_POSITIVE'],
      ['D6', 'HARVEST_DATE_FUTURE'],
      ['F7', 'GRADE_UNKNOWN'],
      ['G7', 'PLACE_UNKNOWN'],
      ['B8', 'LOT_FIXED'],
      ['D8', 'LOT_FIXED'],
      ['B9', 'CELL_MISSING'],
      ['C9', 'CELL_MISSING'],
      ['D9', 'CELL_MISSING'],
      ['A11', 'KEY_TWICE'],
    ]);
    expect(
      batch.rows.edges.flatMap(({ node }) => node.problems).every(({ message }) => /Hãy|không|chỉ|Lô|Mã/i.test(message)),
    ).toBe(true);
  });

  it('declare papers, correct them until they are verified, and let go of what nobody has looked at', async () => {
    const ocop = ['55/QĐ-UBND', 'OCOP', 'NA01', '15/10/2025', null, 'UBND tỉnh Lạng Sơn', '4', '82,5'];
    const first = await checked('CERTIFICATES', PAPERS, [
      ocop,
      ocop.with(2, 'NA02'),
      ['VG-9', 'VietGAP', null, '1/3/2026', '1/3/2028', 'Quacert', null, null],
    ]);
    expect({ ...first, codes: codesAt(first) }).toMatchObject({ toCreate: 3, withErrors: 0, codes: [] });
    await step(first.id, 'importCommit');
    const papers = () =>
      api.sql<{ number: string; status: string; ends: string; issuer: string }>(
        `select c.number, c.status, c.expires_on::text as ends, c.issuer from certificate c left join product p on p.id = c.product_id
         where c.org_id = $1 order by c.number, p.seller_sku`,
        [farm.id],
      );
    expect(await papers()).toMatchObject([
      { number: '55/QĐ-UBND', status: 'DECLARED', ends: '2028-10-15' },
      { number: '55/QĐ-UBND', status: 'DECLARED' },
      { number: 'VG-9', status: 'DECLARED', ends: '2028-03-01' },
    ]);
    await api.sql(`update certificate set status = 'VERIFIED' where org_id = $1 and number = 'VG-9'`, [farm.id]);
    const second = await checked('CERTIFICATES', PAPERS, [
      ocop.with(5, 'UBND tỉnh'),
      ocop.with(2, 'NA02'),
      ['VG-9', 'VietGAP', null, '1/3/2026', '1/3/2027', null, null, null],
      ['X', 'OCOP', null, '15/10/2025', null, null, '4', null],
      ['X', 'OCOP', 'NA01', '15/10/2025', null, null, '4', '60'],
      ['X', 'Bằng khen', 'NA01', '15/10/2025', null, null, null, null],
      ['X', 'VietGAP', null, null, null, null, null, null],
    ]);
    expect(second).toMatchObject({ toUpdate: 1, toSkip: 1, withErrors: 5 });
    expect(codesAt(second)).toEqual([
      ['A4', 'TRANSITION_NOT_ALLOWED'],
      ['C5', 'CERTIFICATE_NEEDS_PRODUCT'],
      ['H6', 'SCORE_DISAGREES'],
      ['B7', 'CHOICE_UNKNOWN'],
      ['D8', 'CELL_MISSING'],
    ]);
    await step(second.id, 'importCommit');
    expect((await papers())[0]).toMatchObject({ issuer: 'UBND tỉnh' });
    expect(await step(second.id, 'importRevert')).toMatchObject({ undo: { undone: 1 } });
    expect((await papers())[0]).toMatchObject({ issuer: 'UBND tỉnh Lạng Sơn' });
    expect(await step(first.id, 'importRevert')).toMatchObject({ undo: { undone: 2, kept: [{ row: 4 }] } });
  });

  it('take in what their own lists gave out, and find nothing to change', async () => {
    for (const [kind, list] of [
      ['LOTS', 'lots'],
      ['CERTIFICATES', 'certificates'],
    ] as const) {
      for (const file of [`${list}.xlsx?empty=1`, `${list}.csv?empty=1&lang=en`]) {
        const { rawPayload, statusCode } = await seller.get(`/exports/${file}`);
        expect(statusCode).toBe(200);
        const { id } = (await uploadSheet(seller, kind, rawPayload, file.split('?')[0])).json<{ id: string }>();
        await api.drainJobs();
        const batch = await byId(id);
        if (batch.status === 'MATCHING') {
          // Columns that only inform (on hand, state) are named by the person once: they are left out.
          const { importBatch } = await seller.query<{ importBatch: { headers: { column: string | null }[] } }>(
            'query($id: ID!) { importBatch(id: $id) { headers { column } } }',
            { id },
          );
          await seller.mutate('mutation($input: ImportMatchInput!) { importMatch(input: $input) { __typename } }', {
            ...{ id, mapping: importBatch.headers.map(({ column }) => column) },
          });
          await api.drainJobs();
        }
        const after = await byId(id);
        expect({ file, ...after, codes: codesAt(after) }).toMatchObject({ toCreate: 0, toUpdate: 0, withErrors: 0, codes: [] });
        expect(after.toSkip).toBeGreaterThan(0);
        await seller.mutate('mutation($input: ImportActionInput!) { importCancel(input: $input) { __typename } }', { id });
      }
    }
  });

  it('start from templates without fault, with the kinds of today to choose from', async () => {
    for (const [kind, name] of [
      ['LOTS', 'lots'],
      ['CERTIFICATES', 'certificates'],
    ] as const) {
      const answer = await seller.get(`/imports/templates/${name}.xlsx`);
      const [header, example] = await textsOf(answer.rawPayload);
      const mine = example!.with(0, 'MAU-1').map((cell, i) => (header![i] === 'Mã hàng' ? 'NA01' : cell));
      const batch = await checked(kind, header!, [mine, example!]);
      expect({ kind, ...batch, codes: codesAt(batch) }).toMatchObject({ toCreate: 1, toSkip: 1, codes: [] });
    }
    expect((await neighbour.get('/imports/templates/lots.csv')).statusCode).toBe(200);
  });
});
