import type { Transitions } from '../shared/state-machine.js';

export const ORGANIZATION_STATES = ['DRAFT', 'PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED', 'MERGED'] as const;
export type OrganizationState = (typeof ORGANIZATION_STATES)[number];
export type OrganizationAction = 'submit' | 'verify' | 'return' | 'suspend' | 'restore' | 'close' | 'merge';

/** Its own people submit, an officer verifies or returns, the Alliance's leader suspends, restores and closes; merging needs two persons. */
export const ORGANIZATION_TRANSITIONS: Transitions<OrganizationState, OrganizationAction> = {
  DRAFT: { submit: 'PENDING', close: 'CLOSED', merge: 'MERGED' },
  PENDING: { verify: 'ACTIVE', return: 'DRAFT', merge: 'MERGED' },
  ACTIVE: { suspend: 'SUSPENDED', close: 'CLOSED', merge: 'MERGED' },
  SUSPENDED: { restore: 'ACTIVE', close: 'CLOSED', merge: 'MERGED' },
  CLOSED: {},
  MERGED: {},
};

/** Steps that somebody must be able to read the cause of. */
export const needsReason = (action: OrganizationAction): boolean =>
  action === 'return' || action === 'suspend' || action === 'close';

/** Only an active organization stands in the public catalogue and takes or places new orders. */
export const maySell = (state: OrganizationState): boolean => state === 'ACTIVE';
