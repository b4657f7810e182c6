import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One organization registered twice: who saw it, who agreed, and what came of it. */
@Entity('organization_merge')
@Index('organization_merge_open', ['duplicateId'], { unique: true, where: `status = 'PROPOSED'` })
@Index('organization_merge_survivor', ['survivorId'])
@Check('organization_merge_status_known', `status in ('PROPOSED','APPROVED','REFUSED','WITHDRAWN')`)
@Check('organization_merge_of_two', 'duplicate_id <> survivor_id')
@Check(
  'organization_merge_four_eyes',
  `status not in ('APPROVED','REFUSED') or (decided_by is not null and decided_by <> proposed_by)`,
)
export class OrganizationMerge {
  @Id() id: string;
  @Ref('Organization') duplicateId: string;
  @Ref('Organization') survivorId: string;
  @Text() reason: string;
  @Text({ default: 'PROPOSED' }) status: string;
  @Ref('User') proposedBy: string;
  @Instant() proposedAt: Date;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) decisionNote: string | null;
  /** People who were given a seat in the survivor. */
  @Column({ type: 'int', default: 0 }) membersAdded: number;
  @Version() version: number;
}
