import { accept, refuse, type Result } from '../shared/result.js';
import { roughSum } from '../shared/rough-sum.js';
import { addDays, daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { type CreditState, OPEN_CREDIT } from './credit-state.js';

/** One row of what was paid out; an undone row has its opposite, and both stay. Whole đồng. */
export interface Disbursement {
  readonly id: string;
  readonly amount: bigint;
  readonly reversesId: string | null;
}

export const disbursedOf = (rows: readonly Pick<Disbursement, 'amount'>[]): bigint =>
  rows.reduce((sum, { amount }) => sum + amount, 0n);

export type DisbursementRefusal =
  | { readonly code: 'DISBURSEMENT_NOT_POSITIVE' }
  | { readonly code: 'DISBURSEMENT_OVER_LIMIT'; readonly left: bigint }
  | { readonly code: 'DISBURSEMENT_UNKNOWN' }
  | { readonly code: 'DISBURSEMENT_UNDONE' };

/** A payment within the limit; without a known limit nothing bounds it. */
export function checkDisbursement(
  amount: bigint,
  limit: bigint | null,
  rows: readonly Disbursement[],
): Result<bigint, DisbursementRefusal> {
  if (amount <= 0n) return refuse({ code: 'DISBURSEMENT_NOT_POSITIVE' });
  if (limit === null) return accept(amount);
  const left = limit - disbursedOf(rows);
  return amount > left ? refuse({ code: 'DISBURSEMENT_OVER_LIMIT', left }) : accept(amount);
}

/** The row that takes another one back, once. */
export function undoDisbursement(
  id: string,
  rows: readonly Disbursement[],
): Result<{ readonly amount: bigint; readonly reversesId: string }, DisbursementRefusal> {
  const row = rows.find((one) => one.id === id && one.reversesId === null);
  if (!row) return refuse({ code: 'DISBURSEMENT_UNKNOWN' });
  if (rows.some(({ reversesId }) => reversesId === id)) return refuse({ code: 'DISBURSEMENT_UNDONE' });
  return accept({ amount: -row.amount, reversesId: id });
}

export const CREDIT_STAGES = ['NOTHING', 'PARTLY', 'FULLY', 'UNKNOWN_LIMIT'] as const;
export type CreditStage = (typeof CREDIT_STAGES)[number];

/** How far the money came, derived from the ledger. With an unknown limit "partly" cannot be told from "fully". */
export function creditStage(limit: bigint | null, disbursed: bigint): CreditStage {
  if (disbursed <= 0n) return 'NOTHING';
  if (limit === null) return 'UNKNOWN_LIMIT';
  return disbursed >= limit ? 'FULLY' : 'PARTLY';
}

export interface CreditOfMany {
  readonly borrowerId: string;
  /** The amount agreed on; null is "chưa lượng hoá". */
  readonly amount: bigint | null;
  readonly disbursed: bigint;
  /** The reader knows these two of this agreement anyway; left out: it does not. */
  readonly isAmountOpen?: boolean;
  readonly isPaidOpen?: boolean;
}

/** Credit realisation, Σ disbursed / Σ amount, over the quantified alone; the others are counted beside it and are never a 0 %. */
export interface CreditRealisation {
  readonly agreements: number;
  readonly quantified: number;
  readonly withMoney: number;
  /** Null with nothing quantified, and where what the reader does not know belongs to fewer than `minParties` borrowers. */
  readonly amount: bigint | null;
  readonly disbursed: bigint | null;
  /** Basis points, rounded down; null where either sum is. */
  readonly rateBp: number | null;
}

/**
 * Sums for a reader to whom single amounts are closed (`minParties` above 1) come with two leading digits and a whole percentage, and only
 * where enough borrowers stand behind the part that he does not know: taking what he knows from the sum leaves no amount of one or two.
 */
export function creditRealisation(all: readonly CreditOfMany[], minParties: number): CreditRealisation {
  const quantified = all.filter((one): one is CreditOfMany & { amount: bigint } => one.amount !== null);
  const isEnough = (closed: readonly CreditOfMany[]): boolean =>
    closed.length === 0 || new Set(closed.map(({ borrowerId }) => borrowerId)).size >= minParties;
  const amount = quantified.reduce((sum, one) => sum + one.amount, 0n);
  const disbursed = disbursedOf(quantified.map((one) => ({ amount: one.disbursed })));
  const showsAmount = quantified.length > 0 && isEnough(quantified.filter(({ isAmountOpen }) => !isAmountOpen));
  const showsPaid = quantified.length > 0 && isEnough(quantified.filter((one) => one.disbursed > 0n && !one.isPaidOpen));
  const told = (sum: bigint): bigint => (minParties > 1 ? roughSum(sum) : sum);
  const rate = showsAmount && showsPaid && amount > 0n ? (disbursed * 10_000n) / amount : null;
  return {
    agreements: all.length,
    quantified: quantified.length,
    withMoney: all.filter((one) => one.disbursed > 0n).length,
    amount: showsAmount ? told(amount) : null,
    disbursed: showsPaid ? told(disbursed) : null,
    rateBp: rate === null ? null : Number(minParties > 1 ? (rate / 100n) * 100n : rate),
  };
}

/** Calendar days that a state may last before somebody is reminded; a state without one has no clock. */
export type CreditLimits = Readonly<Partial<Record<CreditState, number>>>;

export interface CreditClock {
  /** The last day in time; null without a clock. */
  readonly dueOn: LocalDate | null;
  /** Whole days past it; 0 while in time. */
  readonly daysLate: number;
}

/** `since` is the business day of the step that led here. With all of its money paid out a granted limit waits for nobody. */
export function creditClock(
  credit: { readonly state: CreditState; readonly since: LocalDate; readonly stage: CreditStage },
  limits: CreditLimits,
  today: LocalDate,
): CreditClock {
  const days = limits[credit.state];
  if (!OPEN_CREDIT.includes(credit.state) || days === undefined || (credit.state === 'GRANTED' && credit.stage !== 'NOTHING'))
    return { dueOn: null, daysLate: 0 };
  const dueOn = addDays(credit.since, days);
  return { dueOn, daysLate: Math.max(0, daysBetween(dueOn, today)) };
}
