import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** A star belongs to one product of one owner; expiry is a date, never a status that someone must remember to set. */
@Entity('certificate')
@Index('certificate_org', ['orgId'])
@Index('certificate_product', ['productId'])
@Index('certificate_waiting', ['createdAt', 'id'], { where: `status = 'DECLARED'` })
@Index('certificate_ends', ['expiresOn', 'id'], { where: `status = 'VERIFIED' and superseded_by is null` })
@Check('certificate_status_known', `status in ('DECLARED','RETURNED','VERIFIED','REVOKED','WITHDRAWN')`)
@Check('certificate_stars_only_ocop', `(kind = 'OCOP') = (stars is not null)`)
@Check('certificate_stars_range', 'stars is null or stars between 3 and 5')
@Check('certificate_score_range', 'score_hundredths is null or (stars is not null and score_hundredths between 0 and 10000)')
@Check('certificate_issuer_level_known', `issuer_level is null or issuer_level in ('DISTRICT','PROVINCE','CENTRAL')`)
@Check('certificate_two_persons', 'verified_by is null or declared_by is null or verified_by <> declared_by')
@Check('certificate_returned_with_reason', `status <> 'RETURNED' or return_reason is not null`)
@Check(
  'certificate_revoked_with_reason',
  `(status = 'REVOKED') = (revoked_on is not null) and (revoked_on is null or revoke_reason is not null)`,
)
export class Certificate {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  /** null = of the whole organization. */
  @Ref('Product', { nullable: true }) productId: string | null;
  /** A code of `certificate_kind`. */
  @ForeignKey('CertificateKind') @Text() kind: string;
  @Column({ type: 'int', nullable: true }) stars: number | null;
  /** Hundredths of a point. */
  @Column({ type: 'int', nullable: true }) scoreHundredths: number | null;
  /** The criteria the council scored by: another decision splits the 100 points otherwise. */
  @Text({ nullable: true }) criteriaVersion: string | null;
  /** The decision's or the paper's number. */
  @Text({ nullable: true }) number: string | null;
  @BusinessDate({ nullable: true }) decidedOn: string | null;
  @Text({ nullable: true }) issuer: string | null;
  @Text({ nullable: true }) issuerLevel: string | null;
  /** For self-declarations: under which decree. */
  @Text({ nullable: true }) legalBasis: string | null;
  @BusinessDate() issuedOn: string;
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Text({ default: 'DECLARED' }) status: string;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Ref('User', { nullable: true }) declaredBy: string | null;
  @Ref('User', { nullable: true }) verifiedBy: string | null;
  @Instant({ nullable: true }) verifiedAt: Date | null;
  @Text({ nullable: true }) returnReason: string | null;
  @BusinessDate({ nullable: true }) revokedOn: string | null;
  @Ref('User', { nullable: true }) revokedBy: string | null;
  @Text({ nullable: true }) revokeReason: string | null;
  @Ref('StoredFile', { nullable: true }) revokeFileId: string | null;
  /** The newer paper that took its place when it was verified. */
  @Ref('Certificate', { nullable: true }) supersededBy: string | null;
  @BusinessDate({ nullable: true }) supersededOn: string | null;
  @Flag() isDemo: boolean;
  @CreatedAt() createdAt: Date;
}
