import { randomUUID } from 'node:crypto';
import { ask, PRODUCTION, rounded, startProcess } from './lib.mjs';
import { organization, person, place, products } from './world.mjs';

const PLACE = `mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename ... on Order { id number orderedTotal } ... on DomainError { code message }
  ... on RowsRefused { rows { row code message } } } }`;
const PAIRS = 8;

/** Eight buyers with a seller of their own each, and an active contract whose lines never run out. */
async function build(client, lines) {
  const pairs = [];
  for (let index = 0; index < PAIRS; index += 1) {
    const seller = await organization(client, 'COOPERATIVE', `HTX đo ${index}`);
    const buyer = await organization(client, 'RETAILER', `Siêu thị đo ${index}`);
    const goods = await products(client, seller, lines);
    const { rows } = await client.query(
      `with c as (
         insert into contract (id, number, seller_org_id, buyer_org_id, status, valid_from, valid_to, price_clause, tolerance_bp, payment_term_days, proposed_by_org_id, activated_at, is_demo)
         values (gen_random_uuid(), $1, $2, $3, 'ACTIVE', date '2026-01-01', date '2035-12-31', 'FIXED', 0, 30, $2, now(), true) returning id),
       l as (insert into contract_line (id, contract_id, line_no, product_id, pack_id, description, base_unit, pack_name, pack_size_base, min_qty, target_qty, max_qty, unit_price, vat_class)
         select gen_random_uuid(), c.id, g.n, g.id, g.pack_id, 'Sản phẩm đo', 'kg', 'Thùng 10 kg', 10, 0, 90000000, 99000000, 41000, 'RAW_AGRI'
         from c, unnest($4::uuid[], $5::uuid[]) with ordinality g(id, pack_id, n) returning id, product_id, contract_id)
       , t as (insert into agreement_line_total (line_id, line_kind, committed) select id, 'CONTRACT', 90000000 from l)
       select l.id as line_id, l.product_id, l.contract_id from l`,
      [`HD-DO-${index}`, seller, buyer, goods.map((good) => good.id), goods.map((good) => good.pack_id)],
    );
    pairs.push({
      seller,
      contractId: rows[0].contract_id,
      lines: rows,
      locationId: await place(client, buyer),
      cookie: await person(client, buyer, ['BUYER', 'BUYER_MANAGER']),
    });
  }
  await client.query('analyze');
  return pairs;
}

const input = (pair, count, contract, qty = '20') => ({
  clientKey: randomUUID(),
  sellerOrgId: pair.seller,
  ...(contract ? { contractId: pair.contractId } : {}),
  requestedOn: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
  deliveryLocationId: pair.locationId,
  lines: pair.lines
    .slice(0, count)
    .map((line) => ({ productId: line.product_id, ...(contract ? { contractLineId: line.line_id } : {}), qty })),
});

async function placeOne(url, pair, count, contract, qty) {
  const { orderPlace } = await ask(url, PLACE, { input: input(pair, count, contract, qty) }, pair.cookie);
  if (orderPlace.__typename !== 'Order') throw new Error(JSON.stringify(orderPlace));
  return orderPlace;
}

/** Orders a second with every pair placing one after the other. */
async function rate(url, pairs, contract, seconds) {
  const until = Date.now() + seconds * 1000;
  const times = [];
  const started = performance.now();
  await Promise.all(
    pairs.map(async (pair) => {
      while (Date.now() < until) {
        const at = performance.now();
        await placeOne(url, pair, 20, contract);
        times.push(performance.now() - at);
      }
    }),
  );
  times.sort((a, b) => a - b);
  return {
    orders: times.length,
    perSecond: rounded(times.length / ((performance.now() - started) / 1000), 1),
    p50ms: rounded(times[Math.floor(times.length / 2)], 1),
    p99ms: rounded(times[Math.floor(times.length * 0.99)], 1),
  };
}

/** (b) Orders of 20 lines by eight buyers at once, and single orders of 1,000 lines, call-offs and spot. */
export async function ordersBench(database, { seconds }) {
  const { url, client } = await database.copy();
  const pairs = await build(client, 1000);
  const api = await startProcess('./api-process.mjs', { ...PRODUCTION, DATABASE_URL: url });
  try {
    await rate(api.url, pairs, true, 2);
    const callOffs = await rate(api.url, pairs, true, seconds);
    const spot = await rate(api.url, pairs, false, seconds);
    const thousand = [];
    let total = '';
    for (const pair of pairs) {
      const at = performance.now();
      const order = await placeOne(api.url, pair, 1000, true, '1000');
      thousand.push(rounded(performance.now() - at, 0));
      total = String(order.orderedTotal);
    }
    const exact = 1000n * 1000n * 41_000n;
    const slowest = Math.max(...thousand);
    return {
      callOffsOf20Lines: callOffs,
      spotOf20Lines: spot,
      thousandLinesMs: { each: thousand, slowest },
      totalOfThousandLines: {
        dong: total,
        expected: String(exact),
        exact: total === String(exact),
        beyond31Bits: exact > 2n ** 31n,
      },
      goal: '60 orders/s, 1,000 lines < 1.5 s',
      met: callOffs.perSecond >= 60 && slowest < 1500 && total === String(exact),
    };
  } finally {
    await api.stop();
    await client.end();
  }
}
