import { isInSeason, nextSeasonStart, seasonDaysBetween } from '../catalog/season.js';
import { addDays, type LocalDate } from '../shared/calendar-date.js';
import { Quantity } from '../shared/quantity.js';

/** What a line promised: the part of it that never changes after signing. */
export interface PromisedLine {
  readonly lineId: string;
  /** Committed target in the base unit; null = not quantified. */
  readonly target: Quantity | null;
  /** Reference price in đồng per base unit, frozen at signing; null = none was agreed. */
  readonly refPrice: bigint | null;
}

export interface RealisationLine extends PromisedLine {
  /** Accepted by receipts, less reversals. Ordered or dispatched goods never count. */
  readonly accepted: Quantity;
  /** Harvest months 1–12; empty = the whole year. */
  readonly seasonMonths: readonly number[];
  /** First day of validity; null = unknown, then only the season of the asked day counts. */
  readonly validFrom: LocalDate | null;
}

/** VALUE: lines weigh target × reference price. LINES: every line weighs the same, as some have no price ("theo dòng hàng"). */
export type Weighting = 'VALUE' | 'LINES';

export interface Coverage {
  readonly quantified: number;
  readonly total: number;
}

export type Realisation =
  | { readonly kind: 'NOT_QUANTIFIED'; readonly coverage: Coverage }
  | { readonly kind: 'NOT_IN_SEASON'; readonly seasonStartsOn: LocalDate | null; readonly coverage: Coverage }
  | {
      readonly kind: 'MEASURED';
      /** 0 to 10000, rounded down: 10000 only when every quantified line is complete. */
      readonly basisPoints: number;
      readonly weighting: Weighting;
      readonly coverage: Coverage;
    };

/** An exact share numerator / denominator in [0, 1]. */
export interface RealisedShare {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly weighting: Weighting;
  readonly coverage: Coverage;
}

/**
 * ρ over the quantified lines: Σ w·min(accepted, target) / Σ w·target; null when no line is quantified.
 * Surplus on one line never makes up for another.
 */
export function realisedShare(lines: readonly (PromisedLine & { readonly accepted: Quantity })[]): RealisedShare | null {
  const quantified = lines.flatMap(({ target, accepted, refPrice }) =>
    target?.isPositive
      ? [{ target: target.thousandths, done: cappedAt(target, accepted).thousandths, price: refPrice ?? 0n }]
      : [],
  );
  if (quantified.length === 0) return null;
  const coverage = { quantified: quantified.length, total: lines.length };
  if (quantified.every(({ price }) => price > 0n)) {
    const numerator = quantified.reduce((sum, { done, price }) => sum + done * price, 0n);
    const denominator = quantified.reduce((sum, { target, price }) => sum + target * price, 0n);
    return { numerator, denominator, weighting: 'VALUE', coverage };
  }
  // The mean of fractions over one common denominator stays exact.
  const common = quantified.reduce((product, { target }) => product * target, 1n);
  const numerator = quantified.reduce((sum, { done, target }) => sum + (common / target) * done, 0n);
  return { numerator, denominator: common * BigInt(quantified.length), weighting: 'LINES', coverage };
}

/** Whole basis points, rounded down so that a share never climbs a rung by rounding. */
export const shareBasisPoints = (share: RealisedShare): number => Number((share.numerator * 10_000n) / share.denominator);

/** How much of the promise is delivered and accepted on `asOf`; never 0 % for what is not quantified or not yet in season. */
export function realisation(lines: readonly RealisationLine[], asOf: LocalDate): Realisation {
  const share = realisedShare(lines);
  if (share === null) return { kind: 'NOT_QUANTIFIED', coverage: { quantified: 0, total: lines.length } };
  const quantified = lines.filter((line) => line.target?.isPositive);
  if (!lines.some((line) => line.accepted.isPositive) && !quantified.some((line) => seasonHasBegun(line, asOf))) {
    const starts = quantified.map((line) => seasonStart(line, asOf)).filter((start) => start !== null);
    return { kind: 'NOT_IN_SEASON', seasonStartsOn: starts.sort()[0] ?? null, coverage: share.coverage };
  }
  return { kind: 'MEASURED', basisPoints: shareBasisPoints(share), weighting: share.weighting, coverage: share.coverage };
}

/** The part of `qty` that falls before `end` when spread evenly over the days in season from `from` up to `until`. */
export function spreadBefore(
  qty: Quantity,
  season: readonly number[],
  from: LocalDate,
  until: LocalDate,
  end: LocalDate,
): Quantity {
  if (end >= until) return qty;
  const days = seasonDaysBetween(season, from, until);
  // Valid only outside its season: then every day counts the same.
  if (days === 0) return spreadBefore(qty, [], from, until, end);
  return qty.timesRatio(BigInt(Math.max(0, seasonDaysBetween(season, from, end))), BigInt(days), 'down');
}

function cappedAt(target: Quantity, accepted: Quantity): Quantity {
  return Quantity.max(Quantity.ZERO, Quantity.min(accepted, target));
}

function seasonHasBegun(line: RealisationLine, asOf: LocalDate): boolean {
  if (line.validFrom === null) return isInSeason(line.seasonMonths, asOf);
  return seasonDaysBetween(line.seasonMonths, line.validFrom, addDays(asOf, 1)) > 0;
}

function seasonStart(line: RealisationLine, asOf: LocalDate): LocalDate | null {
  const earliest = line.validFrom !== null && line.validFrom > asOf ? line.validFrom : addDays(asOf, 1);
  return isInSeason(line.seasonMonths, earliest) ? earliest : nextSeasonStart(line.seasonMonths, earliest);
}
