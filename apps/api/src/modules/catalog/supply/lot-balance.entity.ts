import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Qty, Ref } from '../../../platform/database/columns.js';

/** Rollup of a lot's ledger, written in the same transaction under its row lock. */
@Entity('lot_balance')
@Index('lot_balance_product', ['productId'])
@Check('lot_balance_sound', 'on_hand >= 0 and reserved >= 0 and reserved <= on_hand')
export class LotBalance {
  @Id() @ForeignKey('StockLot') lotId: string;
  @Ref('Organization') orgId: string;
  @Ref('Product') productId: string;
  @Qty({ default: '0' }) onHand: string;
  @Qty({ default: '0' }) reserved: string;
}
