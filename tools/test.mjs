import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './lib/project.mjs';
import { report, runLanes } from './lib/runner.mjs';
import { API_NODE_OPTIONS, build, jest, types } from './lib/steps.mjs';

await runMain(async () => {
  const began = performance.now();
  ensureInstalled();
  const { findOrInstallChromium } = await import('./chromium.mjs');
  const chromium = findOrInstallChromium();
  const results = await runLanes([build]);
  // Two lanes fill two cores: the API's specifications in one thread with their database, everything else beside them.
  results.push(
    ...(await runLanes(
      [jest('api', ['apps', 'api'], { NODE_OPTIONS: API_NODE_OPTIONS })],
      [
        types,
        jest('domain', ['libs', 'domain']),
        jest('ui', ['libs', 'ui']),
        jest('web', ['apps', 'web']),
        jest('e2e', ['apps', 'e2e'], { CHROMIUM_PATH: chromium }),
      ],
    )),
  );
  report(results, performance.now() - began);
});
