import { addDays, addMonths, type LocalDate, monthOf, startOfWeek } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';
import type { Role } from '../identity/roles.js';

/** VALIDITY: the whole time the rule is in force, as for a season's budget. Weeks begin on Monday. */
export const LIMIT_PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'VALIDITY'] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** What a buyer's people may order without asking. For one person, for everybody in a role (each for himself), or for all together. */
export interface PurchaseLimit {
  readonly id: string;
  readonly userId: string | null;
  readonly role: Role | null;
  /** Whole đồng, VAT not included; null: no limit of this kind. */
  readonly perOrder: bigint | null;
  readonly perPeriod: bigint | null;
  readonly period: LimitPeriod | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface Spender {
  readonly userId: string;
  readonly roles: readonly Role[];
}

/**
 * The limits that bind a person on a day. A person's own rule replaces that of the role, whether it gives more or less; a rule for
 * all together binds everybody beside them. Who is a manager besides being a buyer goes by the manager's rule.
 */
export function limitsOf<L extends PurchaseLimit>(limits: readonly L[], spender: Spender, day: LocalDate): L[] {
  const inForce = limits.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  const own = inForce.filter(({ userId }) => userId === spender.userId);
  const highest: Role = spender.roles.includes('BUYER_MANAGER') ? 'BUYER_MANAGER' : 'BUYER';
  const ofRole = inForce.filter(({ userId, role }) => userId === null && role === highest && spender.roles.includes(role));
  const ofAll = inForce.filter(({ userId, role }) => userId === null && role === null);
  return [...(own.length ? own : ofRole), ...ofAll];
}

/** First and last day of the period `day` lies in; the last is null while a rule has no end. */
export function limitPeriodOf(
  limit: Pick<PurchaseLimit, 'period' | 'validFrom' | 'validTo'>,
  day: LocalDate,
): { from: LocalDate; to: LocalDate | null } {
  const first = `${day.slice(0, 8)}01`;
  switch (limit.period) {
    case 'WEEK': {
      const monday = startOfWeek(day);
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'MONTH':
      return { from: first, to: addDays(addMonths(first, 1), -1) };
    case 'QUARTER': {
      const from = addMonths(first, -((monthOf(day) - 1) % 3));
      return { from, to: addDays(addMonths(from, 3), -1) };
    }
    default:
      return { from: limit.validFrom, to: limit.validTo };
  }
}

export type LimitBreach =
  | { readonly kind: 'ORDER'; readonly limitId: string; readonly allowed: bigint; readonly amount: bigint }
  | {
      readonly kind: 'PERIOD';
      readonly limitId: string;
      readonly period: LimitPeriod;
      readonly allowed: bigint;
      /** Ordered in the period before. */
      readonly spent: bigint;
      readonly amount: bigint;
    };

/**
 * What stands against ordering for `amount` more. What was placed at once counts as one order, and everything in the period
 * counts together, so that a large purchase in small parts meets the same limit.
 */
export function limitBreaches(
  limits: readonly PurchaseLimit[],
  amount: bigint,
  spentOf: (limit: PurchaseLimit) => bigint,
): LimitBreach[] {
  return limits.flatMap((limit): LimitBreach[] => {
    const breaches: LimitBreach[] = [];
    if (limit.perOrder !== null && amount > limit.perOrder) {
      breaches.push({ kind: 'ORDER', limitId: limit.id, allowed: limit.perOrder, amount });
    }
    if (limit.perPeriod !== null && limit.period !== null) {
      const spent = spentOf(limit);
      if (spent + amount > limit.perPeriod) {
        breaches.push({ kind: 'PERIOD', limitId: limit.id, period: limit.period, allowed: limit.perPeriod, spent, amount });
      }
    }
    return breaches;
  });
}

/** An order above a limit, before any seller hears of it. */
export type OrderRequestState = 'WAITING' | 'PLACED' | 'REFUSED' | 'WITHDRAWN';
export type OrderRequestAction = 'approve' | 'refuse' | 'withdraw';

export const ORDER_REQUEST_TRANSITIONS: Transitions<OrderRequestState, OrderRequestAction> = {
  WAITING: { approve: 'PLACED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  PLACED: {},
  REFUSED: {},
  WITHDRAWN: {},
};
