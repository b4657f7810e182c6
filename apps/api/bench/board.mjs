import { ask, median, PRODUCTION, rounded, startProcess } from './lib.mjs';
import { organization, person } from './world.mjs';

const BOARD = `query($filter: AgreementFilter, $after: String) { agreementBoard(filter: $filter, first: 20, after: $after) { edges { cursor node { id registerNo title status isDemo signedOn
  parties { organization { shortName } role } rung rungs { code state reachedAt grade } realisation { kind basisPoints } nextMove { actor step since } } } pageInfo { hasNextPage endCursor } } }`;

/** Agreements with one seller, one buyer, one quantified line and their progress rows; then receipt lines spread over them. */
async function build(client, agreements, receiptLines) {
  const buyer = await organization(client, 'RETAILER', 'Siêu thị đo');
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into organization (id, kind, name, short_name, slug, status, is_demo)
     select ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'COOPERATIVE', 'HTX đo ' || g, 'HTX đo ' || g, 'htx-do-' || g, 'ACTIVE', true from generate_series(1, 500) g`,
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
    `insert into mou (id, event_id, register_no, title, status, signed_on, valid_from, valid_to, price_principle, party_org_ids, created_by, created_by_org_id, recorded_at, is_demo)
     select ${mou}, '00000000-0000-7000-9000-000000000001', 'DO-' || g, 'Ghi nhớ đo ' || g, 'IN_FORCE', date '2026-04-15', date '2026-04-15', date '2027-04-15', 'PER_ORDER',
       array[${seller}, $1::uuid], $2, $1, timestamptz '2026-04-15' + g * interval '1 second', true from generate_series(1, ${agreements}) g`,
    [buyer, user.id],
  );
  await client.query(
    `insert into mou_party (id, mou_id, org_id, role, must_sign, position)
     select gen_random_uuid(), ${mou}, ${seller}, 'SELLER', true, 1 from generate_series(1, ${agreements}) g
     union all select gen_random_uuid(), ${mou}, $1, 'BUYER', true, 2 from generate_series(1, ${agreements}) g`,
    [buyer],
  );
  await client.query(
    `insert into mou_line (id, mou_id, line_no, description, base_unit, target_qty, season_months, reference_price)
     select ${line}, ${mou}, 1, 'Na', 'kg', 10000, array[7,8,9], 40000 from generate_series(1, ${agreements}) g`,
  );
  const rungs = JSON.stringify(
    ['RECORDED', 'SIGNED', 'CONTRACTED', 'FIRST_CALL_OFF', 'FIRST_ACCEPTED', 'P25', 'P50', 'P75', 'FULFILLED'].map(
      (code, index) => ({
        code,
        state: index < 5 ? 'REACHED' : 'NOT_REACHED',
        reachedAt: index < 5 ? '2026-05-01T02:00:00.000Z' : null,
        grade: index < 5 ? 'A' : null,
      }),
    ),
  );
  await client.query(
    `insert into mou_progress (mou_id, event_id, rung, rung_index, rungs, realisation_bp, weighting, quantified_lines, total_lines, any_accepted, season_months, valid_from, next_actor,
       next_step, next_since, updated_at)
     select ${mou}, '00000000-0000-7000-9000-000000000001', 'FIRST_ACCEPTED', 4, $1::jsonb, 1200, 'VALUE', 1, 1, true, array[7,8,9], date '2026-04-15', 'BOTH', $2,
       timestamptz '2026-05-01' + g * interval '1 second', now() from generate_series(1, ${agreements}) g`,
    [rungs, 'CONTINUE_DELIVERIES'],
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

async function measure(database, agreements, receiptLines, samples) {
  const { url, client } = await database.copy();
  const alliance = (await client.query(`select id from organization where kind = 'ALLIANCE' limit 1`)).rows[0].id;
  const cookie = await person(client, alliance, ['ALLIANCE_OFFICER']);
  await build(client, agreements, receiptLines);
  const api = await startProcess('./api-process.mjs', { ...PRODUCTION, DATABASE_URL: url });
  try {
    const page = (after) => ask(api.url, BOARD, { filter: { eventCode: 'DO' }, after }, cookie);
    let cursor = null;
    for (let warm = 0; warm < 30; warm += 1) cursor = (await page(warm % 5 ? cursor : null)).agreementBoard.pageInfo.endCursor;
    const times = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const at = performance.now();
      const { agreementBoard } = await page(cursor);
      times.push(performance.now() - at);
      if (agreementBoard.edges.length !== 20) throw new Error('The board page is not full');
      cursor = sample % 7 === 6 || !agreementBoard.pageInfo.hasNextPage ? null : agreementBoard.pageInfo.endCursor;
    }
    const before = (await api.told()).statements;
    await page(null);
    const statementsPerPage = (await api.told()).statements - before;
    return { agreements, receiptLines, pageMs: rounded(median(times), 2), statementsPerPage };
  } finally {
    await api.stop();
    await client.end();
  }
}

/** (c) The board at 200 agreements and at 20,000 with a million receipt lines. */
export async function boardBench(database, { samples, receiptLines }) {
  const small = await measure(database, 200, Math.round(receiptLines / 100), samples);
  const large = await measure(database, 20_000, receiptLines, samples);
  const growth = rounded(large.pageMs / small.pageMs - 1, 3);
  return {
    small,
    large,
    growth,
    goal: 'growth < 0.5, same statements',
    met: growth < 0.5 && small.statementsPerPage === large.statementsPerPage,
  };
}
