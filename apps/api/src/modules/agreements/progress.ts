import {
  climb,
  instantMs,
  isAtLeastGrade,
  nextMove,
  quantity,
  rungIndex,
  type AcceptFact,
  type EvidenceGrade,
  type LadderExit,
  type LadderFacts,
  type MoveActor,
  type MoveStep,
  type MouOutcome,
  type RungCode,
  type RungState,
  type Signing,
  type Weighting,
} from '@lienket/domain';

interface GradedInstant {
  readonly at: string;
  readonly grade: EvidenceGrade;
}

export interface FactLine {
  readonly id: string;
  readonly target: string | null;
  readonly refPrice: string | null;
  readonly season: readonly number[];
  readonly accepted: string | null;
  /** The earliest confirmed call-off of each grade. */
  readonly confirms: readonly GradedInstant[] | null;
  /** The latest accept of each grade. */
  readonly accepts: readonly GradedInstant[] | null;
}

/** One memorandum's facts, small whatever the number of its receipts. */
export interface MouFacts {
  readonly id: string;
  readonly eventId: string | null;
  readonly status: string;
  readonly outcome: MouOutcome | null;
  readonly recordedAt: Date;
  readonly signedOn: string | null;
  readonly signedGrade: EvidenceGrade | null;
  readonly validFrom: string | null;
  readonly signing: Signing;
  readonly contractedAt: Date | null;
  /** So much of the promise may be missing and it still counts as fulfilled: as the parameter stood on the day of recording. */
  readonly toleranceBp: number;
  readonly lines: readonly FactLine[] | null;
  readonly storedRungs: readonly StoredRung[] | null;
}

export interface StoredRung {
  readonly code: RungCode;
  readonly state: RungState;
  readonly reachedAt: string | null;
  readonly grade: EvidenceGrade | null;
}

/** A row of `mou_progress`, without the time it was written. */
export interface Progress {
  readonly mouId: string;
  readonly eventId: string | null;
  readonly rung: RungCode;
  readonly rungIndex: number;
  readonly rungs: readonly StoredRung[];
  readonly exit: LadderExit | null;
  readonly realisationBp: number | null;
  /** The same from receipts alone, and from receipts and trade outside the system that both sides and a paper prove. */
  readonly realisationBpA: number | null;
  readonly realisationBpAB: number | null;
  readonly weighting: Weighting | null;
  readonly quantifiedLines: number;
  readonly totalLines: number;
  readonly anyAccepted: boolean;
  readonly seasonMonths: readonly number[];
  readonly validFrom: string | null;
  readonly nextActor: MoveActor;
  readonly nextStep: MoveStep;
  readonly nextSince: Date;
}

const ACCEPT_RUNGS: readonly RungCode[] = ['FIRST_ACCEPTED', 'P25', 'P50', 'P75', 'FULFILLED'];

/** The moment of the newest accept, or null. */
export function lastAcceptAt(facts: MouFacts): string | null {
  const moments = (facts.lines ?? []).flatMap((line) => (line.accepts ?? []).map(({ at }) => at));
  return moments.sort((a, b) => instantMs(b) - instantMs(a))[0] ?? null;
}

/**
 * Whether the short way could differ from the long one, given the newest fact at `now`: evidence below grade A, or a fact
 * that is older than an accept already counted and could move the date of a rung, or a rung that holds only now.
 */
export function needsHistory(facts: MouFacts, short: Progress, now: Date): boolean {
  const accepts = (facts.lines ?? []).flatMap((line) => line.accepts ?? []);
  if (accepts.some(({ grade }) => grade !== 'A')) return true;
  if (accepts.every(({ at }) => instantMs(at) <= now.getTime())) return false;
  const before = acceptDates(facts.storedRungs ?? []);
  const reached = acceptDates(short.rungs);
  return [...reached].some(([code]) => !before.has(code)) || [...before.values()].some((at) => instantMs(at) > now.getTime());
}

const acceptDates = (rungs: readonly StoredRung[]): Map<RungCode, string> =>
  new Map(
    rungs
      .filter((rung) => ACCEPT_RUNGS.includes(rung.code) && rung.reachedAt !== null)
      .map((rung) => [rung.code, rung.reachedAt!]),
  );

