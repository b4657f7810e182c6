import type { Quantity } from '../shared/quantity.js';

/** From `minQtyBase` (base unit) on, one base unit costs `unitPrice` đồng, before VAT. */
export interface PriceTier {
  readonly minQtyBase: Quantity;
  readonly unitPrice: bigint;
}

export interface TierPrice {
  /** The tier that applies, or null when the quantity is below the first one. */
  readonly tier: PriceTier | null;
  /** The next tier up, or null at the top. */
  readonly next: PriceTier | null;
  /** How much more must be ordered to reach `next`, in the base unit. */
  readonly missingToNext: Quantity | null;
}

/** The tier for `qty`, the next one, and how much is missing to it. Tiers in any order. */
export function priceFor(tiers: readonly PriceTier[], qty: Quantity): TierPrice {
  const sorted = tiers.toSorted((a, b) => a.minQtyBase.compare(b.minQtyBase));
  const tier = sorted.findLast((t) => t.minQtyBase.compare(qty) <= 0) ?? null;
  const next = sorted.find((t) => t.minQtyBase.compare(qty) > 0) ?? null;
  return { tier, next, missingToNext: next ? next.minQtyBase.sub(qty) : null };
}

/** Minimums start above or at zero and strictly rise, prices are positive and never rise: more never costs more per unit. */
export function tiersAreSound(tiers: readonly PriceTier[]): boolean {
  return tiers.every((tier, i) => {
    const before = tiers[i - 1];
    if (tier.unitPrice <= 0n || tier.minQtyBase.isNegative) return false;
    return !before || (before.minQtyBase.compare(tier.minQtyBase) < 0 && tier.unitPrice <= before.unitPrice);
  });
}
