import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** The seller's word against a count. Ends when the seller takes it back or the receipt is voided and counted anew. */
@Entity('receipt_dispute')
@Index('receipt_dispute_open', ['receiptId'], { unique: true, where: `status in ('OPEN','ANSWERED')` })
@Index('receipt_dispute_receipt', ['receiptId'])
@Check('receipt_dispute_status_known', `status in ('OPEN','ANSWERED','WITHDRAWN','VOIDED')`)
@Check(
  'receipt_dispute_answer_whole',
  `(answered_at is null) = (answer is null) and (status <> 'ANSWERED' or answer is not null)`,
)
export class ReceiptDispute {
  @Id() id: string;
  @Ref('GoodsReceipt') receiptId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Text() reason: string;
  @Instant() openedAt: Date;
  @Ref('User') openedBy: string;
  /** The buyer stands by its count. */
  @Text({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Ref('User', { nullable: true }) answeredBy: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Version() version: number;
}
