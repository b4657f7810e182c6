import { Entity, PrimaryColumn } from 'typeorm';
import { Flag, Text } from '../../../platform/database/columns.js';

/** Days off by law, as data: the yearly notice moves some of them, so each says where it is from. */
@Entity('public_holiday')
export class PublicHoliday {
  @PrimaryColumn({ type: 'date' }) day: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text() source: string;
  /** By the rule, while the notice of that year is not recorded. */
  @Flag() isProvisional: boolean;
}
