import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Flag, Id, Ref, Text, Version } from '../../platform/database/columns.js';

@Entity('organization')
@Index('organization_slug', ['slug'], { unique: true })
@Index('organization_tax_code', ['taxCode'], { unique: true })
@Index('organization_names', { synchronize: false })
@Check('organization_status_known', `status in ('DRAFT','PENDING','ACTIVE','SUSPENDED','CLOSED')`)
export class Organization {
  @Id() id: string;
  @Text() kind: string;
  @Text() name: string;
  @Text() shortName: string;
  @Text() slug: string;
  @Text({ nullable: true }) taxCode: string | null;
  @Text({ nullable: true }) registrationNo: string | null;
  @Text({ nullable: true }) legalRepresentative: string | null;
  @Text({ nullable: true }) legalRepresentativeTitle: string | null;
  @Column({ type: 'int', nullable: true }) memberCount: number | null;
  @Dong({ nullable: true }) charterCapital: bigint | null;
  @Text({ default: 'ACTIVE' }) status: string;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) communeCode: string | null;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) legacyDistrictCode: string | null;
  @Text({ nullable: true }) address: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Text({ nullable: true }) bankBin: string | null;
  @Text({ nullable: true }) bankName: string | null;
  @Text({ nullable: true }) bankAccountNo: string | null;
  @Text({ nullable: true }) bankAccountName: string | null;
  @Text({ nullable: true }) story: string | null;
  /** Present where a fact about a real body comes from a published text. */
  @Text({ nullable: true }) sourceNote: string | null;
  @BusinessDate({ nullable: true }) validFrom: string | null;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @Ref('Organization', { nullable: true }) successorId: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
