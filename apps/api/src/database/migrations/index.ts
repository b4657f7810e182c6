import { sqlMigration } from './sql-migration.js';

const here = new URL('.', import.meta.url);

/** In order; the number at the end of each name is its time, as TypeORM demands. */
export const migrations = [
  sqlMigration('first-tables-1764000000000', here),
  sqlMigration('walls-and-search-1764000000001', here),
  sqlMigration('registry-1764100000001', here),
  sqlMigration('certificates-1764100000002', here),
  sqlMigration('products-1764100000003', here),
  sqlMigration('supply-1764100000004', here),
  sqlMigration('finding-1764100000005', here),
  sqlMigration('sourcing-1764100000006', here),
  sqlMigration('imports-1764100000007', here),
  sqlMigration('notices-1764100000008', here),
  sqlMigration('money-1764100000009', here),
  sqlMigration('bank-statements-1764100000010', here),
  sqlMigration('order-lines-1764200000020', here),
  sqlMigration('register-1764200000050', here),
  sqlMigration('petitions-1764200000080', here),
  sqlMigration('claims-1764200000030', here),
  sqlMigration('order-terms-1764200000021', here),
  sqlMigration('conference-1764200000051', here),
  sqlMigration('signing-1764200000060', here),
  sqlMigration('agreement-life-1764200000061', here),
  sqlMigration('oversight-stalls-1764200000070', here),
  sqlMigration('oversight-cases-1764200000071', here),
  sqlMigration('invoices-1764200000040', here),
  sqlMigration('integration-1764200000041', here),
  sqlMigration('outside-trade-1764200000110', here),
  sqlMigration('progress-reports-1764200000120', here),
  sqlMigration('order-groups-1764200000160', here),
  sqlMigration('one-calendar-1764200000200', here),
  sqlMigration('reports-as-of-1764200000190', here),
  sqlMigration('threads-1764200000180', here),
  sqlMigration('duties-1764200000170', here),
  sqlMigration('pooled-supply-1764200000150', here),
];
