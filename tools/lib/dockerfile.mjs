// Reads a Dockerfile and runs its steps in plain folders: each stage is a folder that stands for its root.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

const KNOWN = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'VOLUME', 'HEALTHCHECK', 'CMD'];

/** Instructions in order; a backslash at the end of a line continues it. */
export function parseDockerfile(file) {
  return readFileSync(file, 'utf8')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, word, rest] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      if (!KNOWN.includes(word)) throw new Error(`Dockerfile: ${line.slice(0, 60)} is not understood`);
      return { word, rest };
    });
}

/** The exec form of CMD or HEALTHCHECK: ["node", "main.js"]. */
export function execForm(instructions, word) {
  const found = instructions.findLast((instruction) => instruction.word === word);
  const list = /\[.*\]$/.exec(found?.rest ?? '');
  if (!list) throw new Error(`Dockerfile: ${word} in exec form is missing`);
  return JSON.parse(list[0]);
}

/** ENV NAME=value pairs of the last stage. */
export function environmentOf(instructions) {
  const last = instructions.findLastIndex(({ word }) => word === 'FROM');
  const pairs = instructions.slice(last).filter(({ word }) => word === 'ENV');
  return Object.fromEntries(pairs.flatMap(({ rest }) => rest.split(/\s+/).map((pair) => pair.split(/=(.*)/s).slice(0, 2))));
}

/** What the context shows to COPY: .dockerignore, as far as plain names and double-star names go. */
function isIgnored(ignore, path) {
  const parts = path.split('/');
  return ignore.some((pattern) => {
    if (pattern.startsWith('**/')) return parts.some((part) => matches(pattern.slice(3), part));
    return path === pattern || path.startsWith(`${pattern}/`);
  });
}
const matches = (pattern, name) => (pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern);

function ignoreOf(context) {
  const file = join(context, '.dockerignore');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
}

function copy({ from, sources, target, stageRoot, workdir, context }) {
  const ignore = from ? [] : ignoreOf(context);
  const destination = target.startsWith('/') ? join(stageRoot, target) : join(stageRoot, workdir, target);
  for (const source of sources) {
    const path = from ? join(from, source) : join(context, source);
    if (!existsSync(path)) throw new Error(`Dockerfile: COPY ${source}: not there`);
    const isFolder = statSync(path).isDirectory();
    const into =
      isFolder || !(target.endsWith('/') || sources.length > 1) ? destination : join(destination, source.split('/').at(-1));
    mkdirSync(isFolder ? into : dirname(into), { recursive: true });
    const filter = (inner) => inner === path || !isIgnored(ignore, `${source}${inner.slice(path.length)}`);
    cpSync(path, into, { recursive: true, filter, verbatimSymlinks: true });
  }
}

/** Runs all stages below `room`; answers the last stage's folder and workdir. `log` is told each step with its seconds. */
export async function runDockerfile({ instructions, context, room, env, log }) {
  const stages = new Map();
  let stageRoot = '';
  let workdir = '/';
  for (const { word, rest } of instructions) {
    const began = performance.now();
    if (word === 'FROM') {
      const name = /\sAS\s+(\S+)/i.exec(rest)?.[1] ?? `stage-${stages.size}`;
      stageRoot = join(room, name);
      workdir = '/';
      mkdirSync(stageRoot, { recursive: true });
      chmodSync(stageRoot, 0o755);
      stages.set(name, stageRoot);
    } else if (word === 'WORKDIR') {
      workdir = rest;
      mkdirSync(join(stageRoot, workdir), { recursive: true });
    } else if (word === 'COPY') {
      const words = rest.split(/\s+/);
      const from = words.find((part) => part.startsWith('--from='))?.slice(7);
      const paths = words.filter((part) => !part.startsWith('--'));
      if (from && !stages.has(from)) throw new Error(`Dockerfile: COPY --from=${from}: no such stage before`);
      copy({ from: from && stages.get(from), sources: paths.slice(0, -1), target: paths.at(-1), stageRoot, workdir, context });
    } else if (word === 'RUN' && !/chown node/.test(rest)) {
      const { code, output } = await run('sh', ['-c', rest], { cwd: join(stageRoot, workdir), env });
      if (code !== 0) throw new Error(`Dockerfile: RUN ${rest} ended with ${code}:\n${output.slice(-3_000)}`);
    }
    if (word === 'RUN' || word === 'FROM') log(`${word} ${rest.slice(0, 70)}`, (performance.now() - began) / 1000);
  }
  return { root: stageRoot, app: join(stageRoot, workdir), stages };
}

/** Bytes below a folder, links not followed. */
export function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += sizeOf(path);
    else if (entry.isFile()) bytes += statSync(path).size;
  }
  return bytes;
}

export const removeStage = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
