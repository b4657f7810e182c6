import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** One row of a lot's ledger. Insert-only: what was wrong is undone by a REVERSAL row. */
@Entity('stock_entry')
@Index('stock_entry_lot', ['lotId', 'id'])
@Index('stock_entry_source', ['sourceType', 'sourceId'])
@Index('stock_entry_reversal', ['reversesId'], { unique: true, where: 'reverses_id is not null' })
@Check('stock_entry_kind_known', `kind in ('HARVEST','RECEIVE','HOLD','RELEASE','SHIP','RETURN','LOSS','ADJUST','REVERSAL')`)
@Check(
  'stock_entry_signs',
  `case kind when 'HARVEST' then on_hand_delta > 0 and reserved_delta = 0 when 'RECEIVE' then on_hand_delta > 0 and reserved_delta = 0
    when 'HOLD' then on_hand_delta = 0 and reserved_delta > 0 when 'RELEASE' then on_hand_delta = 0 and reserved_delta < 0
    when 'SHIP' then on_hand_delta < 0 and reserved_delta = 0 when 'RETURN' then on_hand_delta > 0 and reserved_delta = 0 when 'LOSS' then on_hand_delta < 0 and reserved_delta = 0
    when 'ADJUST' then on_hand_delta <> 0 and reserved_delta = 0 else on_hand_delta <> 0 end`,
)
@Check('stock_entry_reversal_names_its_row', `(kind = 'REVERSAL') = (reverses_id is not null)`)
@Check('stock_entry_loss_has_reason', `kind <> 'LOSS' or reason_code is not null`)
export class StockEntry {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('StockLot') lotId: string;
  @Text() kind: string;
  @Qty() onHandDelta: string;
  @Qty() reservedDelta: string;
  /** LOT (written by hand), IMPORT (from a file), ORDER, SHIPMENT or RECEIPT (goods that came back). */
  @Text() sourceType: string;
  @Column({ type: 'uuid' }) sourceId: string;
  @Column({ type: 'uuid', nullable: true }) sourceLineId: string | null;
  @Text({ nullable: true }) reasonCode: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant() at: Date;
  @Ref('User', { nullable: true }) recordedBy: string | null;
  @Ref('StockEntry', { nullable: true }) reversesId: string | null;
}
