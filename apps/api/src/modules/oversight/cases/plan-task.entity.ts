import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A task of an agreement's action plan (Kế hoạch thúc đẩy), with who does it, until when, and what proves it. */
@Entity('plan_task')
@Index('plan_task_mou', ['mouId', 'dueOn'])
@Index('plan_task_open', ['dueOn'], { where: `state = 'OPEN'` })
@Check('plan_task_state_known', `state in ('OPEN','DONE','DROPPED')`)
@Check(
  'plan_task_ended_with_evidence',
  `state = 'OPEN' or (ended_at is not null and (outcome is not null or evidence_file_id is not null))`,
)
export class PlanTask {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Text() title: string;
  /** The party that is to do it; null = the Alliance itself. */
  @Ref('Organization', { nullable: true }) responsibleOrgId: string | null;
  @BusinessDate() dueOn: string;
  @Text({ default: 'OPEN' }) state: string;
  @Text({ nullable: true }) outcome: string | null;
  @Ref('StoredFile', { nullable: true }) evidenceFileId: string | null;
  @Ref('User') createdBy: string;
  @Instant() createdAt: Date;
  @Ref('User', { nullable: true }) endedBy: string | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  @Version() version: number;
}
