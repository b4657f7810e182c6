import { instantMs, type Instant, type LocalDate } from '../shared/calendar-date.js';
import { basisPointsOfPercent } from '../shared/integer.js';
import { Quantity } from '../shared/quantity.js';
import { EVIDENCE_GRADES, isAtLeastGrade, type EvidenceGrade } from './evidence-grade.js';
import type { MouOutcome } from './mou-state.js';
import { realisedShare, shareBasisPoints, type PromisedLine, type RealisedShare } from './realisation.js';

/** The nine rungs from a recorded intention to fulfilled trade; nobody sets one, each is proven by a fact. */
export const LADDER_RUNGS = [
  'RECORDED',
  'SIGNED',
  'CONTRACTED',
  'FIRST_CALL_OFF',
  'FIRST_ACCEPTED',
  'P25',
  'P50',
  'P75',
  'FULFILLED',
] as const;
export type RungCode = (typeof LADDER_RUNGS)[number];
export type RungState = 'REACHED' | 'SKIPPED' | 'NOT_REACHED' | 'NOT_COMPUTABLE';
export type LadderExit = 'CLOSED_PARTIAL' | 'CLOSED_UNSUCCESSFUL' | 'CANCELLED' | 'EXPIRED';

/** Accepted goods of one receipt line; a reversal is a negative row with the line and grade of its original. */
export interface AcceptFact {
  readonly at: Instant;
  readonly lineId: string;
  readonly qty: Quantity;
  readonly grade: EvidenceGrade;
}

/** Everything the ladder of one agreement depends on. Grades left out mean A. */
export interface LadderFacts {
  readonly recordedAt: Instant;
  /** Day of the last mandatory signature. */
  readonly signedOn: LocalDate | null;
  readonly signedGrade?: EvidenceGrade;
  readonly contracts: readonly { readonly inForceAt: Instant; readonly grade?: EvidenceGrade }[];
  /** Call-offs confirmed by the seller with a quantity above zero. */
  readonly callOffs: readonly { readonly confirmedAt: Instant; readonly grade?: EvidenceGrade }[];
  readonly accepts: readonly AcceptFact[];
  readonly lines: readonly PromisedLine[];
  /** Percent of the promise that may be missing for FULFILLED, at most two decimals (5 = 5 %). */
  readonly tolerancePct: number;
  readonly closed: { readonly status: 'CLOSED' | 'EXPIRED'; readonly outcome: MouOutcome | null } | null;
}

export interface Rung {
  readonly code: RungCode;
  readonly state: RungState;
  /** Since when the rung holds without a break; null unless REACHED. */
  readonly reachedAt: Instant | null;
  /** The best grade whose evidence alone (with better grades) still proves the rung; null for RECORDED or unless REACHED. */
  readonly grade: EvidenceGrade | null;
}

export interface Climb {
  /** All nine, lowest first. */
  readonly rungs: readonly Rung[];
  /** The highest REACHED rung. */
  readonly currentRung: RungCode;
  readonly exit: LadderExit | null;
  /** ρ in basis points over the quantified lines, rounded down; null when none is quantified. */
  readonly realisedBasisPoints: number | null;
}

interface Proof {
  readonly at: Instant | null;
  readonly grade: EvidenceGrade | null;
  readonly computable?: boolean;
}

const NOT_PROVEN: Proof = { at: null, grade: null };
const SHARE_THRESHOLDS = { P25: 2_500n, P50: 5_000n, P75: 7_500n } as const;

export const rungIndex = (code: RungCode): number => LADDER_RUNGS.indexOf(code);

/**
 * Where an agreement stands, from dated facts alone: the order of the facts does not matter, and recomputing gives the same.
 * A rung without its own fact below a reached one is SKIPPED and never counts as reached. Percent rungs need at least one
 * quantified line, FULFILLED needs all of them quantified; otherwise they are NOT_COMPUTABLE.
 */
export function climb(facts: LadderFacts): Climb {
  const share = shareAfter(facts.lines, acceptedByLine(facts.accepts));
  const proofs = proveRungs(facts, share);
  const highest = LADDER_RUNGS.findLast((code) => proofs[code].at !== null) ?? 'RECORDED';
  const rungs = LADDER_RUNGS.map((code): Rung => {
    const { at, grade, computable = true } = proofs[code];
    if (at !== null) return { code, state: 'REACHED', reachedAt: at, grade };
    const below = rungIndex(code) < rungIndex(highest);
    return { code, state: !computable ? 'NOT_COMPUTABLE' : below ? 'SKIPPED' : 'NOT_REACHED', reachedAt: null, grade: null };
  });
  return { rungs, currentRung: highest, exit: exitOf(facts.closed), realisedBasisPoints: share && shareBasisPoints(share) };
}

