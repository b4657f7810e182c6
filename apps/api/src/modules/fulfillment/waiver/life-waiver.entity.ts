import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A buyer's manager does without the minimum of remaining life, for lots of one order, with a reason and a last day. */
@Entity('life_waiver')
@Index('life_waiver_order', ['orderId', 'id'])
@Index('life_waiver_asked', ['buyerOrgId'], { where: `status = 'ASKED'` })
@Check('life_waiver_status_known', `status in ('ASKED','GRANTED','REFUSED','WITHDRAWN','ENDED')`)
@Check('life_waiver_decided_by_somebody', `(status in ('ASKED','WITHDRAWN')) = (decided_by is null)`)
@Check('life_waiver_until_a_day', `(status in ('GRANTED','ENDED')) = (valid_until is not null)`)
@Check('life_waiver_origin_known', `origin in ('ASKED','OFFERED')`)
@Check(
  'life_waiver_asked_of_a_lot',
  `origin <> 'ASKED' or (lot_id is not null and lot_code is not null and expires_on is not null and arrives_on is not null and note is not null and asked_by is not null and asked_at is not null)`,
)
@Check(
  'life_waiver_offered_with_days',
  `(origin = 'OFFERED') = (least_days is not null) and (least_days is null or (least_days >= 0 and least_days < min_days and order_line_id is not null and decided_by is not null))`,
)
@Check('life_waiver_with_reason', `decided_by is null or reason is not null`)
export class LifeWaiver {
  @Id() id: string;
  @Ref('PurchaseOrder') orderId: string;
  /** null: any line of the order. */
  @Ref('OrderLine', { nullable: true }) orderLineId: string | null;
  /** ASKED by the seller for one lot, or OFFERED by the buyer. */
  @Text({ default: 'ASKED' }) origin: string;
  /** null: offered, by a buyer who does not see the seller's stock. */
  @Ref('StockLot', { nullable: true }) lotId: string | null;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  /** As they stood when the seller asked, or the code the buyer named in its offer. */
  @Text({ nullable: true }) lotCode: string | null;
  @Text() goods: string;
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @BusinessDate({ nullable: true }) arrivesOn: string | null;
  @Column({ type: 'int' }) minDays: number;
  /** Of an offer: days of life the buyer still asks for. */
  @Column({ type: 'int', nullable: true }) leastDays: number | null;
  @Text() status: string;
  @Text({ nullable: true }) note: string | null;
  @Ref('User', { nullable: true }) askedBy: string | null;
  @Instant({ nullable: true }) askedAt: Date | null;
  @Text({ nullable: true }) reason: string | null;
  @BusinessDate({ nullable: true }) validUntil: string | null;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
