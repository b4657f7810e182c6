import type { Instant, LocalDate } from '../shared/calendar-date.js';

/** One ordered line as it was asked, answered and promised. Quantities are decimal text in the line's base unit. */
export interface ScoredLine {
  readonly orderId: string;
  readonly lineId: string;
  readonly unit: string;
  readonly placedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answerDueAt: Instant;
  readonly orderedQty: string;
  /** What the seller's first answer said; later changes by consent do not touch it. 0 before an answer and where it was refused. */
  readonly confirmedQty: string;
  /** What both sides agree on now. */
  readonly agreedQty: string;
  readonly requestedOn: LocalDate;
  /** The day the seller promised, or both agreed later; null: the day asked for was confirmed, or nothing was. */
  readonly promisedOn: LocalDate | null;
  /** Who ended the order before any goods left; null: nobody. */
  readonly cancelledBy: 'SELLER' | 'BUYER' | null;
  /** The contract line it was called off from. */
  readonly contractLineId: string | null;
}

/** Goods of one receipt line as they were counted; a receipt taken back is a second row with negative amounts on the same day. */
export interface ScoredArrival {
  readonly lineId: string;
  readonly receiptId: string;
  readonly on: LocalDate;
  readonly accepted: string;
  readonly rejected: string;
}

/** What a contract in force plans to call off in a period. */
export interface ScoredPlan {
  readonly contractLineId: string;
  readonly unit: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly qty: string;
}

/** A sum that fell due. Its amount never leaves the reckoning. */
export interface ScoredBill {
  readonly billId: string;
  readonly orderId: string;
  readonly dueOn: LocalDate;
  /** Days that were promised from the day the term counts. */
  readonly termDays: number;
  /** Đồng as text; what a note took off is off. */
  readonly total: string;
}

/** Money that arrived for a bill; money sent back is a negative row. */
export interface ScoredPayment {
  readonly billId: string;
  readonly on: LocalDate;
  readonly amount: string;
}

/** Everything a scorecard is made of; the order of rows does not matter. */
export interface ScorecardFacts {
  readonly lines: readonly ScoredLine[];
  readonly arrivals: readonly ScoredArrival[];
  readonly plans: readonly ScoredPlan[];
  readonly bills: readonly ScoredBill[];
  readonly payments: readonly ScoredPayment[];
}

export interface ScorecardRules {
  readonly from: LocalDate;
  /** Last day of the period; days after it are not due yet. */
  readonly to: LocalDate;
  /** Fewer cases than this give no rate. */
  readonly minCases: number;
  /** Share of the promised quantity that counts as in full, in basis points (9800: goods sold by weight lose some). */
  readonly fullBp: number;
}
