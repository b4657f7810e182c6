import type { Transitions } from '../shared/state-machine.js';

export type MouState = 'DRAFT' | 'SIGNING' | 'SIGNED' | 'IN_FORCE' | 'SUSPENDED' | 'CLOSED' | 'EXPIRED' | 'LAPSED';
export type MouAction =
  | 'circulate'
  | 'attestSigned'
  | 'completeSignatures'
  | 'refuse'
  | 'lapse'
  | 'enterIntoForce'
  | 'amend'
  | 'suspend'
  | 'resume'
  | 'close'
  | 'expire';

/** `attestSigned` is the paper way: a scan attested by one person of the Alliance and countersigned by another. */
export const MOU_TRANSITIONS: Transitions<MouState, MouAction> = {
  DRAFT: { circulate: 'SIGNING', attestSigned: 'SIGNED' },
  SIGNING: { completeSignatures: 'SIGNED', refuse: 'DRAFT', lapse: 'LAPSED' },
  SIGNED: { enterIntoForce: 'IN_FORCE' },
  IN_FORCE: { amend: 'IN_FORCE', suspend: 'SUSPENDED', close: 'CLOSED', expire: 'EXPIRED' },
  SUSPENDED: { resume: 'IN_FORCE', close: 'CLOSED', expire: 'EXPIRED' },
  CLOSED: {},
  // How an expired one ended is said once, afterwards; it stays expired.
  EXPIRED: { close: 'EXPIRED' },
  LAPSED: {},
};

/** How a closed or expired MoU ended; every outcome but FULFILLED needs a reason. */
export const MOU_OUTCOMES = ['FULFILLED', 'PARTLY', 'UNSUCCESSFUL', 'CANCELLED'] as const;
export type MouOutcome = (typeof MOU_OUTCOMES)[number];
