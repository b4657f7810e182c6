import { dueDateOf } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { aBill, accepted, type Bill, billAct, billNow } from '../../../testing/bill.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal, inDays } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { auditMoney } from '../audit-money.js';
import { AgreedCreditJob } from '../note/agreed-credit.job.js';
import { eInvoiceXml } from '../../../testing/e-invoice.js';
import type { EInvoiceRead } from './e-invoice.service.js';

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly differences: { field: string; tolerated: boolean; expected: string; actual: string }[];
  readonly notes: { kind: string; source: string; total: number }[];
  readonly availableActions: { action: string; allowed: boolean }[];
  readonly xmlUrl: string | null;
  readonly code?: string;
  readonly message?: string;
}
const INVOICE = `id state version xmlUrl differences { field tolerated expected actual } notes { kind source total } availableActions { action allowed }`;
const NOTE = 'id state version total kind';

describe('e-invoices, notes and the debt', () => {
  let api: TestApi;
  let deal: Deal;
  let bill: Bill;
  let lineId: string;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api, { vatClass: 'PROCESSED' });
    bill = await aBill(api, deal);
    [{ id: lineId }] = (await api.sql('select id from payment_request_line where payment_request_id = $1', [bill.id])) as [
      { id: string },
    ];
  });
  afterAll(() => api.stop());

  let count = 0;
  const act = async <T = Answer>(client: Client, name: string, type: string, result: string, fields: string, input: object) =>
    (
      await client.mutate<Record<string, T & { code?: string; message?: string }>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code message } ... on ${result} { ${fields} } } }`,
        input as Record<string, unknown>,
      )
    )[name]!;
  /** 100 kg at 42.000 đ and 8 %: 4.200.000 + 336.000. */
  const record = async (change: Record<string, unknown> = {}, line: Record<string, unknown> = {}, client = deal.sells) => {
    const { version } = await billNow(deal.sells, bill.id);
    return act(client, 'invoiceRecord', 'InvoiceRecordInput', 'Invoice', INVOICE, {
      paymentRequestId: bill.id,
      version,
      symbol: '1C26TAA',
      number: String(++count),
      issuedOn: api.clock.today(),
      lines: [{ requestLineId: lineId, qty: '100', unitPrice: 42000, amount: 4_200_000, vatCode: '8', ...line }],
      vatAmount: 336_000,
      total: 4_536_000,
      ...change,
    });
  };
  const decide = (client: Client, name: string, invoice: Answer, reason = 'Đã thoả thuận qua điện thoại') =>
    act(client, name, 'InvoiceDecideInput', 'Invoice', INVOICE, { id: invoice.id, version: invoice.version, reason });
  const note = async (kind: 'CREDIT' | 'DEBIT', netAmount: number) => {
    const { version } = await billNow(deal.sells, bill.id);
    return act<{ id: string; state: string; version: number; total: number }>(
      deal.sells,
      'noteIssue',
      'NoteIssueInput',
      'BillingNote',
      NOTE,
      { paymentRequestId: bill.id, version, kind, reason: 'Giảm giá', lines: [{ requestLineId: lineId, netAmount }] },
    );
  };
  const owed = async () =>
    (
      await api.sql<{ owed: string }>('select (total + noted_amount)::text as owed from payment_request where id = $1', [bill.id])
    )[0]!.owed;
  const broken = () =>
    api.app.get(UnitOfWork).read(SYSTEM, async (tx) => (await auditMoney(tx)).filter(({ violations }) => violations > 0));

  it('are matched when all three agree, and known once', async () => {
    const invoice = await record();
    expect(invoice).toMatchObject({ state: 'MATCHED', differences: [], notes: [] });
    expect(await record({ number: String(count) })).toMatchObject({ code: 'INVOICE_KNOWN' });
    expect(await broken()).toEqual([]);
  });

  it('owe their own rounding to the đồng', async () => {
    expect(await record({ vatAmount: 336_004, total: 4_536_004 })).toMatchObject({
      state: 'MATCHED',
      notes: [{ kind: 'DEBIT', source: 'INVOICE', total: 4 }],
    });
    expect(await owed()).toBe('4536004');
    expect(await broken()).toEqual([]);
  });

  it("wait for the buyer's manager when the price differs; approved, their sum is owed; replaced, it is not", async () => {
    const dear = await record({ vatAmount: 344_000, total: 4_644_000 }, { unitPrice: 43000, amount: 4_300_000 });
    expect(dear.state).toBe('EXCEPTION');
    expect(dear.differences.map(({ field }) => field)).toEqual(['UNIT_PRICE', 'NET', 'VAT', 'TOTAL']);
    expect(await owed()).toBe('4536000');
    expect(await decide(deal.buys, 'invoiceApprove', dear, ' ')).toMatchObject({ code: 'INVOICE_REASON_MISSING' });
    expect(await decide(deal.buys, 'invoiceApprove', dear)).toMatchObject({ state: 'APPROVED' });
    expect(await owed()).toBe('4644000');
    const right = await record({ replacesId: dear.id });
    expect(right).toMatchObject({
      state: 'MATCHED',
      notes: [{ total: 108_000 }, { source: 'INVOICE_REPLACED', total: -108_000 }],
    });
    expect(await owed()).toBe('4536000');
    expect(await broken()).toEqual([]);
  });

  it('are returned with a reason, and may be in parts, never above what was accepted', async () => {
    const half = await record({ vatAmount: 168_000, total: 2_268_000 }, { qty: '50', amount: 2_100_000 });
    expect(half).toMatchObject({ state: 'MATCHED', differences: [{ field: 'QTY', tolerated: true }] });
    const more = await record({ vatAmount: 171_360, total: 2_313_360 }, { qty: '51', amount: 2_142_000 });
    expect(more).toMatchObject({ code: 'INVOICE_ABOVE_ACCEPTED' });
    expect(more.message).toContain('50');
    const wrong = await record({ vatAmount: 210_000, total: 2_310_000 }, { qty: '50', amount: 2_100_000, vatCode: '10' });
    expect(await decide(deal.buys, 'invoiceReturn', wrong)).toMatchObject({ state: 'RETURNED' });
    expect(await decide(deal.buys, 'invoiceApprove', { ...wrong, version: 2 })).toMatchObject({ code: 'INVOICE_DECIDED' });
    expect(await broken()).toEqual([]);
  });

  it('never change what they say, not even by the database', async () => {
    const { id } = await record();
    for (const change of ['total = total + 1, vat_amount = vat_amount + 1', `symbol = '1C26TBB'`, 'issued_on = issued_on - 1'])
      await expect(api.sql(`update invoice set ${change} where id = $1`, [id])).rejects.toThrow('never changed');
    await expect(api.sql('delete from invoice where id = $1', [id])).rejects.toThrow('insert-only');
    await expect(api.sql('update payment_request set total = 1 where id = $1', [bill.id])).rejects.toThrow();
  });

  it('twenty at once invoice each kilogram once', async () => {
    const { version } = await billNow(deal.sells, bill.id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => record({ version, vatAmount: 33_600, total: 453_600 }, { qty: '10', amount: 420_000 })),
    );
    expect(answers.filter(({ state }) => state === 'MATCHED')).toHaveLength(10);
    expect(answers.filter(({ code }) => code === 'INVOICE_ABOVE_ACCEPTED')).toHaveLength(10);
    expect(await broken()).toEqual([]);
  });

  it('credit notes lower the debt at once; debit notes wait for the buyer', async () => {
    expect(await note('CREDIT', 200_000)).toMatchObject({ state: 'ISSUED', total: -216_000 });
    expect(await note('CREDIT', 4_000_001)).toMatchObject({ code: 'NOTE_ABOVE_LINE' });
    const more = await note('DEBIT', 100_000);
    expect(more).toMatchObject({ state: 'PROPOSED' });
    expect(await owed()).toBe('4320000');
    const accept = () =>
      act(deal.buys, 'noteAccept', 'NoteAnswerInput', 'BillingNote', NOTE, { id: more.id, version: more.version });
    const twenty = await Promise.all(Array.from({ length: 20 }, accept));
    expect(twenty.filter(({ state }) => state === 'ISSUED')).toHaveLength(1);
    expect(await owed()).toBe('4428000');
    expect(await broken()).toEqual([]);
  });

  it('what a claim came to and a voided receipt are credited once, however often they are told', async () => {
    const [{ orderLineId, receiptId }] = (await api.sql(
      `select l.order_line_id as "orderLineId", p.receipt_id as "receiptId" from payment_request_line l join payment_request p on p.id = l.payment_request_id where l.id = $1`,
      [lineId],
    )) as [{ orderLineId: string; receiptId: string }];
    const claim = { claimId: bill.id, receiptId, reason: 'Dập 5 kg', lines: [{ orderLineId, qty: '5' }] };
    for (let i = 0; i < 3; i++) await api.app.get(UnitOfWork).run(SYSTEM, (tx) => tx.tell('billing.credit-agreed', claim));
    await api.drainJobs();
    expect(await owed()).toBe(String(95 * 42_000 + 95 * 3_360));
    for (let i = 0; i < 2; i++)
      await api.app.get(UnitOfWork).run(SYSTEM, (tx) => tx.tell('billing.receipt-voided', { receiptId }));
    await api.drainJobs();
    expect(await owed()).toBe('0');
    expect(await broken()).toEqual([]);
  });

  it('a receipt is either invoiced or voided, whoever of twenty comes first; a payment holds it too', async () => {
    const seen = { invoiced: 0, voided: 0 };
    const voidIt = (receiptId: string) =>
      act<{ id: string }>(deal.buys, 'receiptVoid', 'ReceiptActionInput', 'Shipment', 'id', { receiptId, reason: 'Đếm nhầm' });
    const receiptOf = async () =>
      (await api.sql<{ id: string }>('select receipt_id as id from payment_request where id = $1', [bill.id]))[0]!.id;
    for (let round = 0; round < 2; round++) {
      if (round > 0) {
        bill = await aBill(api, deal);
        [{ id: lineId }] = (await api.sql('select id from payment_request_line where payment_request_id = $1', [bill.id])) as [
          { id: string },
        ];
      }
      const [receiptId, { version }] = [await receiptOf(), await billNow(deal.sells, bill.id)];
      const invoices = Array.from(
        { length: 10 },
        () => () => record({ version, vatAmount: 33_600, total: 453_600 }, { qty: '10', amount: 420_000 }),
      );
      const voids = Array.from({ length: 10 }, () => () => voidIt(receiptId));
      const turns =
        round % 2 ? voids.flatMap((one, at) => [one, invoices[at]!]) : invoices.flatMap((one, at) => [one, voids[at]!]);
      const answers = await Promise.all<{ id?: string; code?: string }>(turns.map((turn) => turn()));
      await api.drainJobs();
      const [{ status, recorded }] = (await api.sql(
        `select r.status, (select count(*)::int from invoice i where i.payment_request_id = $2) as recorded from goods_receipt r where r.id = $1`,
        [receiptId, bill.id],
      )) as [{ status: string; recorded: number }];
      const codes = answers.flatMap(({ code }) => (code ? [code] : [])).toSorted();
      if (status === 'VOIDED') {
        seen.voided++;
        expect([recorded, await owed()]).toEqual([0, '0']);
        expect(codes).toEqual([...Array(10).fill('INVOICE_RECEIPT_VOIDED'), ...Array(9).fill('RECEIPT_VOIDED')]);
      } else {
        seen.invoiced++;
        expect(recorded).toBe(10);
        expect(codes).toEqual(Array(10).fill('RECEIPT_INVOICED'));
      }
      expect(await broken()).toEqual([]);
    }
    expect(seen.invoiced + seen.voided).toBe(2);
    const paid = await aBill(api, deal);
    await billAct(deal.buys, 'paymentDeclare', {
      paymentRequestId: paid.id,
      version: paid.version,
      amount: 1_000_000,
      paidOn: api.clock.today(),
    });
    const [{ id: receiptId, shipmentId }] = (await api.sql(
      'select r.id, r.shipment_id as "shipmentId" from goods_receipt r join payment_request p on p.receipt_id = r.id where p.id = $1',
      [paid.id],
    )) as [{ id: string; shipmentId: string }];
    const { shipment } = await deal.buys.query<{ shipment: { availableActions: { action: string; reason: string }[] } }>(
      'query($id: ID!) { shipment(id: $id) { availableActions { action reason } } }',
      { id: shipmentId },
    );
    const refused = await voidIt(receiptId);
    expect(refused).toMatchObject({ code: 'RECEIPT_INVOICED' });
    expect(shipment.availableActions).toContainEqual({ action: 'receiptVoid', reason: refused.message });
  });

  it('a claim settled before its receipt was asked for still lowers the debt', async () => {
    const orderId = await accepted(api, deal);
    const [{ receiptId, orderLineId }] = (await api.sql(
      'select r.id as "receiptId", l.order_line_id as "orderLineId" from goods_receipt r join goods_receipt_line l on l.receipt_id = r.id where r.order_id = $1',
      [orderId],
    )) as [{ receiptId: string; orderLineId: string }];
    const credit = { claimId: receiptId, receiptId, reason: 'Dập 5 kg', lines: [{ orderLineId, qty: '5' }] };
    await api.app.get(AgreedCreditJob).credit(credit);
    await api.drainJobs();
    const rows = await api.sql('select (total + noted_amount)::text as owed from payment_request where receipt_id = $1', [
      receiptId,
    ]);
    expect(rows).toEqual([{ owed: String(95 * 42_000 + 95 * 3_360) }]);
    expect(await broken()).toEqual([]);
  });

  describe('as XML', () => {
    const upload = async (xml: string, client: Client = deal.sells) => {
      const boundary = 'ranhgioi';
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="hd.xml"\r\nContent-Type: text/xml\r\n\r\n`;
      const payload = Buffer.from(`${head}${xml}\r\n--${boundary}--\r\n`);
      const response = await client.post(`/e-invoices/${bill.id}`, payload, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      });
      return { status: response.statusCode, body: response.json<EInvoiceRead & { code?: string }>() };
    };

    it('are read, compared field by field, recorded, and given to the two parties only', async () => {
      await api.sql(`update organization set tax_code = '4990000033' where id = $1`, [deal.buyer.id]);
      const { status, body } = await upload(
        eInvoiceXml({ number: '00009001', unitPrice: 42000, qty: '100', vat: 336_000, lookup: 'TRACUU9' }),
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        symbol: '1C26TAA',
        number: '00009001',
        lookupCode: 'TRACUU9',
        lines: [{ requestLineId: lineId }],
      });
      const unequal = body.compared.filter(({ isEqual }) => !isEqual).map(({ field }) => field);
      expect(unequal).toEqual(['BUYER_TAX_CODE']);
      const invoice = await record({ number: body.number, fileId: body.fileId });
      expect(invoice.differences.map(({ field }) => field)).toEqual(['BUYER_TAX_CODE']);
      expect((await deal.buys.get(invoice.xmlUrl!)).body).toContain('TRACUU9');
      const stranger = await aDeal(api);
      expect((await stranger.buys.get(invoice.xmlUrl!)).statusCode).toBe(404);
      expect((await upload(eInvoiceXml({}), stranger.sells)).status).toBe(404);
    });

    it('are refused when they carry a document type, foreign money, no invoice, or are broken', async () => {
      const bomb = `<?xml version="1.0"?><!DOCTYPE HDon [<!ENTITY a SYSTEM "file:///etc/passwd">]><HDon>&a;</HDon>`;
      expect((await upload(bomb)).body).toMatchObject({ code: 'XML_NOT_PLAIN' });
      expect((await upload('<HDon><a>'.repeat(40))).body).toMatchObject({ code: 'XML_DAMAGED' });
      expect((await upload('<HDon>&a;</HDon>')).body).toMatchObject({ code: 'XML_DAMAGED' });
      expect((await upload('<HDon></HDon>')).body).toMatchObject({ code: 'XML_NO_INVOICE' });
      expect((await upload(eInvoiceXml({ currency: 'USD' }))).body).toMatchObject({ code: 'XML_OTHER_CURRENCY' });
    });
  });

  it('fall due by the contract as it stood when the order was placed', async () => {
    const clause = (base: string) => api.sql('update contract set payment_base = $2 where id = $1', [deal.contractId, base]);
    await clause('MONTH_END');
    const orderId = await accepted(api, deal);
    await clause('RECEIPT');
    await api.drainJobs();
    const [request] = await api.sql<{ base: string; due: string }>(
      'select terms_base as base, due_on::text as due from payment_request where order_id = $1',
      [orderId],
    );
    const facts = { base: 'MONTH_END' as const, receivedOn: api.clock.today(), invoicedOn: null };
    expect(request).toEqual({ base: 'MONTH_END', due: dueDateOf({ ...facts, termDays: 15 }) });
  });

  it('move the due day where the two agreed that the term runs from the invoice', async () => {
    const term = await act<{ id: string; version: number; state: string }>(
      deal.sells,
      'paymentTermPropose',
      'PaymentTermProposeInput',
      'PaymentTerm',
      'id version state',
      { counterpartyOrgId: deal.buyer.id, side: 'SELLER', base: 'INVOICE', validFrom: api.clock.today() },
    );
    expect(term).toMatchObject({ state: 'PROPOSED' });
    const answerTerm = (client: Client) =>
      act<{ state: string }>(client, 'paymentTermAnswer', 'PaymentTermAnswerInput', 'PaymentTerm', 'state', {
        id: term.id,
        version: term.version,
        agree: true,
      });
    expect(await answerTerm(deal.sells)).toMatchObject({ code: 'TERM_OWN' });
    expect(await answerTerm(deal.buys)).toMatchObject({ state: 'AGREED' });
    bill = await aBill(api, deal);
    [{ id: lineId }] = (await api.sql('select id from payment_request_line where payment_request_id = $1', [bill.id])) as [
      { id: string },
    ];
    const day = api.clock.now();
    api.clock.set(new Date(day.getTime() + 3 * 86_400_000));
    await record();
    api.clock.set(null);
    const [{ due }] = (await api.sql('select due_on::text as due from payment_request where id = $1', [bill.id])) as [
      { due: string },
    ];
    expect(due).toBe(inDays(api, 18));
  });
});
