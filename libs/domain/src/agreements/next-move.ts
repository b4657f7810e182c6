import { localDateOf, type LocalDate } from '../shared/calendar-date.js';
import type { Climb, LadderFacts, RungCode } from './ladder.js';

export type MoveActor = 'ALLIANCE' | 'BUYER' | 'SELLER' | 'BOTH' | 'NONE';
export type MoveStep =
  | 'ATTACH_SIGNED_DOCUMENT'
  | 'ATTEST'
  | 'COUNTERSIGN'
  | 'SIGN'
  | 'CONCRETISE_CONTRACT'
  | 'PLACE_FIRST_CALL_OFF'
  | 'DELIVER'
  | 'CONTINUE_DELIVERIES'
  | 'QUANTIFY'
  | 'CLOSE_AND_CELEBRATE'
  | 'NOTHING';

export interface NextMove {
  readonly actor: MoveActor;
  readonly step: MoveStep;
  /** The day in Vietnam since which this move is open. */
  readonly since: LocalDate;
}

/** How far the signatures of a recorded memorandum have come. */
export interface Signing {
  /** Sent to the parties for signing in the app. */
  readonly isCirculating: boolean;
  /** A scan of the paper is attached. */
  readonly hasDocument: boolean;
  /** Roles of the parties that must still sign. */
  readonly unsignedRoles: readonly string[];
}

const CONTINUE = { actor: 'BOTH', step: 'CONTINUE_DELIVERIES' } as const;
const MOVES: Readonly<Record<RungCode, { readonly actor: MoveActor; readonly step: MoveStep }>> = {
  RECORDED: { actor: 'ALLIANCE', step: 'ATTACH_SIGNED_DOCUMENT' },
  SIGNED: { actor: 'BOTH', step: 'CONCRETISE_CONTRACT' },
  CONTRACTED: { actor: 'BUYER', step: 'PLACE_FIRST_CALL_OFF' },
  FIRST_CALL_OFF: { actor: 'SELLER', step: 'DELIVER' },
  FIRST_ACCEPTED: CONTINUE,
  P25: CONTINUE,
  P50: CONTINUE,
  P75: CONTINUE,
  FULFILLED: { actor: 'ALLIANCE', step: 'CLOSE_AND_CELEBRATE' },
};

/** Who owes the signature: the Alliance for paper (scan, attestation, second person), the parties for signing in the app. */
function signingMove({ isCirculating, hasDocument, unsignedRoles }: Signing): { actor: MoveActor; step: MoveStep } {
  if (!isCirculating && !hasDocument) return MOVES.RECORDED;
  if (unsignedRoles.length === 0) return { actor: 'ALLIANCE', step: 'COUNTERSIGN' };
  if (!isCirculating) return { actor: 'ALLIANCE', step: 'ATTEST' };
  const sides = new Set(unsignedRoles);
  const actor = sides.size === 1 && sides.has('SELLER') ? 'SELLER' : sides.size === 1 && sides.has('BUYER') ? 'BUYER' : 'BOTH';
  return { actor, step: 'SIGN' };
}

/**
 * Whose move it is and since when. A closed or expired agreement waits for nobody; one that trades without any agreed
 * quantity waits for both sides to agree one, since its progress cannot be measured.
 */
export function nextMove(
  result: Climb,
  facts: Pick<LadderFacts, 'recordedAt' | 'closed'> & { readonly signing?: Signing },
): NextMove {
  const reachedAt = result.rungs.find((rung) => rung.code === result.currentRung)?.reachedAt ?? facts.recordedAt;
  const since = localDateOf(reachedAt);
  if (facts.closed !== null) return { actor: 'NONE', step: 'NOTHING', since };
  if (result.currentRung === 'FIRST_ACCEPTED' && result.realisedBasisPoints === null) {
    return { actor: 'BOTH', step: 'QUANTIFY', since };
  }
  if (result.currentRung === 'RECORDED' && facts.signing) return { ...signingMove(facts.signing), since };
  return { ...MOVES[result.currentRung], since };
}
