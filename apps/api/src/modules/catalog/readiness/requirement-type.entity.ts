import type { AppliesTo } from '@lienket/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Flag, Text } from '../../../platform/database/columns.js';

/** A document or fact that buyers ask for: reference data, each buyer chooses from it. */
@Entity('requirement_type')
@Check('requirement_type_provable', `fact is not null or cardinality(kinds) > 0`)
@Check('requirement_type_evidence_known', `template_evidence in ('COMPUTED','ATTESTED','VERIFIED')`)
export class RequirementType {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  /** Kinds of papers of which any one meets it. */
  @Column({ type: 'text', array: true }) kinds: string[];
  /** The fact in the data that meets it: GTIN, PRICE, PHOTO, TRACE_LINK, BANK_ACCOUNT, REGISTERED. */
  @Text({ nullable: true }) fact: string | null;
  @Column({ type: 'jsonb' }) applies: AppliesTo;
  @Text() templateEvidence: string;
  /** On the list that a new buyer starts from. */
  @Flag() isUsual: boolean;
  @Column({ type: 'int' }) position: number;
}
