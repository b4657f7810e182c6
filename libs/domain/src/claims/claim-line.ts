import { lineAmount } from '../shared/money.js';
import { divideHalfUp } from '../shared/integer.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** How a claimed line ends. A cut is a share of the price, so that a mediator can propose one without knowing the price. */
export const CLAIM_OUTCOMES = ['CREDIT_NOTE', 'REPLACEMENT', 'PRICE_CUT', 'RETURN', 'DISMISSED'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

export const WHOLE_PRICE_BP = 10_000;

export type ClaimQtyRefusal =
  | { readonly code: 'CLAIM_QTY_NOT_POSITIVE' }
  | { readonly code: 'CLAIM_OVER_RECEIVED'; readonly asked: Quantity; readonly claimable: Quantity };

/** What of a receipt line can still be claimed: accepted, less what other claims hold or have settled in the buyer's favour. */
export const claimableQty = (line: { readonly accepted: Quantity; readonly claimed: Quantity }): Quantity =>
  Quantity.max(Quantity.ZERO, line.accepted.sub(line.claimed));

/** Claims never exceed what was received; goods that were rejected or missing were never owed. */
export function checkClaimQty(
  line: { readonly accepted: Quantity; readonly claimed: Quantity },
  asked: Quantity,
): Result<Quantity, ClaimQtyRefusal> {
  if (!asked.isPositive) return refuse({ code: 'CLAIM_QTY_NOT_POSITIVE' });
  const claimable = claimableQty(line);
  return asked.compare(claimable) > 0 ? refuse({ code: 'CLAIM_OVER_RECEIVED', asked, claimable }) : accept(asked);
}

/** What a claim keeps hold of: all of it until it ends, what was upheld after. */
export function heldByClaim(line: {
  readonly claimed: Quantity;
  readonly over: boolean;
  readonly outcome: ClaimOutcome | null;
  readonly settled: Quantity | null;
}): Quantity {
  if (!line.over) return line.claimed;
  return line.outcome === null || line.outcome === 'DISMISSED' ? Quantity.ZERO : (line.settled ?? Quantity.ZERO);
}

export interface OfferedLine {
  readonly outcome: ClaimOutcome;
  /** Of the claimed quantity; zero only for DISMISSED. */
  readonly qty: Quantity;
  /** Share of the price that is let off, 1 to 10000; only of a PRICE_CUT. */
  readonly cutBp: number | null;
}

export type OfferRefusal =
  | { readonly code: 'OFFER_OUTCOME_UNKNOWN' }
  | { readonly code: 'OFFER_QTY_NOT_POSITIVE' }
  | { readonly code: 'OFFER_OVER_CLAIMED'; readonly claimed: Quantity }
  | { readonly code: 'OFFER_CUT_OUT_OF_RANGE' };

/** Tidies an offer for one line: nothing for a dismissal, a share of the price for a cut, a quantity within the claim for the rest. */
export function checkOffer(claimed: Quantity, offer: OfferedLine): Result<OfferedLine, OfferRefusal> {
  if (!CLAIM_OUTCOMES.includes(offer.outcome)) return refuse({ code: 'OFFER_OUTCOME_UNKNOWN' });
  if (offer.outcome === 'DISMISSED') return accept({ outcome: 'DISMISSED', qty: Quantity.ZERO, cutBp: null });
  if (!offer.qty.isPositive) return refuse({ code: 'OFFER_QTY_NOT_POSITIVE' });
  if (offer.qty.compare(claimed) > 0) return refuse({ code: 'OFFER_OVER_CLAIMED', claimed });
  if (offer.outcome !== 'PRICE_CUT') return accept({ ...offer, cutBp: null });
  const { cutBp } = offer;
  return cutBp !== null && Number.isInteger(cutBp) && cutBp > 0 && cutBp <= WHOLE_PRICE_BP
    ? accept(offer)
    : refuse({ code: 'OFFER_CUT_OUT_OF_RANGE' });
}

/** What the seller lets off before VAT, in đồng, half up: goods credited or returned whole, a cut by its share, nothing else. */
export function settledAmount(line: OfferedLine, unitPrice: bigint): bigint {
  switch (line.outcome) {
    case 'CREDIT_NOTE':
    case 'RETURN':
      return lineAmount(line.qty, unitPrice);
    case 'PRICE_CUT':
      return divideHalfUp(line.qty.thousandths * unitPrice * BigInt(line.cutBp ?? 0), 1000n * BigInt(WHOLE_PRICE_BP));
    default:
      return 0n;
  }
}
