import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BusinessDate, Text } from '../../../platform/database/columns.js';

/** Why an agreement stands still, as officers may name it. */
@Entity('stall_reason')
export class StallReason {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Column({ type: 'int' }) position: number;
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Text() source: string;
}
