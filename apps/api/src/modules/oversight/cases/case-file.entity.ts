import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Who of the Alliance looks after an agreement, and what comes next; the Alliance's own. */
@Entity('case_file')
@Index('case_file_next', ['nextActionOn'], { where: 'next_action_on is not null' })
@Check('case_file_next_action_has_day', '(next_action is null) = (next_action_on is null)')
export class CaseFile {
  @ForeignKey('Mou') @PrimaryColumn({ type: 'uuid' }) mouId: string;
  @Ref('User', { nullable: true }) ownerId: string | null;
  @Text({ nullable: true }) nextAction: string | null;
  @BusinessDate({ nullable: true }) nextActionOn: string | null;
  @Instant() savedAt: Date;
  @Version() version: number;
}
