import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';
import type { SheetLine } from '../templates/sheet.js';

/** A sheet that is ordered again on fixed weekdays of a season. A copy: changing the template or the order it came from changes nothing here. */
@Entity('standing_order')
@Index('standing_order_buyer', ['buyerOrgId', 'id'])
@Index('standing_order_open', ['validTo'], { where: `state <> 'ENDED'` })
@Check('standing_order_state_known', `state in ('ACTIVE','PAUSED','ENDED')`)
@Check('standing_order_weekdays_known', `cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]`)
@Check('standing_order_season_rising', 'valid_from <= valid_to')
@Check('standing_order_lead_sane', 'lead_days between 0 and 14')
@Check('standing_order_ceiling_positive', 'max_total > 0')
@Check('standing_order_has_lines', 'jsonb_array_length(lines) between 1 and 1000')
export class StandingOrder {
  @Id() id: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() name: string;
  @Text({ default: 'ACTIVE' }) state: string;
  /** Days of delivery, 1 = Monday to 7 = Sunday. */
  @Column({ type: 'int', array: true }) weekdays: number[];
  @BusinessDate() validFrom: string;
  @BusinessDate() validTo: string;
  /** Calendar days between placing and delivery. */
  @Column({ type: 'int' }) leadDays: number;
  /** What one day may cost, VAT not included; null: whatever it comes to. */
  @Dong({ nullable: true }) maxTotal: bigint | null;
  @Ref('Contract', { nullable: true }) contractId: string | null;
  @Ref('Location') deliveryLocationId: string;
  @Text({ nullable: true }) buyerPoNo: string | null;
  @Text({ nullable: true }) note: string | null;
  @Text() sellers: string;
  @Column({ type: 'jsonb' }) lines: SheetLine[];
  /** In whose name it is placed, under whose limits: who set it up, or resumed it last. */
  @Ref('User') responsibleId: string;
  @Instant() setUpAt: Date;
  @Flag() isDemo: boolean;
  @Version() version: number;
}
