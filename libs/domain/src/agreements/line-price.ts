import { accept, refuse, type Result } from '../shared/result.js';

/** How the price of a line is found. FIXED and FLOOR name it, INDEXED names the source it follows, MARKET is the day's at call-off. */
export const LINE_PRICE_PRINCIPLES = ['FIXED', 'FLOOR', 'MARKET', 'INDEXED'] as const;
export type LinePricePrinciple = (typeof LINE_PRICE_PRINCIPLES)[number];

export type LinePriceRefusal = { readonly code: 'LINE_PRICE_MISSING' } | { readonly code: 'LINE_PRICE_SOURCE_MISSING' };

export interface LinePrice {
  /** Null: as the memorandum says for all of its lines. */
  readonly principle: LinePricePrinciple | null;
  /** Whole đồng per base unit. */
  readonly price: bigint | null;
  readonly source: string | null;
}

/** Whoever knows the price must name it where the principle rests on one; an officer copies a paper and may not know it. */
export function checkLinePrice(line: LinePrice, knowsPrices: boolean): Result<LinePrice, LinePriceRefusal> {
  if (knowsPrices && (line.principle === 'FIXED' || line.principle === 'FLOOR') && line.price === null) {
    return refuse({ code: 'LINE_PRICE_MISSING' });
  }
  return line.principle === 'INDEXED' && !line.source ? refuse({ code: 'LINE_PRICE_SOURCE_MISSING' }) : accept(line);
}
