import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { environment, stopPostgres } from './cluster.js';
import { handOver, type DataFolder } from './data-folder.js';
import { folderUnusable, postgresFailed } from './embedded-postgres-error.js';
import { processesIn } from './os-processes.js';
import type { OsUser } from './os-user.js';

/** Letters outside ASCII count as letters (search needs it) only under a UTF-8 ctype of the system. */
function systemLocale(): string {
  try {
    const known = execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(/\s+/);
    const isUtf8 = (name: string, base: string) => new RegExp(`^${base}\\.utf-?8$`, 'i').test(name);
    return known.find((name) => isUtf8(name, 'C')) ?? known.find((name) => isUtf8(name, 'en_US')) ?? 'C';
  } catch {
    return 'C';
  }
}

const UNFINISHED = 'cluster.new-';

/** Ends an initdb whose parent was killed and removes what it made so far. */
async function clearUnfinished(folder: DataFolder): Promise<void> {
  for (const name of readdirSync(folder.root).filter((entry) => entry.startsWith(UNFINISHED))) {
    const path = join(folder.root, name);
    for (const pid of processesIn(path)) await stopPostgres(pid);
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Builds the cluster aside and renames it into place: a start killed in the middle leaves nothing that looks whole. */
export async function initialise(
  folder: DataFolder,
  binaries: Binaries,
  password: string,
  user: OsUser | undefined,
  fast: boolean,
): Promise<void> {
  await clearUnfinished(folder);
  const fresh = join(folder.root, `${UNFINISHED}${process.pid}`);
  const passwordFile = join(folder.root, 'initdb-password');
  try {
    mkdirSync(fresh, { mode: 0o700 });
    handOver(fresh, user);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    handOver(passwordFile, user);
  } catch (cause) {
    throw folderUnusable(folder.root, cause);
  }
  const flags = [
    `--pgdata=${fresh}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${systemLocale()}`,
    '--lc-messages=C',
    ...(fast ? ['--no-sync'] : []),
  ];
  const { code, output } = await runToEnd(binaries.initdb, flags, fresh, user);
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    if (/No space left on device/.test(output))
      throw folderUnusable(folder.root, Object.assign(new Error(output), { code: 'ENOSPC' }));
    throw postgresFailed({ vi: 'tạo cụm dữ liệu', en: 'make its cluster' }, output);
  }
  renameSync(fresh, folder.cluster);
}

function runToEnd(
  program: string,
  args: string[],
  cwd: string,
  user: OsUser | undefined,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...user });
    child.stdout.on('data', (text: Buffer) => (output += text));
    child.stderr.on('data', (text: Buffer) => (output += text));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
