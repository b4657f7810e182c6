import { divideHalfUp } from '../shared/integer.js';
import { lineAmount } from '../shared/money.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** Goods ordered by the pack and billed by the scale. Weights in kilograms. */
export interface CatchWeightPack {
  readonly nominal: Quantity;
  /** Of one empty pack. */
  readonly tare: Quantity;
  /** How far the weight may be from the nominal one, either way: 200 = 2 %. */
  readonly toleranceBp: number;
}

export interface CatchWeight {
  readonly packs: number;
  /** What the packs should have held. */
  readonly nominal: Quantity;
  /** What they held, without packing: this is billed. */
  readonly billed: Quantity;
  readonly tare: Quantity;
  /** billed − nominal. */
  readonly variance: Quantity;
  /** Of the nominal weight, rounded to the nearest basis point. */
  readonly varianceBp: number;
  readonly withinTolerance: boolean;
}

export interface CatchWeightRefusal {
  readonly code: 'GROSS_NOT_ABOVE_TARE';
  /** The weighing at fault, from 0. */
  readonly index: number;
}

/** One gross weight for each pack on the scale. The sum of what is billed pack by pack is what is billed together. */
export function weighPacks(pack: CatchWeightPack, gross: readonly Quantity[]): Result<CatchWeight, CatchWeightRefusal> {
  const index = gross.findIndex((weight) => weight <= pack.tare);
  if (index >= 0) return refuse({ code: 'GROSS_NOT_ABOVE_TARE', index });
  return accept(settle(pack, gross.length, sum(gross)));
}

/** All packs on the scale at once. */
export function weighTogether(pack: CatchWeightPack, packs: number, gross: Quantity): Result<CatchWeight, CatchWeightRefusal> {
  if (gross <= times(pack.tare, packs)) return refuse({ code: 'GROSS_NOT_ABOVE_TARE', index: 0 });
  return accept(settle(pack, packs, gross));
}

/** Billed weight × price per kilogram, rounded half up to one đồng once. */
export const billedAmount = ({ billed }: CatchWeight, unitPrice: bigint): bigint => lineAmount(billed, unitPrice);

/** As far above as below: +2 % and −2 % are decided alike, and the edge itself is inside. */
export function isWithinTolerance(nominal: Quantity, actual: Quantity, toleranceBp: number): boolean {
  return actual.sub(nominal).abs().thousandths * 10_000n <= nominal.thousandths * BigInt(toleranceBp);
}

function settle(pack: CatchWeightPack, packs: number, gross: Quantity): CatchWeight {
  const nominal = times(pack.nominal, packs);
  const tare = times(pack.tare, packs);
  const billed = gross.sub(tare);
  const variance = billed.sub(nominal);
  return {
    packs,
    nominal,
    billed,
    tare,
    variance,
    varianceBp: nominal.isPositive ? Number(divideHalfUp(variance.thousandths * 10_000n, nominal.thousandths)) : 0,
    withinTolerance: isWithinTolerance(nominal, billed, pack.toleranceBp),
  };
}

const times = (weight: Quantity, packs: number): Quantity => Quantity.fromThousandths(weight.thousandths * BigInt(packs));
const sum = (weights: readonly Quantity[]): Quantity => weights.reduce((total, weight) => total.add(weight), Quantity.ZERO);
