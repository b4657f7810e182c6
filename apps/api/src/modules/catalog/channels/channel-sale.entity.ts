import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What the cooperative says it sold there in a month. */
@Entity('channel_sale')
@Check('channel_sale_first_of_month', 'extract(day from month) = 1')
@Check('channel_sale_says_something', 'qty is not null or note is not null')
@Check('channel_sale_not_negative', 'qty >= 0')
export class ChannelSale {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('ChannelListing')
  listingId: string;
  @PrimaryColumn({ type: 'date' }) month: string;
  @Ref('Organization') orgId: string;
  @Qty({ nullable: true }) qty: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant() recordedAt: Date;
}
