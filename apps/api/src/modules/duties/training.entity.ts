import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Flag, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** A training or guidance that was held: topic, day, who held it, who came. */
@Entity('training_session')
@Index('training_session_day', ['heldOn', 'id'])
@Check('training_session_kind_known', `kind in ('TRAINING','GUIDANCE')`)
@Check('training_session_people', 'people >= cardinality(attendee_org_ids) and cardinality(attendee_org_ids) > 0')
export class TrainingSession {
  @Id() id: string;
  @Text() kind: string;
  @Text() topic: string;
  @BusinessDate() heldOn: string;
  @Text({ nullable: true }) place: string | null;
  @Ref('Organization') organizerOrgId: string;
  @Ref('Duty', { nullable: true }) dutyId: string | null;
  @Column({ type: 'uuid', array: true }) attendeeOrgIds: string[];
  @Column({ type: 'int' }) people: number;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Ref('User') recordedBy: string;
  @Instant() at: Date;
  @Flag() isDemo: boolean;
}
