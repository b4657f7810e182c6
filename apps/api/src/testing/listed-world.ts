import { assistanceSecrets } from './assistance-secrets.js';
import type { Client } from './client.js';
import { aDemand } from './demand.js';
import { fulfillmentSecrets } from './fulfillment-secrets.js';
import { orderSecrets } from './order-secrets.js';
import { aPetition } from './petition.js';
import { productSecrets } from './product-secrets.js';
import { sourcingSecrets } from './sourcing-secrets.js';
import type { TestApi } from './start-api.js';
import { aLot } from './supply.js';
import { aTrade, done, type Trade } from './trade.js';

/** A world with at least one row in every list of the application, in words that a spreadsheet would take for formulas. */
export interface ListedWorld {
  readonly trade: Trade;
  readonly awardedRfqId: string;
  readonly shortlistId: string;
  readonly seller: Client;
  readonly buyer: Client;
  readonly member: Client;
  readonly officer: Client;
}

export async function aListedWorld(api: TestApi, word: string): Promise<ListedWorld> {
  const trade = await aTrade(api, { title: word });
  const { director, manager, product } = trade;
  const [sells, buys] = [await api.as(director), await api.as(manager)];
  const alliance = await api.given.alliance();
  const person = await api.given.member(alliance, 'ALLIANCE_OFFICER');
  await aLot(api, director, product.id, { note: word });
  const spent = await aLot(api, director, product.id, { note: word, qty: '1', code: 'HET-HANG' });
  await api.sql(`update lot_balance set on_hand = 0 where lot_id = $1`, [spent.id]);
  await productSecrets(api, trade, word);
  await orderSecrets(api, trade, word);
  const { poolShare, awardLine } = await sourcingSecrets(api, trade, word);
  await fulfillmentSecrets(api, trade, word);
  await assistanceSecrets(api, trade, word);
  await aPetition(sells, word);
  await aDemand(api, trade, word);
  await api.given.product(trade.seller, { status: 'IN_REVIEW', nameVi: word });
  const kept = await done<{ id: string }>(
    buys,
    'shortlistAdd',
    'ShortlistAddInput',
    { productIds: [product.id] },
    '... on Shortlist { id }',
  );
  await api.given.cooperative({ name: `${word} sinh đôi`, status: 'PENDING' });
  const twin = await api.given.cooperative({ name: `${word} sinh đôi.` });
  for (const [text, values] of rowsOf(trade, { alliance: alliance.id, officer: person.userId, twin: twin.id }, word))
    await api.sql(text, values);
  await api.drainJobs();
  const [share] = await api.sql<{ id: string; name: string }>(
    'select o.id, o.name from pool_share s join organization o on o.id = s.member_org_id where s.id = $1',
    [poolShare],
  );
  const [awarded] = await api.sql<{ id: string }>('select rfq_id as id from award_line where id = $1', [awardLine]);
  const member = await api.given.member({ ...share!, kind: 'COOPERATIVE' }, 'SELLER_DIRECTOR');
  return {
    ...{ trade, awardedRfqId: awarded!.id, shortlistId: kept.id, seller: sells, buyer: buys },
    ...{ member: await api.as(member), officer: await api.as(person) },
  };
}

type Statement = readonly [string, unknown[]];

