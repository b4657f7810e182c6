import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant, Ref } from '../../../platform/database/columns.js';

@Entity('channel_step_done')
export class ChannelStepDone {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('ChannelListing')
  listingId: string;
  @PrimaryColumn({ type: 'text' })
  @ForeignKey('ChannelStep')
  stepCode: string;
  @Ref('Organization') orgId: string;
  @Ref('User') doneBy: string;
  @Instant() doneAt: Date;
}
