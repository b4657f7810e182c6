import { Check, Entity, Exclusion, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** Days on which a whole cooperative delivers nothing; public, because buyers must know. Both days are included. */
@Entity('holiday_closure')
@Index('holiday_closure_org', ['orgId', 'lastDay'])
@Check('holiday_closure_in_order', 'first_day <= last_day')
@Exclusion(
  'holiday_closure_no_overlap',
  `USING gist (org_id WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (cancelled_at IS NULL)`,
)
export class HolidayClosure {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @BusinessDate() firstDay: string;
  @BusinessDate() lastDay: string;
  @Text() message: string;
  @Ref('User') createdBy: string;
  @CreatedAt() createdAt: Date;
  @Instant({ nullable: true }) cancelledAt: Date | null;
}
