import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { compileSpecs } from './compile-specs.mjs';

/** One fast PostgreSQL for the whole run; every `startApi()` gets a database of its own, copied from a migrated template. */
export default async function globalSetup() {
  compileSpecs();
  const { startEmbeddedPostgres } = await import('../../dist/platform/postgres/index.js');
  const { makeDataSource } = await import('../../dist/database/data-source.js');
  const { migrate } = await import('../../dist/database/migrate.js');
  const { loadReference } = await import('../../dist/database/seeds/reference/load-reference.js');
  const folder = mkdtempSync(join(tmpdir(), 'lienket-test-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), fast: true });
  const dataSource = await makeDataSource(postgres.url, 4).initialize();
  await migrate(dataSource);
  await loadReference(dataSource);
  await dataSource.destroy();
  const admin = new pg.Client({ connectionString: postgres.superuserUrl });
  await admin.connect();
  await admin.query('create database test_template template lienket owner lienket');
  await admin.end();
  process.env.TEST_SUPERUSER_URL = postgres.superuserUrl;
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.__LIENKET_TEST__ = { postgres, folder };
}
