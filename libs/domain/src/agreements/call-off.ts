import type { ContractState } from './contract-state.js';
import type { MouState } from './mou-state.js';
import { basisPointsOfPercent } from '../shared/integer.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

export interface CallOffLimit {
  /** Upper bound of the contract line in the base unit; null = no bound was agreed. */
  readonly max: Quantity | null;
  /** Percent above `max` that is still allowed, at most two decimals (5 = 5 %). */
  readonly tolerancePct: number;
  /** Called off so far, less releases (`foldLedger(...).calledOff`). */
  readonly openCallOff: Quantity;
}

export type CallOffRefusal =
  | { readonly code: 'OVER_CALL'; readonly requested: Quantity; readonly remaining: Quantity }
  | { readonly code: 'CALL_OFF_NOT_POSITIVE'; readonly requested: Quantity };

export interface GrantedCallOff {
  readonly granted: Quantity;
  /** Still callable after this one; null = no bound. */
  readonly remaining: Quantity | null;
}

/** max × (1 + tolerance), rounded down so that rounding never grants more; null = no bound. */
export function callOffLimit(limit: Pick<CallOffLimit, 'max' | 'tolerancePct'>): Quantity | null {
  return limit.max && limit.max.basisPoints(10_000n + basisPointsOfPercent(limit.tolerancePct), 'down');
}

/** Grants the whole request or refuses it with what remains. Call under a lock on the contract line. */
export function grantCallOff(limit: CallOffLimit, requested: Quantity): Result<GrantedCallOff, CallOffRefusal> {
  if (!requested.isPositive) return refuse({ code: 'CALL_OFF_NOT_POSITIVE', requested });
  const ceiling = callOffLimit(limit);
  if (ceiling === null) return accept({ granted: requested, remaining: null });
  const remaining = Quantity.max(Quantity.ZERO, ceiling.sub(limit.openCallOff));
  return requested.compare(remaining) > 0
    ? refuse({ code: 'OVER_CALL', requested, remaining })
    : accept({ granted: requested, remaining: remaining.sub(requested) });
}

/** Why nothing new is called off under a contract now. */
export type CallOffBar =
  { readonly code: 'CONTRACT_NOT_ACTIVE' } | { readonly code: 'AGREEMENT_SUSPENDED' } | { readonly code: 'AGREEMENT_OVER' };

/**
 * A contract takes call-offs while it is in force and nothing above it is paused or over (product.md §4.5, invariant 8). A pause stops
 * new call-offs only: what was confirmed before is delivered, received and paid. `mou` is null for a contract that stands alone; a
 * memorandum signed for later does not hold back a contract that both sides let begin sooner.
 */
export function checkCallOffOpen(state: {
  readonly contract: ContractState;
  readonly mou: MouState | null;
}): Result<null, CallOffBar> {
  if (state.contract !== 'ACTIVE') return refuse({ code: 'CONTRACT_NOT_ACTIVE' });
  if (state.mou === 'SUSPENDED') return refuse({ code: 'AGREEMENT_SUSPENDED' });
  if (state.mou === 'CLOSED' || state.mou === 'EXPIRED' || state.mou === 'LAPSED') return refuse({ code: 'AGREEMENT_OVER' });
  return accept(null);
}
