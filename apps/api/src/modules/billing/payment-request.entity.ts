import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** What one receipt makes due: accepted quantity at the order's price, VAT by rule. It is a request, not a tax invoice. */
@Entity('payment_request')
@Index('payment_request_number', ['number'], { unique: true })
@Index('payment_request_reference', ['reference'], { unique: true })
@Index('payment_request_receipt', ['receiptId'], { unique: true })
@Index('payment_request_seller', ['sellerOrgId', 'id'])
@Index('payment_request_buyer', ['buyerOrgId', 'id'])
@Check('payment_request_status_known', `status in ('DUE','DECLARED','PART_PAID','PAID')`)
@Check('payment_request_total_adds_up', 'total = net_amount + vat_amount and net_amount >= 0 and vat_amount >= 0')
@Check('payment_request_paid_within_owed', 'paid_amount between 0 and total + noted_amount')
@Check('payment_request_terms_known', `terms_base in ('RECEIPT','INVOICE','MONTH_END')`)
export class PaymentRequest {
  @Id() id: string;
  @Text() number: string;
  /** Short token in the transfer's memo. */
  @Text() reference: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('GoodsReceipt') receiptId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Dong() netAmount: bigint;
  @Dong() vatAmount: bigint;
  @Dong() total: bigint;
  @Dong({ default: '0' }) paidAmount: bigint;
  /** Debit notes less credit notes, VAT included: owed is total + noted. */
  @Dong({ default: '0' }) notedAmount: bigint;
  /** What the term's days are counted from, and the day that this came to. */
  @Text({ default: 'RECEIPT' }) termsBase: string;
  @Column({ type: 'int', default: 0 }) termDays: number;
  @BusinessDate() baseDate: string;
  @BusinessDate() dueOn: string;
  /** The seller's account as it stood when the request was made. */
  @Text({ nullable: true }) bankBin: string | null;
  @Text({ nullable: true }) bankName: string | null;
  @Text({ nullable: true }) bankAccountNo: string | null;
  @Text({ nullable: true }) bankAccountName: string | null;
  @Instant() issuedAt: Date;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
