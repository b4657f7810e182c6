import { Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** An opaque token's SHA-256; the acting organization is part of the session, never a header. */
@Entity('session')
@Index('session_token', ['tokenHash'], { unique: true })
@Index('session_user', ['userId'])
export class Session {
  @Id() id: string;
  @Text() tokenHash: string;
  @Ref('User') userId: string;
  @Ref('Organization', { nullable: true }) orgId: string | null;
  /** Assisted mode: `orgId` is the organization helped. */
  @Ref('Mandate', { nullable: true }) mandateId: string | null;
  @Text({ nullable: true }) userAgent: string | null;
  @Instant() lastSeenAt: Date;
  @Instant() expiresAt: Date;
  @Instant({ nullable: true }) revokedAt: Date | null;
  @CreatedAt() createdAt: Date;
}
