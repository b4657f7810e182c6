import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** Where the truck stops: to load at a cooperative, to unload at a buyer's store or distribution center. */
@Entity('trip_stop')
@Index('trip_stop_trip', ['tripId', 'position'])
@Index('trip_stop_loading', ['tripId', 'orgId'], { unique: true, where: `kind = 'LOAD'` })
@Index('trip_stop_unloading', ['tripId', 'locationId'], { unique: true, where: `kind = 'UNLOAD'` })
@Check('trip_stop_kind_known', `kind in ('LOAD','UNLOAD') and (kind = 'LOAD' or location_id is not null)`)
export class TripStop {
  @Id() id: string;
  @Ref('Trip') tripId: string;
  @Ref('Organization') openerOrgId: string;
  /** From 1, without gaps. */
  @Column({ type: 'int' }) position: number;
  @Text() kind: string;
  /** Whose place it is: the cooperative's or the buyer's. */
  @Ref('Organization') orgId: string;
  @Ref('Location', { nullable: true }) locationId: string | null;
  @Text() placeName: string;
  @Text({ nullable: true }) address: string | null;
  @Instant({ nullable: true }) expectedAt: Date | null;
}
