import { testMatch } from '../../tools/jest/suite.mjs';

/**
 * Plain Node instead of Jest's sandbox: a specification costs what it does, not the loading of a thousand modules anew.
 * Each worker thread loads the API once; each file still gets a database and an application of its own.
 */
export default {
  displayName: 'api',
  rootDir: '.',
  runner: 'jest-light-runner',
  testMatch: testMatch(['tenants', 'commitment-ledger', 'imports', 'money-walk', 'privacy']),
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
  setupFiles: ['<rootDir>/src/testing/compiled-specs.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/dist-specs'],
  transform: {},
};
