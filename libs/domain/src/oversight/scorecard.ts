import { addDays, daysBetween, instantMs, type LocalDate, localDateOf } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { median } from '../petitions/petition-metrics.js';
import { grouped, rateOf } from './report-groups.js';
import type { ScorecardFacts, ScorecardRules, ScoredArrival, ScoredBill, ScoredLine, ScoredPlan } from './scorecard-facts.js';

export const SCORECARD_SIDES = ['SELLER', 'BUYER'] as const;
export type ScorecardSide = (typeof SCORECARD_SIDES)[number];

export const SCORE_CODES = [
  'OTIF_PROMISED',
  'OTIF_REQUESTED',
  'ON_TIME',
  'IN_FULL',
  'FILL',
  'REJECTED',
  'ANSWERED_IN_TIME',
  'CALL_OFF_PACE',
  'CANCELLED',
  'PAID_ON_TIME',
] as const;
export type ScoreCode = (typeof SCORE_CODES)[number];

/** One thing that counts in a figure: which order or bill, and how much of it hit. */
export interface ScoreCase {
  /** Order line, order, contract line or bill, as the figure counts. */
  readonly ref: string;
  readonly orderId: string | null;
  readonly numerator: string;
  readonly denominator: string;
}

export interface ScoreFigure {
  readonly code: ScoreCode;
  /** Base unit of a figure of quantities: kilograms and boxes are never added; null where things are counted. */
  readonly unit: string | null;
  readonly numerator: string;
  readonly denominator: string;
  /** How many cases stand behind it. */
  readonly cases: number;
  /** Basis points rounded down; null: too few cases to say ("chưa đủ dữ liệu"), or nothing to divide by. */
  readonly rateBp: number | null;
  /** Hours to an answer, or days to pay: the one in the middle; null under the minimum. */
  readonly median: number | null;
  /** What was promised where the median is what came: days of the payment term. */
  readonly promisedMedian: number | null;
  readonly list: readonly ScoreCase[];
}

/** Figures of a side, in the order in which they are read; derived from facts alone, so that a reversal undoes what it reverses. */
export function scorecard(side: ScorecardSide, facts: ScorecardFacts, rules: ScorecardRules): ScoreFigure[] {
  const arrivals = grouped(facts.arrivals, ({ lineId }) => lineId);
  const lines = facts.lines.map((line): Line => lineOf(line, arrivals.get(line.lineId) ?? []));
  return side === 'SELLER' ? sellerFigures(lines, rules) : buyerFigures(lines, facts, rules);
}

interface Line extends ScoredLine {
  readonly dueOn: LocalDate;
  readonly agreed: Quantity;
  /** By day, reversals taken off; days that cancel out are gone. */
  readonly days: readonly { readonly on: LocalDate; readonly accepted: Quantity; readonly rejected: Quantity }[];
}

function lineOf(line: ScoredLine, arrivals: readonly ScoredArrival[]): Line {
  const receipts = [...grouped(arrivals, ({ receiptId, on }) => `${receiptId}|${on}`).values()];
  const days = receipts
    .map((rows) => ({
      on: rows[0]!.on,
      accepted: Quantity.sum(rows.map(({ accepted }) => quantity(accepted))),
      rejected: Quantity.sum(rows.map(({ rejected }) => quantity(rejected))),
    }))
    .filter(({ accepted, rejected }) => !accepted.isZero || !rejected.isZero)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return { ...line, dueOn: line.promisedOn ?? line.requestedOn, agreed: quantity(line.agreedQty), days };
}

const within = (day: LocalDate, { from, to }: ScorecardRules): boolean => day >= from && day <= to;
const acceptedBy = ({ days }: Line, day: LocalDate): Quantity =>
  Quantity.sum(days.filter(({ on }) => on <= day).map(({ accepted }) => accepted));
const acceptedOf = ({ days }: Line): Quantity => Quantity.sum(days.map(({ accepted }) => accepted));

