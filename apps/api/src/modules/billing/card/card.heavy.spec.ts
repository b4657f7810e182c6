import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { aBill, billAct } from '../../../testing/bill.js';
import { clonedBills } from '../../../testing/cloned-bills.js';
import { aDeal } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { auditMoney } from '../audit-money.js';
import { CardSync } from './card-sync.js';
import type { DoubleEvent } from './double/stripe-book.js';
import { StripeDouble } from './double/stripe-double.js';
import { Troubles } from './double/webhook-sender.js';

const KEYS = { secretKey: 'sk_test_heavy', webhookSecret: 'whsec_heavy' };
/** `CARD_PAYMENTS=2000 CARD_ORDERS=720` is the whole storm; these sizes are what two cores do in a minute. */
const PAYMENTS = Number(process.env['CARD_PAYMENTS'] ?? 40);
const ORDERS = Number(process.env['CARD_ORDERS'] ?? 48);
const AT_ONCE = 20;
/** A fifth of all answers lost after the work was done, half of them with the connection; events lost, doubled and late. */
const WEATHER = { answerLost: 0.1, answerCut: 0.1, eventLost: 0.05, eventDoubled: 0.3, eventLate: 0.3 };

describe('thousands of card payments', () => {
  let api: TestApi;
  let double: StripeDouble;
  const open = async (troubles?: Troubles) => {
    double = new StripeDouble({ ...KEYS, pageBase: 'https://cards.example/', ...(troubles && { troubles }) });
    api = await startApi({ stripe: { ...KEYS, apiUrl: await double.listen() } });
  };
  afterEach(async () => {
    await double.stop();
    await api.stop();
  });

  const deliver = async (payload: string, signature: string): Promise<boolean> => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
    return (await api.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })).statusCode === 200;
  };
  const broken = () =>
    api.app.get(UnitOfWork).read(SYSTEM, async (tx) => (await auditMoney(tx)).filter(({ violations }) => violations > 0));
  /** Jobs that failed wait before they are tried again; here they need not. */
  const drain = async (rounds: number) => {
    for (let round = 0; round < rounds; round++) {
      await new Promise((done) => setTimeout(done, 100));
      await api.sql('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
      await api.drainJobs(AT_ONCE);
    }
  };
  const inParts = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>) => {
    for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(work));
  };
  /** So many requests of the same two parties, each with a card session under way. */
  const underWay = async (count: number) => {
    const deal = await aDeal(api, { max: '1000000' });
    const requests = await clonedBills(api, (await aBill(api, deal, '10')).id, count);
    await inParts(requests, ({ id, version }) => billAct(deal.buys, 'cardPaymentStart', { paymentRequestId: id, version }));
    await drain(10);
    expect(double.book.all()).toHaveLength(count);
    return double.book.all();
  };

  it('are charged once each while a fifth of the answers is lost after the work and events come lost, twice, late and mixed', async () => {
    await open(new Troubles(WEATHER, 20_261_129));
    double.webhooks.to(deliver);
    const sessions = await underWay(PAYMENTS);
    for (const [index, { id }] of sessions.entries()) {
      const { book } = double;
      switch (index % 10) {
        case 0:
          book.decline(id);
          book.pay(id);
          break;
        case 1:
        case 2:
          book.payLater(id);
          book.settle(id, index % 10 === 1);
          break;
        case 3:
          book.expire(id);
          break;
        case 4:
          book.pay(id);
          book.refund(book.session(id).intentId, Math.floor(book.session(id).charged / 3));
          break;
        default:
          book.pay(id);
      }
      if (index % 200 === 199) await drain(2);
    }
    await drain(10);
    await api.app.get(CardSync).reconcile();
    await drain(2);
    const charges = new Map<string, number>();
    for (const { charged, metadata } of double.book.all())
      if (charged > 0) charges.set(metadata['reference']!, (charges.get(metadata['reference']!) ?? 0) + 1);
    const kept = double.book.all().reduce((sum, { charged, refunded }) => sum + charged - refunded, 0);
    const [book] = await api.sql<{ card: string; sum: string }>(
      `select coalesce(sum(amount) filter (where account = 'CARD'), 0)::text as card, coalesce(sum(amount), 0)::text as sum from ledger_entry`,
    );
    expect(double.book.all()).toHaveLength(PAYMENTS);
    expect([...charges.values()].filter((times) => times > 1)).toEqual([]);
    expect(charges.size).toBe(PAYMENTS * 0.8);
    expect(book).toEqual({ card: String(kept), sum: '0' });
    expect(await api.sql('select payment_request_id from payment group by 1 having count(*) > 1')).toEqual([]);
    expect(await broken()).toEqual([]);
  });

  it('end in one state whatever the order of six events, doubled at random', async () => {
    await open();
    const sessions = await underWay(ORDERS);
    const lists = sessions.map(({ id, intentId }, index) => {
      double.webhooks.events.length = 0;
      const { book } = double;
      book.decline(id);
      book.payLater(id);
      book.settle(id, true);
      book.refund(intentId, 100_000);
      book.dispute(id, true);
      const told = [...double.webhooks.events];
      expect(told).toHaveLength(6);
      return permutation(told, Math.floor((index * 720) / ORDERS));
    });
    await drain(1);
    double.webhooks.to(deliver);
    const chance = new Troubles({ eventDoubled: 0.3 }, 720);
    for (let wave = 0; wave < 6; wave++) {
      // What came before may come again at any time.
      const events = lists.flatMap((list) => [
        list[wave]!,
        ...list.slice(0, wave + 1).filter(() => chance.happens('eventDoubled')),
      ]);
      await inParts(events, (event) => double.webhooks.again(event));
      if (wave % 2 === 1) await drain(1);
    }
    await drain(3);
    const states = await api.sql(
      `select c.outcome, c.captured::text, c.refunded::text, c.disputed_at is not null as disputed, p.status, p.paid_amount::text as paid,
         (select count(*)::int from payment d where d.payment_request_id = p.id) as payments, count(*)::int as requests
       from card_checkout c join payment_request p on p.id = c.payment_request_id group by 1, 2, 3, 4, 5, 6, 7`,
    );
    expect(states).toEqual([
      {
        outcome: 'PAID',
        captured: '420000',
        refunded: '100000',
        disputed: true,
        status: 'PART_PAID',
        paid: '320000',
        payments: 1,
        requests: ORDERS,
      },
    ]);
    expect(await broken()).toEqual([]);
  });
});

/** The n-th order of the events, counting from 0. */
function permutation(events: readonly DoubleEvent[], n: number): DoubleEvent[] {
  const left = [...events];
  let rest = n;
  return events.map((_event, at) => {
    const ways = factorial(events.length - at - 1);
    const [taken] = left.splice(Math.floor(rest / ways) % left.length, 1);
    rest %= ways;
    return taken!;
  });
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
