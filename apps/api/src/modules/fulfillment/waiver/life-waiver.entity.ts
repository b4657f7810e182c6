import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A buyer's manager does without the minimum of remaining life, for one lot of one order, with a reason and a last day. */
@Entity('life_waiver')
@Index('life_waiver_order', ['orderId', 'id'])
@Index('life_waiver_asked', ['buyerOrgId'], { where: `status = 'ASKED'` })
@Check('life_waiver_status_known', `status in ('ASKED','GRANTED','REFUSED','WITHDRAWN','ENDED')`)
@Check('life_waiver_decided_by_somebody', `(status in ('ASKED','WITHDRAWN')) = (decided_by is null)`)
@Check('life_waiver_until_a_day', `(status in ('GRANTED','ENDED')) = (valid_until is not null)`)
@Check('life_waiver_with_reason', `decided_by is null or reason is not null`)
export class LifeWaiver {
  @Id() id: string;
  @Ref('PurchaseOrder') orderId: string;
  /** null: any line of the order. */
  @Ref('OrderLine', { nullable: true }) orderLineId: string | null;
  @Ref('StockLot') lotId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  /** As they stood when the seller asked: the buyer does not see the seller's stock. */
  @Text() lotCode: string;
  @Text() goods: string;
  @BusinessDate() expiresOn: string;
  @BusinessDate() arrivesOn: string;
  @Column({ type: 'int' }) minDays: number;
  @Text() status: string;
  @Text() note: string;
  @Ref('User') askedBy: string;
  @Instant() askedAt: Date;
  @Text({ nullable: true }) reason: string | null;
  @BusinessDate({ nullable: true }) validUntil: string | null;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
