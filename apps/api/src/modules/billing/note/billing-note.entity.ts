import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Changes what a request owes without touching it: amounts are signed, a credit lowers. Never changed after it holds. */
@Entity('billing_note')
@Index('billing_note_number', ['number'], { unique: true })
@Index('billing_note_request', ['paymentRequestId'])
@Index('billing_note_cause', ['source', 'sourceId'], { unique: true, where: `source <> 'MANUAL'` })
@Index('billing_note_buyer', ['buyerOrgId', 'state'])
@Check('billing_note_kind', `kind in ('CREDIT','DEBIT') and (kind = 'CREDIT') = (total < 0)`)
@Check('billing_note_state_known', `state in ('PROPOSED','ISSUED','DECLINED','WITHDRAWN')`)
@Check('billing_note_source_known', `source in ('MANUAL','CLAIM','INVOICE','INVOICE_REPLACED','RECEIPT_VOIDED')`)
@Check('billing_note_adds_up', 'total = net_amount + vat_amount and total <> 0')
export class BillingNote {
  @Id() id: string;
  @Text() number: string;
  @Text() kind: string;
  @Text() state: string;
  @Text() source: string;
  @Text({ nullable: true }) sourceId: string | null;
  @Ref('PaymentRequest') paymentRequestId: string;
  @Ref('Invoice', { nullable: true }) invoiceId: string | null;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Dong() netAmount: bigint;
  @Dong() vatAmount: bigint;
  @Dong() total: bigint;
  @Text() reason: string;
  /** Of the adjusting e-invoice, where the seller issued one. */
  @Text({ nullable: true }) symbol: string | null;
  @Text({ nullable: true }) invoiceNumber: string | null;
  @BusinessDate({ nullable: true }) invoicedOn: string | null;
  @Ref('User', { nullable: true }) writtenBy: string | null;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) declineReason: string | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
