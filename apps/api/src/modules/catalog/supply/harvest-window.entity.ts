import { Check, Entity, Index } from 'typeorm';
import { Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** A stretch of every year in which a product is harvested; replaced as a set. */
@Entity('harvest_window')
@Index('harvest_window_once', ['productId', 'fromDay'], { unique: true })
@Index('harvest_window_org', ['orgId'])
@Check('harvest_window_days', `from_day ~ '^\\d\\d-\\d\\d$' and to_day ~ '^\\d\\d-\\d\\d$'`)
@Check('harvest_window_volume', 'weekly_qty is null or weekly_qty >= 0')
export class HarvestWindow {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('Product') productId: string;
  /** MM-DD, both days included; from after to crosses the new year. */
  @Text() fromDay: string;
  @Text() toDay: string;
  @Qty({ nullable: true }) weeklyQty: string | null;
}
