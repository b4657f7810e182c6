import type { Transitions } from '../shared/state-machine.js';

export const DUTY_WORD_STEPS = ['progress', 'complete'] as const;
/** What a body may say of a duty of its own. That nothing was done is for the Alliance to find. */
export type DutyWordStep = (typeof DUTY_WORD_STEPS)[number];

export const DUTY_WORD_STATES = ['WAITING', 'CONFIRMED', 'RETURNED'] as const;
export type DutyWordState = (typeof DUTY_WORD_STATES)[number];
export type DutyWordAction = 'confirm' | 'return';

/** A body's word on its own duty counts when the Alliance has seen the evidence; what is returned is told anew. */
export const DUTY_WORD_TRANSITIONS: Transitions<DutyWordState, DutyWordAction> = {
  WAITING: { confirm: 'CONFIRMED', return: 'RETURNED' },
  CONFIRMED: {},
  RETURNED: {},
};

export type DutyWordRefusal =
  | { readonly code: 'DUTY_WORD_WAITING' }
  | { readonly code: 'DUTY_WORD_DECIDED' }
  | { readonly code: 'DUTY_RETURN_REASON_MISSING' };
