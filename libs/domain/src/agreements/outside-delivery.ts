import { addDays, type LocalDate } from '../shared/calendar-date.js';
import type { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import { actionsFrom, nextState, type Transitions } from '../shared/state-machine.js';
import type { EvidenceGrade } from './evidence-grade.js';

/** Where a delivery made outside the system stands; DECLARED is the word of one side that nobody answered in time. */
export const OUTSIDE_STATES = ['WAITING', 'CONFIRMED', 'DENIED', 'DECLARED', 'WITHDRAWN'] as const;
export type OutsideState = (typeof OUTSIDE_STATES)[number];
export const OUTSIDE_ACTIONS = ['confirm', 'deny', 'correct', 'withdraw', 'lapse'] as const;
export type OutsideAction = (typeof OUTSIDE_ACTIONS)[number];

/** A correction is a new word: it waits anew, now for the side that spoke before. */
export const OUTSIDE_TRANSITIONS: Transitions<OutsideState, OutsideAction> = {
  WAITING: { confirm: 'CONFIRMED', deny: 'DENIED', correct: 'WAITING', withdraw: 'WITHDRAWN', lapse: 'DECLARED' },
  CONFIRMED: { deny: 'DENIED', withdraw: 'WITHDRAWN' },
  DECLARED: { withdraw: 'WITHDRAWN' },
  DENIED: {},
  WITHDRAWN: {},
};

/** What a rule needs to know of a recorded delivery. */
export interface OutsideStanding {
  readonly state: OutsideState;
  /** The organization whose word stands: who recorded it, or who corrected it last. */
  readonly authorOrgId: string;
  /** The last day on which the other side may answer. */
  readonly answerBy: LocalDate;
}

/** The last day to answer a word given on `today`, `days` being the dated parameter OUTSIDE_ANSWER_DAYS. */
export const answerDay = (today: LocalDate, days: number): LocalDate => addDays(today, days);

/** A clock that ran out has decided, whether or not the nightly job has written it down. */
export const isUnanswered = (standing: OutsideStanding, today: LocalDate): boolean =>
  standing.state === 'WAITING' && today > standing.answerBy;

/**
 * What one of the two sides may do: each takes back only its own word, and only the other side answers. An answer that comes
 * after the last day is not possible any more: the delivery stays the word of one side for ever.
 */
export function outsideActions(standing: OutsideStanding, orgId: string, today: LocalDate): Exclude<OutsideAction, 'lapse'>[] {
  const state = isUnanswered(standing, today) ? 'DECLARED' : standing.state;
  const own = orgId === standing.authorOrgId;
  return actionsFrom(OUTSIDE_TRANSITIONS, state).filter(
    (action): action is Exclude<OutsideAction, 'lapse'> => action !== 'lapse' && (action === 'withdraw') === own,
  );
}

export type OutsideRefusal =
  { readonly code: 'OUTSIDE_NOT_NOW' } | { readonly code: 'OUTSIDE_ANSWER_LATE'; readonly answerBy: LocalDate };

/** The state after an act of `orgId`, one of the two sides. */
export function answerOutside(
  standing: OutsideStanding,
  action: Exclude<OutsideAction, 'lapse'>,
  orgId: string,
  today: LocalDate,
): Result<OutsideState, OutsideRefusal> {
  if (!outsideActions(standing, orgId, today).includes(action)) {
    const late = isUnanswered(standing, today) && orgId !== standing.authorOrgId;
    return refuse(late ? { code: 'OUTSIDE_ANSWER_LATE', answerBy: standing.answerBy } : { code: 'OUTSIDE_NOT_NOW' });
  }
  const moved = nextState(OUTSIDE_TRANSITIONS, isUnanswered(standing, today) ? 'DECLARED' : standing.state, action);
  return moved.ok ? accept(moved.value) : refuse({ code: 'OUTSIDE_NOT_NOW' });
}

/**
 * The grade with which it counts, null when it counts no more: B needs both the other side's confirmation and a document, the
 * word of one side alone is C, and so is a confirmation without a paper.
 */
export function outsideGrade(state: OutsideState, hasDocument: boolean): EvidenceGrade | null {
  if (state === 'DENIED' || state === 'WITHDRAWN') return null;
  return state === 'CONFIRMED' && hasDocument ? 'B' : 'C';
}

export type OutsideFactRefusal =
  | { readonly code: 'OUTSIDE_QTY_NOT_POSITIVE' }
  | { readonly code: 'OUTSIDE_DAY_TO_COME' }
  | { readonly code: 'OUTSIDE_BEFORE_SIGNING'; readonly signedOn: LocalDate };

/** A delivery realises a promise only when it was made after the promise and is no plan. */
export function checkOutsideFacts(
  given: { readonly qty: Quantity; readonly deliveredOn: LocalDate },
  signedOn: LocalDate | null,
  today: LocalDate,
): OutsideFactRefusal | null {
  if (!given.qty.isPositive) return { code: 'OUTSIDE_QTY_NOT_POSITIVE' };
  if (given.deliveredOn > today) return { code: 'OUTSIDE_DAY_TO_COME' };
  if (signedOn !== null && given.deliveredOn < signedOn) return { code: 'OUTSIDE_BEFORE_SIGNING', signedOn };
  return null;
}
