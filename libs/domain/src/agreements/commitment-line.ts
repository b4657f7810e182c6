import type { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** Bounds of a committed line in the base unit; a missing one was not agreed ("chưa lượng hoá" when there is no target). */
export interface CommitmentBounds {
  readonly min: Quantity | null;
  readonly target: Quantity | null;
  readonly max: Quantity | null;
}

export type CommitmentBoundsRefusal =
  | { readonly code: 'COMMITMENT_NOT_POSITIVE'; readonly bound: 'min' | 'target' | 'max' }
  | {
      readonly code: 'COMMITMENT_BOUNDS_CROSSED';
      readonly lower: 'min' | 'target';
      readonly upper: 'target' | 'max';
      readonly lowerQty: Quantity;
      readonly upperQty: Quantity;
    };

/** min ≤ target ≤ max over the bounds that are given; target and max above zero, min not below. */
export function checkCommitmentLine(bounds: CommitmentBounds): Result<CommitmentBounds, CommitmentBoundsRefusal> {
  const { min, target, max } = bounds;
  if (min?.isNegative) return refuse({ code: 'COMMITMENT_NOT_POSITIVE', bound: 'min' });
  if (target && !target.isPositive) return refuse({ code: 'COMMITMENT_NOT_POSITIVE', bound: 'target' });
  if (max && !max.isPositive) return refuse({ code: 'COMMITMENT_NOT_POSITIVE', bound: 'max' });
  for (const [lower, lowerQty, upper, upperQty] of [
    ['min', min, 'target', target],
    ['target', target, 'max', max],
    ['min', min, 'max', max],
  ] as const) {
    if (lowerQty && upperQty && lowerQty.compare(upperQty) > 0) {
      return refuse({ code: 'COMMITMENT_BOUNDS_CROSSED', lower, upper, lowerQty, upperQty });
    }
  }
  return accept(bounds);
}

export type AmendmentRefusal =
  CommitmentBoundsRefusal | { readonly code: 'TARGET_BELOW_ACCEPTED'; readonly target: Quantity; readonly accepted: Quantity };

/** An amended target may not fall below what was already accepted. */
export function checkAmendedLine(bounds: CommitmentBounds, accepted: Quantity): Result<CommitmentBounds, AmendmentRefusal> {
  if (bounds.target && bounds.target.compare(accepted) < 0) {
    return refuse({ code: 'TARGET_BELOW_ACCEPTED', target: bounds.target, accepted });
  }
  return checkCommitmentLine(bounds);
}
