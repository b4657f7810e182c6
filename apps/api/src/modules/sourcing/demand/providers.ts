import { DemandBook } from './demand-book.js';
import { DemandPublishedJob } from './demand-published.job.js';
import { DemandQueries } from './demand.queries.js';
import { DemandResolver } from './demand.resolver.js';
import { DemandService } from './demand.service.js';
import { SuggestionResolver } from './suggestion.resolver.js';
import { SupplierCandidates } from './supplier-candidates.js';
import { SupplierSuggestions } from './supplier-suggestions.js';

export const demandProviders = [
  DemandBook,
  DemandPublishedJob,
  DemandQueries,
  DemandResolver,
  DemandService,
  SuggestionResolver,
  SupplierCandidates,
  SupplierSuggestions,
];
