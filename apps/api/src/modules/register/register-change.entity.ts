import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../../platform/database/columns.js';

/** What a register did to one thing: all of it before and after, so that it can be taken back whole. */
@Entity('register_change')
@Index('register_change_target', ['batchId', 'tableName', 'targetId'], { unique: true })
export class RegisterChange {
  @Id() id: string;
  @Column({ type: 'uuid' }) @ForeignKey('RegisterBatch') batchId: string;
  @Text() tableName: string;
  @Column({ type: 'uuid' }) targetId: string;
  /** Null: the register made it. */
  @Column({ type: 'jsonb', nullable: true }) before: unknown;
  @Column({ type: 'jsonb', nullable: true }) after: unknown;
}