/** Rows whose making is not the point here, written as they would stand. */
function rowsOf(
  trade: Trade,
  { alliance, officer, twin }: Record<'alliance' | 'officer' | 'twin', string>,
  word: string,
): Statement[] {
  const [farm, shop, director] = [trade.seller.id, trade.buyer.id, trade.director.userId];
  return [
    [
      `with place as (select code, name from administrative_unit where level = 'COMMUNE' order by code limit 1),
         home as (update organization set commune_code = (select code from place) where id = $1)
       update catalog_entry set commune_code = (select code from place), commune_name = (select name from place) where org_id = $1`,
      [farm],
    ],
    [
      `insert into bank_account_change (id, org_id, bank_bin, bank_name, account_no, account_name, reason, requested_by, requested_at, holds_until)
       values (gen_random_uuid(), $1, '970499', $3, '1234567', $3, $3, $2, now(), now() + interval '1 day')`,
      [farm, director, word],
    ],
    [
      `insert into certificate (id, org_id, kind, number, issued_on, declared_by) values (gen_random_uuid(), $1, 'HACCP', $3, '2026-01-01', $2)`,
      [farm, director, word],
    ],
    [
      `insert into certificate (id, org_id, kind, number, issued_on, expires_on, status, verified_at, verified_by, declared_by)
       values (gen_random_uuid(), $1, 'VIETGAP', $3, '2026-01-01', current_date + 20, 'VERIFIED', now(), $4, $2)`,
      [farm, director, `${word} 2`, officer],
    ],
    [
      `insert into organization_merge (id, duplicate_id, survivor_id, reason, proposed_by, proposed_at)
       values (gen_random_uuid(), $1, $2, $4, $3, now())`,
      [farm, twin, officer, word],
    ],
    [
      `insert into agreement_alert (id, mou_id, transition, level, level_order, status, fact, fact_on, fact_ref, actor, step, raised_at, level_at)
       values (gen_random_uuid(), $1, 'EXPIRY', 'RISK', 2, 'RAISED', 'VALID_TO', current_date, $2, 'BOTH', 'RENEW_OR_CLOSE', now(), now())`,
      [trade.mouId, word],
    ],
    [
      `insert into import_batch (id, org_id, kind, file_name, file_sha256, status, created_by)
       values (gen_random_uuid(), $1, 'PRICES', $3, 'x', 'CHECKED', $2)`,
      [farm, director, `${word}.xlsx`],
    ],
    [
      `insert into register_batch (id, event_id, org_id, file_name, file_sha256, status, created_by)
       select gen_random_uuid(), e.id, $1, $3, 'x', 'VALIDATED', $2 from event e limit 1`,
      [alliance, officer, `${word}.xlsx`],
    ],
    [
      `with made as (insert into progress_report (id, org_id, period_from, as_of, prepared_by, prepared_at)
         values (gen_random_uuid(), $1, '2026-01-01', '2026-06-30', $2, now()) returning id)
       insert into report_snapshot (report_id, content, sha256, taken_at) select id, '{}', repeat('0', 64), now() from made`,
      [alliance, officer],
    ],
    [
      `insert into invoice (id, payment_request_id, seller_org_id, buyer_org_id, state, symbol, number, issued_on, net_amount, vat_amount, total,
         differences, recorded_by, recorded_at) values (gen_random_uuid(), $1, $2, $3, 'EXCEPTION', $5, '1', '2026-01-01', 1, 0, 1, '[]', $4, now())`,
      [trade.paymentRequestId, farm, shop, director, word],
    ],
    [
      `insert into billing_note (id, number, kind, state, source, payment_request_id, seller_org_id, buyer_org_id, net_amount, vat_amount, total, reason)
       values (gen_random_uuid(), $4, 'DEBIT', 'PROPOSED', 'MANUAL', $1, $2, $3, 5, 0, 5, $4)`,
      [trade.paymentRequestId, farm, shop, word],
    ],
    [
      `insert into buyer_credit (id, seller_org_id, buyer_org_id, source, payment_id, amount) values (gen_random_uuid(), $2, $3, 'RELEASED', $1, 5)`,
      [trade.paymentId, farm, shop],
    ],
    [
      `with paper as (insert into bank_statement (id, org_id, file_name, sha256, credits, fresh, uploaded_by)
         values (gen_random_uuid(), $1, 'sao-ke.csv', repeat('0', 64), 1, 1, $2) returning id)
       insert into bank_line (id, statement_id, org_id, row_no, booked_on, amount, memo, fingerprint, state)
       select gen_random_uuid(), id, $1, 1, '2026-01-01', 1000, $3, 'x', 'REVIEW' from paper`,
      [farm, director, word],
    ],
    [
      `insert into channel_listing (id, org_id, product_id, platform_code, url, moved_at)
       select gen_random_uuid(), $1, $2, code, 'https://example.vn/na', now() - interval '60 days' from channel_platform order by code limit 1`,
      [farm, trade.product.id],
    ],
    [
      `insert into shipment (id, number, order_id, seller_org_id, buyer_org_id, status, dispatched_at, expected_on, dispatched_by,
         auto_receipt_hours)
       select gen_random_uuid(), $2, order_id, seller_org_id, buyer_org_id, 'DISPATCHED', now(), current_date, dispatched_by, 72 from shipment where id = $1`,
      [trade.shipmentId, word],
    ],
    [
      `insert into shipment_line (id, shipment_id, line_no, order_line_id, qty)
       select gen_random_uuid(), s.id, 1, $1, 5 from shipment s where s.number = $2`,
      [trade.orderLineId, word],
    ],
  ];
}
