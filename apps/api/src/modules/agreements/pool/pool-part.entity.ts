import { Check, Column, Entity, Index } from 'typeorm';
import { Flag, Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What one call-off asked of one member and why: the numbers of the rule, as they were. Only `released` and `declined` move later. */
@Entity('pool_part')
@Index('pool_part_once', ['callOffId', 'shareId', 'round'], { unique: true })
@Index('pool_part_order', ['orderId'], { where: 'order_id is not null' })
@Index('pool_part_order_line', ['orderLineId'], { unique: true, where: 'order_line_id is not null' })
@Index('pool_part_share', ['shareId'])
@Check('pool_part_round_known', 'round in (1, 2)')
@Check('pool_part_within_cap', 'qty >= 0 and qty <= cap and proportion + added = qty')
@Check('pool_part_cap_reason_known', `cap_by in ('SHARE','WEEK','AVAILABLE')`)
@Check('pool_part_ordered', '(qty = 0) = (order_id is null) and (order_id is null) = (order_line_id is null)')
@Check('pool_part_released', 'released >= 0 and released <= qty and declined >= 0 and declined <= qty')
export class PoolPart {
  @Id() id: string;
  @Ref('PoolCallOff') callOffId: string;
  @Ref('SupplyPool') poolId: string;
  @Ref('SupplyShare') shareId: string;
  @Ref('Organization') memberOrgId: string;
  @Ref('Organization') leadOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  /** 1 as called off, 2 as it flowed back. */
  @Column({ type: 'int' }) round: number;
  @Qty() qty: string;
  @Column({ type: 'int' }) priority: number;
  @Qty() weight: string;
  @Qty() usedBefore: string;
  @Qty() cap: string;
  @Text() capBy: string;
  @Flag() capped: boolean;
  @Qty() divided: string;
  @Qty() among: string;
  @Qty() proportion: string;
  @Qty() added: string;
  @Ref('PurchaseOrder', { nullable: true }) orderId: string | null;
  @Ref('OrderLine', { nullable: true }) orderLineId: string | null;
  /** Given back to the share in all: declined, cancelled, closed short. */
  @Qty({ default: '0' }) released: string;
  /** What the member itself said no to when it answered. */
  @Qty({ default: '0' }) declined: string;
}
