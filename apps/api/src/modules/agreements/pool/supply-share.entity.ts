import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One cooperative's part of a pooled line; it answers for this part and no other (several, not joint: Civil Code 2015, article 287). */
@Entity('supply_share')
@Index('supply_share_member', ['poolId', 'memberOrgId'], { unique: true })
@Index('supply_share_waiting', ['memberOrgId', 'status'])
@Check('supply_share_status_known', `status in ('OFFERED','COMMITTED','DECLINED','RELEASED')`)
@Check('supply_share_priority_sane', 'priority between 1 and 9')
@Check('supply_share_in_order', 'target_qty > 0 and target_qty <= max_qty and (weekly_max is null or weekly_max > 0)')
@Check('supply_share_cap', 'used_qty >= 0 and used_qty <= max_qty')
@Check(
  'supply_share_committed',
  `status <> 'COMMITTED' or (product_id is not null and pack_id is not null and answered_at is not null)`,
)
@Check(
  'supply_share_agreed',
  `(agreed_at is null) = (agreed_by is null) and (agreed_at is null or status in ('COMMITTED','RELEASED'))`,
)
export class SupplyShare {
  @Id() id: string;
  @Ref('SupplyPool') poolId: string;
  @Ref('Organization') memberOrgId: string;
  @Ref('Organization') leadOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text({ default: 'OFFERED' }) status: string;
  @Column({ type: 'int' }) priority: number;
  @Qty() targetQty: string;
  @Qty() maxQty: string;
  @Qty({ nullable: true }) weeklyMax: string | null;
  /** Called off from it and not given back; written with each call-off and each release. */
  @Qty({ default: '0' }) usedQty: string;
  /** The member's own goods, named when it commits itself. */
  @Ref('Product', { nullable: true }) productId: string | null;
  @Ref('Pack', { nullable: true }) packId: string | null;
  @Text({ nullable: true }) note: string | null;
  @BusinessDate() answerBy: string;
  @Ref('Organization') offeredByOrgId: string;
  @Instant() offeredAt: Date;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Ref('User', { nullable: true }) answeredBy: string | null;
  /** Why it was declined or let go. */
  @Text({ nullable: true }) reason: string | null;
  /** The buyer's consent to this member. */
  @Instant({ nullable: true }) agreedAt: Date | null;
  @Ref('User', { nullable: true }) agreedBy: string | null;
  @Version() version: number;
}
