import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

/** What an officer writes into a case: what happened, or what somebody promised for a day. */
export const CASE_ENTRY_KINDS = ['CALL', 'VISIT', 'MEETING', 'PROMISE', 'NOTE'] as const;
export type CaseEntryKind = (typeof CASE_ENTRY_KINDS)[number];

export type PlanTaskState = 'OPEN' | 'DONE' | 'DROPPED';
export type PlanTaskAction = 'finish' | 'drop';

/** A task of the action plan (Kế hoạch thúc đẩy); a finished one is never opened again, another is added instead. */
export const PLAN_TASK_TRANSITIONS: Transitions<PlanTaskState, PlanTaskAction> = {
  OPEN: { finish: 'DONE', drop: 'DROPPED' },
  DONE: {},
  DROPPED: {},
};

export type CaseRefusal =
  | { readonly code: 'CASE_TEXT_MISSING' }
  | { readonly code: 'CASE_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'CASE_DAY_AHEAD' }
  | { readonly code: 'PROMISE_DAY_MISSING' }
  | { readonly code: 'NEXT_ACTION_DAY_MISSING' }
  | { readonly code: 'TASK_DUE_IN_PAST' }
  | { readonly code: 'TASK_EVIDENCE_MISSING' };

const MAX_TEXT = 1000;

function text(given: string | null | undefined): Result<string, CaseRefusal> {
  const tidy = (given ?? '').trim();
  if (!tidy) return refuse({ code: 'CASE_TEXT_MISSING' });
  return tidy.length > MAX_TEXT ? refuse({ code: 'CASE_TEXT_TOO_LONG', max: MAX_TEXT }) : accept(tidy);
}

export interface CaseEntryDraft {
  readonly kind: CaseEntryKind;
  readonly happenedOn: LocalDate;
  readonly text: string;
  /** Of a promise: the day it was promised for. */
  readonly promisedFor: LocalDate | null;
}

/** What happened has happened by today; a promise names its day, everything else has none. */
export function caseEntry(draft: CaseEntryDraft, today: LocalDate): Result<CaseEntryDraft, CaseRefusal> {
  const words = text(draft.text);
  if (!words.ok) return words;
  if (draft.happenedOn > today) return refuse({ code: 'CASE_DAY_AHEAD' });
  if (draft.kind === 'PROMISE' && draft.promisedFor === null) return refuse({ code: 'PROMISE_DAY_MISSING' });
  return accept({ ...draft, text: words.value, promisedFor: draft.kind === 'PROMISE' ? draft.promisedFor : null });
}

/** The next action and its day go together; neither is allowed too. */
export function nextAction(
  given: string | null,
  on: LocalDate | null,
): Result<{ readonly text: string | null; readonly on: LocalDate | null }, CaseRefusal> {
  const tidy = (given ?? '').trim();
  if (!tidy) return accept({ text: null, on: null });
  if (tidy.length > MAX_TEXT) return refuse({ code: 'CASE_TEXT_TOO_LONG', max: MAX_TEXT });
  return on === null ? refuse({ code: 'NEXT_ACTION_DAY_MISSING' }) : accept({ text: tidy, on });
}

export function planTask(title: string, dueOn: LocalDate, today: LocalDate): Result<string, CaseRefusal> {
  const words = text(title);
  if (!words.ok) return words;
  return dueOn < today ? refuse({ code: 'TASK_DUE_IN_PAST' }) : words;
}

/** A task is done by evidence: a file, or words that say what proves it; one that is dropped says why. */
export function taskOutcome(note: string | null, hasFile: boolean): Result<string | null, CaseRefusal> {
  const tidy = (note ?? '').trim();
  if (!tidy && !hasFile) return refuse({ code: 'TASK_EVIDENCE_MISSING' });
  return tidy.length > MAX_TEXT ? refuse({ code: 'CASE_TEXT_TOO_LONG', max: MAX_TEXT }) : accept(tidy || null);
}
