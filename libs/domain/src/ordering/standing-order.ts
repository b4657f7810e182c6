import { addDays, addMonths, type LocalDate, weekdayOf } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

/** When a standing order delivers, and how long before it is placed. Both ends of the season are included. */
export interface StandingRule {
  /** Days of delivery, 1 = Monday to 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  /** Calendar days between placing and delivery; 0 = placed on the day itself. */
  readonly leadDays: number;
}

export const STANDING_LEAD_MAX = 14;
/** A season, not for ever: prices and needs are looked at again at least once a year. */
export const STANDING_MONTHS_MAX = 12;

export type StandingRuleRefusal =
  | { readonly code: 'STANDING_NO_WEEKDAY' }
  | { readonly code: 'STANDING_STARTS_PAST'; readonly today: LocalDate }
  | { readonly code: 'STANDING_DATES_FALLING' }
  | { readonly code: 'STANDING_TOO_LONG'; readonly months: number }
  | { readonly code: 'STANDING_LEAD_RANGE'; readonly max: number }
  | { readonly code: 'STANDING_NO_DAY' };

/** Whether a rule can be taken on a day: it must deliver at least once. */
export function checkStandingRule(rule: StandingRule, today: LocalDate): Result<null, StandingRuleRefusal> {
  const { weekdays, validFrom, validTo, leadDays } = rule;
  if (weekdays.length === 0 || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    return refuse({ code: 'STANDING_NO_WEEKDAY' });
  }
  if (validFrom < today) return refuse({ code: 'STANDING_STARTS_PAST', today });
  if (validTo < validFrom) return refuse({ code: 'STANDING_DATES_FALLING' });
  if (validTo >= addMonths(validFrom, STANDING_MONTHS_MAX))
    return refuse({ code: 'STANDING_TOO_LONG', months: STANDING_MONTHS_MAX });
  if (!Number.isInteger(leadDays) || leadDays < 0 || leadDays > STANDING_LEAD_MAX) {
    return refuse({ code: 'STANDING_LEAD_RANGE', max: STANDING_LEAD_MAX });
  }
  return deliveryDays(rule, validFrom, validTo).length === 0 ? refuse({ code: 'STANDING_NO_DAY' }) : accept(null);
}

/**
 * The rules of a standing order in the order they were made. Each holds from its first day on, whatever an earlier one says of those
 * days; what was to be delivered before that day stays as the earlier ones say.
 */
export type StandingPlan<Rule extends StandingRule = StandingRule> = readonly Rule[];

/** The rule a day stands under; null before the first one and after the season of the one that holds. */
export function ruleOn<Rule extends StandingRule>(plan: StandingPlan<Rule>, day: LocalDate): Rule | null {
  const held = plan.findLast(({ validFrom }) => validFrom <= day);
  return held && day <= held.validTo ? held : null;
}

/** First and last day of the season, over all rules that still say something of a day. */
export function seasonOf(plan: StandingPlan): { readonly first: LocalDate; readonly last: LocalDate } {
  const starts = plan.map(({ validFrom }) => validFrom);
  return { first: starts.reduce((a, b) => (a < b ? a : b)), last: plan.at(-1)!.validTo };
}

export type StandingChangeRefusal = StandingRuleRefusal | { readonly code: 'STANDING_DAYS_TAKEN'; readonly earliest: LocalDate };

/**
 * Whether a new rule may follow. A day that was placed or asked for belongs to the rule it was placed under, so the new one starts
 * after the last of them.
 */
export function checkStandingChange(
  rule: StandingRule,
  today: LocalDate,
  lastTaken: LocalDate | null,
): Result<null, StandingChangeRefusal> {
  const sound = checkStandingRule(rule, today);
  if (!sound.ok) return sound;
  if (lastTaken !== null && rule.validFrom <= lastTaken) {
    return refuse({ code: 'STANDING_DAYS_TAKEN', earliest: addDays(lastTaken, 1) });
  }
  return accept(null);
}

