import type { EvidenceGrade } from '../agreements/evidence-grade.js';
import { climb, LADDER_RUNGS, type LadderFacts, type RungCode } from '../agreements/ladder.js';
import { type MoveActor, nextMove, type Signing } from '../agreements/next-move.js';
import { aggregateValue } from '../petitions/petition-metrics.js';
import type { LocalDate } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { areaRows, grouped, groupRows, rateOf } from './report-groups.js';
import { reportCredits } from './report-credit.js';
import { reportPace } from './report-pace.js';
import type {
  ReportAgreement,
  ReportAgreementInput,
  ReportEntry,
  ReportFacts,
  ReportInput,
  ReportLineInput,
  ReportReason,
  ReportStallInput,
  SummedLine,
} from './report-types.js';

export interface ReportOptions {
  readonly periodFrom: LocalDate;
  readonly asOf: LocalDate;
  /** Fewer cases are told as counts, without a rate. */
  readonly minCases: number;
  /** A sum of money is told only when as many organizations stand behind it on each side (privacy of prices). */
  readonly minParties: number;
}

const MOVERS: readonly MoveActor[] = ['BUYER', 'SELLER', 'BOTH', 'ALLIANCE', 'NONE'];
const QUANTITY_RUNGS: readonly RungCode[] = ['P25', 'P50', 'P75', 'FULFILLED'];

/**
 * Everything the periodic report says, from facts dated on or before `asOf` alone. The order of the facts does not matter, later facts do
 * not either: the same cut-off gives the same numbers for ever, unless a fact is entered with an earlier day.
 */
export function reportFacts(input: ReportInput, { periodFrom, asOf, minCases, minParties }: ReportOptions): ReportFacts {
  const agreements = input.agreements.filter(({ recordedOn }) => recordedOn <= asOf).sort(inOrder);
  const byLine = grouped(
    input.entries.filter(({ on }) => on <= asOf),
    ({ lineId }) => lineId,
  );
  const worked = agreements.map((agreement) => standingOf(agreement, byLine, { periodFrom, asOf }));
  const lines = worked.flatMap((one) => one.lines);
  const quantifiedLines = lines.filter(({ committed }) => committed !== null);
  const isQuantified = (one: Standing) => one.lines.some(({ committed }) => committed !== null);
  const isWhole = (one: Standing) => one.lines.length > 0 && one.lines.every(({ committed }) => committed !== null);
  return {
    periodFrom,
    asOf,
    minCases,
    minParties,
    agreements: worked.length,
    signed: worked.filter(({ row }) => row.rung !== 'RECORDED').length,
    ended: worked.filter(({ row }) => row.ending !== null).length,
    lapsed: worked.filter(({ row }) => row.ending?.status === 'LAPSED').length,
    quantified: worked.filter(isQuantified).length,
    lines: lines.length,
    quantifiedLines: quantifiedLines.length,
    rungs: LADDER_RUNGS.map((rung) => {
      const measured = !QUANTITY_RUNGS.includes(rung) ? worked : worked.filter(rung === 'FULFILLED' ? isWhole : isQuantified);
      const reached = measured.filter((one) => one.reached.has(rung)).length;
      return {
        rung,
        here: worked.filter(({ row }) => row.rung === rung).length,
        reached,
        reachedA: measured.filter((one) => one.provenByA.has(rung)).length,
        outOf: measured.length,
        rateBp: rateOf(BigInt(reached), BigInt(measured.length), measured.length, minCases),
      };
    }),
    groups: groupRows(lines, minCases),
    districts: areaRows(lines, ({ agreement }) => agreement.district, minCases),
    communes: areaRows(lines, ({ agreement }) => agreement.commune, minCases),
    grades: gradeRows(lines),
    pace: reportPace(lines, byLine, asOf, minCases),
    movers: MOVERS.map((actor) => ({ actor, count: worked.filter(({ row }) => row.nextActor === actor).length })),
    blocks: input.blocks
      .filter(({ since, endedOn }) => since <= asOf && (endedOn === null || endedOn > asOf))
      .map(({ endedOn: _endedOn, ...block }) => block)
      .sort((a, b) => (a.petition + a.agreement < b.petition + b.agreement ? -1 : 1)),
    stallReasons: reasonRows(input.stalls, asOf),
    acceptedValue: valueOf(lines, minParties),
    annex: worked.map(({ row }) => row),
    credits: reportCredits(input.credits, asOf, minParties),
  };
}

