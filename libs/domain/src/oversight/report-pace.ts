import { realisedShare, shareBasisPoints, spreadBefore } from '../agreements/realisation.js';
import { addDays, addMonths, type LocalDate } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import type { ReportEntry, ReportPacePoint, SummedLine } from './report-types.js';

/** The newest months: a register older than this still shows its last one. */
const MOST_MONTHS = 60;
const monthOfDay = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01`;

/**
 * Pace of all quantified agreements together, month by month to the cut-off: what was committed, spread evenly over the days in season
 * of its validity, against what was accepted. Only facts up to the cut-off count. Empty under
 * `minCases` agreements.
 */
export function reportPace(
  lines: readonly SummedLine[],
  entries: ReadonlyMap<string, readonly ReportEntry[]>,
  asOf: LocalDate,
  minCases: number,
): ReportPacePoint[] {
  const promised = lines.flatMap((line) => {
    const from = line.agreement.validFrom ?? line.agreement.signedOn;
    if (line.committed === null || from === null || from > asOf) return [];
    const until = addDays(line.agreement.validTo ?? addMonths(from, 12), 1);
    const accepted = (entries.get(line.id) ?? []).filter(({ kind }) => kind === 'ACCEPT');
    return [{ line, target: quantity(line.committed), from, until, accepted }];
  });
  if (new Set(promised.map(({ line }) => line.agreement.id)).size < minCases) return [];
  const share = (quantityOf: (one: (typeof promised)[number]) => Quantity): number => {
    const reached = realisedShare(
      promised.map((one) => ({
        lineId: one.line.id,
        target: one.target,
        refPrice: one.line.refPrice === null ? null : BigInt(one.line.refPrice),
        accepted: quantityOf(one),
      })),
    );
    return reached ? shareBasisPoints(reached) : 0;
  };
  const first = promised.map(({ from }) => from).sort()[0]!;
  const points: ReportPacePoint[] = [];
  const past = addDays(asOf, 1);
  const oldest = addMonths(monthOfDay(asOf), 1 - MOST_MONTHS);
  const begins = monthOfDay(first) > oldest ? monthOfDay(first) : oldest;
  for (let month = begins; month < past; month = addMonths(month, 1)) {
    const next = addMonths(month, 1);
    const end = next < past ? next : past;
    const acceptedBy = (isCounted: (entry: ReportEntry) => boolean) =>
      share(({ accepted }) =>
        Quantity.sum(accepted.filter((entry) => entry.on < end && isCounted(entry)).map(({ qty }) => quantity(qty))),
      );
    points.push({
      month: month.slice(0, 7),
      plannedBp: share(({ target, line, from, until }) => spreadBefore(target, line.seasonMonths, from, until, end)),
      acceptedBp: acceptedBy(() => true),
      acceptedBpA: acceptedBy(({ grade }) => grade === 'A'),
    });
  }
  return points;
}
