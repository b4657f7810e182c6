import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Ref, Text } from '../../../platform/database/columns.js';

/** One dated row of the rules for standing still: for every event, or for one event only, which then replaces the general row. */
@Entity('stall_rule')
@Index('stall_rule_general', ['transition', 'variant', 'level', 'validFrom'], { unique: true, where: 'event_id is null' })
@Index('stall_rule_of_event', ['eventId', 'transition', 'variant', 'level', 'validFrom'], { unique: true })
@Check('stall_rule_level_known', `level in ('WATCH','RISK','STALLED')`)
@Check('stall_rule_transition_known', `transition in ('CONTRACT','CALL_OFF','DELIVERY','PACE','EXPIRY')`)
@Check('stall_rule_count_known', `day_count in ('WORKING','CALENDAR')`)
@Check(
  'stall_rule_sane',
  `days >= 0 and horizon_days >= 0 and below_bp between 1 and 10000 and periods > 0 and interval_pct >= 100`,
)
export class StallRule {
  @Id() id: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  @Text() transition: string;
  @Text({ default: 'ANY' }) variant: string;
  @Text() level: string;
  @Column({ type: 'int', nullable: true }) days: number | null;
  @Text() dayCount: string;
  @Column({ type: 'int', default: 0 }) horizonDays: number;
  @Column({ type: 'int', nullable: true }) belowBp: number | null;
  @Column({ type: 'int', nullable: true }) periods: number | null;
  @Column({ type: 'int', nullable: true }) intervalPct: number | null;
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Text() source: string;
  @Ref('User', { nullable: true }) createdBy: string | null;
}
