import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { aBill, type Bill, billAct, billNow } from '../../../testing/bill.js';
import { aDeal, type Deal } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { auditMoney } from '../audit-money.js';
import { CardSync } from './card-sync.js';
import type { DoubleEvent } from './double/stripe-book.js';
import { StripeDouble } from './double/stripe-double.js';
import { Troubles } from './double/webhook-sender.js';

const KEYS = { secretKey: 'sk_test_spec', webhookSecret: 'whsec_spec' };

interface World {
  api: TestApi;
  double: StripeDouble;
}

/** The API with the official SDK against the double; events are delivered only when the test says so. */
async function cards(troubles?: Troubles): Promise<World> {
  const double = new StripeDouble({ ...KEYS, pageBase: 'https://cards.example/', ...(troubles && { troubles }) });
  const api = await startApi({ stripe: { ...KEYS, apiUrl: await double.listen() } });
  return { api, double };
}

const deliver = (api: TestApi, payload: string, signature: string) =>
  api.app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
  });

const books = (api: TestApi) =>
  api.app.get(UnitOfWork).read(SYSTEM, async (tx) => (await auditMoney(tx)).filter(({ violations }) => violations > 0));

describe('payment by card', () => {
  let api: TestApi;
  let double: StripeDouble;
  let deal: Deal;
  let bill: Bill;
  beforeAll(async () => {
    ({ api, double } = await cards());
  });
  beforeEach(async () => {
    double.webhooks.events.length = 0;
    double.webhooks.to(() => Promise.resolve(true));
    deal = await aDeal(api);
    bill = await aBill(api, deal);
  });
  afterAll(async () => {
    await double.stop();
    await api.stop();
  });

  const start = (of: Bill = bill) => billAct(deal.buys, 'cardPaymentStart', { paymentRequestId: of.id, version: of.version });
  const waiting = async (): Promise<Bill> => {
    const started = await start();
    expect(started.cardPayment).toMatchObject({ state: 'PREPARING', url: null });
    await api.drainJobs();
    return billNow(deal.buys, bill.id);
  };
  const sessionOf = (of: Bill) => of.cardPayment!.url!.replace('https://cards.example/', '');
  const bodyOf = ({ id, type, created, object }: DoubleEvent) =>
    JSON.stringify({ id, object: 'event', created, type, livemode: false, data: { object } });
  const tell = async (event: DoubleEvent) => {
    const body = bodyOf(event);
    return (await deliver(api, body, double.webhooks.signatureOf(body))).statusCode;
  };
  const tellAll = async () => {
    for (const event of double.webhooks.events) expect(await tell(event)).toBe(200);
    await api.drainJobs();
  };

  it('is paid when the card service says so, and not before', async () => {
    const open = await waiting();
    expect(open.cardPayment).toMatchObject({ state: 'WAITING', amount: 4_200_000, url: expect.stringContaining('cs_test') });
    // Coming back from the card page proves nothing.
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'DUE', paidAmount: 0 });
    double.book.pay(sessionOf(open));
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'DUE', paidAmount: 0 });
    await tellAll();
    expect(await billNow(deal.buys, bill.id)).toMatchObject({
      status: 'PAID',
      paidAmount: 4_200_000,
      payments: [{ method: 'CARD', status: 'SUCCEEDED', amount: 4_200_000 }],
      cardPayment: { state: 'PAID', url: null },
    });
    expect(await api.sql('select status from purchase_order where id = $1', [bill.orderId])).toEqual([{ status: 'CLOSED' }]);
    expect(await books(api)).toEqual([]);
  });

  it('counts once whatever the order, the number and the company of its events', async () => {
    const session = sessionOf(await waiting());
    double.book.decline(session);
    double.book.pay(session);
    const told = [...double.webhooks.events];
    const orders = [told.toReversed(), told, told.toReversed()].flat();
    const codes = await Promise.all(orders.map(tell));
    expect(new Set(codes)).toEqual(new Set([200]));
    await api.drainJobs();
    await api.drainJobs();
    const paid = await billNow(deal.buys, bill.id);
    expect(paid).toMatchObject({ status: 'PAID', paidAmount: 4_200_000 });
    expect(paid.payments).toHaveLength(1);
    expect(await books(api)).toEqual([]);
  });

  it('waits for a bank that answers later, and is free again when it says no', async () => {
    const session = sessionOf(await waiting());
    double.book.payLater(session);
    await tellAll();
    const processing = await billNow(deal.buys, bill.id);
    expect(processing.cardPayment!.state).toBe('PROCESSING');
    const { version } = processing;
    expect(await start(processing)).toMatchObject({ code: 'CARD_UNDER_WAY' });
    expect(
      await billAct(deal.buys, 'paymentDeclare', { paymentRequestId: bill.id, version, amount: 1000, paidOn: api.clock.today() }),
    ).toMatchObject({ code: 'CARD_UNDER_WAY' });
    expect(await billAct(deal.buys, 'cardPaymentCancel', { paymentRequestId: bill.id, version })).toMatchObject({
      code: 'CARD_NOT_CANCELLABLE',
    });
    double.book.settle(session, false);
    await tellAll();
    const failed = await billNow(deal.buys, bill.id);
    expect(failed).toMatchObject({ status: 'DUE', cardPayment: { state: 'FAILED' } });
    expect(await start(failed)).toMatchObject({ cardPayment: { state: 'PREPARING' } });
  });

  it('can be left: the session ends and the debt is free', async () => {
    const open = await waiting();
    await billAct(deal.buys, 'cardPaymentCancel', { paymentRequestId: bill.id, version: open.version });
    await api.drainJobs();
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'DUE', cardPayment: { state: 'EXPIRED' } });
    expect(double.book.session(sessionOf(open)).status).toBe('expired');
  });

  it('is found by night when every event was lost', async () => {
    double.book.pay(sessionOf(await waiting()));
    await api.app.get(CardSync).reconcile();
    expect(await billNow(deal.buys, bill.id)).toMatchObject({ status: 'PAID' });
    await api.app.get(CardSync).reconcile();
    expect(await books(api)).toEqual([]);
  });

  it('goes back in part, then whole, never more', async () => {
    double.book.pay(sessionOf(await waiting()));
    await tellAll();
    const paid = await billNow(deal.sells, bill.id);
    const refund = (amount: number, of: Bill, reason = 'Hàng dập') =>
      billAct(deal.sells, 'cardRefund', {
        paymentRequestId: bill.id,
        version: of.version,
        paymentId: paid.payments[0]!.id,
        amount,
        reason,
      });
    expect(await refund(1_000_000, paid, ' ')).toMatchObject({ code: 'REFUND_REASON_MISSING' });
    expect(await refund(4_200_001, paid)).toMatchObject({ code: 'REFUND_ABOVE_PAID' });
    await refund(1_200_000, paid);
    await api.drainJobs();
    await tellAll();
    const part = await billNow(deal.buys, bill.id);
    expect(part).toMatchObject({
      status: 'PART_PAID',
      paidAmount: 3_000_000,
      payments: [{ refunded: 1_200_000 }],
      cardPayment: { state: 'PART_REFUNDED' },
    });
    await refund(3_000_000, part);
    await api.drainJobs();
    const none = await billNow(deal.buys, bill.id);
    expect(none).toMatchObject({ status: 'DUE', paidAmount: 0, cardPayment: { state: 'REFUNDED' } });
    expect(await refund(1, none)).toMatchObject({ code: 'REFUND_ABOVE_PAID' });
    expect(await books(api)).toEqual([]);
  });

  it('shows while the holder of the card contests it', async () => {
    const session = sessionOf(await waiting());
    double.book.pay(session);
    double.book.dispute(session, true);
    await tellAll();
    expect((await billNow(deal.sells, bill.id)).cardPayment).toMatchObject({ state: 'PAID', disputed: true });
    double.book.dispute(session, false);
    await tellAll();
    expect((await billNow(deal.sells, bill.id)).cardPayment!.disputed).toBe(false);
  });

  it('opens one session however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => start()));
    expect(answers.filter(({ code }) => !code)).toHaveLength(1);
    await Promise.all([api.drainJobs(), api.drainJobs()]);
    expect(double.book.all().filter(({ metadata }) => metadata['reference'] && metadata['checkout']).length).toBeGreaterThan(0);
    const rows = await api.sql('select 1 from card_checkout where payment_request_id = $1', [bill.id]);
    expect(rows).toHaveLength(1);
  });

  it('says before calling that one charge cannot carry the amount, and points to the transfer', async () => {
    const large = await aDeal(api, { max: '10000' });
    const request = await aBill(api, large, '3000');
    const refused = await billAct(large.buys, 'cardPaymentStart', { paymentRequestId: request.id, version: request.version });
    expect(refused).toMatchObject({ code: 'CARD_AMOUNT_TOO_LARGE', message: expect.stringMatching(/99\.999\.999.*VietQR/) });
  });

  it.each([
    ['forged', (body: string) => double.webhooks.signatureOf(`${body} `)],
    ['an hour old', (body: string) => double.webhooks.signatureOf(body, Math.floor(Date.now() / 1000) - 3600)],
    ['missing', () => ''],
  ])('refuses an event whose signature is %s', async (_what, signature) => {
    const body = bodyOf({ id: 'evt_forged', type: 'payment_intent.succeeded', created: 1, object: {} });
    expect((await deliver(api, body, signature(body))).statusCode).toBe(400);
    expect(await api.sql(`select 1 from card_event where id = 'evt_forged'`)).toEqual([]);
  });
});

