import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { aDeal, inDays, orderAct, placeInput, shipmentAct } from './deal.js';
import { startApi, type TestApi } from './start-api.js';

const FOLDER = fileURLToPath(new URL('../../src/database/migrations/', import.meta.url));

/** Landed before this was looked at, and never edited: why each does no harm any more. */
const BEFORE_THE_WALLS: Readonly<Record<string, string>> = {
  'dispatched-of-lots-1764200000260.sql': 'found no row behind the wall; 269 says it again with the wall lifted',
  'assisted-results-1764200000263.sql': 'found no row behind the wall; 272 says it again with the wall lifted',
  'order-lines-1764200000020.sql': 'its "set not null" fails where it found no row of a filled table: nothing is lost in silence',
  'money-1764100000009.sql': 'takes the force of the wall away and puts it back',
};

const WRITES = /(^|\s)(insert\s+into\s|delete\s+from\s|update\s+(only\s+)?"?\w+"?\s+(as\s+)?(\w+\s+)?set\s)/i;

/** Statements of a migration that write or read rows of `walled` tables before it lifted the walls; bodies of functions run later. */
function behindWalls(text: string, walled: readonly string[]): string[] {
  const run = text.replaceAll(/--.*$/gm, '').replaceAll(/create (or replace )?function[\s\S]*?\$(\w*)\$[\s\S]*?\$\2\$/gi, '');
  const lifted = run.search(/select\s+set_config\('app\.scope',\s*'system',\s*true\)/i);
  return (lifted < 0 ? run : run.slice(0, lifted))
    .split(/;\s*(?:\n|$)/)
    .filter((statement) => WRITES.test(statement))
    .filter((statement) => walled.some((table) => new RegExp(`\\b${table}\\b`).test(statement)));
}

describe('the database of the migrations', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('is exactly what the entities describe', async () => {
    const { upQueries } = await api.app.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('walls every table with a side, and forces the wall on its owner', async () => {
    const open = await api.sql<{ relname: string }>(
      `select distinct c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
         and a.attname in ('seller_org_id', 'buyer_org_id', 'mou_id', 'contract_id', 'order_id', 'mou_line_id', 'contract_line_id', 'confirmed_by_org_id', 'duplicate_id')`,
    );
    expect(open).toEqual([]);
  });

  it('runs as a role that the walls bind', async () => {
    const [role] = await api.app
      .get(DataSource)
      .query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  it('shows a reader without an organization no private row', async () => {
    const orders = await api.app.get(DataSource).query('select 1 from purchase_order');
    const mous = await api.app.get(DataSource).query('select 1 from mou');
    expect([orders, mous]).toEqual([[], []]);
  });

  it.each(['commitment_entry', 'audit_event', 'stock_entry', 'harvest_forecast'])(
    'refuses to change or empty the ledger %s',
    async (table) => {
      const dataSource = api.app.get(DataSource);
      await expect(dataSource.query(`truncate ${table}`)).rejects.toThrow(/insert-only/);
    },
  );

  it('wrote rows of walled tables only with the walls lifted: a statement before that finds none and says nothing', async () => {
    const walled = await api.sql<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
    );
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
    const blind = files.filter(
      (name) =>
        behindWalls(
          readFileSync(FOLDER + name, 'utf8'),
          walled.map(({ relname }) => relname),
        ).length > 0,
    );
    expect(files.length).toBeGreaterThan(45);
    expect(blind.sort()).toEqual(Object.keys(BEFORE_THE_WALLS).sort());
  });

  it('counts again what left of several lots in one trip, where 260 counted one of them', async () => {
    const deal = await aDeal(api);
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
    const lineId = order.lines[0]!.id;
    const lines = [{ lineId, kind: 'ALL' }];
    const { version } = await orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: order.version, lines });
    const trip = { orderId: order.id, orderVersion: version, expectedOn: inDays(api, 1) };
    await shipmentAct(deal.sells, 'shipmentDispatch', { ...trip, lines: [{ orderLineId: lineId, qty: '100' }] });
    await api.sql('update order_line set dispatched_qty = 40 where id = $1', [lineId]);
    const afterwards = async (name: string) => {
      const text = readFileSync(`${FOLDER}${name}.sql`, 'utf8');
      await api.app.get(DataSource).transaction((manager) => manager.query(text));
      const [row] = await api.sql<{ qty: number }>('select dispatched_qty::float8 as qty from order_line where id = $1', [
        lineId,
      ]);
      return row!.qty;
    };
    expect(await afterwards('dispatched-of-lots-1764200000260')).toBe(40);
    expect(await afterwards('dispatched-behind-walls-1764200000269')).toBe(100);
  });
});
