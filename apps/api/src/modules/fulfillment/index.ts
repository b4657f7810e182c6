export { FulfillmentModule } from './fulfillment.module.js';
export { type OrganizationOnPaper, organizationOnPaperSql, paperParty } from './paper-party.js';
export { type BillableLine, type BillableReceipt, ReceiptBook } from './receipt-book.js';
export { GoodsReceipt, Shipment } from './shipment.graphql.js';
