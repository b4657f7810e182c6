import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Flag, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** What one side or the Alliance puts to the others about a signed agreement: an annex, a pause, an end. An agreed annex is a version. */
@Entity('agreement_proposal')
@Index('agreement_proposal_number', ['documentType', 'documentId', 'proposalNo'], { unique: true })
@Index('agreement_proposal_amendment', ['documentType', 'documentId', 'amendmentNo'], {
  unique: true,
  where: 'amendment_no is not null',
})
@Index('agreement_proposal_open', ['documentType', 'documentId'], { unique: true, where: `state = 'OPEN'` })
@Index('agreement_proposal_until', ['untilOn'], { where: `state = 'OPEN'` })
@Check('agreement_proposal_document_known', `document_type in ('MOU','CONTRACT')`)
@Check('agreement_proposal_kind_known', `kind in ('AMEND','SUSPEND','RESUME','CLOSE','TERMINATE')`)
@Check('agreement_proposal_state_known', `state in ('OPEN','AGREED','DECLINED','WITHDRAWN')`)
@Check(
  'agreement_proposal_outcome_known',
  `outcome in ('FULFILLED','PARTLY','UNSUCCESSFUL','CANCELLED') and (outcome is null or kind = 'CLOSE')`,
)
@Check('agreement_proposal_decided', `(state = 'OPEN') = (decided_at is null)`)
@Check('agreement_proposal_amendment_agreed', `amendment_no is null or (kind = 'AMEND' and state = 'AGREED')`)
@Check('agreement_proposal_file_whole', '(file_id is null) = (file_sha256 is null)')
export class AgreementProposal {
  @Id() id: string;
  @Text() documentType: string;
  @Column({ type: 'uuid' }) documentId: string;
  @Column({ type: 'int' }) proposalNo: number;
  /** Counts agreed annexes from 1. */
  @Column({ type: 'int', nullable: true }) amendmentNo: number | null;
  @Text() kind: string;
  @Text() reason: string;
  @Column({ type: 'text', array: true, default: () => "'{}'" }) reasonCodes: string[];
  @Text({ nullable: true }) outcome: string | null;
  /** Last day to object, or of notice. */
  @BusinessDate({ nullable: true }) untilOn: string | null;
  /** Those whose consent counts, as they stood when it was proposed. */
  @Column({ type: 'uuid', array: true }) partyOrgIds: string[];
  /** Changed terms beside the lines: [{ field, before, after }]. */
  @Column({ type: 'jsonb', default: [] }) terms: unknown;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Text({ nullable: true }) fileSha256: string | null;
  /** The Alliance acts on a document: nobody's consent is asked. */
  @Flag() byDocument: boolean;
  @Text({ default: 'OPEN' }) state: string;
  @Ref('User') proposedBy: string;
  @Ref('Organization') proposedByOrgId: string;
  @Instant() proposedAt: Date;
  @Instant({ nullable: true }) decidedAt: Date | null;
}
