import { priceFor, type PriceTier } from '../catalog/price-tier.js';
import type { LocalDate } from '../shared/calendar-date.js';
import { lineAmount } from '../shared/money.js';
import { isPackMultiple, packsFor, roundDownToPack, roundUpToPack } from '../shared/pack.js';
import type { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

export interface OrderLineRequest {
  readonly qtyBase: Quantity;
  readonly packSizeBase: Quantity;
  /** Minimum order in the base unit; null = none. */
  readonly moqBase: Quantity | null;
  /** Price of the contract line in đồng per base unit; goes before the price list. */
  readonly contractUnitPrice: bigint | null;
  readonly tiers: readonly PriceTier[];
}

export interface PricedOrderLine {
  readonly qtyBase: Quantity;
  readonly packs: bigint;
  readonly unitPrice: bigint;
  /** Net amount in đồng, rounded once. */
  readonly amount: bigint;
  readonly source: 'CONTRACT' | 'TIER';
  /** The next cheaper tier and what is missing to it; null with a contract price or at the top. */
  readonly nextTier: { readonly tier: PriceTier; readonly missing: Quantity } | null;
}

export type OrderLineRefusal =
  | { readonly code: 'QUANTITY_NOT_POSITIVE' }
  | { readonly code: 'PACK_MULTIPLE'; readonly packSize: Quantity; readonly down: Quantity | null; readonly up: Quantity }
  | { readonly code: 'BELOW_MOQ'; readonly moq: Quantity; readonly suggested: Quantity }
  | { readonly code: 'NO_PRICE' };

/** Prices one line, or refuses it with quantities that would do. `down` is null when it would be zero or below the minimum. */
export function priceOrderLine(request: OrderLineRequest): Result<PricedOrderLine, OrderLineRefusal> {
  const { qtyBase, packSizeBase, moqBase, contractUnitPrice, tiers } = request;
  if (!qtyBase.isPositive) return refuse({ code: 'QUANTITY_NOT_POSITIVE' });
  if (moqBase && qtyBase.compare(moqBase) < 0) {
    return refuse({ code: 'BELOW_MOQ', moq: moqBase, suggested: roundUpToPack(moqBase, packSizeBase) });
  }
  if (!isPackMultiple(qtyBase, packSizeBase)) {
    const down = roundDownToPack(qtyBase, packSizeBase);
    const usable = down.isPositive && (moqBase === null || down.compare(moqBase) >= 0);
    const up = roundUpToPack(qtyBase, packSizeBase);
    return refuse({ code: 'PACK_MULTIPLE', packSize: packSizeBase, down: usable ? down : null, up });
  }
  const { tier, next, missingToNext } = priceFor(tiers, qtyBase);
  const unitPrice = contractUnitPrice ?? tier?.unitPrice;
  if (unitPrice === undefined) {
    // Below the first tier there is no price: its minimum is then the smallest order.
    return next
      ? refuse({ code: 'BELOW_MOQ', moq: next.minQtyBase, suggested: roundUpToPack(next.minQtyBase, packSizeBase) })
      : refuse({ code: 'NO_PRICE' });
  }
  return accept({
    qtyBase,
    packs: packsFor(qtyBase, packSizeBase),
    unitPrice,
    amount: lineAmount(qtyBase, unitPrice),
    source: contractUnitPrice === null ? 'TIER' : 'CONTRACT',
    nextTier: contractUnitPrice === null && next && missingToNext ? { tier: next, missing: missingToNext } : null,
  });
}

export type AcknowledgementKind = 'ALL' | 'LESS' | 'OTHER_DATE' | 'REFUSE';

/** The seller's answer to one line. LESS needs `qty`, OTHER_DATE `date`, REFUSE `reason`; LESS may carry a date, OTHER_DATE a smaller qty. */
export interface LineAnswer {
  readonly kind: AcknowledgementKind;
  readonly qty?: Quantity | null;
  readonly date?: LocalDate | null;
  readonly reason?: string | null;
}

export type LineOutcome = 'FULL' | 'CHANGED' | 'REFUSED';

export interface AcknowledgedLine {
  readonly outcome: LineOutcome;
  readonly confirmed: Quantity;
  /** Promised day when it differs from the requested one. */
  readonly promisedOn: LocalDate | null;
  readonly reason: string | null;
}

export type AcknowledgementRefusal =
  | { readonly code: 'ANSWER_QUANTITY_MISSING' }
  | { readonly code: 'ANSWER_DATE_MISSING' }
  | { readonly code: 'ANSWER_REASON_MISSING' }
  | { readonly code: 'ANSWER_NOT_POSITIVE' }
  | { readonly code: 'ANSWER_EXCEEDS_ORDERED'; readonly ordered: Quantity };

/** Turns the seller's answer into what is confirmed. Confirming more than ordered is refused: it would be a new offer. */
export function acknowledgeLine(
  line: { readonly ordered: Quantity },
  answer: LineAnswer,
): Result<AcknowledgedLine, AcknowledgementRefusal> {
  const { ordered } = line;
  const reason = answer.reason?.trim() || null;
  if (answer.kind === 'ALL') return accept({ outcome: 'FULL', confirmed: ordered, promisedOn: null, reason });
  if (answer.kind === 'REFUSE') {
    if (!reason) return refuse({ code: 'ANSWER_REASON_MISSING' });
    return accept({ outcome: 'REFUSED', confirmed: ordered.sub(ordered), promisedOn: null, reason });
  }
  if (answer.kind === 'LESS' && !answer.qty) return refuse({ code: 'ANSWER_QUANTITY_MISSING' });
  if (answer.kind === 'OTHER_DATE' && !answer.date) return refuse({ code: 'ANSWER_DATE_MISSING' });
  const confirmed = answer.qty ?? ordered;
  const promisedOn = answer.date ?? null;
  if (!confirmed.isPositive) return refuse({ code: 'ANSWER_NOT_POSITIVE' });
  if (confirmed.compare(ordered) > 0) return refuse({ code: 'ANSWER_EXCEEDS_ORDERED', ordered });
  const full = confirmed.equals(ordered) && promisedOn === null;
  return accept({ outcome: full ? 'FULL' : 'CHANGED', confirmed, promisedOn, reason });
}

/** All full → CONFIRMED, all refused → REFUSED, otherwise COUNTERED, which the buyer must accept. Throws RangeError without lines. */
export function orderStateAfterAcknowledgement(
  lines: readonly Pick<AcknowledgedLine, 'outcome'>[],
): 'CONFIRMED' | 'COUNTERED' | 'REFUSED' {
  if (lines.length === 0) throw new RangeError('An order has at least one line');
  if (lines.every((line) => line.outcome === 'FULL')) return 'CONFIRMED';
  return lines.every((line) => line.outcome === 'REFUSED') ? 'REFUSED' : 'COUNTERED';
}
