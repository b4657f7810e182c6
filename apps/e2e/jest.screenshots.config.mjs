import journeys from './jest.config.mjs';

/** Not a test: takes the pictures of README's tours anew. */
export default { ...journeys, displayName: 'screenshots', testMatch: ['<rootDir>/src/tours.ts'] };
