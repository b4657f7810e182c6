import { Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A partner program's key to the data of one organization. Only its hash is kept; the key itself is shown once. */
@Entity('api_token')
@Index('api_token_hash', ['hash'], { unique: true })
@Index('api_token_org', ['orgId', 'id'])
export class ApiToken {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() name: string;
  /** The first signs of the key, to tell keys apart. */
  @Text() prefix: string;
  /** SHA-256 of the key, which is 256 random bits: no salt adds anything. */
  @Text() hash: string;
  @Column({ type: 'text', array: true }) scopes: string[];
  @Ref('User') createdBy: string;
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Instant({ nullable: true }) lastUsedAt: Date | null;
  @Instant({ nullable: true }) revokedAt: Date | null;
  @CreatedAt() createdAt: Date;
}
