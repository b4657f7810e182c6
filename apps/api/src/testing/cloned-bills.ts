import type { TestApi } from './start-api.js';

/**
 * One real request copied with all it hangs on, straight into the tables: making thousands must not take longer than paying them.
 * Each copy has a receipt, a number and a reference of its own.
 */
export async function clonedBills(api: TestApi, billId: string, count: number): Promise<{ id: string; version: number }[]> {
  await api.sql('drop table if exists clone');
  await api.sql(
    `create table clone as select i, gen_random_uuid() as request, gen_random_uuid() as receipt, gen_random_uuid() as shipment from generate_series(1, $1::int) i`,
    [count],
  );
  const part = (name: string) => `(select ${name} from payment_request where id = '${billId}')`;
  const copy = (table: string, changes: string, source: string) =>
    api.sql(
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes}))).* from ${table} t, clone c where ${source}`,
    );
  await copy(
    'shipment',
    `'id', c.shipment, 'number', 'PGH-BAN-' || c.i`,
    `t.id = (select shipment_id from goods_receipt where id = ${part('receipt_id')})`,
  );
  await copy(
    'goods_receipt',
    `'id', c.receipt, 'number', 'PNK-BAN-' || c.i, 'shipment_id', c.shipment`,
    `t.id = ${part('receipt_id')}`,
  );
  await copy('goods_receipt_line', `'id', gen_random_uuid(), 'receipt_id', c.receipt`, `t.receipt_id = ${part('receipt_id')}`);
  await copy(
    'payment_request',
    `'id', c.request, 'number', 'DNTT-BAN-' || c.i, 'reference', 'BAN' || c.i, 'receipt_id', c.receipt`,
    `t.id = '${billId}'`,
  );
  await copy(
    'payment_request_line',
    `'id', gen_random_uuid(), 'payment_request_id', c.request`,
    `t.payment_request_id = '${billId}'`,
  );
  await copy(
    'ledger_entry',
    `'id', gen_random_uuid(), 'payment_request_id', c.request, 'fact_id', c.request`,
    `t.payment_request_id = '${billId}'`,
  );
  return api.sql('select c.request as id, p.version from clone c join payment_request p on p.id = c.request order by c.i');
}
