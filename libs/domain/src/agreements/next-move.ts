import { localDateOf, type LocalDate } from '../shared/calendar-date.js';
import type { Climb, LadderFacts, RungCode } from './ladder.js';

export type MoveActor = 'ALLIANCE' | 'BUYER' | 'SELLER' | 'BOTH' | 'NONE';
export type MoveStep =
  | 'ATTACH_SIGNED_DOCUMENT'
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

/**
 * Whose move it is and since when. A closed or expired agreement waits for nobody; one that trades without any agreed
 * quantity waits for both sides to agree one, since its progress cannot be measured.
 */
export function nextMove(result: Climb, facts: Pick<LadderFacts, 'recordedAt' | 'closed'>): NextMove {
  const reachedAt = result.rungs.find((rung) => rung.code === result.currentRung)?.reachedAt ?? facts.recordedAt;
  const since = localDateOf(reachedAt);
  if (facts.closed !== null) return { actor: 'NONE', step: 'NOTHING', since };
  if (result.currentRung === 'FIRST_ACCEPTED' && result.realisedBasisPoints === null) {
    return { actor: 'BOTH', step: 'QUANTIFY', since };
  }
  return { ...MOVES[result.currentRung], since };
}
