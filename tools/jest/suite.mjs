const isHeavy = process.env['SUITE'] === 'heavy';

/**
 * `npm test` runs *.spec.ts; `npm run test:heavy` runs *.heavy.spec.ts, which need minutes each, and the `deeper` files of
 * `npm test` once more, which try more when SUITE=heavy or PROPERTY_RUNS=full.
 */
export const testMatch = (deeper = []) =>
  isHeavy
    ? ['<rootDir>/src/**/*.heavy.spec.ts', ...deeper.map((name) => `<rootDir>/src/**/${name}.spec.ts`)]
    : ['<rootDir>/src/**/!(*.heavy).spec.ts'];
