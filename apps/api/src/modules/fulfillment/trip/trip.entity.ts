import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Flag, Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One truck that several cooperatives share. What it is doing is read from its loads, never written here. */
@Entity('trip')
@Index('trip_number', ['number'], { unique: true })
@Index('trip_opener', ['openerOrgId', 'departsAt'])
@Check('trip_not_overfilled', 'booked_kg >= 0 and (capacity_kg is null or (capacity_kg > 0 and booked_kg <= capacity_kg))')
@Check(
  'trip_cancelled_with_reason',
  '(cancelled_at is null) = (cancel_reason is null) and (cancelled_at is null or booked_kg = 0)',
)
export class Trip {
  @Id() id: string;
  @Text() number: string;
  @Ref('Organization') openerOrgId: string;
  @Text() vehicle: string;
  @Text() driverName: string;
  @Text() driverPhone: string;
  @Instant() departsAt: Date;
  /** null: nobody said how much the truck carries. */
  @Qty({ nullable: true }) capacityKg: string | null;
  /** Sum of the standing loads, kept under the trip's lock so that members who may not read each other cannot overfill it. */
  @Qty({ default: '0' }) bookedKg: string;
  @Column({ type: 'int', default: 0 }) stopCount: number;
  @Text({ nullable: true }) note: string | null;
  @Ref('User') openedBy: string;
  @Instant({ nullable: true }) cancelledAt: Date | null;
  @Text({ nullable: true }) cancelReason: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
