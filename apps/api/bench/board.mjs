import { ask, median, percentile, PRODUCTION, rounded, startProcess } from './lib.mjs';
import { buildBoard } from './board-world.mjs';
import { person } from './world.mjs';

const ROWS = `edges { cursor node { id registerNo title status isDemo signedOn
  parties { organization { shortName } role } rung rungs { code state reachedAt grade } realisation { kind basisPoints } nextMove { actor step since } } } pageInfo { hasNextPage endCursor }`;
const BOARD = `query($filter: AgreementFilter, $after: String) { agreementBoard(filter: $filter, first: 20, after: $after) { ${ROWS} } }`;
const SCREEN = `query($filter: AgreementFilter) { agreementBoard(filter: $filter, first: 20) { totalCount ${ROWS} }
  boardSummary(filter: $filter) { total byRung { rung here reached } byActor { actor count } notQuantified coverage } }`;

async function measure(database, agreements, receiptLines, samples) {
  const { url, client } = await database.copy();
  const alliance = (await client.query(`select id from organization where kind = 'ALLIANCE' limit 1`)).rows[0].id;
  const cookie = await person(client, alliance, ['ALLIANCE_OFFICER']);
  await buildBoard(client, agreements, receiptLines);
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
    const screen = await measureFilters(api, client, cookie, Math.ceil(samples / 5), agreements > 1000);
    return { agreements, receiptLines, pageMs: rounded(median(times), 2), statementsPerPage, screen };
  } finally {
    await api.stop();
    await client.end();
  }
}

/** What officers filter by, alone and together; each answer is the screen's: a page, its total and the summary above it. */
async function filters(client) {
  const {
    rows: [place],
  } = await client.query(
    `select o.commune_code as commune, u.former_district_code as district from organization o join administrative_unit u on u.code = o.commune_code
     where o.slug like 'htx-do-%' order by o.slug limit 1`,
  );
  const { rows: reasons } = await client.query('select code from stall_reason order by position limit 1');
  return {
    none: {},
    rung: { rung: 'CONTRACTED' },
    'rung or higher': { rungAtLeast: 'FIRST_ACCEPTED' },
    actor: { actor: 'SELLER' },
    realisation: { realisation: 'MEASURED' },
    'stalled level': { stall: 'STALLED' },
    'not stalled': { stalled: false },
    reason: { reasonCode: reasons[0].code },
    commune: { areaKind: 'COMMUNE', areaCode: place.commune },
    district: { areaKind: 'DISTRICT', areaCode: place.district },
    'product group': { productGroup: 'CRAFT' },
    search: { search: 'đo 1234' },
    together: { stall: 'RISK', actor: 'BOTH', productGroup: 'BEVERAGE', areaKind: 'DISTRICT', areaCode: place.district },
  };
}

async function measureFilters(api, client, cookie, samples, isLarge) {
  const all = [];
  const slowest = { filter: null, p95: 0 };
  for (const [name, filter] of Object.entries(await filters(client))) {
    const times = [];
    for (let sample = -3; sample < samples; sample += 1) {
      const at = performance.now();
      const { boardSummary } = await ask(api.url, SCREEN, { filter: { eventCode: 'DO', ...filter } }, cookie);
      if (boardSummary.total === 0 && isLarge) throw new Error(`Nothing passes the filter “${name}”`);
      if (sample >= 0) times.push(performance.now() - at);
    }
    all.push(...times);
    const p95 = percentile(times, 0.95);
    if (p95 > slowest.p95) Object.assign(slowest, { filter: name, p95: rounded(p95, 1) });
  }
  return { answers: all.length, medianMs: rounded(median(all), 1), p95Ms: rounded(percentile(all, 0.95), 1), slowest };
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
    goal: 'growth < 0.5, same statements, screen with any filter p95 < 200 ms',
    met: growth < 0.5 && large.screen.p95Ms < 200 && small.statementsPerPage === large.statementsPerPage,
  };
}
