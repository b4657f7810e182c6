import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Text } from '../../../platform/database/columns.js';

/** One line of a buyer's checklist. */
@Entity('buyer_requirement')
@Check('buyer_requirement_evidence_known', `evidence in ('COMPUTED','ATTESTED','VERIFIED')`)
export class BuyerRequirement {
  @ForeignKey('BuyerChecklist') @PrimaryColumn({ type: 'uuid' }) buyerOrgId: string;
  @ForeignKey('RequirementType') @PrimaryColumn({ type: 'text' }) code: string;
  /** The least proof the buyer is content with. */
  @Text() evidence: string;
  /** Asked in these product groups only; empty = wherever it applies. */
  @Column({ type: 'text', array: true }) onlyGroups: string[];
  /** In the buyer's own words. */
  @Text({ nullable: true }) note: string | null;
}
