export { auditFulfillment } from './audit-fulfillment.js';
export { ClaimSettling, type SettledLine } from './claim/claim-settling.js';
export { AutoReceiptJob } from './receipt/auto-receipt.job.js';
export { type VoidedReceipt, type VoidGuard, VoidGuards } from './receipt/void-guards.js';
export { Claim } from './claim/claim.graphql.js';
export { FulfillmentModule } from './fulfillment.module.js';
export { type OrganizationOnPaper, organizationOnPaperSql, paperParty } from './paper-party.js';
export { type BillableLine, type BillableReceipt, ReceiptBook } from './receipt-book.js';
export { GoodsReceipt, Shipment } from './shipment.graphql.js';
