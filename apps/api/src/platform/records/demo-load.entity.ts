import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Instant } from '../database/columns.js';

/** Tells that the demo world was loaded once, and which one. */
@Entity('demo_load')
export class DemoLoad {
  @PrimaryColumn({ type: 'text' }) name: string;
  @Instant() loadedAt: Date;
  @Column({ type: 'jsonb', default: {} }) summary: unknown;
}
