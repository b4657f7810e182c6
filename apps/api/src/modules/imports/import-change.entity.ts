import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Text } from '../../platform/database/columns.js';

/** What one import did to one thing: all of it before and after, so that it can be taken back whole. */
@Entity('import_change')
@Index('import_change_batch', ['batchId', 'targetId'], { unique: true })
@Index('import_change_target', ['targetId'])
export class ImportChange {
  @Id() id: string;
  @Column({ type: 'uuid' }) @ForeignKey('ImportBatch') batchId: string;
  @Column({ type: 'uuid' }) targetId: string;
  /** The first row of the file that speaks of it. */
  @Column({ type: 'int' }) rowNo: number;
  /** Null: the import made it. */
  @Column({ type: 'jsonb', nullable: true }) before: unknown;
  @Column({ type: 'jsonb', nullable: true }) after: unknown;
  @Instant({ nullable: true }) undoneAt: Date | null;
  /** Why it was left as it is when the import was taken back. */
  @Text({ nullable: true }) keptReason: string | null;
}
