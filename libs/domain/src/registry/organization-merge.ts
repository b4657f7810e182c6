import type { Transitions } from '../shared/state-machine.js';

export type MergeState = 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
export type MergeAction = 'approve' | 'refuse' | 'withdraw';

/** One officer proposes, another approves or refuses; the proposer may withdraw. */
export const MERGE_TRANSITIONS: Transitions<MergeState, MergeAction> = {
  PROPOSED: { approve: 'APPROVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  APPROVED: {},
  REFUSED: {},
  WITHDRAWN: {},
};
