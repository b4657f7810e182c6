import { accept, refuse, type Result } from '../shared/result.js';
import type { LocalDate } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';

export const CREDIT_STATES = [
  'RECORDED',
  'SIGNED',
  'FILED',
  'APPRAISING',
  'APPROVED',
  'GRANTED',
  'CLOSED',
  'LAPSED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

export const CREDIT_STEPS = [
  'confirm',
  'file',
  'appraise',
  'approve',
  'refuse',
  'grant',
  'disburse',
  'undoDisbursement',
  'close',
  'lapse',
  'withdraw',
] as const;
export type CreditStep = (typeof CREDIT_STEPS)[number];

/**
 * A credit agreement from the paper that somebody recorded to its end. How much was paid out is no state: it is the sum of the ledger
 * (`creditStage`). A bank refuses what it has on its desk; a cooperative withdraws until the bank has approved; what nobody took up lapses.
 */
export const CREDIT_TRANSITIONS: Transitions<CreditState, CreditStep> = {
  RECORDED: { confirm: 'SIGNED', withdraw: 'WITHDRAWN' },
  SIGNED: { file: 'FILED', withdraw: 'WITHDRAWN', lapse: 'LAPSED' },
  FILED: { appraise: 'APPRAISING', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  APPRAISING: { approve: 'APPROVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  APPROVED: { grant: 'GRANTED', lapse: 'LAPSED' },
  GRANTED: { disburse: 'GRANTED', undoDisbursement: 'GRANTED', close: 'CLOSED', lapse: 'LAPSED' },
  CLOSED: {},
  LAPSED: {},
  REFUSED: {},
  WITHDRAWN: {},
};

/** The way to the money, in its order; what an agreement has not reached yet has no date. */
export const CREDIT_MILESTONES = [
  'SIGNED',
  'FILED',
  'APPRAISING',
  'APPROVED',
  'GRANTED',
] as const satisfies readonly CreditState[];

/** States in which the agreement still waits for somebody. */
export const OPEN_CREDIT: readonly CreditState[] = ['RECORDED', ...CREDIT_MILESTONES];

/** Why an agreement ended without money, or with it; each ending takes one of its own. */
export const CREDIT_REASONS = {
  refuse: ['FILE_INCOMPLETE', 'PLAN_NOT_CONVINCING', 'COLLATERAL_LACKING', 'DEBT_TOO_HIGH', 'NOT_IN_PROGRAM', 'OTHER'],
  withdraw: ['RECORDED_WRONGLY', 'NO_LONGER_NEEDED', 'OTHER_LENDER', 'TERMS_NOT_FITTING', 'OTHER'],
  lapse: ['NOT_FILED', 'NOT_TAKEN_UP', 'OTHER'],
  close: ['REPAID', 'FULLY_DISBURSED', 'LIMIT_RETURNED', 'OTHER'],
} as const satisfies Partial<Record<CreditStep, readonly string[]>>;
export type CreditEnding = keyof typeof CREDIT_REASONS;
export type CreditReason = (typeof CREDIT_REASONS)[CreditEnding][number];
export const isEnding = (step: CreditStep): step is CreditEnding => Object.hasOwn(CREDIT_REASONS, step);

export type CreditSide = 'BANK' | 'COOPERATIVE' | 'ALLIANCE';

export type CreditStepRefusal =
  | { readonly code: 'CREDIT_REASON_MISSING' }
  | { readonly code: 'CREDIT_LAPSE_AFTER_MONEY' }
  | { readonly code: 'CREDIT_DAY_IN_FUTURE' }
  | { readonly code: 'CREDIT_DAY_BEFORE_LAST'; readonly last: LocalDate }
  | { readonly code: 'CREDIT_DOC_MISSING' };

/** The reason of an ending: one of that ending's codes, and words of its own where the code says nothing. */
export function checkReason(
  step: CreditEnding,
  reason: string | null,
  note: string | null,
): Result<CreditReason, CreditStepRefusal> {
  const codes: readonly string[] = CREDIT_REASONS[step];
  if (!reason || !codes.includes(reason) || (reason === 'OTHER' && !note)) return refuse({ code: 'CREDIT_REASON_MISSING' });
  return accept(reason as CreditReason);
}

/** A step happened on a day: not tomorrow, and not before the step it follows. */
export function checkDay(on: LocalDate, last: LocalDate | null, today: LocalDate): Result<LocalDate, CreditStepRefusal> {
  if (on > today) return refuse({ code: 'CREDIT_DAY_IN_FUTURE' });
  return last !== null && on < last ? refuse({ code: 'CREDIT_DAY_BEFORE_LAST', last }) : accept(on);
}

/**
 * Who says that the paper was signed as recorded: the other party; of what the Alliance wrote down either party, or a second person
 * of the Alliance who has the paper before him. Never the one who recorded it.
 */
export function mayConfirm(
  record: { readonly side: CreditSide; readonly userId: string | null; readonly hasDocument: boolean },
  by: { readonly side: CreditSide; readonly userId: string },
): boolean {
  if (record.userId === by.userId) return false;
  if (by.side === 'ALLIANCE') return record.side === 'ALLIANCE' && record.hasDocument;
  return record.side !== by.side;
}

/** Whose move it is; NONE only when the agreement has ended. */
export type CreditMover = CreditSide | 'NONE';

export function creditMover(state: CreditState, recordedBy: CreditSide): CreditMover {
  switch (state) {
    case 'RECORDED':
      return recordedBy === 'COOPERATIVE' ? 'BANK' : 'COOPERATIVE';
    case 'SIGNED':
      return 'COOPERATIVE';
    case 'FILED':
    case 'APPRAISING':
    case 'APPROVED':
    case 'GRANTED':
      return 'BANK';
    default:
      return 'NONE';
  }
}
