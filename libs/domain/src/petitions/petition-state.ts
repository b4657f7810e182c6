import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const PETITION_STATES = [
  'RECEIVED',
  'CLASSIFIED',
  'ASSIGNED',
  'ANSWERED_IN_REPORT',
  'DRAFT_ANSWER',
  'OFFICIAL_ANSWER',
  'ACCEPTED',
  'NOT_SATISFIED',
  'MERGED',
] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

export const PETITION_STEPS = [
  'classify',
  'assign',
  'transfer',
  'answerInReport',
  'draft',
  'issue',
  'accept',
  'contest',
  'reopen',
  'merge',
] as const;
export type PetitionStep = (typeof PETITION_STEPS)[number];

/**
 * A cooperative's petition from receipt to the petitioner's word on the answer. An answer in a report handed out at a conference is a
 * step of its own: the notice of 25/4/2024 still asks for a written answer to those ("đối với những nội dung chưa có văn bản trả chính thức").
 * Overdue is no state: it follows from the deadline and the day.
 */
export const PETITION_TRANSITIONS: Transitions<PetitionState, PetitionStep> = {
  RECEIVED: { classify: 'CLASSIFIED', merge: 'MERGED' },
  CLASSIFIED: { classify: 'CLASSIFIED', assign: 'ASSIGNED', merge: 'MERGED' },
  ASSIGNED: {
    classify: 'ASSIGNED',
    transfer: 'ASSIGNED',
    answerInReport: 'ANSWERED_IN_REPORT',
    draft: 'DRAFT_ANSWER',
    merge: 'MERGED',
  },
  ANSWERED_IN_REPORT: { classify: 'ANSWERED_IN_REPORT', transfer: 'ASSIGNED', draft: 'DRAFT_ANSWER', merge: 'MERGED' },
  DRAFT_ANSWER: { draft: 'DRAFT_ANSWER', transfer: 'ASSIGNED', issue: 'OFFICIAL_ANSWER', merge: 'MERGED' },
  OFFICIAL_ANSWER: { accept: 'ACCEPTED', contest: 'NOT_SATISFIED' },
  ACCEPTED: {},
  NOT_SATISFIED: { reopen: 'ASSIGNED' },
  MERGED: {},
};

/** States in which a department still owes the written answer. */
export const AWAITING_ANSWER: readonly PetitionState[] = ['ASSIGNED', 'ANSWERED_IN_REPORT', 'DRAFT_ANSWER'];

/** States without a written answer: what is merged into one of these is still answered there. */
export const UNANSWERED_PETITION: readonly PetitionState[] = ['RECEIVED', 'CLASSIFIED', ...AWAITING_ANSWER];

/** States in which the petition still waits for somebody. */
export const OPEN_PETITION: readonly PetitionState[] = [...UNANSWERED_PETITION, 'OFFICIAL_ANSWER', 'NOT_SATISFIED'];

export interface ReopensUsedUp {
  readonly code: 'REOPENS_USED_UP';
  readonly max: number;
}

/** A petition is reopened at most `max` times; then only a new petition helps. */
export const checkReopen = (reopened: number, max: number): Result<number, ReopensUsedUp> =>
  reopened < max ? accept(reopened + 1) : refuse({ code: 'REOPENS_USED_UP', max });

/** Whose move it is; NONE only when the petition has ended. */
export type PetitionMover = 'ALLIANCE' | 'DEPARTMENT' | 'PETITIONER' | 'NONE';

const MOVER: Readonly<Record<PetitionState, PetitionMover>> = {
  RECEIVED: 'ALLIANCE',
  CLASSIFIED: 'ALLIANCE',
  ASSIGNED: 'DEPARTMENT',
  ANSWERED_IN_REPORT: 'DEPARTMENT',
  DRAFT_ANSWER: 'DEPARTMENT',
  OFFICIAL_ANSWER: 'PETITIONER',
  ACCEPTED: 'NONE',
  NOT_SATISFIED: 'PETITIONER',
  MERGED: 'NONE',
};

export const petitionMover = (state: PetitionState): PetitionMover => MOVER[state];
