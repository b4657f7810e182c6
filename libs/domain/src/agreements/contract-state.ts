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
