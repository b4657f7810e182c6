import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { makeDataSource } from '../dist/database/data-source.js';
import { migrate } from '../dist/database/migrate.js';
import { loadReference } from '../dist/database/seeds/reference/load-reference.js';
import { boardBench } from './board.mjs';
import { catalogBench } from './catalog.mjs';
import { importsBench } from './imports.mjs';
import { startDatabase } from './lib.mjs';
import { ordersBench } from './orders.mjs';
import { searchBench } from './search.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const settings = quick
  ? { rounds: 3, seconds: 3, warmUp: 4, samples: 60, receiptLines: 200_000, searchProducts: 20_000, searchRounds: 1 }
  : { rounds: 7, seconds: 6, warmUp: 12, samples: 200, receiptLines: 1_000_000, searchProducts: 100_000, searchRounds: 5 };

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
};

const database = await startDatabase();
try {
  const dataSource = await makeDataSource(database.url, 4).initialize();
  await migrate(dataSource);
  await loadReference(dataSource);
  await dataSource.destroy();
  const report = {
    command: `npm run bench${quick ? ' -- --quick' : ''}`,
    at: new Date().toISOString(),
    commit: commit(),
    machine: {
      cores: cpus().length,
      loadBefore: loadavg().map((load) => Math.round(load * 10) / 10),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      database: database.version,
    },
  };
  const benches = { catalog: catalogBench, orders: ordersBench, board: boardBench, search: searchBench, imports: importsBench };
  for (const [name, bench] of Object.entries(benches)) {
    if (only && only !== name) continue;
    report[name] = await bench(database, settings);
    process.stdout.write(`${name}: ${JSON.stringify(report[name], null, 2)}\n`);
  }
  if (!quick && !only) {
    const folder = new URL('../../../docs/evidence/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL('bench.json', folder), `${JSON.stringify(report, null, 2)}\n`);
    process.stdout.write('docs/evidence/bench.json\n');
  } else if (!quick && only in benches) {
    const file = new URL(`../../../docs/evidence/${only}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify({ ...report, command: `node apps/api/bench/run.mjs --only=${only}` }, null, 2)}\n`);
    process.stdout.write(`docs/evidence/${only}.json\n`);
  }
} finally {
  await database.stop();
}