/**
 * The short way, without reading receipts: totals say which rungs hold, a rung that held before keeps its date, and one
 * that holds only now was reached by the newest accept. Equal to `progressFromZero` unless `needsHistory`.
 */
export function progressFromTotals(facts: MouFacts): Progress {
  const at = lastAcceptAt(facts);
  const accepts = (facts.lines ?? []).map((line): AcceptFact => ({
    at: at ?? facts.recordedAt,
    lineId: line.id,
    qty: quantity(line.accepted ?? '0'),
    grade: 'A',
  }));
  return progressOf(facts, accepts, acceptDates(facts.storedRungs ?? []));
}

/** The long way, from every accept: what the audit compares with, and what a reversal needs. */
export const progressFromZero = (facts: MouFacts, accepts: readonly AcceptFact[]): Progress =>
  progressOf(facts, accepts, new Map());

function progressOf(facts: MouFacts, accepts: readonly AcceptFact[], knownDates: ReadonlyMap<RungCode, string>): Progress {
  const lines = facts.lines ?? [];
  const ladder: LadderFacts = {
    recordedAt: facts.recordedAt,
    signedOn: facts.signedOn,
    ...(facts.signedGrade ? { signedGrade: facts.signedGrade } : {}),
    contracts: facts.contractedAt ? [{ inForceAt: facts.contractedAt }] : [],
    callOffs: lines.flatMap((line) => (line.confirms ?? []).map(({ at, grade }) => ({ confirmedAt: at, grade }))),
    accepts,
    lines: lines.map(({ id, target, refPrice }) => ({
      lineId: id,
      target: target === null ? null : quantity(target),
      refPrice: refPrice === null ? null : BigInt(refPrice),
    })),
    tolerancePct: facts.toleranceBp / 100,
    closed: facts.status === 'CLOSED' || facts.status === 'EXPIRED' ? { status: facts.status, outcome: facts.outcome } : null,
  };
  const climbed = climb(ladder);
  const result = {
    ...climbed,
    rungs: climbed.rungs.map((rung) =>
      rung.state === 'REACHED' ? { ...rung, reachedAt: knownDates.get(rung.code) ?? rung.reachedAt } : rung,
    ),
  };
  const move = nextMove(result, { ...ladder, signing: facts.signing });
  const quantified = lines.filter((line) => line.target !== null);
  return {
    mouId: facts.id,
    eventId: facts.eventId,
    rung: result.currentRung,
    rungIndex: rungIndex(result.currentRung),
    rungs: result.rungs.map(({ code, state, reachedAt, grade }) => ({
      code,
      state,
      reachedAt: reachedAt === null ? null : new Date(instantMs(reachedAt)).toISOString(),
      grade,
    })),
    exit: result.exit,
    realisationBp: result.realisedBasisPoints,
    realisationBpA: provenBasisPoints(ladder, 'A') ?? result.realisedBasisPoints,
    realisationBpAB: provenBasisPoints(ladder, 'B') ?? result.realisedBasisPoints,
    weighting: quantified.length === 0 ? null : quantified.every((line) => BigInt(line.refPrice ?? 0) > 0n) ? 'VALUE' : 'LINES',
    quantifiedLines: quantified.length,
    totalLines: lines.length,
    anyAccepted: lines.some((line) => quantity(line.accepted ?? '0').isPositive),
    seasonMonths: seasonOf(quantified),
    validFrom: facts.validFrom ?? facts.signedOn,
    nextActor: move.actor,
    nextStep: move.step,
    nextSince: new Date(instantMs(move.since)),
  };
}

/** ρ from the accepts of this grade or better; null where all are, so that the whole is the answer. */
function provenBasisPoints(ladder: LadderFacts, grade: EvidenceGrade): number | null {
  const proven = ladder.accepts.filter((fact) => isAtLeastGrade(fact.grade, grade));
  return proven.length === ladder.accepts.length ? null : climb({ ...ladder, accepts: proven }).realisedBasisPoints;
}

/** Months in which any of the lines is harvested; empty when one of them is all the year round. */
function seasonOf(lines: readonly FactLine[]): number[] {
  if (lines.some((line) => line.season.length === 0)) return [];
  return [...new Set(lines.flatMap((line) => line.season))].sort((a, b) => a - b);
}
