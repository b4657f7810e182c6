import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { stopPostgres } from './cluster.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { commandOf, isAlive, waitUntilGone } from './os-processes.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, '../../../../..');
const running = new Set<{ stop(): Promise<void> }>();
const children = new Set<ChildProcess>();
let scripts: string;
let room: string;

/** A copy beside the project's packages, so that a plain Node process can be started and killed. */
function copyOfTheseModules(): string {
  mkdirSync(join(PROJECT, '.data'), { recursive: true });
  const out = mkdtempSync(join(PROJECT, '.data', 'spec-postgres-'));
  for (const name of readdirSync(HERE).filter((file) => /(?<!\.spec)\.js$/.test(file)))
    copyFileSync(join(HERE, name), join(out, name));
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(out, 'child.js'),
    `import { startEmbeddedPostgres } from './embedded-postgres.js';
const server = await startEmbeddedPostgres({ dataDir: process.argv[2], log: (line) => console.error(line) });
console.log(JSON.stringify(server));
process.on('SIGTERM', () => server.stop().then(() => process.exit()));
setInterval(() => undefined, 1000);`,
  );
  return out;
}

beforeAll(() => {
  scripts = copyOfTheseModules();
});
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'lienket-spec-'));
  chmodSync(room, 0o755);
});
afterEach(async () => {
  for (const child of children) await killHard(child);
  children.clear();
  for (const server of running) await server.stop();
  running.clear();
  await endOrphan();
  rmSync(room, { recursive: true, force: true });
});
afterAll(() => rmSync(scripts, { recursive: true, force: true }));

const dataDir = () => join(room, 'a folder', 'postgres');
const cluster = () => join(dataDir(), 'cluster');

/** What a killed child left behind. */
async function endOrphan(): Promise<void> {
  if (!existsSync(join(cluster(), 'postmaster.pid'))) return;
  const pid = Number(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (commandOf(pid)?.includes(cluster())) await stopPostgres(pid);
}

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: dataDir(), fast: true });
  running.add(server);
  return server;
}

