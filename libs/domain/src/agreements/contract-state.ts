import type { Transitions } from '../shared/state-machine.js';

export type ContractState = 'DRAFT' | 'NEGOTIATING' | 'SIGNED' | 'ACTIVE' | 'SUSPENDED' | 'TERMINATED' | 'COMPLETED';
export type ContractAction =
  'propose' | 'revise' | 'completeSignatures' | 'activate' | 'amend' | 'suspend' | 'resume' | 'terminate' | 'complete';

/** Only an ACTIVE contract takes call-offs. */
export const CONTRACT_TRANSITIONS: Transitions<ContractState, ContractAction> = {
  DRAFT: { propose: 'NEGOTIATING' },
  NEGOTIATING: { revise: 'NEGOTIATING', completeSignatures: 'SIGNED' },
  SIGNED: { activate: 'ACTIVE' },
  ACTIVE: { amend: 'ACTIVE', suspend: 'SUSPENDED', terminate: 'TERMINATED', complete: 'COMPLETED' },
  SUSPENDED: { resume: 'ACTIVE', terminate: 'TERMINATED', complete: 'COMPLETED' },
  TERMINATED: {},
  COMPLETED: {},
};

/**
 * States in which a contract binds its two sides: signed and not over. A memorandum is not closed while one of its contracts is in
 * them, and does not expire: a closed or expired agreement takes no new call-off (product.md §4.5, invariant 8).
 */
export const RUNNING_CONTRACT_STATES: readonly ContractState[] = ['SIGNED', 'ACTIVE', 'SUSPENDED'];
