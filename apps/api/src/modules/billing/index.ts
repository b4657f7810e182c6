export { salesFacts } from './sales-facts.js';
export { auditMoney } from './audit-money.js';
export { BillingModule } from './billing.module.js';
export type { PayableRequest, PaymentInstruction, PaymentMethod, PaymentProvider } from './payment-provider.js';
export { PaymentRequest } from './payment-request.graphql.js';
