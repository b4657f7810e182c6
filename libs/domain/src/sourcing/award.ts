import { lineAmount } from '../shared/money.js';
import { roundDownToPack } from '../shared/pack.js';
import { Quantity } from '../shared/quantity.js';

export interface AskedLine {
  readonly id: string;
  readonly asked: Quantity;
}

/** One line of a valid quote, as it may be chosen. */
export interface AwardableOffer {
  readonly id: string;
  readonly askedLineId: string;
  readonly offered: Quantity;
  readonly packSize: Quantity;
  readonly moq: Quantity | null;
  readonly unitPrice: bigint;
  readonly freightPerUnit: bigint | null;
}

export interface AwardPick {
  readonly offerId: string;
  readonly qty: Quantity;
}

export type PickRefusal =
  | { readonly code: 'OFFER_NOT_VALID' }
  | { readonly code: 'OFFER_TAKEN_TWICE' }
  | { readonly code: 'PICK_NOT_POSITIVE' }
  | { readonly code: 'PICK_EXCEEDS_OFFERED'; readonly offered: Quantity }
  | { readonly code: 'PICK_BELOW_MOQ'; readonly moq: Quantity }
  | { readonly code: 'PICK_NOT_WHOLE_PACKS'; readonly packSize: Quantity; readonly down: Quantity; readonly up: Quantity | null }
  | { readonly code: 'PICKS_EXCEED_ASKED'; readonly asked: Quantity; readonly picked: Quantity };

export interface AwardCheck {
  readonly refused: readonly { readonly row: number; readonly refusal: PickRefusal }[];
  /** Goods and, where known, freight; without VAT. */
  readonly total: bigint;
  readonly pickedByLine: ReadonlyMap<string, Quantity>;
}

/** Never more than offered; never more than asked either, unless the buyer says that it knows. */
export function checkAward(
  asked: readonly AskedLine[],
  offers: readonly AwardableOffer[],
  picks: readonly AwardPick[],
  allowOver: boolean,
): AwardCheck {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const askedById = new Map(asked.map((line) => [line.id, line.asked]));
  const pickedByLine = new Map<string, Quantity>();
  const refused: { row: number; refusal: PickRefusal }[] = [];
  const seen = new Set<string>();
  let total = 0n;
  picks.forEach(({ offerId, qty }, row) => {
    const offer = byId.get(offerId);
    const refusal = !offer || !askedById.has(offer.askedLineId) ? notValid : pickProblem(offer, qty, seen.has(offerId));
    seen.add(offerId);
    if (refusal || !offer) return void refused.push({ row, refusal: refusal ?? notValid });
    const before = pickedByLine.get(offer.askedLineId) ?? Quantity.ZERO;
    const picked = before.add(qty);
    const limit = askedById.get(offer.askedLineId)!;
    if (!allowOver && picked.compare(limit) > 0) {
      return void refused.push({ row, refusal: { code: 'PICKS_EXCEED_ASKED', asked: limit, picked } });
    }
    pickedByLine.set(offer.askedLineId, picked);
    total += lineAmount(qty, offer.unitPrice + (offer.freightPerUnit ?? 0n));
  });
  return { refused, total, pickedByLine };
}

const notValid: PickRefusal = { code: 'OFFER_NOT_VALID' };

function pickProblem(offer: AwardableOffer, qty: Quantity, twice: boolean): PickRefusal | null {
  if (twice) return { code: 'OFFER_TAKEN_TWICE' };
  if (!qty.isPositive) return { code: 'PICK_NOT_POSITIVE' };
  if (qty.compare(offer.offered) > 0) return { code: 'PICK_EXCEEDS_OFFERED', offered: offer.offered };
  if (offer.moq && qty.compare(offer.moq) < 0) return { code: 'PICK_BELOW_MOQ', moq: offer.moq };
  const down = roundDownToPack(qty, offer.packSize);
  if (down.equals(qty)) return null;
  const up = down.add(offer.packSize);
  return { code: 'PICK_NOT_WHOLE_PACKS', packSize: offer.packSize, down, up: up.compare(offer.offered) > 0 ? null : up };
}

/** As much of the line as this offer can give in whole packs, or nothing when that is below its minimum. */
export function mostOf(offer: AwardableOffer, wanted: Quantity): Quantity {
  const most = roundDownToPack(Quantity.min(offer.offered, wanted), offer.packSize);
  return offer.moq && most.compare(offer.moq) < 0 ? Quantity.ZERO : most;
}

/** Fills the line from the first offer on; the caller orders them, cheapest first. Always a valid set of picks. */
export function fillLine(asked: Quantity, offers: readonly AwardableOffer[]): AwardPick[] {
  let left = asked;
  const picks: AwardPick[] = [];
  for (const offer of offers) {
    const qty = mostOf(offer, left);
    if (!qty.isPositive) continue;
    picks.push({ offerId: offer.id, qty });
    left = left.sub(qty);
  }
  return picks;
}
