import 'reflect-metadata';
import { makeDataSource } from '../database/data-source.js';
import { auditCommitments } from '../modules/agreements/index.js';
import { auditMoney } from '../modules/billing/index.js';
import { auditStock } from '../modules/catalog/index.js';
import { auditCredit } from '../modules/credit/index.js';
import { auditFulfillment } from '../modules/fulfillment/index.js';
import { auditStalls } from '../modules/oversight/index.js';
import { auditHolds } from '../modules/ordering/index.js';
import { SYSTEM } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** Proves the ledgers of DATABASE_URL's database: one line for each rule; exit code 1 when one is broken. */
const dataSource = await makeDataSource(process.env.DATABASE_URL ?? '', 2).initialize();
const checks = await new UnitOfWork(dataSource, new Clock()).read(SYSTEM, async (tx) => {
  await tx.query(
    `select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
  );
  return [
    ...(await auditCommitments(tx)),
    ...(await auditMoney(tx)),
    ...(await auditCredit(tx)),
    ...(await auditStock(tx)),
    ...(await auditHolds(tx)),
    ...(await auditFulfillment(tx)),
    ...(await auditStalls(tx)),
  ];
});
await dataSource.destroy();
for (const { name, violations } of checks) process.stdout.write(`${name}: ${violations} violations\n`);
if (checks.some(({ violations }) => violations > 0)) process.exitCode = 1;
