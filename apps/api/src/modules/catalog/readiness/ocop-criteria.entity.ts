import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BusinessDate, Text } from '../../../platform/database/columns.js';

/** A table of OCOP criteria as data: another decision is another row. */
@Entity('ocop_criteria')
export class OcopCriteria {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  /** What it was made from, and what it is not. */
  @Text() source: string;
  /** [{code, nameVi, nameEn, points, items: [{code, nameVi, nameEn, points}]}], points in hundredths. */
  @Column({ type: 'jsonb' }) parts: unknown;
  @BusinessDate() validFrom: string;
}
