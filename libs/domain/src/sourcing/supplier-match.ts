import { isYearRound, seasonDaysBetween, type SeasonMonths } from '../catalog/season.js';
import { addDays, daysBetween, type LocalDate } from '../shared/calendar-date.js';
import type { Quantity } from '../shared/quantity.js';

export const MATCH_PARTS = ['PRODUCT', 'SEASON', 'VOLUME', 'READINESS', 'DISTANCE', 'RESPONSE'] as const;
export type MatchPart = (typeof MATCH_PARTS)[number];

/** Of 100: how much each part counts. The same for everybody, and shown beside the result. */
export const MATCH_WEIGHTS: Readonly<Record<MatchPart, number>> = {
  PRODUCT: 35,
  SEASON: 15,
  VOLUME: 20,
  READINESS: 15,
  DISTANCE: 5,
  RESPONSE: 10,
};

export type ProductFit = 'SAME_PRODUCT' | 'NAME' | 'TEXT' | 'GROUP';
export type Nearness = 'SAME_COMMUNE' | 'SAME_DISTRICT' | 'SAME_PROVINCE' | 'ELSEWHERE';

/** 0 to 100 each. */
export const PRODUCT_FIT: Readonly<Record<ProductFit, number>> = { SAME_PRODUCT: 100, NAME: 90, TEXT: 60, GROUP: 30 };
export const NEARNESS: Readonly<Record<Nearness, number>> = {
  SAME_COMMUNE: 100,
  SAME_DISTRICT: 80,
  SAME_PROVINCE: 50,
  ELSEWHERE: 0,
};

/** What is known of one supplier for one need; null is "not known", which is never the same as none. */
export interface MatchFacts {
  readonly product: ProductFit;
  readonly season: { readonly days: number; readonly of: number } | null;
  readonly volume: { readonly offered: Quantity; readonly asked: Quantity } | null;
  readonly readiness: { readonly met: number; readonly required: number } | null;
  readonly distance: Nearness | null;
  readonly response: { readonly answered: number; readonly asked: number } | null;
}

export type MatchValues = Readonly<Record<MatchPart, number | null>>;

export interface MatchScore {
  /** 0 to 100; an unknown part counts as half of its weight. */
  readonly score: number;
  /** Weight of the parts nobody knows: by half of it the score may still rise or fall. */
  readonly unknown: number;
}

const share = (part: bigint, whole: bigint): number =>
  whole <= 0n ? 100 : Number(((part < 0n ? 0n : part > whole ? whole : part) * 100n) / whole);

/** Days of the period that lie in the season; null without a period. */
export function seasonShare(
  months: SeasonMonths,
  period: { readonly from: LocalDate; readonly to: LocalDate } | null,
): MatchFacts['season'] {
  if (!period) return null;
  const end = addDays(period.to, 1);
  const of = daysBetween(period.from, end);
  return { days: isYearRound(months) ? of : seasonDaysBetween(months, period.from, end), of };
}

/** Each part from 0 to 100, rounded down; nothing required is fully met. */
export function matchValues(facts: MatchFacts): MatchValues {
  const ratio = (of: { part: number; whole: number } | null) => of && share(BigInt(of.part), BigInt(of.whole));
  return {
    PRODUCT: PRODUCT_FIT[facts.product],
    SEASON: ratio(facts.season && { part: facts.season.days, whole: facts.season.of }),
    VOLUME: facts.volume && share(facts.volume.offered.thousandths, facts.volume.asked.thousandths),
    READINESS: ratio(facts.readiness && { part: facts.readiness.met, whole: facts.readiness.required }),
    DISTANCE: facts.distance && NEARNESS[facts.distance],
    RESPONSE: ratio(facts.response && { part: facts.response.answered, whole: facts.response.asked }),
  };
}

/** The sum of value × weight, an unknown part at half. */
export function matchScore(values: MatchValues): MatchScore {
  const points = MATCH_PARTS.reduce((sum, part) => sum + (values[part] ?? 50) * MATCH_WEIGHTS[part], 0);
  const unknown = MATCH_PARTS.reduce((sum, part) => sum + (values[part] === null ? MATCH_WEIGHTS[part] : 0), 0);
  return { score: Math.floor(points / 100), unknown };
}

/** The best first; equal ones by id, so that two readings never differ. */
export const compareMatches = (
  a: { readonly score: number; readonly id: string },
  b: { readonly score: number; readonly id: string },
): number => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