function proveRungs(facts: LadderFacts, share: RealisedShare | null): Record<RungCode, Proof> {
  const callOffs = facts.callOffs.map(({ confirmedAt, grade }) => ({ at: confirmedAt, grade }));
  const atLeast = (basisPoints: bigint) => (accepted: ReadonlyMap<string, bigint>) => {
    const reached = shareAfter(facts.lines, accepted);
    return reached !== null && reached.numerator * 10_000n >= basisPoints * reached.denominator;
  };
  const percent = (basisPoints: bigint): Proof =>
    share ? proveByAccepts(facts.accepts, atLeast(basisPoints)) : { ...NOT_PROVEN, computable: false };
  const allQuantified = share !== null && share.coverage.quantified === share.coverage.total;
  return {
    RECORDED: { at: facts.recordedAt, grade: null },
    SIGNED: facts.signedOn === null ? NOT_PROVEN : { at: facts.signedOn, grade: facts.signedGrade ?? 'A' },
    CONTRACTED: earliest(facts.contracts.map(({ inForceAt, grade }) => ({ at: inForceAt, grade }))),
    FIRST_CALL_OFF: earliest(callOffs),
    FIRST_ACCEPTED: proveByAccepts(facts.accepts, (accepted) => [...accepted.values()].some((qty) => qty > 0n)),
    P25: percent(SHARE_THRESHOLDS.P25),
    P50: percent(SHARE_THRESHOLDS.P50),
    P75: percent(SHARE_THRESHOLDS.P75),
    FULFILLED: allQuantified ? percent(fulfilledThreshold(facts.tolerancePct)) : { ...NOT_PROVEN, computable: false },
  };
}

/** 1 − tolerance, but never below P75: a wide tolerance must not call a half delivery fulfilled. */
function fulfilledThreshold(tolerancePct: number): bigint {
  const threshold = 10_000n - basisPointsOfPercent(tolerancePct);
  return threshold < SHARE_THRESHOLDS.P75 ? SHARE_THRESHOLDS.P75 : threshold;
}

function earliest(facts: readonly { readonly at: Instant; readonly grade: EvidenceGrade | undefined }[]): Proof {
  if (facts.length === 0) return NOT_PROVEN;
  const first = facts.reduce((a, b) => (instantMs(b.at) < instantMs(a.at) ? b : a));
  const grade = facts.map((fact) => fact.grade ?? 'A').sort()[0] ?? null;
  return { at: first.at, grade };
}

/** Proven when `holds` is true after all accepts; dated at the last moment it became true, so a reversal breaks the run. */
function proveByAccepts(accepts: readonly AcceptFact[], holds: (accepted: ReadonlyMap<string, bigint>) => boolean): Proof {
  const at = heldSince(accepts, holds);
  if (at === null) return NOT_PROVEN;
  const enough = EVIDENCE_GRADES.find((grade) =>
    holds(acceptedByLine(accepts.filter((fact) => isAtLeastGrade(fact.grade, grade)))),
  );
  return { at, grade: enough ?? null };
}

function heldSince(accepts: readonly AcceptFact[], holds: (accepted: ReadonlyMap<string, bigint>) => boolean): Instant | null {
  const timed = accepts.map((fact) => ({ fact, ms: instantMs(fact.at) })).sort((a, b) => a.ms - b.ms);
  const accepted = new Map<string, bigint>();
  let since: Instant | null = null;
  timed.forEach(({ fact, ms }, i) => {
    accepted.set(fact.lineId, (accepted.get(fact.lineId) ?? 0n) + fact.qty.thousandths);
    // Facts of one moment count together, so that their order cannot matter.
    if (timed[i + 1]?.ms === ms) return;
    since = holds(accepted) ? (since ?? fact.at) : null;
  });
  return since;
}

function acceptedByLine(accepts: readonly AcceptFact[]): Map<string, bigint> {
  const accepted = new Map<string, bigint>();
  for (const { lineId, qty } of accepts) accepted.set(lineId, (accepted.get(lineId) ?? 0n) + qty.thousandths);
  return accepted;
}

function shareAfter(lines: readonly PromisedLine[], accepted: ReadonlyMap<string, bigint>): RealisedShare | null {
  return realisedShare(lines.map((line) => ({ ...line, accepted: Quantity.fromThousandths(accepted.get(line.lineId) ?? 0n) })));
}

function exitOf(closed: LadderFacts['closed']): LadderExit | null {
  if (closed === null) return null;
  switch (closed.outcome) {
    case 'FULFILLED':
      return null;
    case 'PARTLY':
      return 'CLOSED_PARTIAL';
    case 'UNSUCCESSFUL':
      return 'CLOSED_UNSUCCESSFUL';
    case 'CANCELLED':
      return 'CANCELLED';
    case null:
      return closed.status === 'EXPIRED' ? 'EXPIRED' : null;
  }
}
