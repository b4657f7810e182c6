export { type AgreedLine, AwardBook } from './award/award-book.js';
export { DemandBook, type DemandForRfq } from './demand/demand-book.js';
export { type SupplierNeed, SupplierSuggestions, type SupplierSuggestionView } from './demand/supplier-suggestions.js';
export { SourcingModule } from './sourcing.module.js';
