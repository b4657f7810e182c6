import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Text } from '../../../platform/database/columns.js';

/** Windows and clocks by perishability, dated. Reference data: a new rule is a new row, an old one ends. */
@Entity('claim_term')
@Index('claim_term_period', ['code', 'validFrom'], { unique: true })
@Check(
  'claim_term_hours',
  'window_hours > 0 and answer_hours > 0 and escalate_hours >= answer_hours and dispute_hours > 0 and auto_receipt_hours > 0',
)
export class ClaimTermRow {
  @Id() id: string;
  @Text() code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  /** Days; null: longer ones, and goods whose shelf life nobody knows. */
  @Column({ type: 'int', nullable: true }) shelfLifeTo: number | null;
  @Column({ type: 'int' }) windowHours: number;
  @Column({ type: 'int' }) answerHours: number;
  @Column({ type: 'int' }) escalateHours: number;
  @Column({ type: 'int' }) disputeHours: number;
  @Column({ type: 'int' }) autoReceiptHours: number;
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Text() source: string;
}
