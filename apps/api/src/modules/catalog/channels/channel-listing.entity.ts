import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One product on one platform, as its cooperative reports it. */
@Entity('channel_listing')
@Index('channel_listing_once', ['productId', 'platformCode'], { unique: true })
@Index('channel_listing_org', ['orgId'])
@Index('channel_listing_waiting', ['movedAt', 'id'])
@Check('channel_listing_state_known', `state in ('PREPARING','WAITING','SELLING','PAUSED','REMOVED')`)
@Check('channel_listing_sells_somewhere', `state <> 'SELLING' or url is not null`)
@Check('channel_listing_https', `url like 'https://%'`)
@Check('channel_listing_check_whole', '(last_checked_on is null) = (last_checked_by is null)')
export class ChannelListing {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('Product') productId: string;
  @ForeignKey('ChannelPlatform') @Text() platformCode: string;
  @Text({ nullable: true }) url: string | null;
  @Text({ default: 'PREPARING' }) state: string;
  /** When a person last opened the link, and what stood there. */
  @BusinessDate({ nullable: true }) lastCheckedOn: string | null;
  @Ref('User', { nullable: true }) lastCheckedBy: string | null;
  @Text({ nullable: true }) lastCheckNote: string | null;
  /** The last step or change of state: from here a standstill is counted. */
  @Instant() movedAt: Date;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
