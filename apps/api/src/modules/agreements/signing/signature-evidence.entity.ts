import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** What happened on the way to a signature, a wrong code included; insert-only, kept when a round fails. */
@Entity('signature_evidence')
@Index('signature_evidence_document', ['documentType', 'documentId', 'at'])
@Check(
  'signature_evidence_kind_known',
  `kind in ('ROUND_OPENED','CODE_ASKED','CODE_SENT','CODE_WRONG','SIGNED','PDF_DESCRIBED','REFUSED','VOIDED','LAPSED','REMINDED')`,
)
export class SignatureEvidence {
  @Id() id: string;
  @Text() documentType: string;
  @Column({ type: 'uuid' }) documentId: string;
  @Column({ type: 'int', nullable: true }) roundNo: number | null;
  @Text() kind: string;
  @Text({ nullable: true }) method: string | null;
  @Ref('Organization', { nullable: true }) orgId: string | null;
  @Ref('User', { nullable: true }) userId: string | null;
  @Text({ nullable: true }) documentSha256: string | null;
  @Column({ type: 'jsonb', default: {} }) data: Record<string, unknown>;
  @Instant() at: Date;
}
