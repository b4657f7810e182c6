import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

@Entity('location')
@Index('location_org', ['orgId'])
@Check('location_kind_known', `kind in ('FARM','WAREHOUSE','PACKING_HOUSE','DC','STORE','OFFICE')`)
export class Location {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() kind: string;
  @Text({ nullable: true }) code: string | null;
  @Text() name: string;
  @Text() address: string;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) communeCode: string | null;
  /** The sign above a store, for example GO! or Tops. */
  @Text({ nullable: true }) bannerName: string | null;
  /** When it is open or receives goods, in its own words. */
  @Text({ nullable: true }) openingHours: string | null;
  @Text({ nullable: true }) contactName: string | null;
  @Text({ nullable: true }) contactPhone: string | null;
  /** Documents go on naming it; new ones cannot choose it. */
  @Instant({ nullable: true }) deactivatedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
