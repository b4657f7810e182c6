import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** Who was asked, from when and until when; never rewritten. `round` counts from 0 and goes up with each reopening. */
@Entity('petition_assignment')
@Index('petition_assignment_petition', ['petitionId', 'at'])
@Check('petition_assignment_kind_known', `kind in ('ASSIGN','TRANSFER','REOPEN')`)
@Check('petition_assignment_reason', `kind = 'ASSIGN' or reason is not null`)
export class PetitionAssignment {
  @Id() id: string;
  @Ref('Petition') petitionId: string;
  @Column({ type: 'int' }) round: number;
  @Text() kind: string;
  @Ref('Organization') departmentId: string;
  @BusinessDate({ nullable: true }) answerBefore: string | null;
  @Text({ nullable: true }) reason: string | null;
  @Ref('Organization', { nullable: true }) byOrgId: string | null;
  @Ref('User', { nullable: true }) byUser: string | null;
  @Instant() at: Date;
}
