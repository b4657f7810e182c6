import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import { nextState, type TransitionRefusal, type Transitions } from '../shared/state-machine.js';

export const DUTY_ACTORS = ['NAMED', 'ALL_LEVELS', 'DEPARTMENTS_DISTRICTS', 'COOPERATIVES', 'ENTERPRISES', 'MEDIA'] as const;
/** On whom a notice lays a duty: one named body, or a kind of them. */
export type DutyActor = (typeof DUTY_ACTORS)[number];

export const DUTY_STATES = ['UNKNOWN', 'IN_PROGRESS', 'DONE', 'NOT_DONE'] as const;
/** UNKNOWN, "chưa có thông tin", is where every duty begins: a notice says what shall be done, not what was. */
export type DutyState = (typeof DUTY_STATES)[number];

export const DUTY_STEPS = ['progress', 'complete', 'miss', 'reopen'] as const;
export type DutyStep = (typeof DUTY_STEPS)[number];

export const DUTY_TRANSITIONS: Transitions<DutyState, DutyStep> = {
  UNKNOWN: { progress: 'IN_PROGRESS', complete: 'DONE', miss: 'NOT_DONE' },
  IN_PROGRESS: { progress: 'IN_PROGRESS', complete: 'DONE', miss: 'NOT_DONE' },
  DONE: { reopen: 'IN_PROGRESS' },
  NOT_DONE: { progress: 'IN_PROGRESS', complete: 'DONE' },
};

export interface DutyRecordDraft {
  readonly text: string;
  readonly happenedOn: LocalDate;
  readonly docNo: string | null;
  readonly docDate: LocalDate | null;
  readonly hasFile: boolean;
  readonly nextMove: string | null;
  readonly nextOn: LocalDate | null;
}

export type DutyRefusal =
  | TransitionRefusal<DutyState, DutyStep>
  | { readonly code: 'DUTY_CONTINUING' }
  | { readonly code: 'DUTY_TEXT_MISSING' }
  | { readonly code: 'DUTY_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'DUTY_DAY_AHEAD' }
  | { readonly code: 'DUTY_EVIDENCE_MISSING' }
  | { readonly code: 'DUTY_DOC_INCOMPLETE' }
  | { readonly code: 'DUTY_NEXT_DAY_MISSING' }
  | { readonly code: 'DUTY_NEXT_IN_PAST' };

const MAX = 2000;

/**
 * What becomes of a duty by one entry of its diary. A duty "tiếp tục…" has no end, so it is never done, only gone on with. Done needs
 * evidence: a file, or a document's number and date. Returns the new state.
 */
export function recordDuty(
  duty: { readonly state: DutyState; readonly continuing: boolean },
  step: DutyStep,
  draft: DutyRecordDraft,
  today: LocalDate,
): Result<DutyState, DutyRefusal> {
  const next = nextState(DUTY_TRANSITIONS, duty.state, step);
  if (!next.ok) return next;
  if (step === 'complete' && duty.continuing) return refuse({ code: 'DUTY_CONTINUING' });
  if (!draft.text.trim()) return refuse({ code: 'DUTY_TEXT_MISSING' });
  if (draft.text.length > MAX || (draft.nextMove?.length ?? 0) > MAX) return refuse({ code: 'DUTY_TEXT_TOO_LONG', max: MAX });
  if (draft.happenedOn > today) return refuse({ code: 'DUTY_DAY_AHEAD' });
  if ((draft.docNo === null) !== (draft.docDate === null)) return refuse({ code: 'DUTY_DOC_INCOMPLETE' });
  if (draft.docDate !== null && draft.docDate > today) return refuse({ code: 'DUTY_DAY_AHEAD' });
  if (step === 'complete' && !draft.hasFile && draft.docNo === null) return refuse({ code: 'DUTY_EVIDENCE_MISSING' });
  if ((draft.nextMove === null) !== (draft.nextOn === null)) return refuse({ code: 'DUTY_NEXT_DAY_MISSING' });
  if (draft.nextOn !== null && draft.nextOn < today) return refuse({ code: 'DUTY_NEXT_IN_PAST' });
  return accept(next.value);
}

/** Whose move it is: of an unknown duty the Alliance's, which asks; of one under way its actor's; then nobody's. */
export type DutyMover = 'ALLIANCE' | 'ACTOR' | 'NONE';
export const dutyMover = (state: DutyState): DutyMover =>
  state === 'UNKNOWN' ? 'ALLIANCE' : state === 'IN_PROGRESS' ? 'ACTOR' : 'NONE';

/** "Trước ngày" is strict: on that very day it is too late. Of a duty without information nothing is said but that its day has come. */
export const dutyDayHasCome = (state: DutyState, before: LocalDate | null, today: LocalDate): boolean =>
  before !== null && state !== 'DONE' && today >= before;
