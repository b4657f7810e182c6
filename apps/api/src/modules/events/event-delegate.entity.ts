import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Ref, Text } from '../../platform/database/columns.js';

/** Who was invited to a conference or came; personal data, read by the Alliance and by the delegate's own organization. */
@Entity('event_delegate')
@Index('event_delegate_code', ['eventId', 'code'], { unique: true })
@Index('event_delegate_org', ['orgId'])
@Check(
  'event_delegate_role_known',
  `role in ('COOPERATIVE','ENTERPRISE','DISTRIBUTOR','SIGNATORY','AUTHORITY','ASSOCIATION','PRESS','OTHER')`,
)
export class EventDelegate {
  @Id() id: string;
  @Ref('Event') eventId: string;
  /** Its number in the conference's register. */
  @Text() code: string;
  @Text() fullName: string;
  @Text({ nullable: true }) title: string | null;
  @Ref('Organization', { nullable: true }) orgId: string | null;
  /** Where the register names a body that is no party of it. */
  @Text({ nullable: true }) orgName: string | null;
  @Text() role: string;
  @Text({ nullable: true }) phone: string | null;
  /** Null: nobody wrote down whether the person came. */
  @Column({ type: 'boolean', nullable: true }) attended: boolean | null;
  @CreatedAt() createdAt: Date;
}
