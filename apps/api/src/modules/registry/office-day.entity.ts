import { Check, Entity, PrimaryColumn } from 'typeorm';
import { Flag, Text } from '../../platform/database/columns.js';

/** A day off by law or by the yearly announcement (HOLIDAY), or a weekend day worked in exchange (WORKED). */
@Entity('office_day')
@Check('office_day_kind_known', `kind in ('HOLIDAY','WORKED')`)
export class OfficeDay {
  @PrimaryColumn({ type: 'date' }) day: string;
  @Text() kind: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text() source: string;
  /** By the rule of the law, while the announcement of that year is not recorded. */
  @Flag() isProvisional: boolean;
}
