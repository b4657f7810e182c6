export { PoolBook, type CallableShare, type PlacedPart } from './pool-book.js';
export type { PoolStanding } from './pool-standing.js';
export { SupplyPool } from './pool.graphql.js';
export { poolShort } from './pool.notices.js';
export { PoolQueries as PoolViews, type SupplyPoolView } from './pool.queries.js';
