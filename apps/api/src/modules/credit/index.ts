export { auditCredit } from './audit-credit.js';
export { BORROWER_KINDS, LONGEST_TERM } from './credit-book.js';
export {
  CREDIT_IMAGE,
  CreditRegister,
  type CreditToSave,
  type RegisteredCredit,
  type RegisteredTerms,
} from './credit-register.js';
export { CreditModule } from './credit.module.js';
