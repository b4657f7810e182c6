import { addDays, compareDates, type LocalDate } from '../../shared/calendar-date.js';
import { divideHalfUp } from '../../shared/integer.js';
import { Quantity } from '../../shared/quantity.js';
import { calendarQty, type HarvestWindow } from './harvest-window.js';
import type { WeekStart } from './week.js';

/** How sure a coming harvest is: seen on the trees, foretold by the grower, or only usual at this time of the year. */
export const CONFIDENCES = ['OBSERVED', 'FORECAST', 'CALENDAR'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Share of a harvest that a plan may count, in basis points; dated data, see `legal_parameter` HARVEST_CONFIDENCE_BP. */
export type ConfidenceWeights = Readonly<Record<Confidence, number>>;

/** One word of the grower on one week; a later revision replaces it and both stay on record. */
export interface ForecastRevision {
  readonly week: WeekStart;
  readonly revision: number;
  readonly qty: Quantity;
  readonly confidence: Exclude<Confidence, 'CALENDAR'>;
  /** Business day on which it was said. */
  readonly on: LocalDate;
}

export interface ExpectedHarvest {
  readonly week: WeekStart;
  readonly qty: Quantity;
  readonly confidence: Confidence;
  /** What the plan counts: quantity × weight, less what is harvested already. */
  readonly counted: Quantity;
}

const latest = (revisions: readonly ForecastRevision[]): ForecastRevision | undefined =>
  revisions.reduce<ForecastRevision | undefined>((last, row) => (!last || row.revision > last.revision ? row : last), undefined);

/**
 * The harvest a week is expected to bring: the grower's last word, without one the calendar, without that nothing.
 * What is harvested in the week already stands in the stock, so it is taken off here and never counted twice.
 */
export function expectedHarvest(
  week: WeekStart,
  sources: {
    readonly revisions: readonly ForecastRevision[];
    readonly windows: readonly HarvestWindow[];
    readonly harvested: Quantity;
    readonly weights: ConfidenceWeights;
  },
): ExpectedHarvest | null {
  const said = latest(sources.revisions.filter((row) => row.week === week));
  const qty = said?.qty ?? calendarQty(sources.windows, week);
  if (qty === null) return null;
  const confidence = said?.confidence ?? 'CALENDAR';
  const weighted = qty.basisPoints(BigInt(sources.weights[confidence]), 'down');
  return { week, qty, confidence, counted: Quantity.max(Quantity.ZERO, weighted.sub(sources.harvested)) };
}

/** Forecasts are judged by what was said two weeks before the week began. */
export const LEAD_DAYS = 14;

export interface ForecastAccuracy {
  /** Σ|actual − forecast| / Σ actual in basis points; null while nothing was harvested in a week that was foretold. */
  readonly wapeBp: number | null;
  /** Weeks with a forecast two weeks ahead, of all that had a harvest or such a forecast. */
  readonly weeks: number;
  readonly weeksWithout: number;
}

/** Weighted absolute percentage error two weeks ahead. Weeks nobody foretold in time are counted apart, never as a zero forecast. */
export function forecastAccuracy(
  actual: ReadonlyMap<WeekStart, Quantity>,
  revisions: readonly ForecastRevision[],
): ForecastAccuracy {
  const inTime = new Map<WeekStart, Quantity>();
  const order = [...revisions].sort((a, b) => a.revision - b.revision);
  for (const row of order) if (compareDates(row.on, addDays(row.week, -LEAD_DAYS)) <= 0) inTime.set(row.week, row.qty);
  let errors = 0n;
  let total = 0n;
  for (const [week, forecast] of inTime) {
    const real = actual.get(week) ?? Quantity.ZERO;
    errors += real.sub(forecast).abs().thousandths;
    total += real.thousandths;
  }
  const without = [...actual].filter(([week, qty]) => qty.isPositive && !inTime.has(week)).length;
  return {
    wapeBp: total > 0n ? Number(divideHalfUp(errors * 10_000n, total)) : null,
    weeks: inTime.size,
    weeksWithout: without,
  };
}
