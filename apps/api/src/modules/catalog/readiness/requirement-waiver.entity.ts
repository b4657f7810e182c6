import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A buyer's manager does without a document until a day, with a name and a reason. */
@Entity('requirement_waiver')
@Index('requirement_waiver_sides', ['buyerOrgId', 'sellerOrgId', 'code'])
@Index('requirement_waiver_seller', ['sellerOrgId'])
@Check('requirement_waiver_two_sides', 'buyer_org_id <> seller_org_id')
@Check('requirement_waiver_ended_by_somebody', '(ended_at is null) = (ended_by is null)')
export class RequirementWaiver {
  @Id() id: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('Organization') sellerOrgId: string;
  /** null = for every product of the seller. */
  @Ref('Product', { nullable: true }) productId: string | null;
  @ForeignKey('RequirementType') @Text() code: string;
  @Text() reason: string;
  /** Last day. */
  @BusinessDate() endsOn: string;
  @Ref('User') grantedBy: string;
  @Instant() grantedAt: Date;
  @Ref('User', { nullable: true }) endedBy: string | null;
  @Instant({ nullable: true }) endedAt: Date | null;
}
