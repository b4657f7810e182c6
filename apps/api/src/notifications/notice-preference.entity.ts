import type { NoticeGroup, NoticeWay } from '@lienket/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant } from '../platform/database/columns.js';

/** What a person chose; no row means the usual. Minutes are those of the day in Việt Nam. */
@Entity('notice_preference')
@Check('notice_preference_quiet_whole', '(quiet_from is null) = (quiet_to is null)')
@Check(
  'notice_preference_minutes',
  'digest_at between 0 and 1439 and coalesce(quiet_from, 0) between 0 and 1439 and coalesce(quiet_to, 0) between 0 and 1439',
)
export class NoticePreference {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('User')
  userId: string;
  @Column({ type: 'int', nullable: true }) quietFrom: number | null;
  @Column({ type: 'int', nullable: true }) quietTo: number | null;
  @Column({ type: 'int' }) digestAt: number;
  @Column({ type: 'jsonb', default: {} }) ways: Partial<Record<NoticeGroup, NoticeWay>>;
  @Instant() updatedAt: Date;
}
