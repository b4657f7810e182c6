import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** What the days of a term are counted from, between these two, from this day on; in force once the other side agreed. */
@Entity('payment_term')
@Index('payment_term_day', ['sellerOrgId', 'buyerOrgId', 'validFrom', 'id'])
@Index('payment_term_one_open', ['sellerOrgId', 'buyerOrgId'], { unique: true, where: `state = 'PROPOSED'` })
@Check('payment_term_base_known', `base in ('RECEIPT','INVOICE','MONTH_END')`)
@Check('payment_term_state_known', `state in ('PROPOSED','AGREED','DECLINED')`)
export class PaymentTerm {
  @Id() id: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() base: string;
  @BusinessDate() validFrom: string;
  @Text() state: string;
  @Ref('Organization') proposedByOrgId: string;
  @Ref('User') proposedBy: string;
  @Ref('User', { nullable: true }) answeredBy: string | null;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
