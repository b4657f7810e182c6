import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** The buyer's word that accepted goods were not what they should be. Its state follows the clock: `domain/claims`. */
@Entity('claim')
@Index('claim_number', ['number'], { unique: true })
@Index('claim_receipt', ['receiptId'])
@Index('claim_seller', ['sellerOrgId', 'id'])
@Index('claim_buyer', ['buyerOrgId', 'id'])
@Index('claim_unsettled', ['escalateAt'], { where: `status in ('OPEN','ANSWERED')` })
@Check('claim_status_known', `status in ('OPEN','ANSWERED','MEDIATION','RESOLVED','UNRESOLVED','WITHDRAWN')`)
@Check('claim_clocks_in_order', 'answer_due_at > opened_at and escalate_at >= answer_due_at')
@Check('claim_closed_when_over', `(closed_at is not null) = (status in ('RESOLVED','UNRESOLVED','WITHDRAWN'))`)
export class Claim {
  @Id() id: string;
  @Text() number: string;
  @Ref('GoodsReceipt') receiptId: string;
  @Ref('Shipment') shipmentId: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Text({ nullable: true }) note: string | null;
  @Instant() openedAt: Date;
  @Ref('User') openedBy: string;
  @Instant() answerDueAt: Date;
  @Instant() escalateAt: Date;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Instant({ nullable: true }) escalatedAt: Date | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  /** The offer each side holds; the same one on both sides settles the claim. */
  @Column({ type: 'uuid', nullable: true }) sellerOfferId: string | null;
  @Column({ type: 'uuid', nullable: true }) buyerOfferId: string | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
