import { Entity, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Instant, Text } from '../../../platform/database/columns.js';

/** An event of the card service, kept once however often it is told. It names what changed; the truth is fetched. */
@Entity('card_event')
@Index('card_event_waiting', ['createdAt'], { where: 'done_at is null' })
export class CardEvent {
  @PrimaryColumn({ type: 'text' }) id: string;
  @Text() type: string;
  /** The payment intent or session it is about. */
  @Text({ nullable: true }) objectId: string | null;
  @Instant({ nullable: true }) doneAt: Date | null;
  @CreatedAt() createdAt: Date;
}
