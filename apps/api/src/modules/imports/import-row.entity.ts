import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Text } from '../../platform/database/columns.js';

/** A row of the file as it was read, and what was found when it was checked. */
@Entity('import_row')
@Index('import_row_key', ['batchId', 'key', 'rowNo'])
@Check('import_row_outcome_known', `outcome in ('CREATE','UPDATE','SKIP','ERROR')`)
export class ImportRow {
  @PrimaryColumn({ type: 'uuid' }) @ForeignKey('ImportBatch') batchId: string;
  /** The number its program shows. */
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  /** [kind's first letter, text] for each cell. */
  @Column({ type: 'jsonb' }) cells: ([string, string] | null)[];
  /** What identifies the thing the row speaks of; rows of one thing are handled together. */
  @Text({ default: '' }) key: string;
  @Text({ nullable: true }) outcome: string | null;
  @Column({ type: 'jsonb', default: () => `'[]'` }) errors: unknown[];
}
