import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** One party's signature under a memorandum or a contract: in the app, by one-time code, by a signed PDF, or on paper and attested by two officers. */
@Entity('signature')
@Index('signature_once', ['documentType', 'documentId', 'orgId'], { unique: true })
@Check('signature_document_known', `document_type in ('MOU','CONTRACT')`)
@Check('signature_method_known', `method in ('IN_APP','ONE_TIME_CODE','SIGNED_PDF','PAPER_ATTESTED')`)
@Check('signature_two_persons', 'countersigned_by is null or countersigned_by <> attested_by')
@Check(
  'signature_who',
  `(method <> 'PAPER_ATTESTED') = (signed_by is not null) and (method = 'PAPER_ATTESTED') = (attested_by is not null)`,
)
export class Signature {
  @Id() id: string;
  @Text() documentType: string;
  @Column({ type: 'uuid' }) documentId: string;
  @Ref('Organization') orgId: string;
  @Text() method: string;
  @Ref('User', { nullable: true }) signedBy: string | null;
  @Ref('User', { nullable: true }) attestedBy: string | null;
  @Instant({ nullable: true }) attestedAt: Date | null;
  @Ref('User', { nullable: true }) countersignedBy: string | null;
  @Instant({ nullable: true }) countersignedAt: Date | null;
  @BusinessDate() signedOn: string;
  @Text() documentSha256: string;
  /** The uploaded PDF, and what its signatures say of themselves. */
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Column({ type: 'jsonb', nullable: true }) inspection: unknown;
  @Instant() recordedAt: Date;
}
