import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/**
 * What a buyer placed at once with several sellers: one order each, this is the bracket around them. Only the buyer's own: no
 * seller learns that there are other orders. Where the group stands is derived from its orders.
 */
@Entity('order_group')
@Index('order_group_number', ['number'], { unique: true })
@Index('order_group_buyer', ['buyerOrgId', 'id'])
export class OrderGroup {
  @Id() id: string;
  @Text() number: string;
  @Ref('Organization') buyerOrgId: string;
  @Text({ nullable: true }) buyerPoNo: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant() placedAt: Date;
  @Ref('User') placedBy: string;
  @Flag() isDemo: boolean;
}
