import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A bank (or a service of it) that reports arrivals on a seller's account. Its secret is derived from the id, never stored. */
@Entity('bank_link')
@Index('bank_link_org', ['orgId', 'id'])
export class BankLink {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() name: string;
  @Ref('User') createdBy: string;
  @Instant({ nullable: true }) lastUsedAt: Date | null;
  @Instant({ nullable: true }) revokedAt: Date | null;
  @CreatedAt() createdAt: Date;
}

/** A nonce that was used: the same message never counts again. Rows older than the time window are swept. */
@Entity('bank_nonce')
@Index('bank_nonce_age', ['createdAt'])
export class BankNonce {
  @PrimaryColumn({ type: 'uuid' }) @ForeignKey('BankLink') linkId: string;
  @PrimaryColumn({ type: 'text' }) nonce: string;
  @Column({ type: 'timestamptz' }) createdAt: Date;
}