/** Every day of delivery from `from` to `to`, both included, that lies in the season; at most `most` of them, the first ones. */
export function deliveryDays(plan: StandingRule | StandingPlan, from: LocalDate, to: LocalDate, most = Infinity): LocalDate[] {
  const rules = 'weekdays' in plan ? [plan] : plan;
  const { first, last } = seasonOf(rules);
  const end = to < last ? to : last;
  const days: LocalDate[] = [];
  for (let day = from > first ? from : first; day <= end && days.length < most; day = addDays(day, 1)) {
    if (ruleOn(rules, day)?.weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return days;
}

/** The day on which the order for a delivery is placed. */
export const placingDay = (day: LocalDate, { leadDays }: Pick<StandingRule, 'leadDays'>): LocalDate => addDays(day, -leadDays);

export const isDeliveryDay = (plan: StandingPlan, day: LocalDate): boolean => deliveryDays(plan, day, day).length === 1;

/**
 * The days of delivery that are to be placed now: their placing day has come and nothing became of them yet. Days that passed
 * while nobody placed them are among them, so that none is lost in silence.
 */
export function dueDays(plan: StandingPlan, today: LocalDate, handled: ReadonlySet<LocalDate>): LocalDate[] {
  const { first } = seasonOf(plan);
  return deliveryDays(plan, first, addDays(today, STANDING_LEAD_MAX)).filter(
    (day) => placingDay(day, ruleOn(plan, day)!) <= today && !handled.has(day),
  );
}

export type StandingState = 'ACTIVE' | 'PAUSED' | 'ENDED';
export type StandingAction = 'pause' | 'resume' | 'end';

export const STANDING_TRANSITIONS: Transitions<StandingState, StandingAction> = {
  ACTIVE: { pause: 'PAUSED', end: 'ENDED' },
  PAUSED: { resume: 'ACTIVE', end: 'ENDED' },
  ENDED: {},
};

/** Where a standing order stands on a day: derived, stored nowhere. OVER: its season has passed. */
export const STANDING_STAGES = ['COMING', 'RUNNING', 'PAUSED', 'OVER', 'ENDED'] as const;
export type StandingStage = (typeof STANDING_STAGES)[number];

export function standingStage(state: StandingState, plan: StandingPlan, today: LocalDate): StandingStage {
  if (state === 'ENDED') return 'ENDED';
  const { first, last } = seasonOf(plan);
  if (today > last) return 'OVER';
  if (state === 'PAUSED') return 'PAUSED';
  const [start] = deliveryDays(plan, first, last, 1);
  return start !== undefined && today < placingDay(start, ruleOn(plan, start)!) ? 'COMING' : 'RUNNING';
}

/**
 * What became of one day. ASKED: above a limit, it waits inside the buyer's house. PAUSED: the day came while the standing order
 * was paused. OPEN: nothing yet; such days have no row.
 */
export const STANDING_DAY_STATES = ['PLACED', 'ASKED', 'FAILED', 'SKIPPED', 'PAUSED'] as const;
export type StandingDayState = (typeof STANDING_DAY_STATES)[number];
export type StandingDayAction = 'place' | 'ask' | 'fail' | 'skip' | 'pause' | 'restore';

export const STANDING_DAY_TRANSITIONS: Transitions<StandingDayState | 'OPEN', StandingDayAction> = {
  OPEN: { place: 'PLACED', ask: 'ASKED', fail: 'FAILED', skip: 'SKIPPED', pause: 'PAUSED' },
  FAILED: { place: 'PLACED', ask: 'ASKED', skip: 'SKIPPED' },
  SKIPPED: { place: 'PLACED', ask: 'ASKED', restore: 'OPEN' },
  PAUSED: { place: 'PLACED', ask: 'ASKED' },
  PLACED: {},
  ASKED: {},
};
