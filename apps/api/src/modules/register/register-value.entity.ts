import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../../platform/database/columns.js';

/** Where a field's value stands in a register: sheet and cell, and the page of the scan if the register names it. Rows are only added. */
@Entity('register_value')
@Index('register_value_target', ['targetId', 'field', 'item'])
export class RegisterValue {
  @Id() id: string;
  @Column({ type: 'uuid' }) @ForeignKey('RegisterBatch') batchId: string;
  @Column({ type: 'uuid' }) targetId: string;
  /** Key of the sheet: AGREEMENTS, LINES, … */
  @Text() sheet: string;
  /** Line number, where one thing has several rows. */
  @Column({ type: 'int', default: 0 }) item: number;
  @Text() field: string;
  @Text() value: string;
  /** As the file shows it: name of the sheet and "D12". */
  @Text() sheetTitle: string;
  @Text() cell: string;
  @Text({ nullable: true }) scanPage: string | null;
}
