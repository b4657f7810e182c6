import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Flag, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** One time of going round for signatures: a refusal ends it, and the next draft opens another. */
@Entity('signing_round')
@Index('signing_round_number', ['documentType', 'documentId', 'roundNo'], { unique: true })
@Index('signing_round_open', ['documentType', 'documentId'], { unique: true, where: `state = 'OPEN'` })
@Index('signing_round_expiry', ['expiresOn'], { where: `state = 'OPEN'` })
@Check('signing_round_order_known', `signing_order in ('ANY','SEQUENTIAL')`)
@Check('signing_round_state_known', `state in ('OPEN','COMPLETED','REFUSED','LAPSED')`)
@Check('signing_round_document_known', `document_type in ('MOU','CONTRACT')`)
@Check('signing_round_closed', `(state = 'OPEN') = (closed_at is null)`)
@Check(
  'signing_round_paper_whole',
  '(paper_file_id is null) = (paper_sha256 is null) and (paper_file_id is null) = (paper_bytes is null)',
)
export class SigningRound {
  @Id() id: string;
  @Text() documentType: string;
  @Column({ type: 'uuid' }) documentId: string;
  @Column({ type: 'int' }) roundNo: number;
  @Text({ default: 'ANY' }) signingOrder: string;
  /** A signature in the app needs a one-time code. */
  @Flag() requireCode: boolean;
  /** Last day; null: open until refused. */
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Text() documentSha256: string;
  /** The paper as it is sent round, made once by the worker; what a signed PDF must begin with. */
  @Ref('StoredFile', { nullable: true }) paperFileId: string | null;
  @Text({ nullable: true }) paperSha256: string | null;
  @Column({ type: 'int', nullable: true }) paperBytes: number | null;
  @Ref('User') openedBy: string;
  @Ref('Organization') openedByOrgId: string;
  @Instant() openedAt: Date;
  @Text({ default: 'OPEN' }) state: string;
  @Text({ nullable: true }) reason: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
}