describe('card payments in bad weather', () => {
  it('charges each debt once and keeps the books at zero while answers are lost and events lost, doubled and late', async () => {
    const { api, double } = await cards(
      new Troubles({ answerLost: 0.2, eventLost: 0.1, eventDoubled: 0.3, eventLate: 0.3 }, 20_261_123),
    );
    try {
      double.webhooks.to(async (body, signature) => (await deliver(api, body, signature)).statusCode === 200);
      const deal = await aDeal(api, { max: '100000' });
      const bills: Bill[] = [];
      for (let count = 0; count < 12; count += 1) bills.push(await aBill(api, deal, '10'));
      await Promise.all(
        bills.map(({ id, version }) => billAct(deal.buys, 'cardPaymentStart', { paymentRequestId: id, version })),
      );
      await drain(api);
      const sessions = double.book.all();
      expect(sessions).toHaveLength(bills.length);
      sessions.forEach(({ id }, index) => (index % 4 === 3 ? double.book.payLater(id) : double.book.pay(id)));
      await drain(api);
      sessions.forEach(({ id }, index) => index % 4 === 3 && double.book.settle(id, index % 8 === 3));
      await drain(api);
      await api.app.get(CardSync).reconcile();
      const charged = double.book.all().reduce((sum, session) => sum + session.charged, 0);
      const [book] = await api.sql<{ card: string; owed: string }>(
        `select sum(amount) filter (where account = 'CARD')::text as card, sum(amount)::text as owed from ledger_entry`,
      );
      expect(book).toEqual({ card: String(charged), owed: '0' });
      expect(charged).toBe(420_000 * sessions.filter((_session, index) => index % 4 !== 3 || index % 8 === 3).length);
      expect(await api.sql('select payment_request_id from payment group by 1 having count(*) > 1')).toEqual([]);
      expect(await books(api)).toEqual([]);
    } finally {
      await double.stop();
      await api.stop();
    }
  });
});

/** Jobs that failed wait before they are tried again; here they need not. */
async function drain(api: TestApi): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await new Promise((done) => setTimeout(done, 60));
    await api.sql('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
    await api.drainJobs();
  }
}
