import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Ref } from '../../../platform/database/columns.js';

/** A line as it stood and as it shall stand; insert-only, so that no annex can lose the original. */
@Entity('agreement_proposal_line')
@Index('agreement_proposal_line_once', { synchronize: false })
@Check('agreement_proposal_line_of_one', '(mou_line_id is null) <> (contract_line_id is null)')
export class ProposalLine {
  @Id() id: string;
  @Ref('AgreementProposal') proposalId: string;
  @Ref('MouLine', { nullable: true }) mouLineId: string | null;
  @Ref('ContractLine', { nullable: true }) contractLineId: string | null;
  /** { min, target, max, unitPrice, schedule }: decimal strings; what a memorandum does not have is left out. */
  @Column({ type: 'jsonb' }) before: unknown;
  @Column({ type: 'jsonb' }) after: unknown;
}
