import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A cooperative's word to the bank of one agreement: asked for, given until a day, taken back at any time. */
@Entity('evidence_consent')
@Index('evidence_consent_agreement', ['agreementId', 'id'])
@Index('evidence_consent_open', ['agreementId'], {
  unique: true,
  where: `status in ('REQUESTED','GRANTED') and superseded_at is null`,
})
@Check('evidence_consent_status_known', `status in ('REQUESTED','GRANTED','DECLINED','REVOKED','CANCELLED')`)
@Check(
  'evidence_consent_whole',
  `status not in ('GRANTED','REVOKED') or (period_from is not null and expires_on is not null and decided_by is not null and scopes <> '{}')`,
)
export class EvidenceConsent {
  @Id() id: string;
  @Ref('CreditAgreement') agreementId: string;
  @Ref('Organization') bankOrgId: string;
  @Ref('Organization') borrowerOrgId: string;
  @Text() status: string;
  @Column({ type: 'text', array: true, default: () => `'{}'` }) askedScopes: string[];
  @Text({ nullable: true }) askedFor: string | null;
  @Ref('User', { nullable: true }) askedBy: string | null;
  @Instant({ nullable: true }) askedAt: Date | null;
  @Column({ type: 'text', array: true, default: () => `'{}'` }) scopes: string[];
  @BusinessDate({ nullable: true }) periodFrom: string | null;
  /** The last day on which the bank may look. */
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) note: string | null;
  @Ref('User', { nullable: true }) endedBy: string | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  /** It had run out, and another took its place. */
  @Instant({ nullable: true }) supersededAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
