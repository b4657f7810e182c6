import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref } from '../../platform/database/columns.js';

@Entity('membership')
@Index('membership_person_in_organization', ['userId', 'orgId'], { unique: true, where: 'ended_at is null' })
@Index('membership_org', ['orgId'])
export class Membership {
  @Id() id: string;
  @Ref('User') userId: string;
  @Ref('Organization') orgId: string;
  @Column({ type: 'text', array: true }) roles: string[];
  @Instant({ nullable: true }) endedAt: Date | null;
  @CreatedAt() createdAt: Date;
}
