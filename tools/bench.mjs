import { existsSync } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inRoot, PlainError, runMain } from './lib/project.mjs';

await runMain(async () => {
  ensureInstalled();
  const { build } = await import('./lib/build.mjs');
  const { bin } = await import('./lib/run.mjs');
  await build();
  const script = inRoot('apps', 'api', 'bench', 'run.mjs');
  if (!existsSync(script)) throw new PlainError('Không thấy apps/api/bench/run.mjs. (apps/api/bench/run.mjs is missing.)');
  const { code } = await bin(script, process.argv.slice(2), { echo: true });
  process.exitCode = code;
});
