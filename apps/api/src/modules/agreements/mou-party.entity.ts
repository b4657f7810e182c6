import { Check, Column, Entity, Index } from 'typeorm';
import { Flag, Id, Ref, Text } from '../../platform/database/columns.js';

@Entity('mou_party')
@Index('mou_party_once', ['mouId', 'orgId', 'role'], { unique: true })
@Index('mou_party_org', ['orgId'])
@Check('mou_party_role_known', `role in ('SELLER','BUYER','BANK','WITNESS')`)
export class MouParty {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Ref('Organization') orgId: string;
  @Text() role: string;
  @Flag() mustSign: boolean;
  @Column({ type: 'int' }) position: number;
  @Text({ nullable: true }) representative: string | null;
}
