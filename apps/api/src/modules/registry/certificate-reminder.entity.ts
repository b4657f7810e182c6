import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant } from '../../platform/database/columns.js';

/** One row for each reminder of an expiry that was sent: its key is what makes a step happen once. */
@Entity('certificate_reminder')
export class CertificateReminder {
  @ForeignKey('Certificate') @PrimaryColumn({ type: 'uuid' }) certificateId: string;
  /** Days before the last day: 90, 30, 7. */
  @PrimaryColumn({ type: 'int' }) days: number;
  @Instant() sentAt: Date;
}
