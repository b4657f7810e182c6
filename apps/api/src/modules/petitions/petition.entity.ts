import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Ref, Text, Version } from '../../platform/database/columns.js';

/** One item of a cooperative's petition. What a register does not say stays empty: text, petitioner, day. */
@Entity('petition')
@Index('petition_number', ['number'], { unique: true })
@Index('petition_register', ['eventId', 'registerNo'], { unique: true, where: 'register_no is not null' })
@Index('petition_petitioners', { synchronize: false })
@Index('petition_departments', { synchronize: false })
@Index('petition_state', ['status', 'id'])
@Index('petition_department', ['departmentId', 'status'])
@Check(
  'petition_status_known',
  `status in ('RECEIVED','CLASSIFIED','ASSIGNED','ANSWERED_IN_REPORT','DRAFT_ANSWER','OFFICIAL_ANSWER','ACCEPTED','NOT_SATISFIED','MERGED')`,
)
@Check('petition_origin_known', `origin in ('REGISTER','COOPERATIVE','ALLIANCE')`)
@Check('petition_register_of_event', 'register_no is null or event_id is not null')
@Check('petition_assigned', `status in ('RECEIVED','CLASSIFIED','MERGED') or department_id is not null`)
@Check('petition_merged', `(status = 'MERGED') = (merged_into_id is not null)`)
@Check('petition_reopened', 'reopened >= 0')
export class Petition {
  @Id() id: string;
  /** "KN-2026-000001". */
  @Text() number: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  /** Number in the event's register: an import finds the item by it. */
  @Text({ nullable: true }) registerNo: string | null;
  @Text() origin: string;
  @Ref('Organization', { nullable: true }) petitionerOrgId: string | null;
  /** As the register writes it, where no organization was found for it. */
  @Text({ nullable: true }) petitionerName: string | null;
  /** The petitioner and those whose duplicate was merged into this one: all of them are answered. */
  @Column({ type: 'uuid', array: true, default: () => `'{}'` }) petitionerOrgIds: string[];
  @Text({ nullable: true }) content: string | null;
  @Text({ nullable: true }) wantedOutcome: string | null;
  @BusinessDate({ nullable: true }) receivedOn: string | null;
  @Column({ type: 'text', array: true, default: () => `'{}'` }) fieldCodes: string[];
  @Text({ default: 'RECEIVED' }) status: string;
  /** Today's body that answers: the successor of the one named, where that one is no more. */
  @Ref('Organization', { nullable: true }) departmentId: string | null;
  /** As named by the register or the notice. */
  @Ref('Organization', { nullable: true }) namedDepartmentId: string | null;
  /** Every body that has or had it; they may go on reading. */
  @Column({ type: 'uuid', array: true, default: () => `'{}'` }) departmentIds: string[];
  /** "Trước ngày", strictly. */
  @BusinessDate({ nullable: true }) answerBefore: string | null;
  @Column({ type: 'int', default: 0 }) reopened: number;
  @Ref('Petition', { nullable: true }) mergedIntoId: string | null;
  /** A written answer the register speaks of; it becomes official when its file is added. */
  @Text({ nullable: true }) registeredDocNo: string | null;
  @BusinessDate({ nullable: true }) registeredDocDate: string | null;
  @Ref('User', { nullable: true }) createdBy: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
