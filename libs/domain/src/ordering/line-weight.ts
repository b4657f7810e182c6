import { divideFloor } from '../shared/integer.js';
import { Quantity } from '../shared/quantity.js';

/** How a line's goods are counted out: by the pack, or by the pack and then by the scale. */
export interface WeighedLine {
  readonly confirmed: Quantity;
  readonly catchWeight: boolean;
  /** How far the scale may be from the nominal weight, either way: 200 = 2 %. Null for goods that are counted. */
  readonly weightToleranceBp: number | null;
}

/**
 * The most that may leave and be billed for a line, in the base unit: what was confirmed, and for goods by the scale the
 * tolerance on top. A case of 10 kg nominal at 2 % may weigh 10.2 kg. Rounded down, so that the edge is inside.
 */
export function weighableCeiling({ confirmed, catchWeight, weightToleranceBp }: WeighedLine): Quantity {
  if (!catchWeight || !weightToleranceBp) return confirmed;
  return Quantity.fromThousandths(divideFloor(confirmed.thousandths * (10_000n + BigInt(weightToleranceBp)), 10_000n));
}

/** The tolerance a line may end within: its own when it is weighed, otherwise that of its base unit. Basis points. */
export function toleranceOf(line: Pick<WeighedLine, 'catchWeight' | 'weightToleranceBp'>, ofUnitBp: number): number {
  return line.catchWeight && line.weightToleranceBp !== null ? Math.max(line.weightToleranceBp, ofUnitBp) : ofUnitBp;
}
