import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Flag, Text } from '../../../platform/database/columns.js';

/** Why goods are turned away or claimed: codes as data, named in both languages. A code in use is retired, never removed. */
@Entity('defect_reason')
export class DefectReason {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Flag() atReceipt: boolean;
  @Flag() atClaim: boolean;
  /** A claim for it shows a picture. */
  @Flag() needsPhoto: boolean;
  @Flag() retired: boolean;
  @Column({ type: 'int' }) position: number;
}
