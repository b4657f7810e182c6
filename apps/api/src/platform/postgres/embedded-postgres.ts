import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { locateBinaries } from './binaries.js';
import { clearLeftovers, livingPostgres, startPostgres, stopPostgres } from './cluster.js';
import { credentialsOf, type Credentials } from './credentials.js';
import { openDataFolder, type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { initialise } from './initialise.js';
import { claim, livingOwner, release } from './owner.js';
import { postgresUser } from './os-user.js';

export interface EmbeddedPostgresOptions {
  /** Folder of this database; `.data/postgres` of the project unless said otherwise. */
  dataDir?: string;
  /** For tests: trades the safety of a power cut for speed. */
  fast?: boolean;
  /** Told, in one sentence each, what was unusual. */
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** For the application: the role `lienket`, owner of the database `lienket`, no superuser. */
  url: string;
  /** For making template databases in tests; never for the application. */
  superuserUrl: string;
  port: number;
  /** Of the PostgreSQL server. */
  pid: number;
  /** Where the data really is. */
  folder: string;
  /** True when another living process runs the server; `stop` then leaves it alone. */
  isShared: boolean;
  stop(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL('../../../../../', import.meta.url));
export const DEFAULT_DATA_DIR = join(PROJECT, '.data', 'postgres');

const urlOf = (user: string, password: string, port: number, database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

/** Starts PostgreSQL 18 on a folder of the project, or joins the one a living process of the same project runs there. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const user = postgresUser();
  const folder = openDataFolder(options.dataDir ?? DEFAULT_DATA_DIR, user, log);
  const shared = await shareOrClaim(folder);
  if (shared) return shared;
  try {
    const binaries = locateBinaries(user, log);
    const exists = existsSync(join(folder.cluster, 'PG_VERSION'));
    const credentials = credentialsOf(folder.root, exists);
    if (exists) await clearLeftovers(folder, log);
    else await initialise(folder, binaries, credentials.superuser, user, options.fast ?? false);
    const { child, pid, port } = await startPostgres(folder, binaries, user, options.fast ?? false);
    const endWithNode = () => child.kill('SIGINT');
    process.once('exit', endWithNode);
    let stopping: Promise<void> | undefined;
    const stop = () =>
      (stopping ??= (async () => {
        await stopPostgres(pid);
        process.off('exit', endWithNode);
        release(folder.ownerFile);
      })());
    try {
      await ensureDatabase(urlOf('postgres', credentials.superuser, port, 'postgres'), credentials);
    } catch (error) {
      await stop();
      throw error;
    }
    return { ...described(folder, credentials, port, pid), isShared: false, stop };
  } catch (error) {
    release(folder.ownerFile);
    throw error;
  }
}

function described(folder: DataFolder, credentials: Credentials, port: number, pid: number) {
  return {
    url: urlOf('lienket', credentials.lienket, port, 'lienket'),
    superuserUrl: urlOf('postgres', credentials.superuser, port, 'postgres'),
    port,
    pid,
    folder: resolve(folder.root),
  };
}

/** Undefined when the cluster is now ours to start; otherwise the running server of the process that owns it. */
async function shareOrClaim(folder: DataFolder): Promise<EmbeddedPostgres | undefined> {
  const end = Date.now() + 60_000;
  while (!claim(folder.ownerFile)) {
    const server = livingPostgres(folder);
    if (server?.isReady) {
      const credentials = credentialsOf(folder.root, true);
      const shared = described(folder, credentials, server.port, server.pid);
      if (await answers(shared.url)) return { ...shared, isShared: true, stop: async () => undefined };
    }
    if (Date.now() > end) throw heldByAnother(folder);
    await sleep(100);
  }
  return undefined;
}

function heldByAnother(folder: DataFolder): EmbeddedPostgresError {
  const pid = livingOwner(folder.ownerFile);
  return new EmbeddedPostgresError(
    `Thư mục dữ liệu ${folder.root} đang do tiến trình ${pid} giữ nhưng cơ sở dữ liệu của nó không trả lời. Hãy dừng tiến trình đó rồi chạy lại.`,
    `The data folder ${folder.root} is held by process ${pid}, whose database does not answer. Stop that process and start again.`,
  );
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes what is missing and sets the password, so that a first start killed half-way is finished by the next. */
async function ensureDatabase(superuserUrl: string, credentials: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists(select from pg_roles where rolname = 'lienket') as role, exists(select from pg_database where datname = 'lienket') as database`,
    );
    if (!rows[0]?.role) {
      const password = client.escapeLiteral(credentials.lienket);
      await client.query(`create role lienket login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`);
    }
    if (!rows[0]?.database) await client.query('create database lienket owner lienket');
  } finally {
    await client.end();
  }
}
