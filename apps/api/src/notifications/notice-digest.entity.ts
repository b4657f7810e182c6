import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant } from '../platform/database/columns.js';

/** The daily letters that left: one for each person and day, whoever runs the job how often. */
@Entity('notice_digest')
export class NoticeDigest {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('User')
  userId: string;
  @PrimaryColumn({ type: 'date' }) day: string;
  @Column({ type: 'int' }) items: number;
  @Instant() sentAt: Date;
}
