import { readFileSync } from 'node:fs';
const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;
delete swc.exclude;
const REQUIRED_ESM = 'cookie|content-disposition';
/** ESM mode: run with NODE_OPTIONS=--experimental-vm-modules */
export default {
  displayName: 'api',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  testTimeout: 60_000,
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }],
    // ESM-only packages that CommonJS ones require; Jest on Node < 24.9 has no require(esm)
    [`/node_modules/(${REQUIRED_ESM})/.+\\.js$`]: [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [`/node_modules/(?!.*node_modules/)(?!(${REQUIRED_ESM})/)`],
};
