import { Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** The petitioner's word on an official answer; the organization that wrote it down is named. */
@Entity('petition_feedback')
@Index('petition_feedback_once', ['petitionId', 'round'], { unique: true })
export class PetitionFeedback {
  @Id() id: string;
  @Ref('Petition') petitionId: string;
  @Column({ type: 'int' }) round: number;
  @Column({ type: 'boolean' }) satisfied: boolean;
  @Text({ nullable: true }) note: string | null;
  @Ref('Organization') byOrgId: string;
  @Ref('User') byUser: string;
  @Instant() at: Date;
}
