import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** A star belongs to one product of one owner; expiry is a date, never a status that someone must remember to set. */
@Entity('certificate')
@Index('certificate_org', ['orgId'])
@Index('certificate_product', ['productId'])
@Check('certificate_status_known', `status in ('DECLARED','VERIFIED','REVOKED')`)
@Check('certificate_stars_only_ocop', `(kind = 'OCOP') = (stars is not null)`)
@Check('certificate_stars_range', 'stars is null or stars between 3 and 5')
export class Certificate {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Text() kind: string;
  @Column({ type: 'int', nullable: true }) stars: number | null;
  @Text({ nullable: true }) number: string | null;
  @Text({ nullable: true }) issuer: string | null;
  @BusinessDate() issuedOn: string;
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Text({ default: 'DECLARED' }) status: string;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Ref('User', { nullable: true }) verifiedBy: string | null;
  @Instant({ nullable: true }) verifiedAt: Date | null;
  @Flag() isDemo: boolean;
  @CreatedAt() createdAt: Date;
}
