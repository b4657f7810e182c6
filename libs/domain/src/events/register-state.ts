import type { Transitions } from '../shared/state-machine.js';

export const REGISTER_STATES = [
  'UPLOADED',
  'VALIDATED',
  'SUBMITTED',
  'APPROVED',
  'COMMITTED',
  'REVERTED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];
export type RegisterAction =
  'validate' | 'submit' | 'return' | 'approve' | 'commit' | 'recheck' | 'revert' | 'reject' | 'withdraw';

/**
 * A conference's register: read and checked without effect, handed to a second person, let in whole by the system.
 * An approved register whose rows no longer fit goes back to the one who prepared it; the approval is void.
 */
export const REGISTER_TRANSITIONS: Transitions<RegisterState, RegisterAction> = {
  UPLOADED: { validate: 'VALIDATED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
  VALIDATED: { submit: 'SUBMITTED', recheck: 'UPLOADED', withdraw: 'WITHDRAWN' },
  SUBMITTED: { approve: 'APPROVED', return: 'VALIDATED', withdraw: 'WITHDRAWN' },
  APPROVED: { commit: 'COMMITTED', recheck: 'VALIDATED' },
  COMMITTED: { revert: 'REVERTED' },
  REVERTED: {},
  REJECTED: {},
  WITHDRAWN: {},
};
