import { Injectable } from '@nestjs/common';
import { quantity } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import type { PriceBasis } from './catalog.view.js';
import { PriceTier } from './price-tier.entity.js';
import type { TierSheet } from './product-sheet.js';

interface Tier extends TierSheet {
  readonly basis: PriceBasis;
}

/** Prices are never overwritten: a tier that ends keeps its dates, so that every past price can be told. */
@Injectable()
export class PriceList {
  current(tx: Tx, productId: string): Promise<Tier[]> {
    return tx.query(
      `select min_qty_base as "minQty", unit_price as "unitPrice", basis from price_tier
       where product_id = $1 and valid_to is null order by min_qty_base`,
      [productId],
    );
  }

  /** Ends today's tiers and starts the new ones; null when nothing differs. `basis` null keeps the present one. */
  async replace(
    tx: Tx,
    productId: string,
    basis: PriceBasis | null,
    tiers: readonly TierSheet[],
  ): Promise<{ before: string[]; after: string[] } | null> {
    const old = await this.current(tx, productId);
    const newBasis = basis ?? old[0]?.basis ?? 'EXW';
    const before = old.map(describe);
    const after = tiers.map((tier) => describe({ ...tier, basis: newBasis }));
    if (before.join() === after.join()) return null;
    await tx.query('update price_tier set valid_to = $2 where product_id = $1 and valid_to is null', [productId, tx.today]);
    await tx.insert(
      PriceTier,
      tiers.map(({ minQty, unitPrice }) => ({
        id: newId(),
        productId,
        minQtyBase: minQty,
        unitPrice,
        basis: newBasis,
        validFrom: tx.today,
      })),
    );
    return { before, after };
  }
}

const describe = ({ minQty, unitPrice, basis }: Tier): string => `${quantity(minQty).toDecimalString()}:${unitPrice}:${basis}`;