function sellerFigures(lines: readonly Line[], rules: ScorecardRules): ScoreFigure[] {
  // What the buyer called back is not the seller's to deliver; what the seller called back is.
  const owed = lines.filter(({ cancelledBy }) => cancelledBy !== 'BUYER');
  const confirmed = owed.filter(({ confirmedQty }) => quantity(confirmedQty).isPositive);
  const promised = confirmed.filter(({ dueOn }) => within(dueOn, rules));
  const requested = confirmed.filter(({ requestedOn }) => within(requestedOn, rules));
  const isFull = (line: Line, accepted: Quantity): boolean => {
    const due = line.cancelledBy === 'SELLER' ? quantity(line.confirmedQty) : line.agreed;
    return due.isPositive && accepted.thousandths * 10_000n >= due.thousandths * BigInt(rules.fullBp);
  };
  const onTime = ({ days }: Line, day: LocalDate): boolean => days.length > 0 && days[0]!.on <= day;
  const counted = (code: ScoreCode, due: readonly Line[], hit: (line: Line) => boolean) =>
    countFigure(
      code,
      due.map((line) => [line.lineId, line.orderId, hit(line)]),
      rules,
    );
  const placed = owed.filter(({ requestedOn }) => within(requestedOn, rules));
  const fill = byUnit('FILL', placed, rules, (line) => {
    const ordered = quantity(line.orderedQty);
    return [Quantity.max(Quantity.ZERO, Quantity.min(acceptedOf(line), ordered)), ordered];
  });
  return [
    counted('OTIF_PROMISED', promised, (line) => onTime(line, line.dueOn) && isFull(line, acceptedBy(line, line.dueOn))),
    counted(
      'OTIF_REQUESTED',
      requested,
      (line) => onTime(line, line.requestedOn) && isFull(line, acceptedBy(line, line.requestedOn)),
    ),
    counted('ON_TIME', promised, (line) => onTime(line, line.dueOn)),
    counted('IN_FULL', promised, (line) => isFull(line, acceptedOf(line))),
    ...fill,
    ...rejects(lines, rules),
    answers(lines, rules),
  ];
}

function buyerFigures(lines: readonly Line[], facts: ScorecardFacts, rules: ScorecardRules): ScoreFigure[] {
  const orders = [...grouped(lines, ({ orderId }) => orderId).values()].filter(
    (rows) =>
      rows[0]!.answeredAt !== null &&
      within(localDateOf(rows[0]!.placedAt), rules) &&
      rows.some(({ confirmedQty }) => quantity(confirmedQty).isPositive),
  );
  return [
    ...pace(facts.plans, lines, rules),
    countFigure(
      'CANCELLED',
      orders.map(([first]) => [first!.orderId, first!.orderId, first!.cancelledBy === 'BUYER']),
      rules,
    ),
    ...rejects(lines, rules),
    payments(facts, rules),
  ];
}

/** Σ rejected / Σ delivered (accepted and rejected) of goods that came in the period. */
const rejects = (lines: readonly Line[], rules: ScorecardRules): ScoreFigure[] => {
  const came = lines
    .map((line) => ({ ...line, days: line.days.filter(({ on }) => within(on, rules)) }))
    .filter(({ days }) => days.length > 0);
  return byUnit('REJECTED', came, rules, (line) => {
    const rejected = Quantity.sum(line.days.map((day) => day.rejected));
    return [rejected, rejected.add(acceptedOf(line))];
  });
};

/** Orders answered before the answer was due; the median is hours from placing to answering. */
function answers(lines: readonly Line[], rules: ScorecardRules): ScoreFigure {
  const orders = [...grouped(lines, ({ orderId }) => orderId).values()]
    .map((rows) => rows[0]!)
    .filter(
      ({ answerDueAt, answeredAt, cancelledBy }) =>
        within(localDateOf(answerDueAt), rules) && (answeredAt !== null || cancelledBy === null),
    );
  const figure = countFigure(
    'ANSWERED_IN_TIME',
    orders.map(({ orderId, answeredAt, answerDueAt }) => [
      orderId,
      orderId,
      answeredAt !== null && instantMs(answeredAt) <= instantMs(answerDueAt),
    ]),
    rules,
  );
  const hours = orders.flatMap(({ answeredAt, placedAt }) =>
    answeredAt === null ? [] : [Math.round((instantMs(answeredAt) - instantMs(placedAt)) / 3_600_000)],
  );
  return { ...figure, median: hours.length < rules.minCases ? null : median(hours) };
}

/** What was called off for days of the period against what contracts planned for them, line by line and at most the plan. */
function pace(plans: readonly ScoredPlan[], lines: readonly Line[], rules: ScorecardRules): ScoreFigure[] {
  const called = grouped(
    lines.filter(({ contractLineId, requestedOn }) => contractLineId !== null && within(requestedOn, rules)),
    ({ contractLineId }) => contractLineId!,
  );
  const planned = [...grouped(plans, ({ contractLineId }) => contractLineId)].map(([id, periods]) => ({
    lineId: id,
    orderId: null,
    unit: periods[0]!.unit,
    plan: Quantity.sum(periods.map((period) => partInside(period, rules))),
  }));
  return byUnit(
    'CALL_OFF_PACE',
    planned.filter(({ plan }) => plan.isPositive),
    rules,
    ({ lineId, plan }) => {
      const ordered = (called.get(lineId) ?? [])
        .filter(({ cancelledBy }) => cancelledBy !== 'BUYER')
        .map(({ orderedQty }) => quantity(orderedQty));
      return [Quantity.min(Quantity.sum(ordered), plan), plan];
    },
  );
}

