import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';

/** Two processes may start at once: the first one migrates, the others wait. */
const MIGRATION_LOCK = 20_240_425;

/** Applies pending migrations of the tables and of the job queue; returns their names. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    await runMigrations({ connectionString: (dataSource.options as { url: string }).url });
    return applied.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}
