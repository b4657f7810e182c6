import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BusinessDate, Text } from '../../../platform/database/columns.js';

/** Why an agreement ended: reference data with days of validity, so that a new reason needs no release. */
@Entity('closing_reason')
export class ClosingReason {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  /** Outcomes it may explain. */
  @Column({ type: 'text', array: true }) outcomes: string[];
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Column({ type: 'int' }) position: number;
}
