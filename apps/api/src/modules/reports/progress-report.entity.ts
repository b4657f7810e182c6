import { Check, Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** The periodic report on what became of signed agreements: prepared by one person, issued by another, never edited. */
@Entity('progress_report')
@Index('progress_report_number', ['numberYear', 'numberNo'], { unique: true, where: 'number_no is not null' })
@Index('progress_report_scope', ['eventId', 'asOf'])
@Check('progress_report_status_known', `status in ('DRAFT','ISSUED','WITHDRAWN')`)
@Check('progress_report_period', 'period_from <= as_of')
@Check('progress_report_four_eyes', 'issued_by is null or issued_by <> prepared_by')
@Check(
  'progress_report_issued',
  `(status = 'ISSUED') = (number_no is not null) and (number_no is null) = (issued_by is null) and (number_no is null) = (issued_on is null)`,
)
export class ProgressReport {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  /** Null: all agreements. */
  @Ref('Event', { nullable: true }) eventId: string | null;
  @BusinessDate() periodFrom: string;
  /** Facts up to the end of this day. */
  @BusinessDate() asOf: string;
  @Text({ default: 'DRAFT' }) status: string;
  /** The report before it, whose numbers it corrects. */
  @Ref('ProgressReport', { nullable: true }) previousId: string | null;
  @Column({ type: 'int', nullable: true }) numberYear: number | null;
  @Column({ type: 'int', nullable: true }) numberNo: number | null;
  @Ref('User') preparedBy: string;
  @Instant() preparedAt: Date;
  @Ref('User', { nullable: true }) issuedBy: string | null;
  @BusinessDate({ nullable: true }) issuedOn: string | null;
  @Ref('User', { nullable: true }) withdrawnBy: string | null;
  @Text({ nullable: true }) withdrawReason: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}

/** What a report says: insert-only, with the hash of its content. */
@Entity('report_snapshot')
@Check('report_snapshot_hash', 'length(sha256) = 64')
export class ReportSnapshot {
  @ForeignKey('ProgressReport') @PrimaryColumn({ type: 'uuid' }) reportId: string;
  @Column({ type: 'jsonb' }) content: unknown;
  @Text() sha256: string;
  @Instant() takenAt: Date;
}

/** The part of an issued report that everybody may read: sums without prices and without names. */
@Entity('published_result')
export class PublishedResult {
  @ForeignKey('ProgressReport') @PrimaryColumn({ type: 'uuid' }) reportId: string;
  @Text() title: string;
  @Text() number: string;
  @BusinessDate() asOf: string;
  @BusinessDate() issuedOn: string;
  @Column({ type: 'jsonb' }) results: unknown;
  @Flag() isDemo: boolean;
}
