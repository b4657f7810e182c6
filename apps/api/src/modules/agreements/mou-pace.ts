import {
  addDays,
  addMonths,
  Quantity,
  realisedShare,
  shareBasisPoints,
  spreadBefore,
  type LocalDate,
  type PromisedLine,
} from '@lienket/domain';

export interface PaceLine extends PromisedLine {
  readonly seasonMonths: readonly number[];
  /** What contracts plan to call off; empty = evenly over the days in season. */
  readonly schedule: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly qty: Quantity }[];
  /** Accepted by month, "2026-08". */
  readonly accepted: ReadonlyMap<string, Quantity>;
}

export interface PacePointView {
  readonly month: string;
  readonly plannedBp: number;
  readonly acceptedBp: number;
}

const MOST_MONTHS = 120;

const monthName = (date: LocalDate): string => date.slice(0, 7);

/** Cumulative plan and acceptance by month, as shares of the target; only quantified lines count. */
export function paceOf(given: readonly PaceLine[], from: LocalDate, to: LocalDate): PacePointView[] {
  const lines = given.filter((line) => line.target?.isPositive);
  if (lines.length === 0 || to < from) return [];
  const points: PacePointView[] = [];
  const until = addDays(to, 1);
  for (let month = `${from.slice(0, 8)}01`; month < until && points.length < MOST_MONTHS; month = addMonths(month, 1)) {
    const end = addMonths(month, 1) < until ? addMonths(month, 1) : until;
    points.push({
      month: monthName(month),
      plannedBp: share(lines, (line) => plannedUntil(line, from, until, end)),
      acceptedBp: share(lines, (line) => acceptedUntil(line, monthName(month))),
    });
  }
  return points;
}

function share(lines: readonly PaceLine[], quantityOf: (line: PaceLine) => Quantity): number {
  const reached = realisedShare(lines.map((line) => ({ ...line, accepted: quantityOf(line) })));
  return reached ? shareBasisPoints(reached) : 0;
}

const acceptedUntil = (line: PaceLine, month: string): Quantity =>
  Quantity.sum([...line.accepted].filter(([name]) => name <= month).map(([, qty]) => qty));

/** Planned from the first day up to, not including, `end`. */
function plannedUntil(line: PaceLine, from: LocalDate, until: LocalDate, end: LocalDate): Quantity {
  if (line.schedule.length) {
    return Quantity.sum(line.schedule.map((period) => spreadBefore(period.qty, [], period.from, addDays(period.to, 1), end)));
  }
  return spreadBefore(line.target!, line.seasonMonths, from, until, end);
}
