import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { rounded } from './lib.mjs';

/**
 * The baseline of placing: what pg alone needs for a spot order of 20 lines, in one transaction and as one writes it by hand.
 * It reads the prices, takes the year's next number last, writes the order with its lines, a job for the seller and an audit row,
 * and checks nothing: no session, no GraphQL, no rule, no wall, no idempotency.
 */
const PRICES = `select p.id, p.name_vi, p.base_unit, k.id as pack_id, k.name, k.size_base, t.unit_price
  from product p join pack k on k.product_id = p.id join list_price l on l.product_id = p.id join price_tier t on t.list_price_id = l.id
  where p.id = any($1::uuid[]) and t.min_qty_base = 0`;
const ORDER = `insert into purchase_order (id, number, buyer_org_id, seller_org_id, status, requested_on, delivery_location_id, delivery_snapshot, line_count,
    payment_term_days, ordered_total, placed_at, placed_by, ack_due_at)
  values ($1, $8, $2, $3, 'PLACED', current_date + 3, $4, 'Kho', $5, 15, $6, now(), $7, now() + interval '1 day')`;
const LINES = `insert into order_line (id, order_id, line_no, product_id, description, base_unit, pack_id, pack_name, pack_size_base, location_id, place_name,
    requested_on, ordered_qty, unit_price, amount, vat_code)
  select gen_random_uuid(), $1, l.n, l.id, l.name_vi, l.base_unit, l.pack_id, l.name, l.size_base, $3, 'Kho', current_date + 3, 20, l.unit_price, 20 * l.unit_price, 'KCT'
  from jsonb_to_recordset($2::jsonb) as l(n int, id uuid, name_vi text, base_unit text, pack_id uuid, name text, size_base numeric, unit_price bigint)`;
const NUMBER = `with s as (insert into document_sequence (kind, year, last) values ('DH', extract(year from now())::int, 1)
    on conflict (kind, year) do update set last = document_sequence.last + 1 returning last)
  update purchase_order set number = 'DH-' || to_char(now(), 'YYYY') || '-' || lpad(s.last::text, 6, '0') from s where id = $1`;

async function placeOne(client, pair, goods) {
  const id = randomUUID();
  await client.query('begin');
  await client.query(`select set_config('app.scope', 'system', true)`);
  const { rows } = await client.query(PRICES, [goods]);
  const lines = rows.map((row, index) => ({ ...row, n: index + 1 }));
  const total = lines.reduce((sum, { unit_price: price }) => sum + 20n * BigInt(price), 0n);
  await client.query(ORDER, [id, pair.buyer, pair.seller, pair.locationId, lines.length, String(total), pair.userId, id]);
  await client.query(LINES, [id, JSON.stringify(lines), pair.locationId]);
  await client.query(
    `insert into audit_event (id, at, user_id, org_id, action, entity_type, entity_id, data) values (gen_random_uuid(), now(), $1, $2, 'order.place', 'order', $3, '{}')`,
    [pair.userId, pair.buyer, id],
  );
  await client.query(`select graphile_worker.add_job('notice.deliver', $1::json)`, [JSON.stringify({ orderId: id })]);
  await client.query(NUMBER, [id]);
  await client.query('commit');
  return lines.length;
}

/** Orders a second with every pair on a connection of its own, one order after the other. */
export async function plainRate(url, pairs, seconds) {
  const clients = await Promise.all(
    pairs.map(async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  let orders = 0;
  const started = performance.now();
  const until = Date.now() + seconds * 1000;
  try {
    await Promise.all(
      pairs.map(async (pair, index) => {
        const goods = pair.lines.slice(0, 20).map((line) => line.product_id);
        while (Date.now() < until) {
          if ((await placeOne(clients[index], pair, goods)) !== 20) throw new Error('The plain placement lost a line.');
          orders += 1;
        }
      }),
    );
    return { orders, perSecond: rounded(orders / ((performance.now() - started) / 1000), 1) };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
