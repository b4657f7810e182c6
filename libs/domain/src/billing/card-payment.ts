/** What is known of one attempt to pay by card; amounts in đồng. */
export interface CardFacts {
  readonly outcome: CardOutcome;
  readonly captured: bigint;
  readonly refunded: bigint;
}

/** From least to most told. A payment that arrives after a failed try counts; money never becomes "not paid" again. */
export const CARD_OUTCOMES = ['OPEN', 'PROCESSING', 'FAILED', 'EXPIRED', 'PAID'] as const;
export type CardOutcome = (typeof CARD_OUTCOMES)[number];

export type CardState = 'PREPARING' | 'WAITING' | 'PROCESSING' | 'FAILED' | 'EXPIRED' | 'PAID' | 'PART_REFUNDED' | 'REFUNDED';

export const NOTHING_KNOWN: CardFacts = { outcome: 'OPEN', captured: 0n, refunded: 0n };

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/**
 * Joins what was known with what is seen now. Commutative, associative and idempotent, so that events which come twice, late
 * or in the wrong order all end in one state. Refunds never exceed what was captured.
 */
export function mergeCardFacts(known: CardFacts, seen: CardFacts): CardFacts {
  const outcome = CARD_OUTCOMES[Math.max(CARD_OUTCOMES.indexOf(known.outcome), CARD_OUTCOMES.indexOf(seen.outcome))]!;
  return { outcome, captured: larger(known.captured, seen.captured), refunded: larger(known.refunded, seen.refunded) };
}

/** `isReady`: the payer has an address to go to. */
export function cardStateOf({ outcome, captured, refunded }: CardFacts, isReady: boolean): CardState {
  if (outcome === 'PAID') {
    if (refunded === 0n) return 'PAID';
    return refunded < captured ? 'PART_REFUNDED' : 'REFUNDED';
  }
  if (outcome === 'OPEN') return isReady ? 'WAITING' : 'PREPARING';
  return outcome;
}

/** While it may still bring money, the same debt must not be paid in another way. */
export const cardIsOpen = (outcome: CardOutcome): boolean => outcome === 'OPEN' || outcome === 'PROCESSING';

export interface CardLimits {
  readonly min: bigint;
  readonly max: bigint;
}

export type CardAmountRefusal =
  | { readonly code: 'CARD_AMOUNT_TOO_LARGE'; readonly max: bigint }
  | { readonly code: 'CARD_AMOUNT_TOO_SMALL'; readonly min: bigint };

/** Null when one charge can carry the amount. */
export function cardAmountRefusal(amount: bigint, { min, max }: CardLimits): CardAmountRefusal | null {
  if (amount > max) return { code: 'CARD_AMOUNT_TOO_LARGE', max };
  return amount < min ? { code: 'CARD_AMOUNT_TOO_SMALL', min } : null;
}
