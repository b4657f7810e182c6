import { Column, Entity, Index } from 'typeorm';
import { Id, Ref, Text } from '../../platform/database/columns.js';

/** A point of a conference's agenda: a speech, the signing, the visit of the booths. */
@Entity('event_talk')
@Index('event_talk_event', ['eventId', 'startsAt', 'id'])
export class EventTalk {
  @Id() id: string;
  @Ref('Event') eventId: string;
  /** Minutes since midnight in Việt Nam; null: the programme names no time. */
  @Column({ type: 'int', nullable: true }) startsAt: number | null;
  @Text() title: string;
  @Text({ nullable: true }) speaker: string | null;
  @Ref('Organization', { nullable: true }) orgId: string | null;
}
