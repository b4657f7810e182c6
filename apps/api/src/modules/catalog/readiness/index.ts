import { ClaimsResolver } from './claims.resolver.js';
import { OcopResolver } from './ocop.resolver.js';
import { OcopService } from './ocop.service.js';
import { ReadinessBook } from './readiness-book.js';
import { ReadinessQueries } from './readiness.queries.js';
import { ReadinessResolver } from './readiness.resolver.js';
import { ReadinessService } from './readiness.service.js';

export { BuyerChecklist as BuyerChecklistRecord } from './buyer-checklist.entity.js';
export { BuyerRequirement as BuyerRequirementRecord } from './buyer-requirement.entity.js';
export { ReadinessBook, type ReadinessCount } from './readiness-book.js';
export { RequirementWaiver as RequirementWaiverRecord } from './requirement-waiver.entity.js';

export const readinessProviders = [
  ClaimsResolver,
  OcopResolver,
  OcopService,
  ReadinessBook,
  ReadinessQueries,
  ReadinessResolver,
  ReadinessService,
];
