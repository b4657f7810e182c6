import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** A meeting that one side asks another for, before the day; an accepted one has a table and a time. */
@Entity('meeting')
@Index('meeting_table_once', ['slotId', 'tableNo'], { unique: true, where: `status = 'ACCEPTED'` })
@Index('meeting_open', ['eventId', 'fromOrgId', 'toOrgId'], { unique: true, where: `status in ('REQUESTED','ACCEPTED')` })
@Index('meeting_to', ['toOrgId'])
@Check('meeting_status_known', `status in ('REQUESTED','ACCEPTED','DECLINED','CANCELLED')`)
@Check('meeting_of_two', 'from_org_id <> to_org_id')
@Check('meeting_has_place', `status <> 'ACCEPTED' or (slot_id is not null and table_no is not null)`)
export class Meeting {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Ref('Organization') fromOrgId: string;
  @Ref('Organization') toOrgId: string;
  @Text({ nullable: true }) wish: string | null;
  @Text({ default: 'REQUESTED' }) status: string;
  @Ref('EventSlot', { nullable: true }) slotId: string | null;
  @Column({ type: 'int', nullable: true }) tableNo: number | null;
  @Ref('User') requestedBy: string;
  @Ref('User', { nullable: true }) answeredBy: string | null;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
