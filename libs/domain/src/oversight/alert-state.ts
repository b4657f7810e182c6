import { addDays, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';
import { stallRank, type Stall, type StallLevel, type StallTransition } from './stall.js';

export type AlertState = 'RAISED' | 'ACKNOWLEDGED' | 'CLEARED';
export type AlertAction = 'acknowledge' | 'snooze' | 'resurface' | 'clear';

/** Only a fact clears an alert; a person can say why and when to look again, never make it go away. */
export const ALERT_TRANSITIONS: Transitions<AlertState, AlertAction> = {
  RAISED: { acknowledge: 'ACKNOWLEDGED', clear: 'CLEARED' },
  ACKNOWLEDGED: { acknowledge: 'ACKNOWLEDGED', snooze: 'ACKNOWLEDGED', resurface: 'RAISED', clear: 'CLEARED' },
  CLEARED: {},
};

/** An acknowledged alert is raised again the day after the date given: read from the clock, whether or not a job has run. */
export const alertStateOn = (stored: AlertState, followUpOn: LocalDate | null, on: LocalDate): AlertState =>
  stored === 'ACKNOWLEDGED' && (followUpOn === null || followUpOn < on) ? 'RAISED' : stored;

export interface AlertAnswer {
  readonly reasonCode: string;
  readonly nextStep: string;
  readonly followUpOn: LocalDate;
}

export type FollowUpRefusal =
  { readonly code: 'FOLLOW_UP_IN_PAST' } | { readonly code: 'FOLLOW_UP_TOO_LATE'; readonly latest: LocalDate };
export type AlertAnswerRefusal =
  | FollowUpRefusal
  | { readonly code: 'STALL_REASON_UNKNOWN' }
  | { readonly code: 'NEXT_STEP_MISSING' }
  | { readonly code: 'NEXT_STEP_TOO_LONG'; readonly max: number };

const MAX_NEXT_STEP = 500;

/** A date from today on, and no later than `maxDays` from now: nothing sleeps longer than that. */
export function followUpDate(date: LocalDate, today: LocalDate, maxDays: number): Result<LocalDate, FollowUpRefusal> {
  if (date < today) return refuse({ code: 'FOLLOW_UP_IN_PAST' });
  const latest = addDays(today, maxDays);
  return date > latest ? refuse({ code: 'FOLLOW_UP_TOO_LATE', latest }) : accept(date);
}

/** A reason of the list, a next step in words, and the day on which to look again. */
export function alertAnswer(
  given: AlertAnswer,
  knownReasons: ReadonlySet<string>,
  today: LocalDate,
  maxDays: number,
): Result<AlertAnswer, AlertAnswerRefusal> {
  const nextStep = given.nextStep.trim();
  if (!knownReasons.has(given.reasonCode)) return refuse({ code: 'STALL_REASON_UNKNOWN' });
  if (!nextStep) return refuse({ code: 'NEXT_STEP_MISSING' });
  if (nextStep.length > MAX_NEXT_STEP) return refuse({ code: 'NEXT_STEP_TOO_LONG', max: MAX_NEXT_STEP });
  const date = followUpDate(given.followUpOn, today, maxDays);
  return date.ok ? accept({ ...given, nextStep }) : date;
}

export interface OpenAlert {
  readonly id: string;
  readonly transition: StallTransition;
  readonly level: StallLevel;
  readonly state: 'RAISED' | 'ACKNOWLEDGED';
  readonly followUpOn: LocalDate | null;
}

export interface Reconciled {
  readonly raise: readonly Stall[];
  /** `again`: it must be acknowledged anew, since it has become worse or its date has passed. */
  readonly keep: readonly { readonly alert: OpenAlert; readonly stall: Stall; readonly again: boolean }[];
  readonly clear: readonly OpenAlert[];
}

/** What has to change so that the open alerts of one agreement are exactly its stalls. */
export function reconcileAlerts(open: readonly OpenAlert[], stalls: readonly Stall[], on: LocalDate): Reconciled {
  const alertOf = (transition: StallTransition) => open.find((alert) => alert.transition === transition);
  const stands = new Set(stalls.map(({ transition }) => transition));
  return {
    raise: stalls.filter(({ transition }) => !alertOf(transition)),
    keep: stalls.flatMap((stall) => {
      const alert = alertOf(stall.transition);
      if (!alert) return [];
      const worse = stallRank(stall.level) > stallRank(alert.level);
      const again = alert.state === 'ACKNOWLEDGED' && (worse || alertStateOn(alert.state, alert.followUpOn, on) === 'RAISED');
      return [{ alert, stall, again }];
    }),
    clear: open.filter(({ transition }) => !stands.has(transition)),
  };
}
