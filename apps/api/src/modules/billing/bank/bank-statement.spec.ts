import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { xlsxStream } from '../../../platform/spreadsheets/index.js';
import { aBill, type Bill, billAct, billNow } from '../../../testing/bill.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { auditMoney } from '../audit-money.js';
import type { StatementReadView } from './bank-statement.view.js';

interface Line {
  readonly id: string;
  readonly state: string;
  readonly reviewReason: string | null;
  readonly amount: number;
  readonly allocated: number;
  readonly memo: string;
  readonly version: number;
  readonly suggested: { id: string; amount: number }[];
  readonly paid: { id: string; amount: number }[];
  readonly code?: string;
}

const LINE = 'id state reviewReason amount allocated memo version suggested { id amount } paid { id amount }';
const HEADER = 'Ngày giao dịch,Số tham chiếu,Số tiền ghi nợ,Số tiền ghi có,Nội dung giao dịch';

describe("a seller's bank statement", () => {
  let api: TestApi;
  let deal: Deal;
  let bill: Bill;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api);
    bill = await aBill(api, deal);
    [{ reference }] = (await api.sql('select reference from payment_request where id = $1', [bill.id])) as [
      { reference: string },
    ];
  });
  afterAll(() => api.stop());

  const today = () => api.clock.today().split('-').reverse().join('/');
  const line = (amount: number | string, memo: string, ref = 'FT1') => `${today()},${ref},,${amount},${memo}`;
  const csv = (...lines: string[]) => Buffer.from(`NGÂN HÀNG MẪU\n${HEADER}\n${lines.join('\n')}\nCộng,,,9999999,\n`);
  const upload = async (bytes: Buffer, client: Client = deal.sells) => {
    const boundary = 'ranhgioi';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="sao-ke.csv"\r\nContent-Type: text/csv\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const response = await client.post('/bank-statements', payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
    return { status: response.statusCode, body: response.json<StatementReadView & { code?: string; message?: string }>() };
  };
  const lines = async (state: string | null = null, client: Client = deal.sells) =>
    (
      await client.query<{ bankLines: { edges: { node: Line }[] } }>(
        `query($s: BankLineState) { bankLines(state: $s) { edges { node { ${LINE} } } } }`,
        { s: state },
      )
    ).bankLines.edges.map(({ node }) => node);
  const decide = async (
    name: 'bankLineAllocate' | 'bankLineIgnore',
    input: Record<string, unknown>,
    client: Client = deal.sells,
  ) => {
    const type = name === 'bankLineAllocate' ? 'BankLineAllocateInput' : 'BankLineIgnoreInput';
    const data = await client.mutate<Record<string, Line>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code message } ... on BankLine { ${LINE} } } }`,
      input,
    );
    return data[name]!;
  };
  const broken = () =>
    api.app.get(UnitOfWork).read(SYSTEM, async (tx) => (await auditMoney(tx)).filter(({ violations }) => violations > 0));

  it('pays what names its request, in part and then whole, and the order closes', async () => {
    const first = await upload(csv(line('1.200.000', `tra ${reference} dot 1`), line(50_000, 'phi', 'FT2')));
    expect(first).toMatchObject({ status: 201, body: { credits: 2, fresh: 2, settled: 1, toReview: 1 } });
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'PART_PAID', paidAmount: 1_200_000 });
    await upload(csv(line(3_000_000, `${reference.slice(0, 6)} ${reference.slice(6)}`, 'FT3')));
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'PAID', payments: [{}, {}] });
    expect(await api.sql('select status from purchase_order where id = $1', [bill.orderId])).toEqual([{ status: 'CLOSED' }]);
    expect(await broken()).toEqual([]);
  });

  const camt = (entries: string, head = '') =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${head}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
      <BkToCstmrStmt><Stmt><Id>1</Id>${entries}</Stmt></BkToCstmrStmt></Document>`);
  const entry = (amount: string, memo: string, change = { direction: 'CRDT', currency: 'VND', status: 'BOOK' }) =>
    `<Ntry><Amt Ccy="${change.currency}">${amount}</Amt><CdtDbtInd>${change.direction}</CdtDbtInd><Sts><Cd>${change.status}</Cd></Sts>
      <BookgDt><Dt>${api.clock.today()}</Dt></BookgDt><AcctSvcrRef>FT${amount}</AcctSvcrRef>
      <NtryDtls><TxDtls><RmtInf><Ustrd>${memo}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

  it('is read from CAMT.053 too: booked credits in đồng only, and no foreign entity', async () => {
    const booked = { direction: 'CRDT', currency: 'VND', status: 'BOOK' };
    const file = camt(
      entry('4200000.00', `tra &lt;${reference}&gt;`) +
        entry('1000', 'ra', { ...booked, direction: 'DBIT' }) +
        entry('2000', 'đô la', { ...booked, currency: 'USD' }) +
        entry('3000', 'chờ', { ...booked, status: 'PDNG' }),
    );
    expect(await upload(file)).toMatchObject({ status: 201, body: { credits: 1, settled: 1 } });
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'PAID' });
    expect((await upload(file)).body).toMatchObject({ fresh: 0 });
    const bomb = camt(entry('1', '&x;'), '<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>');
    expect(await upload(bomb)).toMatchObject({ status: 422, body: { code: 'CAMT_DAMAGED' } });
    expect(await upload(camt('<Ntry><Amt'))).toMatchObject({ status: 422, body: { code: 'CAMT_DAMAGED' } });
    expect(await broken()).toEqual([]);
  });

  it('counts an arrival once, whichever files show it and however many come at once', async () => {
    const file = csv(line(1_000_000, reference), line(1_000_000, reference), line(7, 'khác', 'FT9'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => upload(file)));
    expect(answers.reduce((sum, { body }) => sum + body.fresh, 0)).toBe(3);
    const longer = await upload(
      csv(line(1_000_000, reference), line(1_000_000, reference), line(7, 'khác', 'FT9'), line(8, 'mới', 'FT10')),
    );
    expect(longer.body).toMatchObject({ credits: 4, fresh: 1 });
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ paidAmount: 2_000_000, payments: [{}, {}] });
    expect(await broken()).toEqual([]);
  });

  it("confirms the buyer's own word when the amount is the same, and pays nothing twice", async () => {
    const declared = await billAct(deal.buys, 'paymentDeclare', {
      paymentRequestId: bill.id,
      version: bill.version,
      amount: 4_200_000,
      paidOn: api.clock.today(),
    });
    await upload(csv(line(4_200_000, reference)));
    const paid = await billNow(deal.sells, bill.id);
    expect(paid).toMatchObject({ status: 'PAID', payments: [{ id: declared.payments[0]!.id, status: 'SUCCEEDED' }] });
  });

  it('keeps a person from confirming what the statement brought already', async () => {
    const declared = await billAct(deal.buys, 'paymentDeclare', {
      paymentRequestId: bill.id,
      version: bill.version,
      amount: 4_000_000,
      paidOn: api.clock.today(),
    });
    await upload(csv(line(4_200_000, reference)));
    const now = await billNow(deal.sells, bill.id);
    const answer = { paymentId: declared.payments[0]!.id, version: now.version };
    expect(await billAct(deal.sells, 'paymentConfirm', answer)).toMatchObject({ code: 'ALREADY_ARRIVED' });
    expect(await billAct(deal.sells, 'paymentDeny', { ...answer, reason: 'Đã có trong sao kê' })).toMatchObject({
      status: 'PAID',
    });
  });

  it('lays the rest before a person, who may split it over several requests or set it aside', async () => {
    const other = await aBill(api, deal, '10');
    await upload(
      csv(line(5_000_000, 'cong ty chuyen tien', 'FT5'), line(4_200_000, 'na dot 1', 'FT6'), line(9_000_000, reference, 'FT7')),
    );
    const [above, equal, unnamed] = (await lines('REVIEW')) as [Line, Line, Line];
    expect([above.reviewReason, equal.reviewReason, unnamed.reviewReason]).toEqual([
      'ABOVE_OPEN',
      'NO_REFERENCE',
      'NO_REFERENCE',
    ]);
    expect(equal.suggested).toEqual([{ id: bill.id, amount: 4_200_000 }]);
    const split = (amounts: [number, number], of: Line) =>
      decide('bankLineAllocate', {
        lineId: of.id,
        version: of.version,
        allocations: [
          { paymentRequestId: bill.id, amount: amounts[0] },
          { paymentRequestId: other.id, amount: amounts[1] },
        ],
      });
    expect(await split([4_200_000, 900_000], unnamed)).toMatchObject({ code: 'ALLOCATION_ABOVE_OPEN' });
    expect(await split([4_200_000, 420_000], unnamed)).toMatchObject({ state: 'REVIEW', allocated: 4_620_000, paid: [{}, {}] });
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'PAID' });
    expect(await billNow(deal.buys, other.id)).toMatchObject({ status: 'PAID' });
    expect(await decide('bankLineIgnore', { lineId: above.id, version: above.version, reason: ' ' })).toMatchObject({
      code: 'IGNORE_REASON_MISSING',
    });
    expect(await decide('bankLineIgnore', { lineId: above.id, version: above.version, reason: 'Tiền đặt cọc' })).toMatchObject({
      state: 'IGNORED',
    });
    expect(await broken()).toEqual([]);
  });

  it('is decided once when twenty people decide at once', async () => {
    await upload(csv(line(4_200_000, 'na', 'FT8')));
    const [found] = (await lines('REVIEW')) as [Line];
    const allocations = [{ paymentRequestId: bill.id, amount: 4_200_000 }];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => decide('bankLineAllocate', { lineId: found.id, version: found.version, allocations })),
    );
    expect(answers.filter(({ code }) => !code)).toHaveLength(1);
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ paidAmount: 4_200_000, payments: [{}] });
  });

  it('is read from a workbook too, numbers as numbers', async () => {
    const chunks: Buffer[] = [];
    const columns = [
      { header: 'Ngày', kind: 'TEXT' as const },
      { header: 'Diễn giải', kind: 'TEXT' as const },
      { header: 'Ghi có', kind: 'INTEGER' as const },
    ];
    const table = { name: 'Sao kê', columns, rows: [[today(), reference, 4_200_000n]] };
    for await (const chunk of xlsxStream([table])) chunks.push(chunk as Buffer);
    expect(await upload(Buffer.concat(chunks))).toMatchObject({ status: 201, body: { settled: 1 } });
  });

  it.each([
    ['without headings', Buffer.from('a,b\n1,2\n'), 422, 'STATEMENT_HEADER_MISSING'],
    ['without arrivals', Buffer.from(`${HEADER}\n`), 422, 'STATEMENT_EMPTY'],
    ['that is a picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, expect.stringContaining('SHEET')],
  ])('is refused with a sentence %s, and leaves nothing behind', async (_what, bytes, status, code) => {
    expect(await upload(bytes)).toMatchObject({ status, body: { code, message: expect.stringMatching(/.{20,}/) } });
    expect(await api.sql('select 1 from bank_statement where org_id = $1', [deal.seller.id])).toEqual([]);
  });

  it('is nobody else’s: buyers cannot upload, others see no line and pay no request of ours', async () => {
    expect((await upload(csv(line(1, 'x')), deal.buys)).status).toBe(404);
    await upload(csv(line(4_200_000, 'na', 'FT8')));
    const [ours] = (await lines('REVIEW')) as [Line];
    const stranger = await aDeal(api);
    expect(await lines(null, stranger.sells)).toEqual([]);
    const foreign = { lineId: ours.id, version: ours.version, reason: 'x' };
    await expect(decide('bankLineIgnore', foreign, stranger.sells)).rejects.toThrow(/NOT_FOUND/);
    const theirBill = await aBill(api, stranger);
    const allocations = [{ paymentRequestId: theirBill.id, amount: 1 }];
    await expect(decide('bankLineAllocate', { lineId: ours.id, version: ours.version, allocations })).rejects.toThrow(
      /NOT_FOUND/,
    );
    expect(await lines(null, deal.buys)).toEqual([]);
  });
});
