import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** Claims that a cooperative wants to change on a product that is on show; the product stays as it is until the Alliance decides. */
@Entity('product_change')
@Index('product_change_open', ['productId'], { unique: true, where: `status = 'PENDING'` })
@Index('product_change_product', ['productId', 'createdAt'])
@Index('product_change_waiting', ['createdAt', 'id'], { where: `status = 'PENDING'` })
@Check('product_change_status_known', `status in ('PENDING','APPLIED','DECLINED','WITHDRAWN')`)
@Check('product_change_decided', `(status in ('APPLIED','DECLINED')) = (decided_by is not null)`)
@Check('product_change_declined_with_reason', `status <> 'DECLINED' or reason is not null`)
export class ProductChange {
  @Id() id: string;
  @Ref('Product') productId: string;
  @Ref('Organization') orgId: string;
  @Text({ default: 'PENDING' }) status: string;
  /** The fields as they should become; what is left out stays. */
  @Column({ type: 'jsonb' }) wanted: Record<string, unknown>;
  /** The same fields as they were when it was decided. */
  @Column({ type: 'jsonb', nullable: true }) replaced: Record<string, unknown> | null;
  @Text({ nullable: true }) note: string | null;
  @Text({ nullable: true }) reason: string | null;
  @Ref('User') requestedBy: string;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