/** The part of a planned quantity that falls on days of the period, every day alike. */
function partInside({ from, to, qty }: ScoredPlan, rules: ScorecardRules): Quantity {
  const start = from > rules.from ? from : rules.from;
  const end = to < rules.to ? to : rules.to;
  if (start > end) return Quantity.ZERO;
  const days = (a: LocalDate, b: LocalDate) => BigInt(daysBetween(a, addDays(b, 1)));
  return quantity(qty).timesRatio(days(start, end), days(from, to), 'down');
}

/** Bills that fell due in the period and were settled by that day; the median is days from the base of the term to the last đồng. */
function payments({ bills, payments: paid }: ScorecardFacts, rules: ScorecardRules): ScoreFigure {
  const byBill = grouped(paid, ({ billId }) => billId);
  const due = bills
    .filter(({ dueOn }) => within(dueOn, rules))
    .map((bill) => ({ ...bill, settledOn: settledOn(bill, byBill.get(bill.billId) ?? []) }));
  const figure = countFigure(
    'PAID_ON_TIME',
    due.map((bill) => [bill.billId, bill.orderId, bill.settledOn !== null && bill.settledOn <= bill.dueOn]),
    rules,
  );
  const settled = due.filter((bill) => bill.settledOn !== null);
  if (settled.length < rules.minCases) return figure;
  return {
    ...figure,
    median: median(settled.map((bill) => bill.termDays + daysBetween(bill.dueOn, bill.settledOn!))),
    promisedMedian: median(settled.map(({ termDays }) => termDays)),
  };
}

/** The day since which all of it has been there; null while something is open. */
function settledOn(
  { total }: ScoredBill,
  rows: readonly { readonly on: LocalDate; readonly amount: string }[],
): LocalDate | null {
  const days = [...grouped(rows, ({ on }) => on)].sort(([a], [b]) => (a < b ? -1 : 1));
  let paid = 0n;
  let since: LocalDate | null = null;
  for (const [on, moved] of days) {
    paid = moved.reduce((sum, { amount }) => sum + BigInt(amount), paid);
    since = paid >= BigInt(total) ? (since ?? on) : null;
  }
  return since;
}

type Counted = readonly [ref: string, orderId: string, hit: boolean];

function countFigure(code: ScoreCode, cases: readonly Counted[], rules: ScorecardRules): ScoreFigure {
  const list = cases
    .map(([ref, orderId, hit]): ScoreCase => ({ ref, orderId, numerator: hit ? '1' : '0', denominator: '1' }))
    .sort(byRef);
  const hits = cases.filter(([, , hit]) => hit).length;
  return figureOf({ code, unit: null, numerator: String(hits), denominator: String(list.length), list }, rules);
}

function byUnit<Row extends { readonly lineId: string; readonly orderId: string | null; readonly unit: string }>(
  code: ScoreCode,
  rows: readonly Row[],
  rules: ScorecardRules,
  amounts: (row: Row) => readonly [Quantity, Quantity],
): ScoreFigure[] {
  return [...grouped(rows, ({ unit }) => unit)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, own]) => {
      const counted = own.map((row) => ({ row, amounts: amounts(row) }));
      const total = (which: 0 | 1): string => Quantity.sum(counted.map((one) => one.amounts[which])).toString();
      const list = counted
        .map(({ row, amounts: [part, whole] }): ScoreCase => ({
          ref: row.lineId,
          orderId: row.orderId,
          numerator: part.toString(),
          denominator: whole.toString(),
        }))
        .sort(byRef);
      return figureOf({ code, unit, numerator: total(0), denominator: total(1), list }, rules);
    });
}

const byRef = (a: ScoreCase, b: ScoreCase): number => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);

function figureOf(
  figure: Pick<ScoreFigure, 'code' | 'unit' | 'numerator' | 'denominator' | 'list'>,
  { minCases }: ScorecardRules,
): ScoreFigure {
  const [part, whole] = [quantity(figure.numerator).thousandths, quantity(figure.denominator).thousandths];
  const cases = figure.list.length;
  return {
    ...figure,
    cases,
    rateBp: rateOf(part, whole, cases, minCases),
    median: null,
    promisedMedian: null,
  };
}
