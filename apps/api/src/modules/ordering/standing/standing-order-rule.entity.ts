import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';
import type { SheetLine } from '../templates/sheet.js';

/**
 * When a standing order delivers, and what, from a day on. Written once: a change is a further rule, which holds from its first day on
 * whatever an earlier one says of those days. The lines are a copy: changing the template or the order they came from changes nothing here.
 */
@Entity('standing_order_rule')
@Index('standing_order_rule_once', ['standingOrderId', 'number'], { unique: true })
@Check('standing_order_rule_numbered', 'number > 0')
@Check('standing_order_rule_weekdays_known', `cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]`)
@Check('standing_order_rule_season_rising', 'valid_from <= valid_to')
@Check('standing_order_rule_lead_sane', 'lead_days between 0 and 14')
@Check('standing_order_rule_ceiling_positive', 'max_total > 0')
@Check('standing_order_rule_has_lines', 'jsonb_array_length(lines) between 1 and 1000')
export class StandingOrderRule {
  @Id() id: string;
  @Ref('StandingOrder') standingOrderId: string;
  @Ref('Organization') buyerOrgId: string;
  /** 1, 2, 3 in the order they were made. */
  @Column({ type: 'int' }) number: number;
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
  @Ref('User') madeBy: string;
  @Instant() madeAt: Date;
}
