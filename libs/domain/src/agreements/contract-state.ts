import type { LocalDate } from '../shared/calendar-date.js';
import type { Quantity } from '../shared/quantity.js';
import type { Transitions } from '../shared/state-machine.js';

export type ContractState = 'DRAFT' | 'NEGOTIATING' | 'SIGNED' | 'ACTIVE' | 'SUSPENDED' | 'TERMINATED' | 'COMPLETED';
export type ContractAction =
  'propose' | 'revise' | 'completeSignatures' | 'activate' | 'amend' | 'suspend' | 'resume' | 'terminate' | 'complete';

/** Only an ACTIVE contract takes call-offs; one signed for a later day may be given notice of before that day. */
export const CONTRACT_TRANSITIONS: Transitions<ContractState, ContractAction> = {
  DRAFT: { propose: 'NEGOTIATING' },
  NEGOTIATING: { revise: 'NEGOTIATING', completeSignatures: 'SIGNED' },
  SIGNED: { activate: 'ACTIVE', terminate: 'TERMINATED' },
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

/** Whether a contract starts on its first day: not when the notice of its end has run out by then (`until`: last day of notice). */
export const startsAfterNotice = (validFrom: LocalDate, until: LocalDate | null): boolean => until === null || until >= validFrom;

export interface ContractUse {
  readonly validTo: LocalDate;
  /** Orders under it that are neither refused, cancelled nor closed. */
  readonly openOrders: number;
  readonly lines: readonly {
    /** In the base unit, without the tolerance: it allows more, but promises no more. */
    readonly max: Quantity;
    /** Accepted and proven by a record or by both sides (grades A and B): one side's word alone ends nothing. */
    readonly proven: Quantity;
  }[];
}

export type Completion = 'TERM_OVER' | 'ALL_ACCEPTED';

/**
 * Why a contract is complete on `today`, or null while it is not (product.md §4.3: last day passed or maximum reached, no order open).
 * A contract that was received in full is complete before its last day.
 */
export function completionOf(use: ContractUse, today: LocalDate): Completion | null {
  if (use.openOrders > 0) return null;
  if (use.lines.length > 0 && use.lines.every(({ max, proven }) => proven.compare(max) >= 0)) return 'ALL_ACCEPTED';
  return use.validTo < today ? 'TERM_OVER' : null;
}
