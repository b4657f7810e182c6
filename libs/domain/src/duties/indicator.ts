import { addDays, addMonths, isLocalDate, type LocalDate } from '../shared/calendar-date.js';
import { divideHalfUp } from '../shared/integer.js';
import { quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const INDICATOR_QUALIFIERS = ['EXACT', 'MORE_THAN', 'ABOUT'] as const;
/** How the source says a number: "trên 500" is no 500. */
export type IndicatorQualifier = (typeof INDICATOR_QUALIFIERS)[number];

export interface IndicatorPeriod {
  /** Its last day. */
  readonly to: LocalDate;
}

/** "2024", "2024-Q1" or a day "2024-04-20"; null for anything else. */
export function indicatorPeriod(text: string): IndicatorPeriod | null {
  const year = /^(\d{4})$/.exec(text);
  if (year) return { to: `${year[1]}-12-31` };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const first = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
    return { to: addDays(addMonths(first, 3), -1) };
  }
  return isLocalDate(text) ? { to: text } : null;
}

export interface IndicatorDraft {
  readonly period: string;
  /** Decimal text, at most three decimals. */
  readonly value: string;
  readonly plan: string | null;
  readonly source: string;
  /** Why a number already told is told otherwise now. */
  readonly reason: string | null;
}

export type IndicatorRefusal =
  | { readonly code: 'INDICATOR_PERIOD_UNKNOWN' }
  | { readonly code: 'INDICATOR_PERIOD_NOT_OVER' }
  | { readonly code: 'INDICATOR_VALUE_INVALID' }
  | { readonly code: 'INDICATOR_PLAN_INVALID' }
  | { readonly code: 'INDICATOR_SOURCE_MISSING' }
  | { readonly code: 'INDICATOR_REASON_MISSING' };

const NUMBER = /^\d{1,11}(\.\d{1,3})?$/;

/** A period that is over, a number and its source; who tells a told number anew says why. Returns the period's last day. */
export function checkIndicator(
  draft: IndicatorDraft,
  isCorrection: boolean,
  today: LocalDate,
): Result<LocalDate, IndicatorRefusal> {
  const period = indicatorPeriod(draft.period);
  if (!period) return refuse({ code: 'INDICATOR_PERIOD_UNKNOWN' });
  if (period.to > today) return refuse({ code: 'INDICATOR_PERIOD_NOT_OVER' });
  if (!NUMBER.test(draft.value)) return refuse({ code: 'INDICATOR_VALUE_INVALID' });
  if (draft.plan !== null && (!NUMBER.test(draft.plan) || Number(draft.plan) === 0))
    return refuse({ code: 'INDICATOR_PLAN_INVALID' });
  if (!draft.source.trim()) return refuse({ code: 'INDICATOR_SOURCE_MISSING' });
  if (isCorrection && !draft.reason?.trim()) return refuse({ code: 'INDICATOR_REASON_MISSING' });
  return accept(period.to);
}

/** Basis points of the plan, half up; null without a plan. */
export const planShareBp = (value: string, plan: string | null): number | null =>
  plan === null || quantity(plan).isZero
    ? null
    : Number(divideHalfUp(quantity(value).thousandths * 10_000n, quantity(plan).thousandths));

/** The last revision of each period, in the order of time; a day inside a year comes before the year's end. */
export function latestValues<Row extends { readonly period: string; readonly periodEnd: LocalDate; readonly revision: number }>(
  rows: readonly Row[],
): Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) if ((last.get(row.period)?.revision ?? 0) < row.revision) last.set(row.period, row);
  return [...last.values()].sort((a, b) =>
    a.periodEnd === b.periodEnd ? (a.period < b.period ? -1 : 1) : a.periodEnd < b.periodEnd ? -1 : 1,
  );
}
