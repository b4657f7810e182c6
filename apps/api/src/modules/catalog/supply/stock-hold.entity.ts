import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Qty, Ref } from '../../../platform/database/columns.js';

/** What one order line holds of one lot: rollup of the ledger's HOLD and RELEASE rows. */
@Entity('stock_hold')
@Index('stock_hold_order', ['orderId'])
@Check('stock_hold_not_negative', 'qty >= 0')
export class StockHold {
  @PrimaryColumn({ type: 'uuid' }) @ForeignKey('StockLot') lotId: string;
  @PrimaryColumn({ type: 'uuid' }) orderLineId: string;
  @Ref('Organization') orgId: string;
  @Column({ type: 'uuid' }) orderId: string;
  @Qty() qty: string;
  @BusinessDate() dueOn: string;
}