/** Why agreements stood still on that day, the most frequent reason first; those nobody had answered last. */
function reasonRows(stalls: readonly ReportStallInput[], asOf: LocalDate): NonNullable<ReportFacts['stallReasons']> {
  const open = stalls
    .filter(({ raisedOn, clearedOn }) => raisedOn <= asOf && (clearedOn === null || clearedOn > asOf))
    .map(({ agreement, answers }) => ({ agreement, reason: lastReason(answers, asOf) }));
  return [...grouped(open, ({ reason }) => reason?.code ?? '')]
    .map(([code, rows]) => ({
      code,
      reason: rows[0]!.reason,
      alerts: rows.length,
      agreements: new Set(rows.map(({ agreement }) => agreement)).size,
    }))
    .sort((a, b) => Number(!a.code) - Number(!b.code) || b.alerts - a.alerts || (a.code < b.code ? -1 : 1))
    .map(({ code: _code, ...row }) => row);
}

/** Of two answers on one day the later one in the list. */
const lastReason = (answers: ReportStallInput['answers'], asOf: LocalDate): ReportReason | null =>
  answers.reduce<{ on: LocalDate; reason: ReportReason | null }>(
    (last, answer) => (answer.on <= asOf && answer.on >= last.on ? answer : last),
    { on: '', reason: null },
  ).reason;

const inOrder = (a: ReportAgreementInput, b: ReportAgreementInput): number =>
  a.registerNo < b.registerNo ? -1 : a.registerNo > b.registerNo ? 1 : a.id < b.id ? -1 : 1;

interface Standing {
  readonly row: ReportAgreement;
  readonly lines: readonly SummedLine[];
  readonly reached: ReadonlySet<RungCode>;
  readonly provenByA: ReadonlySet<RungCode>;
}

function standingOf(
  agreement: ReportAgreementInput,
  byLine: ReadonlyMap<string, readonly ReportEntry[]>,
  { periodFrom, asOf }: { periodFrom: LocalDate; asOf: LocalDate },
): Standing {
  const upTo = (day: LocalDate | null): LocalDate | null => (day !== null && day <= asOf ? day : null);
  const lines = [...agreement.lines]
    .sort((a, b) => a.lineNo - b.lineNo)
    .map((line) => summed(agreement, line, byLine.get(line.id) ?? [], periodFrom));
  const signedOn = upTo(agreement.signedOn);
  const signing = signingAt(agreement, asOf);
  const ended = agreement.ending && agreement.ending.on <= asOf ? agreement.ending : null;
  const ending = ended && { ...ended, outcome: (ended.outcomeOn ?? ended.on) <= asOf ? ended.outcome : null };
  const contractedOn = upTo(agreement.contractedOn);
  const facts: LadderFacts = {
    recordedAt: agreement.recordedOn,
    signedOn,
    ...(signing.weakest ? { signedGrade: signing.weakest } : {}),
    contracts: contractedOn ? [{ inForceAt: contractedOn }] : [],
    callOffs: agreement.callOffs
      .filter(({ on, undoneOn }) => on <= asOf && upTo(undoneOn) === null)
      .map(({ on, grade }) => ({ confirmedAt: on, grade })),
    accepts: agreement.lines.flatMap(({ id }) =>
      (byLine.get(id) ?? []).flatMap(({ kind, on, grade, qty, lineId }) =>
        kind === 'ACCEPT' ? [{ at: on, grade, qty: quantity(qty), lineId }] : [],
      ),
    ),
    lines: agreement.lines.map(({ id, lineNo, refPrice }) => {
      const committed = lines.find((line) => line.lineNo === lineNo)?.committed ?? null;
      return {
        lineId: id,
        target: committed === null ? null : quantity(committed),
        refPrice: refPrice === null ? null : BigInt(refPrice),
      };
    }),
    tolerancePct: agreement.tolerancePct,
    // A round that ran out ends the agreement like its last day does: nobody has to move any more.
    closed: ending && { status: ending.status === 'CLOSED' ? 'CLOSED' : 'EXPIRED', outcome: ending.outcome },
  };
  const climbed = climb(facts);
  const move = nextMove(climbed, { ...facts, signing });
  const reached = climbed.rungs.filter(({ state }) => state === 'REACHED');
  const at = climbed.rungs.find(({ code }) => code === climbed.currentRung)?.reachedAt ?? null;
  return {
    lines,
    reached: new Set(reached.map(({ code }) => code)),
    // That it was recorded needs no proof.
    provenByA: new Set(reached.filter(({ code, grade }) => code === 'RECORDED' || grade === 'A').map(({ code }) => code)),
    row: {
      id: agreement.id,
      registerNo: agreement.registerNo,
      title: agreement.title,
      parties: agreement.parties.map(({ role, name }) => ({ role, name })),
      rung: climbed.currentRung,
      rungOn: typeof at === 'string' ? at.slice(0, 10) : null,
      realisationBp: climbed.realisedBasisPoints,
      nextActor: move.actor,
      nextStep: move.step,
      nextSince: move.since,
      ending: ending && { status: ending.status, outcome: ending.outcome },
      lines: lines.map(({ agreement: _agreement, refPrice: _refPrice, id: _id, seasonMonths: _season, ...line }) => line),
    },
  };
}

