import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** How far a duty other than volume was met, as the obliged party says or an officer attests. */
export const OBLIGATION_RESULTS = ['MET', 'PARTLY_MET', 'NOT_MET'] as const;
export type ObligationResult = (typeof OBLIGATION_RESULTS)[number];
export type ObligationEventKind = 'CLAIM' | 'CONFIRM' | 'DISPUTE' | 'ATTEST';

/** One insert-only row of a milestone's history, the oldest first. */
export interface ObligationEvent {
  readonly kind: ObligationEventKind;
  /** What was claimed or attested; null on CONFIRM and DISPUTE. */
  readonly result: ObligationResult | null;
  readonly orgId: string;
  readonly hasEvidence: boolean;
}

export interface ObligationStanding {
  /** SCHEDULED until a claim is confirmed or an officer attests. */
  readonly state: 'SCHEDULED' | ObligationResult;
  /** A claim that the other side has neither confirmed nor disputed. */
  readonly waiting: ObligationResult | null;
  readonly disputed: boolean;
  /** A party's word with the other's confirmation, or the Alliance's attestation; null while SCHEDULED. */
  readonly settledBy: 'PARTIES' | 'ALLIANCE' | null;
}

/** Where a milestone stands, from its history alone. A later claim waits anew; what was settled before holds until it is settled again. */
export function obligationStanding(events: readonly ObligationEvent[]): ObligationStanding {
  let standing: ObligationStanding = { state: 'SCHEDULED', waiting: null, disputed: false, settledBy: null };
  for (const { kind, result } of events) {
    if (kind === 'CLAIM' && result) standing = { ...standing, waiting: result, disputed: false };
    else if (kind === 'CONFIRM' && standing.waiting) {
      standing = { state: standing.waiting, waiting: null, disputed: false, settledBy: 'PARTIES' };
    } else if (kind === 'DISPUTE' && standing.waiting) standing = { ...standing, waiting: null, disputed: true };
    else if (kind === 'ATTEST' && result) standing = { state: result, waiting: null, disputed: false, settledBy: 'ALLIANCE' };
  }
  return standing;
}

export const isObligationOverdue = (standing: ObligationStanding, dueOn: LocalDate, today: LocalDate): boolean =>
  standing.state === 'SCHEDULED' && standing.waiting === null && dueOn < today;

export type ObligationRefusal =
  | { readonly code: 'NOT_THE_OBLIGED_PARTY' }
  | { readonly code: 'OWN_CLAIM' }
  | { readonly code: 'NOTHING_CLAIMED' }
  | { readonly code: 'EVIDENCE_MISSING' }
  | { readonly code: 'CLAIM_WAITS' };

interface Act {
  readonly kind: ObligationEventKind;
  readonly result: ObligationResult | null;
  readonly orgId: string;
  readonly hasEvidence: boolean;
}

/**
 * Who may say what: only the obliged party claims, one claim at a time; only another mandatory party confirms or disputes; the
 * Alliance attests. "Met" and every attestation need a file.
 */
export function checkObligationAct(
  obligedOrgId: string,
  events: readonly ObligationEvent[],
  act: Act,
): Result<Act, ObligationRefusal> {
  const standing = obligationStanding(events);
  if (act.kind === 'CLAIM') {
    if (act.orgId !== obligedOrgId) return refuse({ code: 'NOT_THE_OBLIGED_PARTY' });
    if (standing.waiting) return refuse({ code: 'CLAIM_WAITS' });
    return act.result !== 'NOT_MET' && !act.hasEvidence ? refuse({ code: 'EVIDENCE_MISSING' }) : accept(act);
  }
  if (act.kind === 'ATTEST') return act.hasEvidence ? accept(act) : refuse({ code: 'EVIDENCE_MISSING' });
  if (act.orgId === obligedOrgId) return refuse({ code: 'OWN_CLAIM' });
  return standing.waiting ? accept(act) : refuse({ code: 'NOTHING_CLAIMED' });
}
