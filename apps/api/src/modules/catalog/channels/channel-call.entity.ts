import { Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** An officer's telephone call about a listing that stands still. */
@Entity('channel_call')
@Index('channel_call_listing', ['listingId', 'calledAt'])
export class ChannelCall {
  @Id() id: string;
  @Ref('ChannelListing') listingId: string;
  @Ref('Organization') orgId: string;
  @Text() note: string;
  @Ref('User') calledBy: string;
  @Instant() calledAt: Date;
}
