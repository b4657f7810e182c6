import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A cooperative that was asked to put its goods on a trip. */
@Entity('trip_member')
@Index('trip_member_once', ['tripId', 'orgId'], { unique: true })
@Index('trip_member_waiting', ['orgId', 'status'])
@Check('trip_member_status_known', `status in ('INVITED','JOINED','DECLINED','DROPPED')`)
export class TripMember {
  @Id() id: string;
  @Ref('Trip') tripId: string;
  @Ref('Organization') orgId: string;
  @Ref('Organization') openerOrgId: string;
  @Text() status: string;
  @Text({ nullable: true }) reason: string | null;
  @Instant() invitedAt: Date;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Ref('User', { nullable: true }) answeredBy: string | null;
}
