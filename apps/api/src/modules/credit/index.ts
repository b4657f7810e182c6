export { auditCredit } from './audit-credit.js';
export {
  CREDIT_IMAGE,
  CreditRegister,
  type CreditToSave,
  type RegisteredCredit,
  type RegisteredTerms,
} from './credit-register.js';
export { CreditModule } from './credit.module.js';
