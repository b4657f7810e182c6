import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Ref, Text } from '../../platform/database/columns.js';

/** One of the 18 display points; its owner is a district or a cooperative, and unknown until the register says so. */
@Entity('booth')
@Index('booth_position', ['eventId', 'position'], { unique: true })
@Check('booth_one_owner', 'owner_org_id is null or owner_unit_code is null')
export class Booth {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Column({ type: 'int' }) position: number;
  @Text({ nullable: true }) title: string | null;
  @Ref('Organization', { nullable: true }) ownerOrgId: string | null;
  @ForeignKey('AdministrativeUnit') @Text({ nullable: true }) ownerUnitCode: string | null;
  /** What was shown, in the register's words. */
  @Text({ nullable: true }) goods: string | null;
}
