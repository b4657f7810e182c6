import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Flag, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A search that an organization keeps; with an alert its people hear once a day of products that are new in it. */
@Entity('saved_search')
@Index('saved_search_org', ['orgId', 'createdAt'])
export class SavedSearch {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() name: string;
  /** The filter as the API takes it, and the catalogue's address of it ("q=na&group=FOOD"). */
  @Column({ type: 'jsonb' }) filter: Record<string, unknown>;
  @Text({ default: '' }) address: string;
  @Flag() alert: boolean;
  /** Products published later are new to these people, and to the alert. */
  @Instant() seenAt: Date;
  @Instant() alertedAt: Date;
  @Ref('User') createdBy: string;
  @CreatedAt() createdAt: Date;
}
