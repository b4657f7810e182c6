import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

/** The seller's list price, without VAT, per base unit, from a quantity up. */
@Entity('price_tier')
@Index('price_tier_product', ['productId', 'minQtyBase'], { unique: true, where: 'valid_to is null' })
@Check('price_tier_price_positive', 'unit_price > 0')
@Check('price_tier_basis_known', `basis in ('EXW','DC','STORE')`)
export class PriceTier {
  @Id() id: string;
  @Ref('Product') productId: string;
  @Qty() minQtyBase: string;
  @Dong() unitPrice: bigint;
  @Text({ default: 'EXW' }) basis: string;
  @BusinessDate() validFrom: string;
  @BusinessDate({ nullable: true }) validTo: string | null;
  @CreatedAt() createdAt: Date;
}
