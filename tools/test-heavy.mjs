import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './lib/project.mjs';
import { report, runLanes } from './lib/runner.mjs';
import { API_NODE_OPTIONS, build, jest } from './lib/steps.mjs';

const HEAVY = { SUITE: 'heavy', PROPERTY_RUNS: 'full' };

/** What needs minutes for one file: every screen for every role, databases killed at any moment, payments by the thousand, properties in full. */
await runMain(async () => {
  const began = performance.now();
  ensureInstalled();
  const { findOrInstallChromium } = await import('./chromium.mjs');
  const chromium = findOrInstallChromium();
  const results = await runLanes([build]);
  results.push(
    ...(await runLanes(
      [jest('api heavy', ['apps', 'api'], { NODE_OPTIONS: API_NODE_OPTIONS, ...HEAVY })],
      [
        jest('e2e heavy', ['apps', 'e2e'], { CHROMIUM_PATH: chromium, ...HEAVY }),
        jest('domain in full', ['libs', 'domain'], { PROPERTY_RUNS: HEAVY.PROPERTY_RUNS }),
      ],
    )),
  );
  report(results, performance.now() - began);
});
