import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { aBill, billAct, billNow } from '../../testing/bill.js';
import type { Client } from '../../testing/client.js';
import { aDeal, type Deal } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { auditMoney } from './audit-money.js';
import { PaymentReminderJob } from './payment-reminder.job.js';
import { bankLinkSecret, bankSignature } from './bank/bank-signature.js';

interface Credit {
  readonly id: string;
  readonly free: number;
  readonly version: number;
  readonly code?: string;
}

/** Mulberry32: the same seed takes the same steps. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('money, whatever the sequence', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api, { vatClass: 'PROCESSED', max: '100000' });
  });
  afterAll(() => api.stop());

  const run = async <T = { code?: string }>(
    client: Client,
    name: string,
    type: string,
    result: string,
    fields: string,
    input: object,
  ) =>
    (
      await client.mutate<Record<string, T & { code?: string; message?: string }>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code message } ... on ${result} { ${fields} } } }`,
        input as Record<string, unknown>,
      )
    )[name]!;
  const broken = () =>
    api.app.get(UnitOfWork).read(SYSTEM, async (tx) => (await auditMoney(tx)).filter(({ violations }) => violations > 0));
  const credits = async (client = deal.sells, side = 'SELLER') =>
    (
      await client.query<{ buyerCredits: Credit[] }>(`query($s: Side!) { buyerCredits(side: $s) { id free version } }`, {
        s: side,
      })
    ).buyerCredits;
  /** A link over which the bank reports, and its report. */
  const aLink = async () => {
    const link = await run<{ id: string; secret: string }>(
      deal.sells,
      'bankLinkCreate',
      'BankLinkCreateInput',
      'BankLink',
      'id secret',
      {
        name: 'Ngân hàng Mẫu',
      },
    );
    return link;
  };
  let nonce = 0;
  const report = async (
    link: { id: string; secret: string },
    transactions: object[],
    change: { nonce?: string; timestamp?: string; signature?: string } = {},
  ) => {
    const body = Buffer.from(JSON.stringify({ transactions }));
    const timestamp = change.timestamp ?? String(Math.floor(api.clock.now().getTime() / 1000));
    const once = change.nonce ?? `nonce-${String(++nonce).padStart(12, '0')}`;
    const signature = change.signature ?? bankSignature(link.secret, timestamp, once, body);
    const response = await api.visitor.post(`/webhooks/bank/${link.id}`, body, {
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-nonce': once,
      'x-signature': signature,
    });
    return { status: response.statusCode, body: response.json<{ fresh: number; settled: number; error?: string }>() };
  };
  const arrival = (amount: number, memo: string, reference: string) => ({ reference, bookedOn: api.clock.today(), amount, memo });
  const referenceOf = async (id: string) =>
    (await api.sql<{ reference: string }>('select reference from payment_request where id = $1', [id]))[0]!.reference;
  const lineOf = async (memo: string) =>
    (await api.sql<{ id: string; version: number }>('select id, version from bank_line where memo = $1', [memo]))[0]!;

  it('a bank reports arrivals once: signature, time and nonce are looked at, and a cut link is deaf', async () => {
    const bill = await aBill(api, deal);
    const link = await aLink();
    const reference = await referenceOf(bill.id);
    const paid = arrival(1_000_000, `tra ${reference}`, 'FT1');
    expect((await report(link, [paid], { signature: 'f'.repeat(64) })).status).toBe(401);
    expect((await report(link, [paid], { timestamp: String(Math.floor(api.clock.now().getTime() / 1000) - 301) })).status).toBe(
      401,
    );
    const secret = bankLinkSecret(link.id, 'another secret of the system');
    expect((await report({ ...link, secret }, [paid])).status).toBe(401);
    expect(await report(link, [paid], { nonce: 'the-very-same-nonce' })).toMatchObject({
      status: 200,
      body: { fresh: 1, settled: 1 },
    });
    expect(await report(link, [paid], { nonce: 'the-very-same-nonce' })).toMatchObject({ status: 409 });
    expect(await report(link, [paid])).toMatchObject({ status: 200, body: { fresh: 0 } });
    expect((await report(link, [{ ...paid, amount: 1.5 }])).status).toBe(422);
    expect((await report(link, [{ ...paid, currency: 'USD' }])).status).toBe(422);
    const twenty = await Promise.all(
      Array.from({ length: 20 }, () => report(link, [arrival(500_000, `tra ${reference}`, 'FT2')])),
    );
    expect(twenty.reduce((sum, { body }) => sum + (body.fresh ?? 0), 0)).toBe(1);
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ paidAmount: 1_500_000 });
    await run(deal.sells, 'bankLinkRevoke', 'BankLinkRevokeInput', 'BankLink', 'id', { id: link.id });
    expect((await report(link, [paid])).status).toBe(401);
    expect(await broken()).toEqual([]);
  });

  it('what was paid too much is kept, pays the next request, and goes back; twenty at once use it once', async () => {
    const [first, second] = [await aBill(api, deal), await aBill(api, deal)];
    const link = await aLink();
    const memo = `tra ${await referenceOf(first.id)}`;
    await report(link, [arrival(6_000_000, memo, 'FT1')]);
    const line = await lineOf(memo);
    await run(deal.sells, 'bankLineAllocate', 'BankLineAllocateInput', 'BankLine', 'id', {
      lineId: line.id,
      version: line.version,
      allocations: [{ paymentRequestId: first.id, amount: 4_536_000 }],
      keepForOrgId: deal.buyer.id,
    });
    expect(await billNow(deal.buys, first.id)).toMatchObject({ status: 'PAID' });
    const [credit] = await credits(deal.buys, 'BUYER');
    expect(credit).toMatchObject({ free: 1_464_000 });
    const allocate = (amount: number) =>
      run<Credit>(deal.buys, 'creditAllocate', 'CreditAllocateInput', 'BuyerCredit', 'id free version', {
        creditId: credit!.id,
        version: credit!.version,
        allocations: [{ paymentRequestId: second.id, amount }],
      });
    expect(await allocate(1_464_001)).toMatchObject({ code: 'ALLOCATION_ABOVE_CREDIT' });
    const twenty = await Promise.all(Array.from({ length: 20 }, () => allocate(1_000_000)));
    expect(twenty.filter(({ free }) => free === 464_000)).toHaveLength(1);
    expect(await billNow(deal.buys, second.id)).toMatchObject({ paidAmount: 1_000_000, status: 'PART_PAID' });
    const back = await run<Credit>(deal.sells, 'creditReturn', 'CreditReturnInput', 'BuyerCredit', 'id free version', {
      creditId: credit!.id,
      version: credit!.version + 1,
      amount: 464_000,
      paidOn: api.clock.today(),
      reason: 'Bên mua yêu cầu',
    });
    expect(back).toMatchObject({ free: 0 });
    expect(await broken()).toEqual([]);
  });

  it('cash of 5 million đồng and more on one day is refused with the reason, cut into parts or not', async () => {
    const small = await aBill(api, deal, '50');
    const declare = (bill: { id: string; version: number }) =>
      billAct(deal.buys, 'paymentDeclare', {
        paymentRequestId: bill.id,
        version: bill.version,
        amount: 1_000_000,
        paidOn: api.clock.today(),
        inCash: true,
      });
    expect(await declare(small)).toMatchObject({ status: 'DECLARED', payments: [{ method: 'CASH' }] });
    const second = await aBill(api, deal, '70');
    const refused = await declare(second);
    expect(refused).toMatchObject({ code: 'CASH_NOT_ALLOWED' });
    expect(refused.message).toContain('5.000.000');
    const now = await billNow(deal.sells, small.id);
    await billAct(deal.sells, 'paymentConfirm', { paymentId: now.payments[0]!.id, version: now.version });
    expect(await broken()).toEqual([]);
  });

  it('reminds each day of the plan once, and not of what is paid', async () => {
    const bill = await aBill(api, deal);
    const job = api.app.get(PaymentReminderJob);
    const told = async () =>
      (await api.sql('select day from payment_reminder where payment_request_id = $1 order by day', [bill.id])).length;
    const start = api.clock.now().getTime();
    for (const [days, reminders] of [
      [0, 0],
      [12, 1],
      [13, 1],
      [15, 2],
      [22, 3],
      [100, 4],
    ] as const) {
      api.clock.set(new Date(start + days * 86_400_000));
      await Promise.all([job.remind(), job.remind()]);
      expect([days, await told()]).toEqual([days, reminders]);
    }
    await api.drainJobs();
    const heard = await api.sql(
      `select count(*)::int as n from notification where kind = 'payment.reminder' and facts ->> 'paymentRequestId' = $1 group by user_id`,
      [bill.id],
    );
    expect(heard).toEqual([{ n: 4 }]);
    api.clock.set(null);
  });

  it.each(process.env['SUITE'] === 'heavy' ? [11, 22, 33] : [11])(
    'keeps every invariant through a walk of 45 steps (seed %i)',
    async (seed) => {
      const next = random(seed);
      const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
      const some = (most: number) => Math.max(1, Math.floor(next() * most));
      const bills: string[] = [];
      const link = await aLink();
      let number = 0;
      const requestLine = async (id: string) =>
        (
          await api.sql<{ id: string; left: string; receiptId: string }>(
            `select l.id, (l.accepted_qty - l.invoiced_qty)::text as left, p.receipt_id as "receiptId" from payment_request_line l
           join payment_request p on p.id = l.payment_request_id where p.id = $1`,
            [id],
          )
        )[0]!;
      const steps: Record<string, () => Promise<unknown>> = {
        accept: async () => bills.push((await aBill(api, deal, '40')).id),
        invoice: async () => {
          const id = pick(bills);
          if (!id) return;
          const { version } = await billNow(deal.sells, id);
          const line = await requestLine(id);
          const qty = some(50);
          const unitPrice = 42_000 + (next() < 0.3 ? 500 : 0);
          const vatAmount = Math.round(qty * unitPrice * 0.08);
          const recorded = await run<{ id: string; state: string; version: number }>(
            deal.sells,
            'invoiceRecord',
            'InvoiceRecordInput',
            'Invoice',
            'id state version',
            {
              paymentRequestId: id,
              version,
              symbol: '1C26TWW',
              number: String(++number),
              issuedOn: api.clock.today(),
              lines: [{ requestLineId: line.id, qty: String(qty), unitPrice, amount: qty * unitPrice, vatCode: '8' }],
              vatAmount,
              total: qty * unitPrice + vatAmount,
            },
          );
          const decide = { id: recorded.id, version: recorded.version, reason: 'đi thử' };
          if (recorded.state === 'EXCEPTION')
            await run(
              deal.buys,
              next() < 0.6 ? 'invoiceApprove' : 'invoiceReturn',
              'InvoiceDecideInput',
              'Invoice',
              'id',
              decide,
            );
        },
        credit: async () => {
          const id = pick(bills);
          if (!id) return;
          const { version } = await billNow(deal.sells, id);
          const line = await requestLine(id);
          const kind = next() < 0.7 ? 'CREDIT' : 'DEBIT';
          const note = await run<{ id: string; state: string; version: number }>(
            deal.sells,
            'noteIssue',
            'NoteIssueInput',
            'BillingNote',
            'id state version',
            {
              paymentRequestId: id,
              version,
              kind,
              reason: 'đi thử',
              lines: [{ requestLineId: line.id, netAmount: some(900_000) }],
            },
          );
          if (note.state === 'PROPOSED')
            await run(deal.buys, 'noteAccept', 'NoteAnswerInput', 'BillingNote', 'id', { id: note.id, version: note.version });
        },
        void: async () => {
          const id = pick(bills);
          if (!id || next() > 0.4) return;
          const { receiptId } = await requestLine(id);
          await api.app.get(UnitOfWork).run(SYSTEM, (tx) => tx.tell('billing.receipt-voided', { receiptId }));
          await api.drainJobs();
        },
        pay: async () => {
          const id = pick(bills);
          if (!id) return;
          const memo = `tra ${await referenceOf(id)} so ${++number}`;
          await report(link, [arrival(some(2_500_000), memo, `FT${seed}-${number}`)]);
        },
        keep: async () => {
          const [line] = await api.sql<{ id: string; version: number }>(
            `select id, version from bank_line where state = 'REVIEW' and org_id = $1 limit 1`,
            [deal.seller.id],
          );
          if (line)
            await run(deal.sells, 'bankLineAllocate', 'BankLineAllocateInput', 'BankLine', 'id', {
              lineId: line.id,
              version: line.version,
              allocations: [],
              keepForOrgId: deal.buyer.id,
            });
        },
        allocate: async () => {
          const [credit, id] = [pick(await credits()), pick(bills)];
          if (credit && id)
            await run(pick([deal.sells, deal.buys])!, 'creditAllocate', 'CreditAllocateInput', 'BuyerCredit', 'id', {
              creditId: credit.id,
              version: credit.version,
              allocations: [{ paymentRequestId: id, amount: some(Number(credit.free) * 1.2) }],
            });
        },
        refund: async () => {
          const credit = pick(await credits());
          if (credit)
            await run(deal.sells, 'creditReturn', 'CreditReturnInput', 'BuyerCredit', 'id', {
              creditId: credit.id,
              version: credit.version,
              amount: some(Number(credit.free) * 1.2),
              paidOn: api.clock.today(),
              reason: 'đi thử',
            });
        },
      };
      const names = Object.keys(steps);
      await steps['accept']!();
      const taken: string[] = [];
      for (let step = 0; step < 45; step++) {
        const name = bills.length < 4 && next() < 0.3 ? 'accept' : pick(names.filter((one) => one !== 'accept'))!;
        taken.push(name);
        await steps[name]!();
        expect([taken.slice(-5), await broken()]).toEqual([taken.slice(-5), []]);
      }
      const [sums] = await api.sql<{ books: string; over: number }>(
        `select coalesce(sum(amount), 0)::text as books, (select count(*)::int from payment_request where paid_amount > total + noted_amount) as over from ledger_entry`,
      );
      expect(sums).toEqual({ books: '0', over: 0 });
      expect(
        await api.sql(
          'select task_identifier, last_error from graphile_worker.jobs where attempts > 0 and last_error is not null',
        ),
      ).toEqual([]);
    },
    180_000,
  );
});
