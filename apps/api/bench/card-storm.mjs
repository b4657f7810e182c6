// 2,000 card payments in bad weather: node apps/api/bench/card-storm.mjs [count]. Needs a built API; ends with 1 when anything is off.
import globalSetup from '../src/testing/global-setup.mjs';
import globalTeardown from '../src/testing/global-teardown.mjs';

const COUNT = Number(process.argv[2] ?? 2000);
const AT_ONCE = 20;
const KEYS = { secretKey: 'sk_test_storm', webhookSecret: 'whsec_storm' };
/** A fifth of all answers lost after the work was done; events lost, doubled and late. */
const WEATHER = { answerLost: 0.2, eventLost: 0.05, eventDoubled: 0.3, eventLate: 0.3 };

await globalSetup();
const [
  { startApi },
  { aDeal },
  { aBill },
  { StripeDouble },
  { Troubles },
  { CardSync },
  { UnitOfWork },
  { SYSTEM },
  { auditMoney },
] = await Promise.all(
  [
    'testing/start-api',
    'testing/deal',
    'testing/bill',
    'modules/billing/card/double/stripe-double',
    'modules/billing/card/double/webhook-sender',
    'modules/billing/card/card-sync',
    'platform/database/unit-of-work',
    'platform/auth/actor',
    'modules/billing/audit-money',
  ].map((path) => import(`../dist/${path}.js`)),
);

const double = new StripeDouble({ ...KEYS, pageBase: 'https://cards.example/', troubles: new Troubles(WEATHER, 20_261_129) });
const api = await startApi({ poolSize: 20, stripe: { ...KEYS, apiUrl: await double.listen() } });
const started = performance.now();
let failed;
try {
  double.webhooks.to(async (payload, signature) => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
    return (await api.app.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })).statusCode === 200;
  });
  const deal = await aDeal(api, { max: '1000000' });
  const requests = await cloned(await aBill(api, deal, '10'), COUNT);
  const ways = { paid: 0, declinedFirst: 0, later: 0, laterNo: 0, left: 0, refunded: 0 };
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    await Promise.all(
      requests
        .slice(from, from + AT_ONCE)
        .map(({ id, version }) =>
          deal.buys.mutate(
            'mutation($input: CardPaymentStartInput!) { cardPaymentStart(input: $input) { ... on DomainError { code } ... on PaymentRequest { id } } }',
            { paymentRequestId: id, version },
          ),
        ),
    );
  }
  await drain();
  for (const [index, { id }] of double.book.all().entries()) {
    const way = index % 10;
    if (way === 0) (double.book.decline(id), double.book.pay(id), (ways.declinedFirst += 1));
    else if (way === 1) (double.book.payLater(id), double.book.settle(id, true), (ways.later += 1));
    else if (way === 2) (double.book.payLater(id), double.book.settle(id, false), (ways.laterNo += 1));
    else if (way === 3) (double.book.expire(id), (ways.left += 1));
    else if (way === 4) {
      double.book.pay(id);
      const session = double.book.session(id);
      double.book.refund(session.intentId, Math.floor(session.charged / 3));
      ways.refunded += 1;
    } else (double.book.pay(id), (ways.paid += 1));
    if (index % 200 === 199) await drain(2);
  }
  await drain();
  await api.app.get(CardSync).reconcile();
  await drain(2);
  const sessions = double.book.all();
  const charged = sessions.reduce((sum, session) => sum + session.charged - session.refunded, 0);
  const perRequest = new Map();
  for (const session of sessions.filter((one) => one.charged > 0)) {
    const { reference } = session.metadata;
    perRequest.set(reference, (perRequest.get(reference) ?? 0) + 1);
  }
  const [book] = await api.sql(
    `select coalesce(sum(amount) filter (where account = 'CARD'), 0)::text as card, coalesce(sum(amount), 0)::text as sum from ledger_entry`,
  );
  const [twice] = await api.sql(
    `select count(*)::int as n from (select 1 from payment where method = 'CARD' group by payment_request_id having count(*) > 1) t`,
  );
  const broken = await api.app
    .get(UnitOfWork)
    .read(SYSTEM, async (tx) => (await auditMoney(tx)).filter(({ violations }) => violations > 0));
  const report = {
    payments: COUNT,
    sessions: sessions.length,
    ways,
    chargedTwiceInTheDoublesBook: [...perRequest.values()].filter((times) => times > 1).length,
    paidTwiceInOurBook: twice.n,
    chargedByTheDouble: charged,
    cardInOurLedger: Number(book.card),
    ledgerSum: Number(book.sum),
    brokenChecks: broken,
    seconds: Math.round((performance.now() - started) / 1000),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  failed =
    report.chargedTwiceInTheDoublesBook > 0 ||
    report.paidTwiceInOurBook > 0 ||
    report.chargedByTheDouble !== report.cardInOurLedger ||
    report.ledgerSum !== 0 ||
    broken.length > 0 ||
    sessions.length !== COUNT;
} finally {
  await double.stop();
  await api.stop();
  await globalTeardown();
}
process.exit(failed ? 1 : 0);

