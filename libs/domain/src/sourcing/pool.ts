import { splitProRata } from '../shared/money.js';
import { Quantity } from '../shared/quantity.js';

export interface PoolMember {
  readonly memberId: string;
  readonly qty: Quantity;
}

export interface CommittedShare extends PoolMember {
  /** The lowest unit price the member takes part for. */
  readonly floorPrice: bigint;
}

export type PoolRefusal =
  | { readonly code: 'POOL_SUM_DIFFERS'; readonly offered: Quantity; readonly shares: Quantity }
  | { readonly code: 'POOL_PRICE_BELOW_FLOOR'; readonly memberId: string; readonly floorPrice: bigint };

/** A pooled line is exactly what its members promised, at a price none of them refused; null when it is. */
export function poolProblem(offered: Quantity, unitPrice: bigint, shares: readonly CommittedShare[]): PoolRefusal | null {
  const sum = Quantity.sum(shares.map((share) => share.qty));
  if (!sum.equals(offered)) return { code: 'POOL_SUM_DIFFERS', offered, shares: sum };
  const above = shares.find((share) => share.floorPrice > unitPrice);
  return above ? { code: 'POOL_PRICE_BELOW_FLOOR', memberId: above.memberId, floorPrice: above.floorPrice } : null;
}

export interface AllocatedShare {
  readonly memberId: string;
  readonly qty: Quantity;
  /** What the proportion alone gives, rounded down, and the step that the largest remainder added. */
  readonly proportion: Quantity;
  readonly added: Quantity;
}

/**
 * Divides an award among the members in proportion to what each promised, in whole packs when the award is:
 * the largest remainder gets the next pack, ties go to the member named first. The parts sum to `qty` exactly and none exceeds its share
 * by a pack or more. Throws RangeError when more is awarded than promised.
 */
export function allocateByShares(qty: Quantity, shares: readonly PoolMember[], packSize: Quantity): AllocatedShare[] {
  const sum = Quantity.sum(shares.map((share) => share.qty));
  if (shares.length === 0 || qty.compare(sum) > 0) throw new RangeError('More than the members promised');
  const inPacks = [qty, ...shares.map((share) => share.qty)].every((q) => q.thousandths % packSize.thousandths === 0n);
  const step = inPacks ? packSize.thousandths : 1n;
  const steps = qty.thousandths / step;
  const weights = shares.map((share) => share.qty.thousandths);
  const parts = splitProRata(steps, weights);
  return shares.map(({ memberId }, index) => {
    const floor = (steps * weights[index]!) / sum.thousandths;
    const part = parts[index]!;
    return {
      memberId,
      qty: Quantity.fromThousandths(part * step),
      proportion: Quantity.fromThousandths(floor * step),
      added: Quantity.fromThousandths((part - floor) * step),
    };
  });
}
