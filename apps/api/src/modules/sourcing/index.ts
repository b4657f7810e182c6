export { type AgreedGoods, type AgreedRhythm, AwardBook, type ChosenProduct } from './award/award-book.js';
export { AwardProductInput } from './award/award.graphql.js';
export { type AwardUseRefusal, awardUseMessages } from './award/award-use.messages.js';
export { DemandBook, type DemandForRfq } from './demand/demand-book.js';
export { type SupplierNeed, SupplierSuggestions, type SupplierSuggestionView } from './demand/supplier-suggestions.js';
export { SourcingModule } from './sourcing.module.js';
