import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/platform/postgres/index.js';

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
export const percentile = (numbers, share) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
};
export const rounded = (number, digits = 2) => Math.round(number * 10 ** digits) / 10 ** digits;

/** The settings of a real system, without its worker. */
export const PRODUCTION = {
  NODE_ENV: 'production',
  APP_SECRET: randomBytes(32).toString('base64'),
  PUBLIC_URL: 'https://lienket.example',
  DEMO: '0',
  WORKER: 'off',
  LOG_LEVEL: 'error',
};

/** A PostgreSQL with its safety on (fsync), in a folder of its own. */
export async function startDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'lienket-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const superuser = new pg.Client({ connectionString: postgres.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query('select version()');
  const databaseNames = [];
  return {
    version: rows[0].version.split(' on ')[0],
    /** A database copied from the migrated one; returns the application's address and a superuser's client. */
    async copy() {
      const name = `bench_${randomBytes(4).toString('hex')}`;
      databaseNames.push(name);
      await superuser.query(`create database ${name} template lienket owner lienket`);
      const at = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
      const client = new pg.Client({ connectionString: at(postgres.superuserUrl) });
      await client.connect();
      return { url: at(postgres.url), client };
    },
    url: postgres.url,
    async stop() {
      await superuser.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server in a process of its own; it answers with its address when it listens. */
export async function startProcess(file, env) {
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    url,
    pid: child.pid,
    /** What the process tells of itself: CPU used; the API also its statements. */
    told: () =>
      new Promise((resolve) => {
        child.once('message', resolve);
        child.send('tell');
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

/** Requests a second over some seconds and the server's own CPU for each; throws when any answer was not 200. */
export async function fire(server, requests, { seconds, connections = 50 }) {
  const before = (await server.told()).cpu;
  const result = await autocannon({ url: server.url, requests, duration: seconds, connections, pipelining: 1 });
  const { cpu } = await server.told();
  if (result.non2xx || result.errors || result.timeouts)
    throw new Error(`${server.url}: ${result.non2xx} refused, ${result.errors} errors`);
  const used = cpu.user + cpu.system - before.user - before.system;
  return {
    perSecond: rounded(result.requests.total / result.duration, 0),
    p50ms: result.latency.p50,
    p99ms: result.latency.p99,
    cpuMicrosPerRequest: rounded(used / result.requests.total, 0),
  };
}

export async function graphql(url, query, variables, cookie) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

/** Data of a request that must succeed. */
export async function ask(url, query, variables, cookie) {
  const { data, errors } = JSON.parse(await graphql(url, query, variables, cookie));
  if (errors?.length) throw new Error(JSON.stringify(errors));
  return data;
}