/** Who had signed, and how, by the end of a day: what was void by then does not count, what became void later does. */
function signingAt(
  { signatures, parties, rounds, documentOn }: ReportAgreementInput,
  asOf: LocalDate,
): Signing & { readonly weakest: EvidenceGrade | null } {
  const given = signatures.filter(({ on, voidedOn }) => on <= asOf && (voidedOn === null || voidedOn > asOf));
  const signers = new Set(given.map(({ orgId }) => orgId));
  return {
    isCirculating: rounds.some(({ openedOn, closedOn }) => openedOn <= asOf && (closedOn === null || closedOn > asOf)),
    hasDocument: documentOn !== null && documentOn <= asOf,
    unsignedRoles: [
      ...new Set(parties.filter(({ mustSign, orgId }) => mustSign && !signers.has(orgId)).map(({ role }) => role)),
    ].sort(),
    weakest:
      given
        .map(({ grade }) => grade)
        .sort()
        .at(-1) ?? null,
  };
}

function summed(
  agreement: ReportAgreementInput,
  { id, lineNo, description, baseUnit, group, refPrice, seasonMonths }: ReportLineInput,
  entries: readonly ReportEntry[],
  periodFrom: LocalDate,
): SummedLine {
  const sum = (test: (entry: ReportEntry) => boolean): bigint =>
    entries.filter(test).reduce((total, { kind, qty }) => {
      const amount = quantity(qty).thousandths;
      return kind === 'CALL_OFF_RELEASE' ? total - amount : total + amount;
    }, 0n);
  const text = (amount: bigint): string => Quantity.fromThousandths(amount).toString();
  const accepted = (test: (entry: ReportEntry) => boolean): string =>
    text(sum((entry) => entry.kind === 'ACCEPT' && test(entry)));
  const committed = sum(({ kind }) => kind === 'COMMIT' || kind === 'AMEND');
  return {
    agreement,
    id,
    refPrice,
    seasonMonths,
    lineNo,
    description,
    baseUnit,
    group,
    committed: committed > 0n ? text(committed) : null,
    ordered: text(sum(({ kind }) => kind === 'CALL_OFF' || kind === 'CALL_OFF_RELEASE')),
    shipped: text(sum(({ kind }) => kind === 'DISPATCH')),
    accepted: accepted(() => true),
    acceptedInPeriod: accepted(({ on }) => on >= periodFrom),
    acceptedA: accepted(({ grade }) => grade === 'A'),
    acceptedB: accepted(({ grade }) => grade === 'B'),
    acceptedC: accepted(({ grade }) => grade === 'C'),
  };
}

function gradeRows(lines: readonly SummedLine[]): ReportFacts['grades'] {
  const units = grouped(lines, ({ baseUnit }) => baseUnit);
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, rows]) => {
      const total = (of: (line: SummedLine) => string) => rows.reduce((sum, line) => sum + quantity(of(line)).thousandths, 0n);
      const [a, b, c] = [total((l) => l.acceptedA), total((l) => l.acceptedB), total((l) => l.acceptedC)];
      const text = (amount: bigint): string => Quantity.fromThousandths(amount).toString();
      return { unit, a: text(a), ab: text(a + b), abc: text(a + b + c) };
    });
}

function valueOf(lines: readonly SummedLine[], minParties: number): string | null {
  const priced = lines.filter(({ refPrice, accepted }) => refPrice !== null && quantity(accepted).isPositive);
  const sides = (role: string) =>
    new Set(
      priced.flatMap(({ agreement }) => agreement.parties.filter((party) => party.role === role).map(({ orgId }) => orgId)),
    );
  const value =
    priced.reduce((sum, { refPrice, accepted }) => sum + BigInt(refPrice!) * quantity(accepted).thousandths, 0n) / 1000n;
  return aggregateValue(value, Math.min(sides('SELLER').size, sides('BUYER').size), minParties)?.toString() ?? null;
}
