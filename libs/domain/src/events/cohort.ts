/** A part of a whole as it may be shown: below five in the whole the counts alone, a percentage of so few says nothing. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** Basis points; null where the whole is empty or smaller than five. */
  readonly bp: number | null;
}

const FEW = 5;

/** `count` of `of`, both whole numbers with count ≤ of; rounded half up to basis points. */
export function shareOf(count: number, of: number): Share {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of)
    throw new RangeError('A share is a part of a whole');
  return { count, of, bp: of < FEW ? null : Math.floor((count * 20_000 + of) / (2 * of)) };
}
