import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { build } from './lib/build.mjs';
import { leaveFolder, takeFolder, tellUrl } from './lib/instance.mjs';
import { choosePort, isFree } from './lib/ports.mjs';
import { API_MAIN, inRoot, PlainError, ROOT, runMain } from './lib/project.mjs';
import { bin } from './lib/run.mjs';

const HOST = process.env.HOST || '127.0.0.1';
const DEBOUNCE_MS = 120;
const COLORS = { api: 36, web: 35, dev: 33 };
const children = new Set();
let database;
let api;
let isStopping = false;

const say = (who, text) => {
  const mark = process.stdout.isTTY ? `\x1b[${COLORS[who]}m${who} │\x1b[0m` : `${who} │`;
  for (const line of String(text).replace(/\n$/, '').split('\n')) console.log(`${mark} ${line}`);
};

function launch(who, args, options = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  children.add(child);
  child.stdout.on('data', (text) => say(who, text));
  child.stderr.on('data', (text) => say(who, text));
  child.once('exit', () => children.delete(child));
  return child;
}

const gone = (child) =>
  new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve()));

async function end(child) {
  if (!child) return;
  const hard = setTimeout(() => child.kill('SIGKILL'), 6_000);
  child.kill('SIGTERM');
  await gone(child);
  clearTimeout(hard);
}

const swc = (project) =>
  bin(
    inRoot('node_modules', '@swc', 'cli', 'bin', 'swc.js'),
    ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', inRoot('.swcrc'), '--copy-files', '-q'],
    {
      cwd: inRoot(...project),
    },
  );

/** Runs the steps one after another, and once more when something changed meanwhile. */
function whenChanged(folders, steps) {
  let timer;
  let isRunning = false;
  let isDirty = false;
  const go = async () => {
    if (isStopping) return;
    if (isRunning) return void (isDirty = true);
    isRunning = true;
    isDirty = false;
    await steps().catch((error) => say('dev', error.message));
    isRunning = false;
    if (isDirty) void go();
  };
  for (const folder of folders) {
    watch(folder, { recursive: true }, (_event, name) => {
      if (!name || /\.spec\.ts$|~$|\.swp$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(go, DEBOUNCE_MS);
    });
  }
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), 9_000).unref();
  await Promise.all([...children].map(end));
  await database?.stop();
  process.exit(0);
}

await runMain(async () => {
  const other = takeFolder();
  if (other) {
    throw new PlainError(
      `Liên Kết của thư mục này đang chạy${other.url ? ` ở ${other.url}` : ''} (tiến trình ${other.pid}). Hãy dừng trước khi chạy dev.\n` +
        `It already runs here (process ${other.pid}). Stop it before "npm run dev".`,
    );
  }
  process.once('exit', leaveFolder);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  ensureInstalled();
  await build(['domain', 'api'].map((name) => `@lienket/${name}`));

  const port = await choosePort(HOST, process.env.PORT, (text) => say('dev', text));
  let webPort = 5173;
  while (!(await isFree(webPort, '127.0.0.1'))) webPort += 1;
  if (!process.env.DATABASE_URL) {
    // Held here, joined by each API process: a restart of the API does not restart the database.
    const { startEmbeddedPostgres } = await import(
      pathToFileURL(inRoot('apps/api/dist/platform/postgres/embedded-postgres.js')).href
    );
    database = await startEmbeddedPostgres({ log: (line) => say('dev', line) });
  }
  const startApi = () => {
    api = launch('api', ['--enable-source-maps', API_MAIN], { env: { ...process.env, PORT: String(port), HOST } });
  };
  const restart = async () => {
    const began = performance.now();
    for (const project of [
      ['libs', 'domain'],
      ['apps', 'api'],
    ]) {
      const { code, output } = await swc(project);
      if (code !== 0) return say('dev', output);
    }
    await end(api);
    if (isStopping) return;
    startApi();
    say('dev', `API được dựng lại (rebuilt) ${Math.round(performance.now() - began)} ms`);
  };
  startApi();
  whenChanged([inRoot('libs', 'domain', 'src'), inRoot('apps', 'api', 'src')], restart);
  const web = inRoot('apps', 'web');
  if (existsSync(join(web, 'index.html'))) {
    const apiUrl = `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${port}`;
    const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
    launch('web', [vite, '--port', String(webPort), '--strictPort', '--clearScreen', 'false'], {
      cwd: web,
      env: { ...process.env, API_URL: apiUrl },
    });
    tellUrl(`http://localhost:${webPort}`);
    say('dev', `Web http://localhost:${webPort} · API ${apiUrl}/graphql · Ctrl-C dừng tất cả (stops all)`);
  }
});
if (process.exitCode) process.exit();
