import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatedIsCurrent } from './generated.mjs';
import { DATA, inRoot } from './project.mjs';
import { bin, JEST_NODE_OPTIONS, NX_ENV } from './run.mjs';

const modules = (...parts) => inRoot('node_modules', ...parts);
const nx = (...args) => bin(modules('nx', 'dist', 'bin', 'nx.js'), ['run-many', ...args], { env: NX_ENV });

/** A step's answer: { code, output }. */
export const build = { name: 'build', run: () => nx('-t', 'build') };

/** The API's specifications run in plain Node; see apps/api/jest.config.mjs. */
export const API_NODE_OPTIONS = '--enable-source-maps';

const format = {
  name: 'format',
  run: () => bin(modules('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '--cache', '.']),
};
const lint = {
  name: 'lint',
  run: () =>
    bin(modules('eslint', 'bin', 'eslint.js'), ['.', '--max-warnings', '0', '--cache', '--cache-location', '.nx/eslint/']),
};
const architecture = {
  name: 'architecture',
  run: () =>
    bin(modules('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs']),
};
const guards = { name: 'architecture guards', run: () => bin(inRoot('tools', 'arch-selftest.mjs'), []) };
/** The specifications run without types: these are checked beside them. */
export const types = { name: 'types', run: () => nx('-t', 'typecheck', '--parallel=1') };
const generated = { name: 'generated files', run: generatedIsCurrent };

/** What `npm run check` runs. Generated files are written anew for a moment, so types are checked before them. */
export const staticLanes = [
  [types, generated],
  [format, lint, architecture, guards],
];

const reportOf = (name) => join(DATA, 'test-reports', `${name}.json`);

/** Jest of one project, always really run, with its counts; each suite of a project has a name of its own. */
export function jest(name, folder, env = {}) {
  return {
    name: `test ${name}`,
    isTest: true,
    run: async () => {
      mkdirSync(join(DATA, 'test-reports'), { recursive: true });
      rmSync(reportOf(name), { force: true });
      const args = ['--config', 'jest.config.mjs', '--json', '--outputFile', reportOf(name), ...(process.env.CI ? ['--ci'] : [])];
      const result = await bin(modules('jest', 'bin', 'jest.js'), args, {
        cwd: inRoot(...folder),
        env: { NODE_OPTIONS: JEST_NODE_OPTIONS, NODE_ENV: 'test', FORCE_COLOR: '0', ...env },
      });
      return { ...result, output: withoutJson(result.output), counts: countsOf(name) };
    },
  };
}

/** With --json Jest also prints the report. */
const withoutJson = (output) => output.replace(/^\{"num.*$/gm, '');

function countsOf(name) {
  if (!existsSync(reportOf(name))) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(reportOf(name), 'utf8'));
  // A file that does not even load has failed, though none of its tests did.
  const failed = Math.max(
    report.numFailedTests,
    report.numFailedTestSuites > 0 ? report.numRuntimeErrorTestSuites + report.numFailedTests : 0,
  );
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}
