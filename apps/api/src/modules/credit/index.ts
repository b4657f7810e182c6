export { auditCredit } from './audit-credit.js';
export { CreditModule } from './credit.module.js';
