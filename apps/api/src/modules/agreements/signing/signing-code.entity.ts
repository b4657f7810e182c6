import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A one-time code for one person, one document and one text. Only its hash is kept; the worker makes it as the letter leaves. */
@Entity('signing_code')
@Index('signing_code_newest', ['userId', 'documentId', 'requestedAt'])
@Check('signing_code_tries', 'tries between 0 and 5')
export class SigningCode {
  @Id() id: string;
  @Text() documentType: string;
  @Column({ type: 'uuid' }) documentId: string;
  @Ref('User') userId: string;
  @Ref('Organization') orgId: string;
  @Text() documentSha256: string;
  /** Null until the letter was made. */
  @Text({ nullable: true }) codeHash: string | null;
  @Instant() requestedAt: Date;
  @Instant() expiresAt: Date;
  @Column({ type: 'int', default: 0 }) tries: number;
  @Instant({ nullable: true }) usedAt: Date | null;
}
