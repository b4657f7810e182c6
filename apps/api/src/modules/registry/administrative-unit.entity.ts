import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Text } from '../../platform/database/columns.js';

/** Communes since 1/7/2025 and the districts that ended then; codes are keys, names never. */
@Entity('administrative_unit')
@Index('administrative_unit_level', ['level'])
export class AdministrativeUnit {
  @PrimaryColumn({ type: 'text' }) code: string;
  /** PROVINCE, DISTRICT or COMMUNE. */
  @Text() level: string;
  @Text() name: string;
  @Text() shortName: string;
  @Text() slug: string;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) formerDistrictCode: string | null;
  @BusinessDate({ nullable: true }) validFrom: string | null;
  @BusinessDate({ nullable: true }) validTo: string | null;
}
