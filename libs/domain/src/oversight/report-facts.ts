import { climb, LADDER_RUNGS, type LadderFacts, type RungCode } from '../agreements/ladder.js';
import { type MoveActor, nextMove } from '../agreements/next-move.js';
import { aggregateValue } from '../petitions/petition-metrics.js';
import type { LocalDate } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { areaRows, grouped, groupRows, rateOf } from './report-groups.js';
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

/** A sum of money is told only when as many organizations stand behind it on each side (privacy of prices). */
export const REPORT_MIN_PARTIES = 3;

const MOVERS: readonly MoveActor[] = ['BUYER', 'SELLER', 'BOTH', 'ALLIANCE', 'NONE'];
const QUANTITY_RUNGS: readonly RungCode[] = ['P25', 'P50', 'P75', 'FULFILLED'];

/**
 * Everything the periodic report says, from facts dated on or before `asOf` alone. The order of the facts does not matter, later facts do
 * not either: the same cut-off gives the same numbers for ever, unless a fact is entered with an earlier day.
 */
export function reportFacts(
  input: ReportInput,
  { periodFrom, asOf, tolerancePct }: { readonly periodFrom: LocalDate; readonly asOf: LocalDate; readonly tolerancePct: number },
): ReportFacts {
  const agreements = input.agreements.filter(({ recordedOn }) => recordedOn <= asOf).sort(inOrder);
  const byLine = grouped(
    input.entries.filter(({ on }) => on <= asOf),
    ({ lineId }) => lineId,
  );
  const worked = agreements.map((agreement) => standingOf(agreement, byLine, { periodFrom, asOf, tolerancePct }));
  const lines = worked.flatMap((one) => one.lines);
  const quantifiedLines = lines.filter(({ committed }) => committed !== null);
  const isQuantified = (one: Standing) => one.lines.some(({ committed }) => committed !== null);
  const isWhole = (one: Standing) => one.lines.length > 0 && one.lines.every(({ committed }) => committed !== null);
  return {
    periodFrom,
    asOf,
    agreements: worked.length,
    signed: worked.filter(({ row }) => row.rung !== 'RECORDED').length,
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
        outOf: measured.length,
        rateBp: rateOf(BigInt(reached), BigInt(measured.length), measured.length),
      };
    }),
    groups: groupRows(lines),
    districts: areaRows(lines, ({ agreement }) => agreement.district),
    communes: areaRows(lines, ({ agreement }) => agreement.commune),
    grades: gradeRows(lines),
    movers: MOVERS.map((actor) => ({ actor, count: worked.filter(({ row }) => row.nextActor === actor).length })),
    blocks: input.blocks
      .filter(({ since, endedOn }) => since <= asOf && (endedOn === null || endedOn > asOf))
      .map(({ endedOn: _endedOn, ...block }) => block)
      .sort((a, b) => (a.petition + a.agreement < b.petition + b.agreement ? -1 : 1)),
    stallReasons: reasonRows(input.stalls, asOf),
    acceptedValue: valueOf(lines),
    annex: worked.map(({ row }) => row),
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
}

function standingOf(
  agreement: ReportAgreementInput,
  byLine: ReadonlyMap<string, readonly ReportEntry[]>,
  { periodFrom, asOf, tolerancePct }: { periodFrom: LocalDate; asOf: LocalDate; tolerancePct: number },
): Standing {
  const upTo = (day: LocalDate | null): LocalDate | null => (day !== null && day <= asOf ? day : null);
  const lines = [...agreement.lines]
    .sort((a, b) => a.lineNo - b.lineNo)
    .map((line) => summed(agreement, line, byLine.get(line.id) ?? [], periodFrom));
  const signedOn = upTo(agreement.signedOn);
  const contractedOn = upTo(agreement.contractedOn);
  const facts: LadderFacts = {
    recordedAt: agreement.recordedOn,
    signedOn,
    ...(agreement.signedGrade ? { signedGrade: agreement.signedGrade } : {}),
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
    tolerancePct,
    closed: upTo(agreement.closedOn) ? { status: agreement.outcome ? 'CLOSED' : 'EXPIRED', outcome: agreement.outcome } : null,
  };
  const climbed = climb(facts);
  const move = nextMove(climbed, { ...facts, signing: agreement.signing });
  const at = climbed.rungs.find(({ code }) => code === climbed.currentRung)?.reachedAt ?? null;
  return {
    lines,
    reached: new Set(climbed.rungs.filter(({ state }) => state === 'REACHED').map(({ code }) => code)),
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
      lines: lines.map(({ agreement: _agreement, refPrice: _refPrice, ...line }) => line),
    },
  };
}

function summed(
  agreement: ReportAgreementInput,
  { lineNo, description, baseUnit, group, refPrice }: ReportLineInput,
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
    refPrice,
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

function valueOf(lines: readonly SummedLine[]): string | null {
  const priced = lines.filter(({ refPrice, accepted }) => refPrice !== null && quantity(accepted).isPositive);
  const sides = (role: string) =>
    new Set(
      priced.flatMap(({ agreement }) => agreement.parties.filter((party) => party.role === role).map(({ orgId }) => orgId)),
    );
  const value =
    priced.reduce((sum, { refPrice, accepted }) => sum + BigInt(refPrice!) * quantity(accepted).thousandths, 0n) / 1000n;
  return aggregateValue(value, Math.min(sides('SELLER').size, sides('BUYER').size), REPORT_MIN_PARTIES)?.toString() ?? null;
}
