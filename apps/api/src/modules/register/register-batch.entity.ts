import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';
import type { ReadSheet } from './register-sheet.js';

/** A conference's register as one file: prepared by one person, let in by another. */
@Entity('register_batch')
@Index('register_batch_event', ['eventId', 'id'])
@Index('register_batch_open', ['eventId', 'fileSha256'], {
  unique: true,
  where: `status in ('UPLOADED','VALIDATED','SUBMITTED','APPROVED')`,
})
@Check(
  'register_batch_status_known',
  `status in ('UPLOADED','VALIDATED','SUBMITTED','APPROVED','COMMITTED','REVERTED','REJECTED','WITHDRAWN')`,
)
@Check('register_batch_mode_known', `mode in ('VALID_ONLY','ALL_OR_NOTHING')`)
@Check(
  'register_batch_four_eyes',
  'approved_by is null or (approved_by <> created_by and approved_by is distinct from submitted_by)',
)
@Check('register_batch_approved', `status not in ('APPROVED','COMMITTED','REVERTED') or approved_by is not null`)
export class RegisterBatch {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Ref('Organization') orgId: string;
  @Text() fileName: string;
  @Text() fileSha256: string;
  @Text({ default: 'UPLOADED' }) status: string;
  @Text({ nullable: true }) mode: string | null;
  /** The sheets that were found: their own names, their headers and what each header was read as. */
  @Column({ type: 'jsonb', default: () => `'[]'` }) sheets: readonly ReadSheet[];
  /** Why the whole file was not taken, or went back after its approval. */
  @Column({ type: 'jsonb', nullable: true }) refusal: { code: string } | null;
  @Text({ nullable: true }) returnReason: string | null;
  @Ref('User') createdBy: string;
  @Ref('User', { nullable: true }) submittedBy: string | null;
  @Instant({ nullable: true }) submittedAt: Date | null;
  @Ref('User', { nullable: true }) approvedBy: string | null;
  @Instant({ nullable: true }) approvedAt: Date | null;
  @Instant({ nullable: true }) committedAt: Date | null;
  @Ref('User', { nullable: true }) revertedBy: string | null;
  @Instant({ nullable: true }) revertedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
