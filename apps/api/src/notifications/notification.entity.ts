import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text } from '../platform/database/columns.js';

/** What one person is told about one fact. The words are made when read, in the language of that day. */
@Entity('notification')
@Index('notification_once', ['userId', 'orgId', 'kind', 'key'], { unique: true })
@Index('notification_newest', ['userId', 'orgId', 'createdAt', 'id'])
@Index('notification_unread', ['userId', 'orgId'], { where: 'read_at is null' })
@Check('notification_way_known', `way in ('APP','EMAIL','DIGEST')`)
export class Notification {
  @Id() id: string;
  @Ref('User') userId: string;
  @Ref('Organization') orgId: string;
  @Text() kind: string;
  @Text() noticeGroup: string;
  @Text() key: string;
  @Column({ type: 'jsonb' }) facts: Record<string, string | number | boolean | null | readonly string[]>;
  @Ref('Organization', { nullable: true }) fromOrgId: string | null;
  /** How it travels, as the person's settings stood when it came. */
  @Text() way: string;
  @Instant({ nullable: true }) mailedAt: Date | null;
  @Instant({ nullable: true }) readAt: Date | null;
  @CreatedAt() createdAt: Date;
}
