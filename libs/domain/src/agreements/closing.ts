import type { MouOutcome } from './mou-state.js';
import type { Realisation } from './realisation.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** A reason why an agreement ended, with the outcomes it may explain; data of the platform, dated. */
export interface ClosingReason {
  readonly code: string;
  readonly outcomes: readonly MouOutcome[];
}

/** What the accepted goods say: all, some or nothing; an unquantified agreement is for people to judge. */
export function suggestedOutcome(realised: Realisation, fulfilledFromBp = 9_500): MouOutcome | null {
  if (realised.kind === 'NOT_QUANTIFIED') return null;
  if (realised.kind === 'NOT_IN_SEASON' || realised.basisPoints === 0) return 'UNSUCCESSFUL';
  return realised.basisPoints >= fulfilledFromBp && realised.coverage.quantified === realised.coverage.total
    ? 'FULFILLED'
    : 'PARTLY';
}

export type ClosingRefusal =
  | { readonly code: 'REASON_CODES_MISSING' }
  | { readonly code: 'REASON_CODE_UNKNOWN'; readonly reasonCode: string }
  | { readonly code: 'REASON_CODE_OTHER_OUTCOME'; readonly reasonCode: string };

/** Every outcome but FULFILLED needs a reason that may explain it. */
export function checkClosing(
  outcome: MouOutcome,
  reasonCodes: readonly string[],
  known: readonly ClosingReason[],
): Result<{ readonly outcome: MouOutcome; readonly reasonCodes: readonly string[] }, ClosingRefusal> {
  const codes = [...new Set(reasonCodes)];
  if (outcome !== 'FULFILLED' && codes.length === 0) return refuse({ code: 'REASON_CODES_MISSING' });
  for (const reasonCode of codes) {
    const reason = known.find(({ code }) => code === reasonCode);
    if (!reason) return refuse({ code: 'REASON_CODE_UNKNOWN', reasonCode });
    if (!reason.outcomes.includes(outcome)) return refuse({ code: 'REASON_CODE_OTHER_OUTCOME', reasonCode });
  }
  return accept({ outcome, reasonCodes: codes });
}
