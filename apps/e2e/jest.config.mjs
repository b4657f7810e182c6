import { readFileSync } from 'node:fs';
import { testMatch } from '../../tools/jest/suite.mjs';

const swc = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;
delete swc.exclude;
export default {
  displayName: 'e2e',
  testEnvironment: 'node',
  testMatch: testMatch(),
  testTimeout: 360_000,
  maxWorkers: 1,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
