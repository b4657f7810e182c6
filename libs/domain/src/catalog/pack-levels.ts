import { quantity } from '../shared/quantity.js';
import { gtinIsValid } from './gtin.js';

/** Hộp, thùng, pallet: a pack of one level is made up of whole packs of a lower one. */
export const PACK_LEVELS = ['INNER', 'CASE', 'PALLET'] as const;
export type PackLevel = (typeof PACK_LEVELS)[number];

export interface PackOfLevel {
  readonly id: string;
  readonly level: PackLevel;
  readonly innerPackId: string | null;
  /** Decimal string in the base unit. */
  readonly sizeBase: string;
  readonly gtin: string | null;
}

export interface PackLevelFault {
  readonly index: number;
  readonly field: 'innerPackId' | 'sizeBase' | 'gtin';
  readonly code: 'INNER_PACK_NOT_LOWER' | 'INNER_PACK_NOT_WHOLE' | 'GTIN_NOT_VALID' | 'GTIN_REPEATED';
}

/** Everything wrong with a product's packs, in their order: since levels only fall, no pack can lie inside itself. */
export function packFaults(packs: readonly PackOfLevel[]): PackLevelFault[] {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const codes = new Set<string>();
  return packs.flatMap((pack, index): PackLevelFault[] => {
    const faults: PackLevelFault[] = [];
    if (pack.innerPackId !== null) {
      const inner = byId.get(pack.innerPackId);
      if (!inner || PACK_LEVELS.indexOf(inner.level) >= PACK_LEVELS.indexOf(pack.level)) {
        faults.push({ index, field: 'innerPackId', code: 'INNER_PACK_NOT_LOWER' });
      } else if (innerCount(pack.sizeBase, inner.sizeBase) === null) {
        faults.push({ index, field: 'sizeBase', code: 'INNER_PACK_NOT_WHOLE' });
      }
    }
    if (pack.gtin !== null) {
      if (!gtinIsValid(pack.gtin)) faults.push({ index, field: 'gtin', code: 'GTIN_NOT_VALID' });
      // 0 in front changes the length of a GTIN, not the number it is.
      else if (codes.has(pack.gtin.padStart(14, '0'))) faults.push({ index, field: 'gtin', code: 'GTIN_REPEATED' });
      codes.add(pack.gtin.padStart(14, '0'));
    }
    return faults;
  });
}

/** How many inner packs fill the outer one; null when it is no whole number of them. */
export function innerCount(sizeBase: string, innerSizeBase: string): bigint | null {
  const [outer, inner] = [quantity(sizeBase).thousandths, quantity(innerSizeBase).thousandths];
  return inner > 0n && outer > 0n && outer % inner === 0n ? outer / inner : null;
}
