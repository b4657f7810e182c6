import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What is claimed of one line and lot of a receipt. Insert-only. */
@Entity('claim_line')
@Index('claim_line_once', ['claimId', 'receiptLineId'], { unique: true })
@Index('claim_line_receipt_line', ['receiptLineId'])
@Check('claim_line_positive', 'claimed_qty > 0')
@Check('claim_line_wanted_known', `wanted in ('CREDIT_NOTE','REPLACEMENT','PRICE_CUT','RETURN')`)
export class ClaimLine {
  @Id() id: string;
  @Ref('Claim') claimId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('GoodsReceiptLine') receiptLineId: string;
  @Qty() claimedQty: string;
  @Text() reason: string;
  /** What the buyer asks for. */
  @Text() wanted: string;
  @Text({ nullable: true }) note: string | null;
}
