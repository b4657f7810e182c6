import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './lib/project.mjs';
import { runLanes, summary } from './lib/runner.mjs';
import { build, staticLanes } from './lib/steps.mjs';

await runMain(async () => {
  const began = performance.now();
  ensureInstalled();
  const results = [...(await runLanes([build])), ...(await runLanes(...staticLanes))];
  console.log(summary(results, (performance.now() - began) / 1000));
  if (results.some(({ code }) => code !== 0)) process.exitCode = 1;
});
