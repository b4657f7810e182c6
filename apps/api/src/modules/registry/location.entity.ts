import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Id, Ref, Text } from '../../platform/database/columns.js';

@Entity('location')
@Index('location_org', ['orgId'])
@Check('location_kind_known', `kind in ('FARM','WAREHOUSE','DC','STORE','OFFICE')`)
export class Location {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() kind: string;
  @Text({ nullable: true }) code: string | null;
  @Text() name: string;
  @Text() address: string;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) communeCode: string | null;
  @CreatedAt() createdAt: Date;
}