/** Jobs that failed wait before they are tried again; here they need not. */
async function drain(rounds = 10) {
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((done) => setTimeout(done, 100));
    await api.sql('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
    await api.drainJobs();
  }
}

/** One real request copied with all it hangs on, so that making thousands does not take longer than paying them. */
async function cloned(bill, count) {
  const copy = (table, alias, changes, source) =>
    `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(${alias}) || ${changes})).* from ${table} ${alias}, clone c where ${source}`;
  await api.sql(
    `create table clone as select i, gen_random_uuid() as request, gen_random_uuid() as receipt, gen_random_uuid() as shipment
     from generate_series(1, ${count}) i`,
  );
  const part = (name) => `(select ${name} from payment_request where id = '${bill.id}')`;
  await api.sql(
    copy(
      'shipment',
      's',
      `jsonb_build_object('id', c.shipment, 'number', 'PGH-STORM-' || c.i)`,
      `s.id = (select shipment_id from goods_receipt where id = ${part('receipt_id')})`,
    ),
  );
  await api.sql(
    copy(
      'goods_receipt',
      'g',
      `jsonb_build_object('id', c.receipt, 'number', 'PNK-STORM-' || c.i, 'shipment_id', c.shipment)`,
      `g.id = ${part('receipt_id')}`,
    ),
  );
  await api.sql(
    `insert into goods_receipt_line select (jsonb_populate_record(null::goods_receipt_line, to_jsonb(l) || jsonb_build_object('id', gen_random_uuid(), 'receipt_id', c.receipt))).*
     from goods_receipt_line l, clone c where l.receipt_id = ${part('receipt_id')}`,
  );
  await api.sql(
    copy(
      'payment_request',
      'p',
      `jsonb_build_object('id', c.request, 'number', 'DNTT-STORM-' || c.i, 'reference', 'STORM' || c.i, 'receipt_id', c.receipt)`,
      `p.id = '${bill.id}'`,
    ),
  );
  await api.sql(
    `insert into payment_request_line select (jsonb_populate_record(null::payment_request_line, to_jsonb(l) || jsonb_build_object('id', gen_random_uuid(), 'payment_request_id', c.request))).*
     from payment_request_line l, clone c where l.payment_request_id = '${bill.id}'`,
  );
  await api.sql(
    `insert into ledger_entry select (jsonb_populate_record(null::ledger_entry, to_jsonb(e) || jsonb_build_object('id', gen_random_uuid(), 'payment_request_id', c.request, 'fact_id', c.request))).*
     from ledger_entry e, clone c where e.payment_request_id = '${bill.id}'`,
  );
  return api.sql('select c.request as id, p.version from clone c join payment_request p on p.id = c.request order by c.i');
}
