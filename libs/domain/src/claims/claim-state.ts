import { type Instant } from '../shared/calendar-date.js';
import { nextState, type Transitions } from '../shared/state-machine.js';
import { isPast } from './claim-terms.js';

export const CLAIM_STATES = ['OPEN', 'ANSWERED', 'MEDIATION', 'RESOLVED', 'UNRESOLVED', 'WITHDRAWN'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
/** `offer`: the seller answers, or offers anew; `propose`: the Alliance; `settle`: both sides hold the same offer. */
export const CLAIM_ACTIONS = ['offer', 'agree', 'escalate', 'propose', 'settle', 'giveUp', 'withdraw'] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

/** Only the two sides settle; the Alliance proposes, or states that no agreement came about. */
export const CLAIM_TRANSITIONS: Transitions<ClaimState, ClaimAction> = {
  OPEN: { offer: 'ANSWERED', escalate: 'MEDIATION', withdraw: 'WITHDRAWN' },
  ANSWERED: { offer: 'ANSWERED', agree: 'RESOLVED', escalate: 'MEDIATION', withdraw: 'WITHDRAWN' },
  MEDIATION: {
    offer: 'MEDIATION',
    propose: 'MEDIATION',
    agree: 'MEDIATION',
    settle: 'RESOLVED',
    giveUp: 'UNRESOLVED',
    withdraw: 'WITHDRAWN',
  },
  RESOLVED: {},
  UNRESOLVED: {},
  WITHDRAWN: {},
};

export interface ClaimClock {
  readonly state: ClaimState;
  readonly answerDueAt: Instant;
  readonly escalateAt: Instant;
}

/** The state by the clock: after T2 an unsettled claim lies with the Alliance, whether a job has written it down or not. */
export function claimStateAt({ state, escalateAt }: Pick<ClaimClock, 'state' | 'escalateAt'>, now: Date): ClaimState {
  const unsettled = state === 'OPEN' || state === 'ANSWERED';
  return unsettled && isPast(escalateAt, now) ? 'MEDIATION' : state;
}

/** The seller is late. A flag of the clock, not a state: it can still answer. */
export const isAnswerOverdue = ({ state, answerDueAt }: ClaimClock, now: Date): boolean =>
  state === 'OPEN' && isPast(answerDueAt, now);

/** Whose move it is: every claim that is not over has somebody to move it. */
export function claimMover(claim: ClaimClock, now: Date): 'SELLER' | 'BUYER' | 'ALLIANCE' | null {
  switch (claimStateAt(claim, now)) {
    case 'OPEN':
      return 'SELLER';
    case 'ANSWERED':
      return 'BUYER';
    case 'MEDIATION':
      return 'ALLIANCE';
    default:
      return null;
  }
}

/** What the state allows now, by its clock. */
export const mayClaim = (claim: Pick<ClaimClock, 'state' | 'escalateAt'>, action: ClaimAction, now: Date) =>
  nextState(CLAIM_TRANSITIONS, claimStateAt(claim, now), action);
