import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A cooperative's "tôi cung ứng được": one for each post, changed rather than repeated. Without prices: those are quoted. */
@Entity('demand_answer')
@Index('demand_answer_once', ['postId', 'sellerOrgId'], { unique: true })
@Index('demand_answer_seller', ['sellerOrgId'])
@Check('demand_answer_positive', 'weekly_qty > 0')
export class DemandAnswer {
  @Id() id: string;
  @Ref('DemandPost') postId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Qty() weeklyQty: string;
  @Text({ nullable: true }) note: string | null;
  @Ref('User') answeredBy: string;
  @Instant() answeredAt: Date;
  @Instant({ nullable: true }) withdrawnAt: Date | null;
  @Version() version: number;
}
