import { instantMs, type Instant, type LocalDate } from '../shared/calendar-date.js';

/**
 * Hours that a kind of goods leaves for looking, answering and deciding: a dated row, never a constant. Goods belong to the first
 * row, by rising `shelfLifeTo`, whose limit their shelf life does not pass; goods without a known shelf life to the last one.
 */
export interface ClaimTerm {
  /** FRESH, CHILLED, DRY …: a name in the data. */
  readonly code: string;
  /** Longest shelf life in days that still belongs here; null: any, and unknown. */
  readonly shelfLifeTo: number | null;
  /** After the receipt, in which the buyer may open a claim. */
  readonly windowHours: number;
  /** T1: after opening, in which the seller answers. */
  readonly answerHours: number;
  /** T2: after opening, when an unsettled claim goes to the Alliance by itself. */
  readonly escalateHours: number;
  /** After the receipt, in which the seller may dispute its count. */
  readonly disputeHours: number;
  /** After arrival, when silence counts as received in full. */
  readonly autoReceiptHours: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const limitOf = (term: ClaimTerm): number => term.shelfLifeTo ?? NO_LIMIT;

/** The term of goods with this shelf life on a day; null when the table has no row for that day. */
export function claimTermFor(terms: readonly ClaimTerm[], shelfLifeDays: number | null, on: LocalDate): ClaimTerm | null {
  const inForce = terms
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
    .sort((a, b) => limitOf(a) - limitOf(b) || (a.validFrom < b.validFrom ? 1 : -1));
  return inForce.find((term) => limitOf(term) >= (shelfLifeDays ?? NO_LIMIT)) ?? inForce.at(-1) ?? null;
}

const HOUR_MS = 3_600_000;

export const hoursAfter = (at: Instant, hours: number): Date => new Date(instantMs(at) + hours * HOUR_MS);

/** An end of a window belongs to it: exactly at the hour is still in time. */
export const isPast = (end: Instant, now: Date): boolean => instantMs(end) < now.getTime();

export interface ClaimClocks {
  readonly answerDueAt: Date;
  readonly escalateAt: Date;
}

/** The clocks of a claim over goods of several kinds: the most perishable decides, and T2 is never before T1. */
export function claimClocks(terms: readonly Pick<ClaimTerm, 'answerHours' | 'escalateHours'>[], openedAt: Instant): ClaimClocks {
  if (terms.length === 0) throw new RangeError('A claim has at least one line');
  const answer = Math.min(...terms.map(({ answerHours }) => answerHours));
  const escalate = Math.max(answer, Math.min(...terms.map(({ escalateHours }) => escalateHours)));
  return { answerDueAt: hoursAfter(openedAt, answer), escalateAt: hoursAfter(openedAt, escalate) };
}
