// Proves what README promises: `npm start` in an empty folder, kill -9, a quick second start, Ctrl-C that leaves nothing behind.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, processesAbout, stopProcess, waitUntilGone } from './lib/processes.mjs';
import { databaseFolder, PlainError, ROOT, runMain } from './lib/project.mjs';
import { run } from './lib/run.mjs';

const FIRST_LIMIT_S = 900;
/** A goal, not a condition: what a later start takes depends on what else the machine does. */
const NEXT_GOAL_S = 10;
const NEXT_LIMIT_S = 120;
/** Well above the nine seconds after which the process gives up waiting for its own parts. */
const STOP_LIMIT_S = 30;
const room = mkdtempSync(join(tmpdir(), 'lienket-clean-')); // closed to others (0700), as a person's own folder may be
const home = join(room, 'lienket');
const figures = [];
const started = new Set();

const note = (what, value) => {
  figures.push([what, value]);
  console.log(`  ${what.padEnd(58)} ${value}`);
};
const must = (is, what) => {
  if (!is) throw new PlainError(`NOT PROVEN: ${what}`);
};
const besideGoal = (seconds) => `${seconds.toFixed(1)} s (goal ${NEXT_GOAL_S} s${seconds < NEXT_GOAL_S ? '' : ', not met'})`;
const inSeconds = (from) => (performance.now() - from) / 1000;

/** A person's shell: nothing of npm's or the caller's settings. */
function plainEnvironment(more) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^(DATABASE_URL|PORT|HOST|NODE_ENV|NODE_OPTIONS|INIT_CWD)$/.test(name),
  );
  return { ...Object.fromEntries(kept), ...more };
}

function npmStart(env) {
  const child = spawn('npm', ['start'], {
    cwd: home,
    env: plainEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  started.add(child);
  const state = { child, said: '', code: undefined, ended: undefined };
  child.stdout.on('data', (text) => (state.said += text));
  child.stderr.on('data', (text) => (state.said += text));
  state.ended = new Promise((resolve) => child.once('close', (code) => resolve((state.code = code ?? 1))));
  return state;
}

async function untilReady(start, url, limitSeconds) {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return inSeconds(began);
    must(start.code === undefined, `npm start ended with ${start.code}:\n${start.said}`);
    must(inSeconds(began) < limitSeconds, `ready within ${limitSeconds} s:\n${start.said}`);
    await sleep(50);
  }
}

async function answersEverywhere(url) {
  const page = await fetch(`${url}/`);
  const html = await page.text();
  must(page.ok && /<div id="root"/.test(html), `/ answers with the web app (got ${page.status})`);
  const script = /src="([^"]+\.js)"/.exec(html)?.[1];
  must(script && (await fetch(new URL(script, url))).ok, 'the web app’s script is served');
  const graphql = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  const { data } = await graphql.json();
  must(data?.__typename === 'Query', `/graphql answers (got ${graphql.status})`);
  must((await fetch(`${url}/health/live`)).ok, '/health/live answers');
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const instance = () => JSON.parse(readFileSync(join(home, '.data', 'start.json'), 'utf8'));

/** Where the database really stands, and its server's number. */
function database() {
  const folder = databaseFolder(home);
  const pid = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return { folder, pid };
}

async function prove() {
  const cloned = await run('git', ['clone', '--quiet', '--no-hardlinks', ROOT, home]);
  must(cloned.code === 0, `git clone works:\n${cloned.output}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;

  const first = npmStart({ PORT: String(port) });
  note(
    'npm start from a clean clone, to ready (install, build, demo)',
    `${(await untilReady(first, url, FIRST_LIMIT_S)).toFixed(1)} s`,
  );
  await answersEverywhere(url);
  note('/, its script, /graphql, /health/live, /health/ready', 'answer');
  await sleep(500);
  const shown = first.said;
  must(shown.includes(String(port)) && /Ctrl-C/.test(shown), `the address and how to stop are shown:\n${shown}`);

  const again = npmStart({ PORT: String(port) });
  must(
    (await again.ended) === 0 && again.said.includes(`:${port}`),
    `a second npm start tells where the first runs:\n${again.said}`,
  );
  note('npm start while it runs', 'says where, exits 0');

  const orphan = database();
  process.kill(instance().pid, 'SIGKILL');
  await first.ended;
  must(isAlive(orphan.pid), 'PostgreSQL outlives a killed process (the case to survive)');
  note('kill -9 of the process', `PostgreSQL ${orphan.pid} orphaned`);

  const second = npmStart({ PORT: String(port) });
  note('npm start after kill -9, to ready', besideGoal(await untilReady(second, url, NEXT_LIMIT_S)));
  await answersEverywhere(url);
  must(!isAlive(orphan.pid), 'the orphaned server was replaced');

  const { folder, pid } = database();
  await interrupt(second, pid);
  const left = [room, folder].flatMap(processesAbout);
  must(left.length === 0, `nothing is left running (left: ${left.join(', ')})`);

  const blocker = createServer();
  await new Promise((resolve) => blocker.listen(port, '127.0.0.1', resolve));
  const refused = npmStart({ PORT: String(port) });
  must((await refused.ended) !== 0 && refused.said.includes(`Port ${port} is in use`), `a busy PORT is named:\n${refused.said}`);
  blocker.close();
  note('npm start on a busy PORT', 'one clear sentence, exits 1');

  const third = npmStart({ PORT: String(port) });
  note('npm start after Ctrl-C, to ready', besideGoal(await untilReady(third, url, NEXT_LIMIT_S)));
  const reset = await run('npm', ['run', 'reset'], { cwd: home, env: plainEnvironment({}) });
  await third.ended;
  must(
    reset.code === 0 && !existsSync(join(home, '.data')) && !existsSync(join(folder, 'cluster')),
    `npm run reset removes the data:\n${reset.output}`,
  );
  note('npm run reset while it runs', 'stops it, removes the data');
}

/** Ctrl-C in a terminal reaches the whole group: npm and Node both. */
async function interrupt(start, postgresPid) {
  const began = performance.now();
  process.kill(-start.child.pid, 'SIGINT');
  await Promise.race([start.ended, sleep(STOP_LIMIT_S * 1000)]);
  must(
    await waitUntilGone(postgresPid, Math.max(0, STOP_LIMIT_S * 1000 - inSeconds(began) * 1000)),
    `Ctrl-C stops all within ${STOP_LIMIT_S} s:\n${start.said}`,
  );
  note('Ctrl-C, until everything has stopped', `${inSeconds(began).toFixed(1)} s`);
}

async function cleanUp() {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) await stopProcess(child.pid);
  if (existsSync(join(home, '.data')))
    await run('npm', ['run', 'reset', '--', '--yes'], { cwd: home, env: plainEnvironment({}) });
  rmSync(room, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

console.log(`Clean start in ${home}`);
await runMain(async () => {
  try {
    await prove();
    console.log(`Clean start proven: ${figures.length} figures.`);
  } finally {
    await cleanUp();
  }
});
