import { Check, Entity, Index } from 'typeorm';
import { Dong, Id, Qty, Ref } from '../../platform/database/columns.js';

/** One step of a list price, without VAT, per base unit, from a quantity up. */
@Entity('price_tier')
@Index('price_tier_step', ['listPriceId', 'minQtyBase'], { unique: true })
@Check('price_tier_price_positive', 'unit_price > 0')
@Check('price_tier_minimum_not_negative', 'min_qty_base >= 0')
export class PriceTier {
  @Id() id: string;
  @Ref('ListPrice') listPriceId: string;
  @Qty() minQtyBase: string;
  @Dong() unitPrice: bigint;
}
