import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What one side wants changed of a confirmed order. Accepted ones are numbered: they are the order's versions. */
@Entity('order_change')
@Index('order_change_open', ['orderId'], { unique: true, where: `status = 'PROPOSED'` })
@Index('order_change_order', ['orderId', 'id'])
@Check('order_change_kind_known', `kind in ('CHANGE','CANCEL')`)
@Check('order_change_status_known', `status in ('PROPOSED','ACCEPTED','DECLINED','WITHDRAWN')`)
@Check('order_change_from_a_side', 'proposed_by_org_id in (seller_org_id, buyer_org_id)')
@Check('order_change_decided_by_somebody', `(status = 'PROPOSED') = (decided_at is null)`)
@Check('order_change_accepted_is_numbered', `(status = 'ACCEPTED') = (revision is not null)`)
export class OrderChange {
  @Id() id: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() kind: string;
  @Text() status: string;
  @Text() reason: string;
  @Ref('Organization') proposedByOrgId: string;
  @Ref('User') proposedBy: string;
  @Instant() proposedAt: Date;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) decisionNote: string | null;
  /** The order's version this made: 2 is the first change. */
  @Column({ type: 'int', nullable: true }) revision: number | null;
}

@Entity('order_change_line')
@Index('order_change_line_change', ['changeId', 'orderLineId'], { unique: true })
@Check('order_change_line_only_less', 'qty_after between 0 and qty_before')
export class OrderChangeLine {
  @Id() id: string;
  @Ref('OrderChange') changeId: string;
  @Ref('OrderLine') orderLineId: string;
  @Qty() qtyBefore: string;
  @Qty() qtyAfter: string;
  @BusinessDate() dateBefore: string;
  @BusinessDate() dateAfter: string;
}
