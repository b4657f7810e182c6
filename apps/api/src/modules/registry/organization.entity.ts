import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

@Entity('organization')
@Index('organization_slug', ['slug'], { unique: true })
@Index('organization_tax_code', ['taxCode'], { unique: true, where: `status in ('ACTIVE','SUSPENDED')` })
@Index('organization_waiting', ['status'], { where: `status <> 'ACTIVE'` })
@Index('organization_names', { synchronize: false })
@Index('organization_name_keys', { synchronize: false })
@Check('organization_status_known', `status in ('DRAFT','PENDING','ACTIVE','SUSPENDED','CLOSED','MERGED')`)
@Check(
  'organization_merged_into_another',
  `(status = 'MERGED') = (merged_into_id is not null) and merged_into_id is distinct from id`,
)
@Check('organization_verified_by_somebody', `(verified_at is null) = (verification_method is null)`)
export class Organization {
  @Id() id: string;
  @Text() kind: string;
  @Text() name: string;
  @Text() shortName: string;
  @Text() slug: string;
  @Text({ nullable: true }) taxCode: string | null;
  @Text({ nullable: true }) registrationNo: string | null;
  @BusinessDate({ nullable: true }) registeredOn: string | null;
  @Text({ nullable: true }) legalRepresentative: string | null;
  @Text({ nullable: true }) legalRepresentativeTitle: string | null;
  @Column({ type: 'int', nullable: true }) memberCount: number | null;
  @Dong({ nullable: true }) charterCapital: bigint | null;
  @Text({ default: 'ACTIVE' }) status: string;
  /** Why it was returned, suspended or closed; when the state last changed, and by whom. */
  @Text({ nullable: true }) statusReason: string | null;
  @Instant({ nullable: true }) statusAt: Date | null;
  @Ref('User', { nullable: true }) statusBy: string | null;
  /** What the Alliance compared: PAPERS (the certificate itself) or REGISTER_LOOKUP (the tax authority's public page). */
  @Text({ nullable: true }) verificationMethod: string | null;
  @Instant({ nullable: true }) verifiedAt: Date | null;
  @Ref('User', { nullable: true }) verifiedBy: string | null;
  @Ref('Organization', { nullable: true }) mergedIntoId: string | null;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) communeCode: string | null;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) legacyDistrictCode: string | null;
  @Text({ nullable: true }) address: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Text({ nullable: true }) email: string | null;
  @Text({ nullable: true }) website: string | null;
  @Text({ nullable: true }) bankBin: string | null;
  @Text({ nullable: true }) bankName: string | null;
  @Text({ nullable: true }) bankAccountNo: string | null;
  @Text({ nullable: true }) bankAccountName: string | null;
  @Text({ nullable: true }) story: string | null;
  /** Present where a fact about a real body comes from a published text. */
  @Text({ nullable: true }) sourceNote: string | null;
  @BusinessDate({ nullable: true }) validFrom: string | null;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
