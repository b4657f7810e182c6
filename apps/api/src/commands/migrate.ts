import { makeDataSource } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';

/** Brings the database of DATABASE_URL up to date. */
const dataSource = await makeDataSource(process.env.DATABASE_URL ?? '').initialize();
const applied = await migrate(dataSource);
process.stdout.write(applied.length ? `Applied: ${applied.join(', ')}\n` : 'Nothing to apply.\n');
await dataSource.destroy();
