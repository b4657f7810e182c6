import { organization } from './world.mjs';

/** Agreements with one seller, one buyer, one quantified line and their progress rows; then receipt lines spread over them. */
export async function buildBoard(client, agreements, receiptLines) {
  const buyer = await organization(client, 'RETAILER', 'Siêu thị đo');
  await client.query('set session_replication_role = replica');
  await client.query(
    `with communes as (select array_agg(code order by code) as codes from administrative_unit where former_district_code is not null)
     insert into organization (id, kind, name, short_name, slug, status, is_demo, commune_code)
     select ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'COOPERATIVE', 'HTX đo ' || g, 'HTX đo ' || g, 'htx-do-' || g, 'ACTIVE', true,
       codes[1 + g % cardinality(codes)] from generate_series(1, 500) g, communes`,
  );
  await client.query(
    `insert into event (id, code, title, held_on, host, source_title) values ('00000000-0000-7000-9000-000000000001', 'DO', 'Hội nghị đo', '2026-04-15', 'Đo', 'Đo')`,
  );
  const seller = `('00000000-0000-7000-8000-' || lpad((1 + g % 500)::text, 12, '0'))::uuid`;
  const mou = `('00000000-0000-7000-a000-' || lpad(g::text, 12, '0'))::uuid`;
  const line = `('00000000-0000-7000-b000-' || lpad(g::text, 12, '0'))::uuid`;
  const {
    rows: [user],
  } = await client.query('select id from app_user limit 1');
  await client.query(
    `insert into mou (id, event_id, register_no, title, status, signed_on, valid_from, valid_to, price_principle, party_org_ids, created_by, created_by_org_id, recorded_at, is_demo, search_text)
     select ${mou}, '00000000-0000-7000-9000-000000000001', 'DO-' || g, 'Ghi nhớ đo ' || g, 'IN_FORCE', date '2026-04-15', date '2026-04-15', date '2027-04-15', 'PER_ORDER',
       array[${seller}, $1::uuid], $2, $1, timestamptz '2026-04-15' + g * interval '1 second', true, 'do-' || g || ' ghi nho do ' || g from generate_series(1, ${agreements}) g`,
    [buyer, user.id],
  );
  await client.query(
    `insert into mou_party (id, mou_id, org_id, role, must_sign, position)
     select gen_random_uuid(), ${mou}, ${seller}, 'SELLER', true, 1 from generate_series(1, ${agreements}) g
     union all select gen_random_uuid(), ${mou}, $1, 'BUYER', true, 2 from generate_series(1, ${agreements}) g`,
    [buyer],
  );
  await client.query(
    `insert into product (id, org_id, name_vi, slug, product_group, base_unit, harvest_months, storage, vat_class, status, is_demo, published_at)
     select ('00000000-0000-7000-c000-' || lpad(g::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'Sản phẩm đo ' || g,
       'san-pham-do-' || g, (array['FOOD','BEVERAGE','HERB','CRAFT','TOURISM'])[1 + g % 5], 'kg', array[7,8,9], 'AMBIENT', 'RAW_AGRI', 'PUBLISHED', true, now()
     from generate_series(1, 500) g`,
  );
  await client.query(
    `insert into mou_line (id, mou_id, line_no, product_id, description, base_unit, target_qty, season_months, reference_price)
     select ${line}, ${mou}, 1, ('00000000-0000-7000-c000-' || lpad((1 + g % 500)::text, 12, '0'))::uuid, 'Na', 'kg', 10000, array[7,8,9], 40000
     from generate_series(1, ${agreements}) g`,
  );
  const codes = ['RECORDED', 'SIGNED', 'CONTRACTED', 'FIRST_CALL_OFF', 'FIRST_ACCEPTED', 'P25', 'P50', 'P75', 'FULFILLED'];
  const ladders = codes.map((_, reached) =>
    codes.map((code, index) => ({
      code,
      state: index <= reached ? 'REACHED' : 'NOT_REACHED',
      reachedAt: index <= reached ? '2026-05-01T02:00:00.000Z' : null,
      grade: index <= reached ? 'A' : null,
    })),
  );
  await client.query(
    `insert into mou_progress (mou_id, event_id, rung, rung_index, rungs, realisation_bp, weighting, quantified_lines, total_lines, any_accepted, season_months, valid_from, next_actor,
       next_step, next_since, updated_at)
     select ${mou}, '00000000-0000-7000-9000-000000000001', ($1::text[])[1 + g % 9], g % 9, $2::jsonb -> (g % 9), case when g % 9 < 4 then 0 else 1200 * (g % 9 - 3) end,
       'VALUE', 1, 1, g % 9 >= 4, array[7,8,9], date '2026-04-15', (array['BOTH','BUYER','SELLER','ALLIANCE','NONE'])[1 + g % 5], 'CONTINUE_DELIVERIES',
       timestamptz '2026-05-01' + g * interval '1 second', now() from generate_series(1, ${agreements}) g`,
    [codes, JSON.stringify(ladders)],
  );
  await client.query(
    `insert into agreement_alert (id, mou_id, transition, level, level_order, status, fact, fact_on, actor, step, raised_at, level_at, reason_code, follow_up_on)
     select gen_random_uuid(), ${mou}, 'EXPIRY', (array['STALLED','RISK','WATCH'])[1 + g % 3], 1 + g % 3, case when g % 4 = 0 then 'ACKNOWLEDGED' else 'RAISED' end,
       'VALID_TO', date '2026-10-01', 'BOTH', 'RENEW_OR_CLOSE', timestamptz '2026-10-01' + g * interval '1 second', now(),
       case when g % 4 = 0 then (select code from stall_reason order by position limit 1) end, case when g % 4 = 0 then date '2027-01-01' end
     from generate_series(1, ${agreements}) g where g % 3 = 0 or g % 4 = 0`,
  );
  await client.query(
    `insert into commitment_entry (id, mou_line_id, kind, qty, source_type, source_id, source_line_id, evidence_grade, at)
     select gen_random_uuid(), ('00000000-0000-7000-b000-' || lpad((1 + g % ${agreements})::text, 12, '0'))::uuid, 'ACCEPT', 1, 'RECEIPT', gen_random_uuid(), gen_random_uuid(), 'A', now()
     from generate_series(1, ${receiptLines}) g`,
  );
  await client.query(
    `insert into agreement_line_total (line_id, line_kind, committed, accepted) select mou_line_id, 'MOU', 10000, count(*) from commitment_entry group by mou_line_id`,
  );
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze');
}
