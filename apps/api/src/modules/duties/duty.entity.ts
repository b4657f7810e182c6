import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** A duty as a notice lays it on somebody: public words, loaded from the notice, never written by people. */
@Entity('duty')
@Index('duty_code', ['eventId', 'code'], { unique: true })
@Check('duty_actor_known', `actor_kind in ('NAMED','ALL_LEVELS','DEPARTMENTS_DISTRICTS','COOPERATIVES','ENTERPRISES','MEDIA')`)
@Check('duty_named_actor', `(actor_kind = 'NAMED') = (org_id is not null)`)
export class Duty {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Text() code: string;
  /** Where it stands in the notice: "II.2.b". */
  @Text() section: string;
  @Text() actorKind: string;
  @Text() actorVi: string;
  @Text() actorEn: string;
  @Ref('Organization', { nullable: true }) orgId: string | null;
  @Text() titleVi: string;
  @Text() titleEn: string;
  /** Word for word. */
  @Text() quote: string;
  /** "Trước ngày": on this day it is too late. */
  @BusinessDate({ nullable: true }) before: string | null;
  /** "Tiếp tục…": without an end. */
  @Flag() continuing: boolean;
  @Column({ type: 'int' }) position: number;
}

/** Where a duty stands, as the Alliance knows it; no row: chưa có thông tin. */
@Entity('duty_task')
@Check('duty_task_status_known', `status in ('UNKNOWN','IN_PROGRESS','DONE','NOT_DONE')`)
@Check('duty_task_next', '(next_move is null) = (next_on is null)')
export class DutyTask {
  @ForeignKey('Duty') @PrimaryColumn({ type: 'uuid' }) dutyId: string;
  @Text() status: string;
  @Text({ nullable: true }) nextMove: string | null;
  @BusinessDate({ nullable: true }) nextOn: string | null;
  @Instant() changedAt: Date;
  @Version() version: number;
}

/** What was learned of a duty, with its evidence. Insert-only. */
@Entity('duty_record')
@Index('duty_record_duty', ['dutyId', 'at'])
@Check('duty_record_step_known', `step in ('progress','complete','miss','reopen')`)
@Check('duty_record_doc', '(doc_no is null) = (doc_date is null)')
@Check('duty_record_evidence', `step <> 'complete' or file_id is not null or doc_no is not null`)
export class DutyRecord {
  @Id() id: string;
  @Ref('Duty') dutyId: string;
  @Text() step: string;
  /** Who did it, where the duty lies on many. */
  @Ref('Organization', { nullable: true }) orgId: string | null;
  @Text() text: string;
  @BusinessDate() happenedOn: string;
  @Text({ nullable: true }) docNo: string | null;
  @BusinessDate({ nullable: true }) docDate: string | null;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Ref('User') byUser: string;
  @Instant() at: Date;
}
