import { randomBytes } from 'node:crypto';
import { accept, addDays, refuse, type Result } from '@lienket/domain';
import type { StockLot } from './stock-lot.entity.js';
import type { SupplyRefusal } from './supply.messages.js';

export type LotDates = Pick<StockLot, 'harvestedOn' | 'goodFrom' | 'expiresOn'>;

/** Capitals, digits, "-" and "/": it is written on crates and read aloud. */
export const LOT_CODE = /^[A-Z0-9][A-Z0-9/-]{1,39}$/;

/** Without letters and digits that look alike on a wet label. */
const TRACE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Twelve characters that nobody guesses: about 58 bits. */
export const traceCode = (): string => [...randomBytes(12)].map((byte) => TRACE_ALPHABET[byte % TRACE_ALPHABET.length]).join('');

/** The days of a new lot; without a last day it is counted from the product's shelf life (days). */
export function lotDates(
  input: { readonly harvestedOn: string; readonly goodFrom?: string | null; readonly expiresOn?: string | null },
  shelfLifeDays: number | null,
  today: string,
): Result<LotDates, SupplyRefusal> {
  const { harvestedOn } = input;
  if (harvestedOn > today) return refuse({ code: 'HARVEST_DATE_FUTURE', today });
  const goodFrom = input.goodFrom ?? null;
  const expiresOn = input.expiresOn ?? (shelfLifeDays === null ? null : addDays(harvestedOn, shelfLifeDays));
  const first = goodFrom ?? harvestedOn;
  if (first < harvestedOn || (expiresOn !== null && expiresOn < first)) return refuse({ code: 'LOT_DATES_NOT_IN_ORDER' });
  if (expiresOn !== null && expiresOn < today) return refuse({ code: 'LOT_EXPIRED_ALREADY' });
  return accept({ harvestedOn, goodFrom, expiresOn });
}
