import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Text } from '../../platform/database/columns.js';

/** A row of a register as it stands in the file, and what was found when it was checked. */
@Entity('register_row')
@Index('register_row_outcome', ['batchId', 'outcome', 'sheetNo', 'rowNo'])
@Check('register_row_outcome_known', `outcome in ('CREATE','UPDATE','SAME','UNDECIDED','WAITING','EXAMPLE','HELD','ERROR')`)
export class RegisterRow {
  @PrimaryColumn({ type: 'uuid' }) @ForeignKey('RegisterBatch') batchId: string;
  /** Place of the sheet among the seven, from 0. */
  @PrimaryColumn({ type: 'int' }) sheetNo: number;
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  @Column({ type: 'jsonb' }) cells: ([string, string] | null)[];
  @Text({ default: '' }) key: string;
  @Text({ nullable: true }) outcome: string | null;
  @Column({ type: 'jsonb', default: () => `'[]'` }) problems: unknown[];
  /** The row with a mistake that this one depends on. */
  @Column({ type: 'jsonb', nullable: true }) heldBy: unknown;
}
