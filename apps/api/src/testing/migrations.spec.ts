import { DataSource } from 'typeorm';
import { startApi, type TestApi } from './start-api.js';

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
});
