import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Ref, Text } from '../../platform/database/columns.js';

/**
 * What an event's notice says about the petitions before it: counts, a deadline, who answers. The items themselves are not in the notice,
 * so there are no rows for them until the register is read in.
 */
@Entity('petition_cohort')
@Index('petition_cohort_event', ['eventId'], { unique: true })
@Check('petition_cohort_counts', 'item_count >= petitioner_count and petitioner_count > 0')
export class PetitionCohort {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Column({ type: 'int' }) itemCount: number;
  @Column({ type: 'int' }) petitionerCount: number;
  @BusinessDate() receivedFrom: string;
  @BusinessDate() receivedTo: string;
  /** "Trước ngày": an answer of this day is late. */
  @BusinessDate({ nullable: true }) answerBefore: string | null;
  @Ref('Organization', { nullable: true }) answeringOrgId: string | null;
  @Text() source: string;
}
