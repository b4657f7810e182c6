import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inRoot, ROOT } from './project.mjs';
import { run } from './run.mjs';

/** What is written by programs and committed: the contract, and the operations typed after it. */
const GENERATED = [inRoot('libs', 'contract', 'schema.graphql'), inRoot('apps', 'web', 'src', 'gql')];

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

const read = () => new Map(GENERATED.flatMap(filesOf).map((file) => [file, readFileSync(file, 'utf8')]));

function write(files) {
  for (const [file, text] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The first lines that differ, by git when it is there. */
async function difference(before, after) {
  const room = mkdtempSync(join(tmpdir(), 'lienket-generated-'));
  write([...before].map(([file, text]) => [join(room, 'committed', relative(ROOT, file)), text]));
  write([...after].map(([file, text]) => [join(room, 'regenerated', relative(ROOT, file)), text]));
  const { output } = await run('git', ['diff', '--no-index', '--stat', '-p', 'committed', 'regenerated'], { cwd: room });
  rmSync(room, { recursive: true, force: true });
  return output.split('\n').slice(0, 80).join('\n');
}

/** Writes the generated files again and compares them with those in the tree, which is left as it was. */
export async function generatedIsCurrent() {
  const before = read();
  let output = '';
  for (const project of ['@lienket/api', '@lienket/web']) {
    const made = await run('npm', ['run', 'codegen', '-w', project, '--silent']);
    output += made.output;
    if (made.code !== 0) {
      write(before);
      return { code: made.code, output };
    }
  }
  const after = read();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  if (changed.length === 0) return { code: 0, output };
  const text = await difference(before, after);
  for (const file of after.keys()) if (!before.has(file)) rmSync(file);
  write(before);
  const names = changed.map((file) => relative(ROOT, file)).join(', ');
  return {
    code: 1,
    output: `${text}\nGenerated files are out of date: ${names}.\nRun "npm run build && npm run codegen", read the difference, and commit it.`,
  };
}
