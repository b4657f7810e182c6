import { Quantity } from '../../shared/quantity.js';

/** A range a stranger may know: from ≤ quantity < below; below null means open. */
export interface SupplyBand {
  readonly from: Quantity;
  readonly below: Quantity | null;
}

const STEPS = [0n, 50n, 200n, 500n, 1000n, 5000n, 20_000n, 100_000n].map((whole) => Quantity.of(whole));

/** The range a quantity lies in: tells whether asking is worth while, and nobody's exact stock. Nothing at all is a band of its own. */
export function bandOf(qty: Quantity): SupplyBand {
  if (!qty.isPositive) return { from: Quantity.ZERO, below: Quantity.ZERO };
  const index = STEPS.findLastIndex((step) => step.compare(qty) <= 0);
  return { from: STEPS[index]!, below: STEPS[index + 1] ?? null };
}
