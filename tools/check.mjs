import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './lib/project.mjs';
import { report, runLanes } from './lib/runner.mjs';
import { build, staticLanes } from './lib/steps.mjs';

await runMain(async () => {
  const began = performance.now();
  ensureInstalled();
  const results = [...(await runLanes([build])), ...(await runLanes(...staticLanes))];
  report(results, performance.now() - began);
});
