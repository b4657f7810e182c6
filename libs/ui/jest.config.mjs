const tsx = {
  swcrc: false,
  jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'es6' },
};
export default {
  displayName: 'ui',
  testEnvironment: 'jsdom',
  testTimeout: 30_000,
  testMatch: ['<rootDir>/src/**/*.spec.ts?(x)'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  setupFiles: ['<rootDir>/../../tools/jest/jsdom-setup.mjs'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', tsx] },
  moduleNameMapper: { '\\.css$': '<rootDir>/../../tools/jest/css.mjs', '^(\\.{1,2}/.*)\\.js$': '$1' },
};
