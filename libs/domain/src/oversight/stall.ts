import type { MoveActor } from '../agreements/next-move.js';
import { rungIndex, type RungCode } from '../agreements/ladder.js';
import { addDays, daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { daysOnClock, type BusinessCalendar, type DayCount, type Suspension } from './working-clock.js';

/** From which step to which an agreement may stand still (X2 of the product's design). */
export const STALL_TRANSITIONS = ['CONTRACT', 'CALL_OFF', 'DELIVERY', 'PACE', 'EXPIRY'] as const;
export type StallTransition = (typeof STALL_TRANSITIONS)[number];

/** Mildest first. */
export const STALL_LEVELS = ['WATCH', 'RISK', 'STALLED'] as const;
export type StallLevel = (typeof STALL_LEVELS)[number];
export const stallRank = (level: StallLevel): number => STALL_LEVELS.indexOf(level) + 1;

/** FRESH and DRY tell deliveries of goods that do not keep from others; everything else is ANY. */
export const STALL_VARIANTS = ['ANY', 'FRESH', 'DRY'] as const;
export type StallVariant = (typeof STALL_VARIANTS)[number];

/** One dated row of the rule book: all its numbers must be reached for the level to hold. */
export interface StallThreshold {
  readonly transition: StallTransition;
  readonly variant: StallVariant;
  readonly level: StallLevel;
  /** Days on the clock; for EXPIRY the days that are left; null for PACE. */
  readonly days: number | null;
  readonly count: DayCount;
  readonly horizonDays: number;
  /** PACE: accepted against planned must lie below; EXPIRY: the realised share must. Basis points. */
  readonly belowBp: number | null;
  /** PACE: in so many periods running. */
  readonly periods: number | null;
  /** PACE: or no accepted delivery within this percentage of the usual interval. */
  readonly intervalPct: number | null;
}

export type StallFactCode = 'SIGNED' | 'CONTRACT_IN_FORCE' | 'PROMISED' | 'PLAN_DUE' | 'LAST_ACCEPTED' | 'VALID_TO';
export type StallStep =
  'PROPOSE_CONTRACT' | 'PLACE_CALL_OFF' | 'ANSWER_ORDER' | 'DISPATCH' | 'RECEIVE' | 'AGREE_SCHEDULE' | 'RENEW_OR_CLOSE';

/** Cumulative plan and acceptance at the end of a month ("2026-08"), in basis points of the promise. */
export interface PacePoint {
  readonly month: string;
  readonly plannedBp: number;
  readonly acceptedBp: number;
}

/** Everything the clocks of one agreement depend on. */
export interface StallFacts {
  readonly isOpen: boolean;
  readonly isSuspended: boolean;
  readonly rung: RungCode;
  readonly signedOn: LocalDate | null;
  readonly contractedOn: LocalDate | null;
  readonly seasonMonths: readonly number[];
  readonly suspensions: readonly Suspension[];
  /** A call-off that the seller has not answered. */
  readonly unanswered: { readonly number: string } | null;
  /** The earliest promised day of a confirmed call-off of which nothing was accepted. */
  readonly promise: {
    readonly number: string;
    readonly on: LocalDate;
    readonly fresh: boolean;
    readonly onTheRoad: boolean;
  } | null;
  readonly pace: readonly PacePoint[];
  /** Days with accepted goods, in order. */
  readonly acceptedOn: readonly LocalDate[];
  /** Null where no line has a quantity. */
  readonly realisedBp: number | null;
  readonly validTo: LocalDate | null;
}

/** That an agreement stands still: the fact, the clock, the party to move, what would help. */
export interface Stall {
  readonly transition: StallTransition;
  readonly level: StallLevel;
  readonly fact: StallFactCode;
  /** The day of the fact. */
  readonly factOn: LocalDate;
  /** Number of the order it is about. */
  readonly factRef: string | null;
  /** Days the clock shows, or the days that are left for EXPIRY; null for a pace. */
  readonly days: number | null;
  /** The row's own limit on these days. */
  readonly limitDays: number | null;
  /** The share that lies too low, and where it should be. */
  readonly shareBp: number | null;
  readonly limitBp: number | null;
  readonly actor: MoveActor;
  readonly step: StallStep;
}

/**
 * What stands still on the day `on`, at most one stall for each transition, at the gravest level whose row holds.
 * Suspended and ended agreements wait for nobody. The answer depends on the arguments alone: recomputing gives the same.
 */
export function stallsOf(facts: StallFacts, on: LocalDate, book: readonly StallThreshold[], calendar: BusinessCalendar): Stall[] {
  if (!facts.isOpen || facts.isSuspended) return [];
  const found = [
    contractStall(facts, on, book, calendar),
    callOffStall(facts, on, book, calendar),
    deliveryStall(facts, on, book, calendar),
    paceStall(facts, on, book, calendar),
    expiryStall(facts, on, book),
  ];
  return found.filter((stall) => stall !== null);
}

const rowsOf = (book: readonly StallThreshold[], transition: StallTransition, variant: StallVariant = 'ANY'): StallThreshold[] =>
  book
    .filter((row) => row.transition === transition && row.variant === variant)
    .sort((a, b) => stallRank(b.level) - stallRank(a.level));

/** The gravest row whose days are reached; rows may count days differently. */
function aged(
  rows: readonly StallThreshold[],
  facts: StallFacts,
  from: LocalDate,
  on: LocalDate,
  calendar: BusinessCalendar,
  seasonMonths = facts.seasonMonths,
): { row: StallThreshold; days: number } | null {
  const shown = new Map<string, number>();
  for (const row of rows) {
    const clock = `${row.count} ${row.horizonDays}`;
    const days = shown.get(clock) ?? daysOnClock(from, on, { ...row, seasonMonths, suspensions: facts.suspensions }, calendar);
    shown.set(clock, days);
    if (row.days !== null && days >= row.days) return { row, days };
  }
  return null;
}

function contractStall(
  facts: StallFacts,
  on: LocalDate,
  book: readonly StallThreshold[],
  calendar: BusinessCalendar,
): Stall | null {
  if (facts.rung !== 'SIGNED' || facts.signedOn === null) return null;
  const hit = aged(rowsOf(book, 'CONTRACT'), facts, facts.signedOn, on, calendar);
  return hit && byDays('CONTRACT', hit, 'SIGNED', facts.signedOn, null, 'BOTH', 'PROPOSE_CONTRACT');
}

function callOffStall(
  facts: StallFacts,
  on: LocalDate,
  book: readonly StallThreshold[],
  calendar: BusinessCalendar,
): Stall | null {
  if (facts.rung !== 'CONTRACTED' || facts.contractedOn === null) return null;
  const hit = aged(rowsOf(book, 'CALL_OFF'), facts, facts.contractedOn, on, calendar);
  if (!hit) return null;
  return facts.unanswered
    ? byDays('CALL_OFF', hit, 'CONTRACT_IN_FORCE', facts.contractedOn, facts.unanswered.number, 'SELLER', 'ANSWER_ORDER')
    : byDays('CALL_OFF', hit, 'CONTRACT_IN_FORCE', facts.contractedOn, null, 'BUYER', 'PLACE_CALL_OFF');
}

/** Goods that were promised: the season does not stop this clock, a promise names its own day. */
function deliveryStall(
  facts: StallFacts,
  on: LocalDate,
  book: readonly StallThreshold[],
  calendar: BusinessCalendar,
): Stall | null {
  const { promise } = facts;
  if (facts.rung !== 'FIRST_CALL_OFF' || !promise || on < promise.on) return null;
  const hit = aged(rowsOf(book, 'DELIVERY', promise.fresh ? 'FRESH' : 'DRY'), facts, promise.on, on, calendar, []);
  if (!hit) return null;
  return promise.onTheRoad
    ? byDays('DELIVERY', hit, 'PROMISED', promise.on, promise.number, 'BUYER', 'RECEIVE')
    : byDays('DELIVERY', hit, 'PROMISED', promise.on, promise.number, 'SELLER', 'DISPATCH');
}

const isRunning = (rung: RungCode): boolean => rungIndex(rung) >= rungIndex('FIRST_ACCEPTED') && rung !== 'FULFILLED';

function paceStall(facts: StallFacts, on: LocalDate, book: readonly StallThreshold[], calendar: BusinessCalendar): Stall | null {
  if (!isRunning(facts.rung)) return null;
  const periods = endedPeriods(facts.pace, on);
  for (const row of rowsOf(book, 'PACE')) {
    const slow = tooSlow(periods, row);
    if (slow) {
      return {
        ...EMPTY,
        transition: 'PACE',
        level: row.level,
        fact: 'PLAN_DUE',
        factOn: slow.endedOn,
        shareBp: slow.shareBp,
        limitBp: row.belowBp,
      };
    }
    const quiet = tooQuiet(facts, on, row, calendar);
    if (quiet) return { ...EMPTY, transition: 'PACE', level: row.level, fact: 'LAST_ACCEPTED', ...quiet };
  }
  return null;
}

const EMPTY = {
  factRef: null,
  days: null,
  limitDays: null,
  shareBp: null,
  limitBp: null,
  actor: 'BOTH',
  step: 'AGREE_SCHEDULE',
} as const;

interface Period {
  /** The last day of the month. */
  readonly endedOn: LocalDate;
  readonly plannedBp: number;
  readonly acceptedBp: number;
}

/**
 * Months that have ended and in which something was due, the latest first. What has been accepted since counts for the
 * latest one, so that goods that come late end the stall on the day they come.
 */
function endedPeriods(pace: readonly PacePoint[], on: LocalDate): Period[] {
  const thisMonth = on.slice(0, 7);
  const acceptedNow = pace.reduce((most, point) => (point.month <= thisMonth ? Math.max(most, point.acceptedBp) : most), 0);
  const due = pace.filter((point, index) => point.month < thisMonth && point.plannedBp > (pace[index - 1]?.plannedBp ?? 0));
  return due
    .map(({ month, plannedBp, acceptedBp }) => ({ endedOn: lastDayOf(month), plannedBp, acceptedBp }))
    .reverse()
    .map((period, index) => (index === 0 ? { ...period, acceptedBp: acceptedNow } : period));
}

function tooSlow(periods: readonly Period[], row: StallThreshold): { endedOn: LocalDate; shareBp: number } | null {
  const { belowBp, periods: wanted } = row;
  if (belowBp === null || wanted === null || periods.length < wanted) return null;
  const last = periods.slice(0, wanted);
  const isSlow = (period: Period) => period.acceptedBp * 10_000 < belowBp * period.plannedBp;
  if (!last.every(isSlow)) return null;
  const [latest] = last;
  return { endedOn: latest!.endedOn, shareBp: Math.floor((latest!.acceptedBp * 10_000) / latest!.plannedBp) };
}

/** A week at least: daily deliveries must not make a long weekend a stall. */
const SHORTEST_INTERVAL = 7;

/** No delivery for longer than usual; what is usual is the median of the gaps so far, of two gaps at least. */
function tooQuiet(
  facts: StallFacts,
  on: LocalDate,
  row: StallThreshold,
  calendar: BusinessCalendar,
): Pick<Stall, 'factOn' | 'days' | 'limitDays'> | null {
  const days = facts.acceptedOn;
  const last = days.at(-1);
  if (row.intervalPct === null || last === undefined || days.length < 3) return null;
  const rule = { ...row, seasonMonths: facts.seasonMonths, suspensions: facts.suspensions };
  const gaps = days
    .slice(1)
    .map((day, index) => daysOnClock(days[index]!, day, rule, calendar))
    .sort((a, b) => a - b);
  const usual = Math.max(SHORTEST_INTERVAL, gaps[Math.floor((gaps.length - 1) / 2)]!);
  const since = daysOnClock(last, on, rule, calendar);
  if (since * 100 <= row.intervalPct * usual) return null;
  return { factOn: last, days: since, limitDays: Math.floor((row.intervalPct * usual) / 100) };
}

function expiryStall(facts: StallFacts, on: LocalDate, book: readonly StallThreshold[]): Stall | null {
  const { validTo, realisedBp } = facts;
  if (validTo === null || realisedBp === null || facts.rung === 'FULFILLED') return null;
  const left = daysBetween(on, validTo);
  for (const row of rowsOf(book, 'EXPIRY')) {
    if (row.days === null || row.belowBp === null || left > row.days || realisedBp >= row.belowBp) continue;
    return {
      ...EMPTY,
      transition: 'EXPIRY',
      level: row.level,
      fact: 'VALID_TO',
      factOn: validTo,
      days: left,
      limitDays: row.days,
      shareBp: realisedBp,
      limitBp: row.belowBp,
      step: 'RENEW_OR_CLOSE',
    };
  }
  return null;
}

function byDays(
  transition: StallTransition,
  { row, days }: { row: StallThreshold; days: number },
  fact: StallFactCode,
  factOn: LocalDate,
  factRef: string | null,
  actor: MoveActor,
  step: StallStep,
): Stall {
  return { ...EMPTY, transition, level: row.level, fact, factOn, factRef, days, limitDays: row.days, actor, step };
}

function lastDayOf(month: string): LocalDate {
  const [year, index] = month.split('-').map(Number) as [number, number];
  const next = index === 12 ? `${year + 1}-01-01` : `${year}-${String(index + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}
