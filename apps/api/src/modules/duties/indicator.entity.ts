import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Id, Instant, Qty, Ref, Text } from '../../platform/database/columns.js';

/** A figure of the cooperative sector that is told period by period. */
@Entity('sector_indicator')
@Check('sector_indicator_unit_known', `unit in ('COUNT','PEOPLE','BILLION_VND','MILLION_VND')`)
export class SectorIndicator {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text() unit: string;
  @Column({ type: 'int' }) position: number;
}

/** One number as a source tells it, with "trên" or "khoảng" kept. Insert-only: a correction is the next revision. */
@Entity('indicator_value')
@Index('indicator_value_revision', ['indicatorCode', 'period', 'revision'], { unique: true })
@Check('indicator_value_qualifier_known', `qualifier in ('EXACT','MORE_THAN','ABOUT')`)
@Check('indicator_value_revision_reason', 'revision = 1 or reason is not null')
@Check('indicator_value_not_negative', 'value >= 0 and (plan is null or plan > 0)')
export class IndicatorValue {
  @Id() id: string;
  @Text() indicatorCode: string;
  /** "2024", "2024-Q1" or a day. */
  @Text() period: string;
  @BusinessDate() periodEnd: string;
  @Qty() value: string;
  @Text() qualifier: string;
  @Qty({ nullable: true }) plan: string | null;
  /** As the source says it, where it names a share of the plan but not the plan. */
  @Column({ type: 'int', nullable: true }) toldPlanBp: number | null;
  @Text() source: string;
  @Column({ type: 'int' }) revision: number;
  @Text({ nullable: true }) reason: string | null;
  /** Null: from the notice's reference data. */
  @Ref('User', { nullable: true }) enteredBy: string | null;
  @Instant() at: Date;
}
