import { Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Text } from '../database/columns.js';

/** Law, rates and thresholds as data with validity dates: VAT rows, the non-cash limit, OCOP's term. */
@Entity('legal_parameter')
@Index('legal_parameter_period', ['code', 'validFrom', 'variant'], { unique: true })
export class LegalParameter {
  @Id() id: string;
  /** VAT_RULE, NON_CASH_FROM, CERTIFICATE_TERM, ACKNOWLEDGE_HOURS ... */
  @Text() code: string;
  /** Tells rows of one code apart, for example the VAT class. */
  @Text({ default: '' }) variant: string;
  @Column({ type: 'jsonb' }) value: unknown;
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Text() source: string;
}
