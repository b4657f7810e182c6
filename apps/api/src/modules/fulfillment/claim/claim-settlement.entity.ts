import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/**
 * What both sides agreed for one claimed line: the fact that billing turns into a credit note or an adjustment, and the seller into
 * a replacement or goods that come back. Insert-only, written once in the transaction that resolves the claim.
 */
@Entity('claim_settlement')
@Index('claim_settlement_line', ['claimLineId'], { unique: true })
@Index('claim_settlement_receipt', ['receiptId'])
@Check('claim_settlement_outcome_known', `outcome in ('CREDIT_NOTE','REPLACEMENT','PRICE_CUT','RETURN','DISMISSED')`)
@Check('claim_settlement_amount', `net_amount >= 0 and (outcome in ('CREDIT_NOTE','PRICE_CUT','RETURN') or net_amount = 0)`)
export class ClaimSettlement {
  @Id() id: string;
  @Ref('Claim') claimId: string;
  @Ref('ClaimLine') claimLineId: string;
  @Ref('GoodsReceipt') receiptId: string;
  @Ref('GoodsReceiptLine') receiptLineId: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('OrderLine') orderLineId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() outcome: string;
  @Qty() qty: string;
  @Column({ type: 'int', nullable: true }) cutBp: number | null;
  /** Of the order, in đồng for the base unit. */
  @Dong() unitPrice: bigint;
  /** What the seller lets off before VAT. */
  @Dong() netAmount: bigint;
  @Text() vatCode: string;
  @Instant() settledAt: Date;
}
