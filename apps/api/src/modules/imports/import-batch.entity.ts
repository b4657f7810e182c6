import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** One file that somebody brought in, from the upload to the day after. */
@Entity('import_batch')
@Index('import_batch_org', ['orgId', 'id'])
@Index('import_batch_open', ['orgId', 'kind', 'fileSha256'], {
  unique: true,
  where: `status in ('UPLOADED','READING','MATCHING','CHECKED','COMMITTING')`,
})
@Check('import_batch_kind_known', `kind in ('PRODUCTS','PRICES','LOTS','CERTIFICATES')`)
@Check(
  'import_batch_status_known',
  `status in ('UPLOADED','READING','MATCHING','CHECKED','COMMITTING','COMMITTED','REVERTED','REJECTED','CANCELLED','FAILED')`,
)
@Check('import_batch_mode_known', `mode in ('VALID_ONLY','ALL_OR_NOTHING')`)
@Check('import_batch_counts', 'rows_done >= 0 and rows_total >= 0')
export class ImportBatch {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() kind: string;
  @Text() fileName: string;
  @Text() fileSha256: string;
  @Text({ default: 'UPLOADED' }) status: string;
  /** The header row as it stands in the file, with the first value under each. */
  @Column({ type: 'jsonb', default: () => `'[]'` }) headers: { header: string; sample: string | null }[];
  /** For each header the column it means, or null to leave it out. */
  @Column({ type: 'jsonb', default: () => `'[]'` }) mapping: (string | null)[];
  @Text({ nullable: true }) mode: string | null;
  @Column({ type: 'int', default: 0 }) rowsTotal: number;
  @Column({ type: 'int', default: 0 }) rowsDone: number;
  /** What the checked rows would do, or did. */
  @Column({ type: 'int', default: 0 }) toCreate: number;
  @Column({ type: 'int', default: 0 }) toUpdate: number;
  @Column({ type: 'int', default: 0 }) toSkip: number;
  @Column({ type: 'int', default: 0 }) withErrors: number;
  @Flag() cancelAsked: boolean;
  /** Why the whole file was not taken. */
  @Column({ type: 'jsonb', nullable: true }) refusal: { code: string } | null;
  @Ref('User') createdBy: string;
  @Ref('User', { nullable: true }) committedBy: string | null;
  @Instant({ nullable: true }) committedAt: Date | null;
  @Instant({ nullable: true }) revertedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
