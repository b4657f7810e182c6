import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Ref, Text } from '../../platform/database/columns.js';

/** A piece of the press about a conference, a product or an agreement: who published it, where and when. */
@Entity('media_item')
@Index('media_item_url', ['url'], { unique: true })
@Index('media_item_event', ['eventId', 'publishedOn'])
@Check('media_item_url_web', `url ~ '^https?://'`)
export class MediaItem {
  @Id() id: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  @Text() outlet: string;
  @Text() title: string;
  @Text() url: string;
  @BusinessDate() publishedOn: string;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Ref('Mou', { nullable: true }) mouId: string | null;
  @Ref('User') createdBy: string;
  @CreatedAt() createdAt: Date;
}
