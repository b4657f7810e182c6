import { done } from '../../../testing/trade.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import type { Client } from '../../../testing/client.js';
import type { Org } from '../../../testing/given.js';

const RFQ =
  '... on Rfq { id number status side version invitedCount invitations { seller { id } } lines { askedQty description baseUnit } }';
const PAGE = `query($id: ID!) { rfq(id: $id) { id number status side invitedCount quotedCount invitations { seller { id } } lines { askedQty } } }`;

interface Shown {
  id: string;
  number: string;
  status: string;
  side: string;
  version: number;
  invitedCount: number | null;
  quotedCount: number | null;
  invitations: { seller: { id: string } }[];
  lines: { askedQty: string; description: string; baseUnit: string }[];
}

describe('a request for quotation', () => {
  let api: TestApi;
  let buyer: Org;
  let sellers: Org[];
  let buys: Client;
  let sells: Client[];
  let productId: string;

  beforeAll(async () => {
    api = await startApi();
    buyer = await api.given.retailer();
    buys = await api.as(await api.given.member(buyer, 'BUYER'));
    sellers = [await api.given.cooperative(), await api.given.cooperative(), await api.given.cooperative()];
    sells = await Promise.all(sellers.map(async (org) => api.as(await api.given.member(org, 'SELLER_DIRECTOR'))));
    productId = (await api.given.product(sellers[0]!, { nameVi: 'Na dai Chi Lăng' })).id;
  });
  afterAll(() => api.stop());

  const form = (patch: Record<string, unknown> = {}) => ({
    title: 'Na cho mùa vụ',
    basis: 'DC',
    deadlineAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    periodFrom: '2027-07-01',
    periodTo: '2027-09-30',
    lines: [
      { productId, per: 'WEEK', perQty: '500', times: 12 },
      { description: 'Hồng không hạt loại 1', baseUnit: 'kg', spec: 'Quả từ 80 g', per: 'TOTAL', perQty: '1000.5', times: 1 },
    ],
    inviteeIds: [sellers[0]!.id, sellers[1]!.id],
    fileIds: [],
    ...patch,
  });
  const save = (patch?: Record<string, unknown>) => done<Shown>(buys, 'rfqSave', 'RfqSaveInput', form(patch), RFQ);
  const send = (rfq: { id: string; version: number }) =>
    done<Shown>(buys, 'rfqSend', 'RfqActionInput', { id: rfq.id, version: rfq.version }, RFQ);
  const refusal = async (name: string, type: string, input: Record<string, unknown>) =>
    (
      await buys.mutate<Record<string, { code?: string; rows?: { row: number; field: string; code: string }[] }>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code } ... on RowsRefused { rows { row field code } } } }`,
        input,
      )
    )[name]!;

  it('asks for the rhythm times the amount, in the unit of the product', async () => {
    const rfq = await save();
    expect(rfq.lines).toEqual([
      { askedQty: '6000', description: 'Na dai Chi Lăng', baseUnit: 'kg' },
      { askedQty: '1000.5', description: 'Hồng không hạt loại 1', baseUnit: 'kg' },
    ]);
  });

  it('is nobody else’s before it is sent, and after that only for those invited', async () => {
    const rfq = await save();
    const before = await sells[0]!.send<{ rfq: Shown | null }>(PAGE, { id: rfq.id });
    expect(before.errors![0]!.extensions.code).toBe('NOT_FOUND');
    const sent = await send(rfq);
    expect([sent.status, sent.number.slice(0, 3), sent.invitedCount]).toEqual(['OPEN', 'HG-', 2]);
    const { rfq: seen } = await sells[0]!.query<{ rfq: Shown }>(PAGE, { id: rfq.id });
    expect([seen.side, seen.lines.length]).toEqual(['SELLER', 2]);
    const stranger = await sells[2]!.send(PAGE, { id: rfq.id });
    expect(stranger.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('never tells a cooperative who else was asked, nor how many', async () => {
    const sent = await send(await save());
    const { rfq } = await sells[1]!.query<{ rfq: Shown }>(PAGE, { id: sent.id });
    expect(rfq.invitations.map(({ seller }) => seller.id)).toEqual([sellers[1]!.id]);
    expect([rfq.invitedCount, rfq.quotedCount]).toEqual([null, null]);
  });

  it('shows the Alliance states and volumes', async () => {
    const sent = await send(await save());
    const watches = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    const { rfq } = await watches.query<{ rfq: Shown }>(PAGE, { id: sent.id });
    expect([rfq.side, rfq.status, rfq.invitedCount, rfq.lines[0]!.askedQty]).toEqual(['ALLIANCE', 'OPEN', 2, '6000']);
    const draft = await save();
    expect((await watches.send(PAGE, { id: draft.id })).errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('names each line that cannot be asked, and saves nothing', async () => {
    const lines = [
      { per: 'TOTAL', perQty: '10', times: 1 },
      { description: 'Mơ', per: 'TOTAL', perQty: '10', times: 1 },
      { description: 'Mơ', baseUnit: 'kg', per: 'TOTAL', perQty: '0', times: 1 },
      { description: 'Mơ', baseUnit: 'kg', per: 'WEEK', perQty: '1', times: 0 },
    ];
    const { code, rows } = await refusal('rfqSave', 'RfqSaveInput', form({ lines }));
    expect(code).toBe('ROWS_REFUSED');
    expect(rows).toEqual([
      { row: 0, field: 'description', code: 'LINE_DESCRIPTION_MISSING' },
      { row: 1, field: 'baseUnit', code: 'LINE_UNIT_MISSING' },
      { row: 2, field: 'perQty', code: 'LINE_QTY_NOT_POSITIVE' },
      { row: 3, field: 'times', code: 'LINE_TIMES_NOT_VALID' },
    ]);
  });

  it.each([
    ['DEADLINE_MISSING', { deadlineAt: null }],
    ['INVITEES_MISSING', { inviteeIds: [] }],
    ['LINES_MISSING', { lines: [] }],
    ['PERIOD_MISSING', { periodFrom: null }],
    ['DEADLINE_PAST', { deadlineAt: '2024-04-25T08:00:00Z' }],
  ])('may be a draft with a gap, but is not sent with %s', async (code, patch) => {
    const { id, version } = await save(patch);
    expect((await refusal('rfqSend', 'RfqActionInput', { id, version })).code).toBe(code);
  });

  it('asks sellers only, and not the buyer itself', async () => {
    const bank = await api.given.organization('BANK');
    expect((await refusal('rfqSave', 'RfqSaveInput', form({ inviteeIds: [bank.id] }))).code).toBe('INVITEE_UNKNOWN');
    expect((await refusal('rfqSave', 'RfqSaveInput', form({ inviteeIds: [buyer.id] }))).code).toBe('INVITEE_IS_BUYER');
  });

  it('cannot be edited once sent', async () => {
    const sent = await send(await save());
    const again = await refusal('rfqSave', 'RfqSaveInput', form({ id: sent.id, version: sent.version }));
    expect(again.code).toBe('RFQ_NOT_DRAFT');
  });

  it('is closed by the clock, and opened again by a later deadline', async () => {
    const sent = await send(await save());
    const id = { id: sent.id };
    try {
      api.clock.set(new Date(Date.now() + 4 * 86_400_000));
      const { rfq } = await buys.query<{ rfq: Shown }>(PAGE, id);
      expect(rfq.status).toBe('CLOSED');
      const deadlineAt = new Date(Date.now() + 9 * 86_400_000).toISOString();
      const open = await done<Shown>(buys, 'rfqExtend', 'RfqActionInput', { ...id, version: sent.version, deadlineAt }, RFQ);
      expect(open.status).toBe('OPEN');
    } finally {
      api.clock.set(null);
    }
  });

  it('is cancelled with a reason only', async () => {
    const { id, version } = await send(await save());
    expect((await refusal('rfqCancel', 'RfqActionInput', { id, version })).code).toBe('REASON_MISSING');
    const gone = await done<Shown>(buys, 'rfqCancel', 'RfqActionInput', { id, version, reason: 'Đổi kế hoạch mùa' }, RFQ);
    expect(gone.status).toBe('CANCELLED');
  });
});
