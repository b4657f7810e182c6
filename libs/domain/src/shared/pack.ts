import { divideCeil, divideFloor } from './integer.js';
import { Quantity } from './quantity.js';

/** Smallest number of whole packs that holds `qtyBase`. Throws RangeError when the pack size is not positive. */
export function packsFor(qtyBase: Quantity, packSizeBase: Quantity): bigint {
  return divideCeil(qtyBase.thousandths, sizeOf(packSizeBase));
}

export function isPackMultiple(qtyBase: Quantity, packSizeBase: Quantity): boolean {
  return qtyBase.thousandths % sizeOf(packSizeBase) === 0n;
}

/** The next whole number of packs, in the base unit: 101 kg in cases of 5 kg → 105 kg. */
export function roundUpToPack(qtyBase: Quantity, packSizeBase: Quantity): Quantity {
  return Quantity.fromThousandths(packsFor(qtyBase, packSizeBase) * packSizeBase.thousandths);
}

/** The last whole number of packs, in the base unit: 104 kg in cases of 5 kg → 100 kg. */
export function roundDownToPack(qtyBase: Quantity, packSizeBase: Quantity): Quantity {
  return Quantity.fromThousandths(divideFloor(qtyBase.thousandths, sizeOf(packSizeBase)) * packSizeBase.thousandths);
}

function sizeOf(packSizeBase: Quantity): bigint {
  if (!packSizeBase.isPositive) throw new RangeError('A pack holds more than nothing');
  return packSizeBase.thousandths;
}
