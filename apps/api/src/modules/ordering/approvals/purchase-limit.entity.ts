import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** What a buyer's people may order without asking, as dated data: a rule is ended and another begins, never rewritten. */
@Entity('purchase_limit')
@Index('purchase_limit_buyer', ['buyerOrgId', 'validFrom'])
@Check('purchase_limit_one_subject', 'user_id is null or role is null')
@Check('purchase_limit_says_something', 'coalesce(per_order, per_period) is not null and (per_period is null) = (period is null)')
@Check('purchase_limit_positive', 'per_order > 0 and per_period > 0')
@Check('purchase_limit_period_known', `period in ('WEEK','MONTH','QUARTER','VALIDITY')`)
@Check('purchase_limit_dates_rising', 'valid_to >= valid_from - 1')
export class PurchaseLimit {
  @Id() id: string;
  @Ref('Organization') buyerOrgId: string;
  /** One person; or a role, each of its people for himself; or neither: all together. */
  @Ref('User', { nullable: true }) userId: string | null;
  @Text({ nullable: true }) role: string | null;
  @Dong({ nullable: true }) perOrder: bigint | null;
  @Dong({ nullable: true }) perPeriod: bigint | null;
  @Text({ nullable: true }) period: string | null;
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Ref('User') setBy: string;
  @Instant() setAt: Date;
  @Version() version: number;
}
