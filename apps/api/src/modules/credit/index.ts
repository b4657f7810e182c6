export { auditCredit } from './audit-credit.js';
export { BORROWER_KINDS, LONGEST_TERM } from './credit-book.js';
export {
  CREDIT_IMAGE,
  CreditRegister,
  type CreditToSave,
  type RegisteredCredit,
  type RegisteredTerms,
} from './credit-register.js';
export { creditFacts } from './credit-report.js';
export { CreditStage as CreditStageName, CreditStatus, CreditTotals } from './credit.graphql.js';
export { CreditModule } from './credit.module.js';
export { CreditQueries } from './credit.queries.js';
export type { CreditTotalsView } from './credit.view.js';
