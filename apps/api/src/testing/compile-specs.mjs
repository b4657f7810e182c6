import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../..', import.meta.url));
const swc = join(dirname(createRequire(import.meta.url).resolve('@swc/cli/package.json')), 'bin', 'swc.js');

/** The whole API with its specifications as plain modules in dist-specs, at the depth they have in src: under a second. */
export function compileSpecs() {
  const flags = ['src', '-d', 'dist-specs', '--strip-leading-paths', '--copy-files', '--quiet', '--delete-dir-on-start'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [swc, ...flags, '--config-file', 'specs.swcrc'], {
    cwd: API,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The specifications do not compile:\n${stdout}\n${stderr}`);
}
