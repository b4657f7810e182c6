import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from '../platform/database/naming.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

const INT8 = 20;
const DATE = 1082;

/** đồng arrive as `bigint` and business dates as `YYYY-MM-DD`, on this pool only: the job runner keeps pg's defaults. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8 && format !== 'binary') return (text: string) => BigInt(text);
    if (oid === DATE && format !== 'binary') return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Limits for requests that people wait for. Migrations and loaders wait for each other instead. */
const IMPATIENT = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 20_000 };

export function dataSourceOptions(url: string, poolSize = 10, limits: Record<string, number> = IMPATIENT): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    synchronize: false,
    poolSize,
    namingStrategy: new SnakeNaming(),
    logging: false,
    applicationName: 'lienket',
    extra: {
      types,
      ...limits,
      connectionTimeoutMillis: 5_000,
    },
  };
}

/** A data source without the server's time limits: migrations, reference data, commands. */
export const makeDataSource = (url: string, poolSize?: number): DataSource =>
  new DataSource(dataSourceOptions(url, poolSize, {}));
