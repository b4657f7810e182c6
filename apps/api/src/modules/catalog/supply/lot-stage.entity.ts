import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A step on a lot's way, shown on its public page: what, where, when. No person is named. */
@Entity('lot_stage')
@Index('lot_stage_lot', ['lotId', 'onDay'])
@Check('lot_stage_known', `stage in ('GROWN','SORTED','PROCESSED','PACKED','STORED','INSPECTED')`)
export class LotStage {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('StockLot') lotId: string;
  @Text() stage: string;
  @Text() place: string;
  @BusinessDate() onDay: string;
  @Instant() recordedAt: Date;
  @Ref('User') recordedBy: string;
}
