import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** An answer in a report, or an official one with number, date and file: two different facts, both kept for good. */
@Entity('petition_answer')
@Index('petition_answer_official', ['petitionId', 'round'], { unique: true, where: `kind = 'OFFICIAL'` })
@Index('petition_answer_petition', ['petitionId', 'at'])
@Index('petition_answer_file', ['fileId'])
@Check('petition_answer_kind_known', `kind in ('REPORT','OFFICIAL')`)
@Check(
  'petition_answer_official_whole',
  `kind <> 'OFFICIAL' or (doc_no is not null and doc_date is not null and file_id is not null)`,
)
export class PetitionAnswer {
  @Id() id: string;
  @Ref('Petition') petitionId: string;
  @Column({ type: 'int' }) round: number;
  @Text() kind: string;
  @Ref('Organization') departmentId: string;
  @Text({ nullable: true }) docNo: string | null;
  @BusinessDate({ nullable: true }) docDate: string | null;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Text({ nullable: true }) summary: string | null;
  /** The deadline as it stood then; in time is docDate before it. */
  @BusinessDate({ nullable: true }) answerBefore: string | null;
  @Ref('User', { nullable: true }) byUser: string | null;
  @Instant() at: Date;
}
