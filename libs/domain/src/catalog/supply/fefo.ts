import type { LocalDate } from '../../shared/calendar-date.js';
import { Quantity } from '../../shared/quantity.js';
import { lotBlock, type LotBlock, type LotDates } from './lot-life.js';

export interface StockedLot extends LotDates {
  readonly id: string;
  /** What this taker may have of the lot: free stock, and what is held for itself. */
  readonly available: Quantity;
}

export interface LotPick<L> {
  readonly lot: L;
  readonly qty: Quantity;
}

export interface LotSuggestion<L> {
  readonly picks: readonly LotPick<L>[];
  readonly skipped: readonly { readonly lot: L; readonly reason: LotBlock }[];
  /** What no lot covers. */
  readonly short: Quantity;
}

const LAST = '9999-12-31';

/** First expired, first out; of two lots that expire together the older id. */
export const byExpiry = (a: Pick<StockedLot, 'id' | 'expiresOn'>, b: Pick<StockedLot, 'id' | 'expiresOn'>): number => {
  const [first, second] = [a.expiresOn ?? LAST, b.expiresOn ?? LAST];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

/** Which lots to take: earliest expiry first, leaving out with the reason those not good yet, expired or with too little life on arrival. */
export function suggestLots<L extends StockedLot>(
  lots: readonly L[],
  need: { readonly qty: Quantity; readonly leaves: LocalDate; readonly arrives: LocalDate; readonly minDays: number },
): LotSuggestion<L> {
  const picks: LotPick<L>[] = [];
  const skipped: { lot: L; reason: LotBlock }[] = [];
  let open = need.qty;
  for (const lot of [...lots].sort(byExpiry)) {
    if (!lot.available.isPositive) continue;
    const reason = lotBlock(lot, need);
    if (reason) {
      skipped.push({ lot, reason });
      continue;
    }
    const qty = Quantity.min(lot.available, open);
    if (qty.isPositive) picks.push({ lot, qty });
    open = open.sub(qty);
  }
  return { picks, skipped, short: Quantity.max(Quantity.ZERO, open) };
}
