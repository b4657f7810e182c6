declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

const AT_A_GLANCE = 400;

/**
 * How often a slow property is tried: `full` times in `npm run test:heavy`; in `npm test`, which has ten minutes for
 * everything, a few hundred times, or `glance` times where each try is slow.
 */
export const propertyRuns = (full: number, glance = AT_A_GLANCE): { numRuns: number } => ({
  numRuns: process.env['PROPERTY_RUNS'] === 'full' ? full : Math.min(full, glance),
});
