import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** What a body says that it did of a duty laid on it; it becomes a row of the duty's diary when the Alliance confirms it. */
@Entity('duty_word')
@Index('duty_word_waiting', ['dutyId', 'orgId'], { unique: true, where: `status = 'WAITING'` })
@Index('duty_word_org', ['orgId', 'at'])
@Check('duty_word_step_known', `step in ('progress','complete')`)
@Check('duty_word_status_known', `status in ('WAITING','CONFIRMED','RETURNED')`)
@Check('duty_word_doc', '(doc_no is null) = (doc_date is null)')
@Check(
  'duty_word_decided',
  `(status = 'WAITING') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (status = 'RETURNED') = (reason is not null) and (status = 'CONFIRMED') = (record_id is not null)`,
)
export class DutyWord {
  @Id() id: string;
  @Ref('Duty') dutyId: string;
  @Ref('Organization') orgId: string;
  @Text() step: string;
  @Text() text: string;
  @BusinessDate() happenedOn: string;
  @Text({ nullable: true }) docNo: string | null;
  @BusinessDate({ nullable: true }) docDate: string | null;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Ref('User') byUser: string;
  @Instant() at: Date;
  @Text({ default: 'WAITING' }) status: string;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  /** Why it was returned. */
  @Text({ nullable: true }) reason: string | null;
  @Ref('DutyRecord', { nullable: true }) recordId: string | null;
  @Version() version: number;
}
