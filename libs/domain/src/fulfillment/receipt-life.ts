import type { Instant } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import { hoursAfter, isPast } from '../claims/claim-terms.js';

export const RECEIPT_SOURCES = ['RECEIVER', 'AUTO'] as const;
/** AUTO: nobody counted; the hours of silence after arrival did. Shown everywhere, and proven apart on the ladder. */
export type ReceiptSource = (typeof RECEIPT_SOURCES)[number];

export const RECEIPT_STATES = ['POSTED', 'DISPUTED', 'FINAL', 'VOIDED'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** What is known of a receipt: two facts and a clock; nobody types its state. */
export interface ReceiptFacts {
  readonly voidedAt: Instant | null;
  /** The seller disputes the count and neither side has ended it. */
  readonly disputed: boolean;
  /** Until when the seller may dispute. */
  readonly disputeUntil: Instant;
}

export function receiptStateAt({ voidedAt, disputed, disputeUntil }: ReceiptFacts, now: Date): ReceiptState {
  if (voidedAt !== null) return 'VOIDED';
  if (disputed) return 'DISPUTED';
  return isPast(disputeUntil, now) ? 'FINAL' : 'POSTED';
}

export type DisputeRefusal =
  | { readonly code: 'RECEIPT_VOIDED' }
  | { readonly code: 'RECEIPT_DISPUTED' }
  | { readonly code: 'DISPUTE_WINDOW_PASSED'; readonly until: Instant };

/** The seller's word against a count, in its window, one at a time. */
export function mayDispute(receipt: ReceiptFacts, now: Date): Result<null, DisputeRefusal> {
  switch (receiptStateAt(receipt, now)) {
    case 'POSTED':
      return accept(null);
    case 'DISPUTED':
      return refuse({ code: 'RECEIPT_DISPUTED' });
    case 'VOIDED':
      return refuse({ code: 'RECEIPT_VOIDED' });
    case 'FINAL':
      return refuse({ code: 'DISPUTE_WINDOW_PASSED', until: receipt.disputeUntil });
  }
}

export type VoidRefusal =
  | { readonly code: 'RECEIPT_VOIDED' }
  | { readonly code: 'RECEIPT_INVOICED' }
  | { readonly code: 'RECEIPT_HAS_CLAIMS' }
  | { readonly code: 'RECEIPT_GOODS_SETTLED' };

/** A count is taken back only while nothing stands on it: no invoice or payment, no claim, no rejected goods put away. */
export function mayVoid(receipt: {
  readonly voidedAt: Instant | null;
  readonly invoicedAt: Instant | null;
  readonly claims: number;
  readonly goodsSettled: boolean;
}): Result<null, VoidRefusal> {
  if (receipt.voidedAt !== null) return refuse({ code: 'RECEIPT_VOIDED' });
  if (receipt.invoicedAt !== null) return refuse({ code: 'RECEIPT_INVOICED' });
  if (receipt.claims > 0) return refuse({ code: 'RECEIPT_HAS_CLAIMS' });
  return receipt.goodsSettled ? refuse({ code: 'RECEIPT_GOODS_SETTLED' }) : accept(null);
}

/**
 * When silence becomes a receipt in full: so many hours after the proof of delivery, or after a count was taken back. Goods that nobody
 * handed over are never counted by silence.
 */
export const autoReceiptAt = (since: Instant, hours: number): Date => hoursAfter(since, hours);
