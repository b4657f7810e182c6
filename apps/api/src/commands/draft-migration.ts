import { writeFileSync } from 'node:fs';
import { makeDataSource } from '../database/data-source.js';

/** Prints, as SQL, what an up-to-date database lacks compared with the entities. Usage: DATABASE_URL=... node dist/commands/draft-migration.js [file] */
const dataSource = await makeDataSource(process.env.DATABASE_URL ?? '').initialize();
const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
await dataSource.destroy();
const sql = upQueries.map(({ query }) => `${query};`).join('\n');
if (process.argv[2]) writeFileSync(process.argv[2], `${sql}\n`);
else process.stdout.write(`${sql}\n`);
