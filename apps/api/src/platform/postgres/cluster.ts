import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import { postgresFailed } from './embedded-postgres-error.js';
import { commandOf, isAlive, isTaken, processesIn, waitUntilGone } from './os-processes.js';
import type { OsUser } from './os-user.js';

const START_LIMIT_MS = 60_000;
const STARTING = { vi: 'khởi động', en: 'start' };
/** PostgreSQL's own words in English, whatever the person's language: they are read by program and by search engines. */
export const environment = { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C', PGDATA: undefined };

function pidFileOf(folder: DataFolder): { pid: number; port: number; isReady: boolean } | undefined {
  try {
    const lines = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** A PostgreSQL on this very cluster that lives now. */
export function livingPostgres(folder: DataFolder): { pid: number; port: number; isReady: boolean } | undefined {
  const file = pidFileOf(folder);
  if (!file || !(file.pid > 0) || !isAlive(file.pid)) return undefined;
  const command = commandOf(file.pid) ?? '';
  return command.includes('postgres') && command.includes(folder.cluster) ? file : undefined;
}

/** Ends what an earlier, killed start left behind: an orphaned server, or a pid file whose number now means another program. */
export async function clearLeftovers(folder: DataFolder, log: (line: string) => void): Promise<void> {
  const orphan = livingPostgres(folder);
  if (orphan) {
    log('Dừng PostgreSQL còn sót lại từ lần chạy trước (stopping the server an earlier start left behind).');
    await stopPostgres(orphan.pid);
    return;
  }
  const file = pidFileOf(folder);
  if (!file || !isTaken(file.pid)) return; // PostgreSQL itself sees that nobody holds the file
  for (const child of processesIn(folder.cluster)) await waitUntilGone(child, 5_000);
  rmSync(join(folder.cluster, 'postmaster.pid'), { force: true });
}

/** Fast shutdown, then the immediate one: either way nothing committed is lost. */
export async function stopPostgres(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 7_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 1_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone already
    }
    if (await waitUntilGone(pid, patience)) return;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=200',
  'shared_buffers=256MB',
  // Short statements behind row-level security look dear to the planner; compiling them costs more than they do.
  'jit=off',
];

export interface RunningServer {
  child: ChildProcess;
  pid: number;
  port: number;
}

/** Starts the server on a free port; the port may be lost to another program and old children may linger, so it tries again. */
export async function startPostgres(
  folder: DataFolder,
  binaries: Binaries,
  user: OsUser | undefined,
  fast: boolean,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const started = await startOnce(folder, binaries, user, port, fast);
    if (typeof started !== 'string') return started;
    const isPassing = /could not bind|could not create any TCP|pre-existing shared memory|is another postmaster/.test(started);
    if (attempt >= 5 || !isPassing) throw postgresFailed(STARTING, started);
    await sleep(300 * attempt);
  }
}

async function startOnce(
  folder: DataFolder,
  binaries: Binaries,
  user: OsUser | undefined,
  port: number,
  fast: boolean,
): Promise<RunningServer | string> {
  const logFd = openSync(folder.logFile, 'w', 0o600);
  const settings = [...SETTINGS, ...(fast ? FAST : [])].flatMap((setting) => ['-c', setting]);
  // Detached: Ctrl-C in a terminal reaches Node alone, which closes the database last.
  const child = spawn(binaries.postgres, ['-D', folder.cluster, '-p', String(port), ...settings], {
    cwd: folder.root,
    env: environment,
    stdio: ['ignore', logFd, logFd],
    detached: true,
    ...user,
  });
  closeSync(logFd);
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', () => (failure ??= existsSync(folder.logFile) ? readFileSync(folder.logFile, 'utf8') : 'exited'));
  const end = Date.now() + START_LIMIT_MS;
  while (failure === undefined) {
    const file = pidFileOf(folder);
    if (file?.pid === child.pid && file?.isReady) {
      child.unref();
      return { child, pid: child.pid!, port };
    }
    if (Date.now() > end) {
      await stopPostgres(child.pid!);
      break;
    }
    await sleep(10);
  }
  return failure ?? readFileSync(folder.logFile, 'utf8');
}