function child(): ChildProcess {
  const started = spawn(process.execPath, [join(scripts, 'child.js'), dataDir()], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(started);
  return started;
}

async function firstLine(process: ChildProcess): Promise<EmbeddedPostgres> {
  let text = '';
  for await (const chunk of process.stdout!) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return JSON.parse(text) as EmbeddedPostgres;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function killHard(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL');
  await waitUntilGone(process.pid!, 5_000);
}

describe('embedded PostgreSQL', () => {
  it('gives the application a role without superuser rights that owns its database', async () => {
    const server = await start();
    const [me] = await query<{ super: boolean; bypass: boolean; owner: string; version: string }>(
      server.url,
      `select rolsuper as super, rolbypassrls as bypass, (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) as owner,
              current_setting('server_version') as version from pg_roles where rolname = current_user`,
    );
    expect(me).toMatchObject({ super: false, bypass: false, owner: 'lienket' });
    expect(Number.parseInt(me!.version, 10)).toBeGreaterThanOrEqual(18);
  });

  it('knows Vietnamese letters: case, order, search without marks', async () => {
    const server = await start();
    await query(
      server.url,
      'create extension unaccent; create extension pg_trgm; create extension btree_gist; create extension citext; create extension pgcrypto',
    );
    const [row] = await query<{ lower: string; plain: string; order: string[]; trigrams: string[] }>(
      server.url,
      `select lower('ĐẬU ẮC') as lower, unaccent('Na Chi Lăng đặc sản') as plain, show_trgm('ắ') as trigrams,
              array(select n from unnest(array['Đỗ','Ba','Ân','Dũng','An','Ăn']) n order by n collate "vi-x-icu") as order`,
    );
    expect(row!.lower).toBe('đậu ắc');
    expect(row!.plain).toBe('Na Chi Lang dac san');
    expect(row!.order).toEqual(['An', 'Ăn', 'Ân', 'Ba', 'Dũng', 'Đỗ']);
    expect(row!.trigrams.length).toBeGreaterThan(0);
  });

  it('listens on the loopback address alone', async () => {
    const server = await start();
    expect(await query(server.superuserUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(server.superuserUrl, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  });

  it('keeps its passwords in a file that only the owner reads', async () => {
    await start();
    expect(statSync(join(dataDir(), 'credentials.json')).mode & 0o777).toBe(0o600);
  });

  it('takes over after kill -9 of the process, and nothing committed is lost', async () => {
    const killed = child();
    const before = await firstLine(killed);
    await query(before.url, 'create table delivered(kg int); insert into delivered values (1250)');
    await killHard(killed);
    expect(isAlive(before.pid)).toBe(true);
    const after = await start();
    expect(after).toMatchObject({ isShared: false });
    expect(isAlive(before.pid)).toBe(false);
    expect(await query(after.url, 'select kg from delivered')).toEqual([{ kg: 1250 }]);
  });

  it('starts when both the process and PostgreSQL were killed', async () => {
    const killed = child();
    const before = await firstLine(killed);
    await query(before.url, 'create table delivered(kg int); insert into delivered values (7)');
    await killHard(killed);
    process.kill(before.pid, 'SIGKILL');
    await waitUntilGone(before.pid, 5_000);
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(true);
    const after = await start();
    expect(await query(after.url, 'select kg from delivered')).toEqual([{ kg: 7 }]);
  });

  it('leaves another program alone whose number stands in a stale pid file', async () => {
    const first = await start();
    await first.stop();
    const bystander = spawn('sleep', ['60']);
    children.add(bystander);
    writeFileSync(join(cluster(), 'postmaster.pid'), `${bystander.pid}\n${cluster()}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    const again = await start();
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(bystander.pid!)).toBe(true);
  });

  it('does not mistake a recycled number in the owner file for a living owner', async () => {
    const first = await start();
    await first.stop();
    const bystander = spawn('sleep', ['60']);
    children.add(bystander);
    writeFileSync(join(dataDir(), 'owner.json'), JSON.stringify({ pid: bystander.pid, startMark: 'long ago' }));
    const again = await start();
    expect(again.isShared).toBe(false);
  });

  it('finishes a first start that was killed at any moment', async () => {
    for (const moment of [60, 250, 500, 800, 1100, 1500]) {
      const killed = child();
      await sleep(moment);
      await killHard(killed);
    }
    const server = await start();
    expect(await query(server.url, 'select current_user as me')).toEqual([{ me: 'lienket' }]);
    expect(readdirSync(dataDir()).filter((name) => name.startsWith('cluster.new'))).toEqual([]);
  });

  it('is joined, not fought over, by a second process of the same project', async () => {
    const first = child();
    const owner = await firstLine(first);
    const guest = await start();
    expect(guest).toMatchObject({ isShared: true, pid: owner.pid, url: owner.url });
    await guest.stop();
    expect(isAlive(owner.pid)).toBe(true);
    first.kill('SIGTERM');
    expect(await waitUntilGone(owner.pid, 10_000)).toBe(true);
  });

  it('lets exactly one of several simultaneous starts own the server', async () => {
    const starts = await Promise.all([child(), child(), child()].map(firstLine));
    expect(starts.map((server) => server.isShared).sort()).toEqual([false, true, true]);
    expect(new Set(starts.map((server) => server.pid)).size).toBe(1);
  });

  it('names the folder, the reason and the way out when the folder cannot be used', async () => {
    const file = join(room, 'a file');
    writeFileSync(file, '');
    const attempt = startEmbeddedPostgres({ dataDir: join(file, 'postgres') });
    await expect(attempt).rejects.toThrow(/a file\/postgres.*không phải thư mục[^]*cannot hold the database.*DATABASE_URL/);
  });

  it('tells what PostgreSQL said when it refuses to start', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(cluster(), 'postgresql.conf'), 'no_such_setting = on\n');
    await expect(startEmbeddedPostgres({ dataDir: dataDir() })).rejects.toThrow(/no_such_setting[^]*npm run reset/);
    expect(existsSync(join(dataDir(), 'owner.json'))).toBe(false);
  });

  it('stops at once and leaves no lock', async () => {
    const server = await start();
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    expect(existsSync(join(dataDir(), 'owner.json'))).toBe(false);
    expect(readFileSync(join(dataDir(), 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });
});
