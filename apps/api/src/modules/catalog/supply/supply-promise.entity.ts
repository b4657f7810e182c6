import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/**
 * What agreements and orders take of coming supply, told by the later modules. SCHEDULE: a week of a contract line's schedule.
 * ORDER: a confirmed order line; `openQty` is what it still wants that no lot is held for.
 */
@Entity('supply_promise')
@Index('supply_promise_once', ['kind', 'lineId', 'dueOn'], { unique: true })
@Index('supply_promise_product', ['productId', 'dueOn'])
@Index('supply_promise_source', ['sourceId'])
@Check('supply_promise_kind_known', `kind in ('SCHEDULE','ORDER')`)
@Check('supply_promise_quantities', 'qty >= 0 and open_qty >= 0 and open_qty <= qty')
export class SupplyPromise {
  @Id() id: string;
  /** The seller, whose supply it takes. */
  @Ref('Organization') orgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('Product') productId: string;
  @Text() kind: string;
  /** Contract or order. */
  @Column({ type: 'uuid' }) sourceId: string;
  /** Contract line or order line. */
  @Column({ type: 'uuid' }) lineId: string;
  /** The contract line an order line draws on. */
  @Column({ type: 'uuid', nullable: true }) contractLineId: string | null;
  /** Monday of the week (SCHEDULE) or the day of delivery (ORDER). */
  @BusinessDate() dueOn: string;
  @Qty() qty: string;
  @Qty() openQty: string;
}
