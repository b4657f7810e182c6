import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Ref } from '../../platform/database/columns.js';

/** A time for meetings on the day: minutes since midnight in Việt Nam. */
@Entity('event_slot')
@Index('event_slot_start', ['eventId', 'startsAt'], { unique: true })
@Check('event_slot_in_order', 'starts_at >= 0 and starts_at < ends_at and ends_at <= 1440')
export class EventSlot {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Column({ type: 'int' }) startsAt: number;
  @Column({ type: 'int' }) endsAt: number;
}
