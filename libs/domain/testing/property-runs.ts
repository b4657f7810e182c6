declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

const AT_A_GLANCE = 400;

/**
 * How often a slow property is tried: `full` times in `npm run test:heavy`, a few hundred times in `npm test`,
 * which has ten minutes for everything.
 */
export const propertyRuns = (full: number): { numRuns: number } => ({
  numRuns: process.env['PROPERTY_RUNS'] === 'full' ? full : Math.min(full, AT_A_GLANCE),
});
