import { addDays, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const INDICATOR_QUALIFIERS = ['EXACT', 'MORE_THAN', 'ABOUT'] as const;
/** How the source says a number: "trên 500" is no 500. */
export type IndicatorQualifier = (typeof INDICATOR_QUALIFIERS)[number];

export interface IndicatorPeriod {
  readonly kind: 'YEAR' | 'QUARTER' | 'DAY';
  /** Its last day. */
  readonly to: LocalDate;
}

/** "2024", "2024-Q1" or a day "2024-04-20"; null for anything else. */
export function indicatorPeriod(text: string): IndicatorPeriod | null {
  const year = /^(\d{4})$/.exec(text);
  if (year) return { kind: 'YEAR', to: `${year[1]}-12-31` };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const [, y, q] = quarter;
    const next = q === '4' ? `${Number(y) + 1}-01-01` : `${y}-${String(Number(q) * 3 + 1).padStart(2, '0')}-01`;
    return { kind: 'QUARTER', to: addDays(next, -1) };
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : { kind: 'DAY', to: text };
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

const thousandths = (text: string): bigint => {
  const [whole, part = ''] = text.split('.');
  return BigInt(`${whole}${part.padEnd(3, '0')}`);
};

/** Basis points of the plan, half up; null without a plan. */
export const planShareBp = (value: string, plan: string | null): number | null =>
  plan === null || thousandths(plan) === 0n
    ? null
    : Number((thousandths(value) * 20_000n + thousandths(plan)) / (2n * thousandths(plan)));

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
