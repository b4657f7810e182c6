import fc from 'fast-check';
import { Quantity } from '../shared/quantity.js';
import type { ScorecardFacts, ScoredArrival, ScoredLine, ScoredPayment } from './scorecard-facts.js';
import { scorecard, type ScoreCode } from './scorecard.js';

const rules = { from: '2026-03-01', to: '2026-03-31', minCases: 3, fullBp: 9_800 };
const line = (id: string, more: Partial<ScoredLine> = {}): ScoredLine => ({
  orderId: `o${id}`,
  lineId: id,
  unit: 'kg',
  placedAt: '2026-03-02T02:00:00Z',
  answeredAt: '2026-03-02T08:00:00Z',
  answerDueAt: '2026-03-03T02:00:00Z',
  orderedQty: '100',
  confirmedQty: '100',
  agreedQty: '100',
  requestedOn: '2026-03-10',
  promisedOn: null,
  cancelledBy: null,
  contractLineId: 'c1',
  ...more,
});
const came = (lineId: string, on: string, accepted: string, rejected = '0'): ScoredArrival => ({
  ...{ lineId, on, accepted, rejected },
  receiptId: `r${lineId}${on}`,
});
const facts = (more: Partial<ScorecardFacts>): ScorecardFacts => ({
  ...{ lines: [], arrivals: [], plans: [], bills: [], payments: [] },
  ...more,
});
const figure = (side: 'SELLER' | 'BUYER', given: ScorecardFacts, code: ScoreCode) =>
  scorecard(side, given, rules).find((one) => one.code === code)!;
const share = (one: { numerator: string; denominator: string; rateBp: number | null }) => [
  one.numerator,
  one.denominator,
  one.rateBp,
];

const day = fc.integer({ min: 1, max: 31 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`);
const qty = fc.integer({ min: 1, max: 200_000 }).map((n) => Quantity.fromThousandths(BigInt(n)).toString());
const someLines = fc.array(
  fc.record({
    orderedQty: qty,
    requestedOn: day,
    promisedOn: fc.option(day),
    cancelledBy: fc.constantFrom(null, null, 'SELLER', 'BUYER') as fc.Arbitrary<null>,
    unit: fc.constantFrom('kg', 'hộp'),
  }),
  { minLength: 1, maxLength: 6 },
);
const someArrivals = fc.array(fc.record({ on: day, accepted: qty, rejected: qty, undone: fc.boolean(), at: fc.nat(5) }), {
  maxLength: 10,
});

describe('a scorecard', () => {
  it('is the same for any order of facts, and a receipt or a payment taken back leaves no trace', () => {
    fc.assert(
      fc.property(
        someLines,
        someArrivals,
        fc.array(fc.record({ on: day, amount: fc.integer({ min: 1, max: 900 }), undone: fc.boolean() }), { maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        (drawn, arrived, paid, dice) => {
          const lines = drawn.map((more, n) =>
            line(String(n), { ...more, confirmedQty: more.orderedQty, agreedQty: more.orderedQty }),
          );
          const rows = arrived.map(({ undone, at, ...one }, n) => ({
            ...{ undone, ...one },
            lineId: String(at % lines.length),
            receiptId: `r${n}`,
          }));
          const kept = ({ undone: _, ...row }: (typeof rows)[number]): ScoredArrival => row;
          const minus = (row: ScoredArrival) => ({ ...row, accepted: `-${row.accepted}`, rejected: `-${row.rejected}` });
          const money = paid.map(({ on, amount, undone }) => ({ undone, row: { billId: 'b', on, amount: String(amount) } }));
          const bills = [{ billId: 'b', orderId: 'o0', dueOn: '2026-03-15', termDays: 10, total: '1000' }];
          const whole = facts({
            lines,
            bills,
            arrivals: rows.flatMap((row) => [kept(row), ...(row.undone ? [minus(kept(row))] : [])]),
            payments: money.flatMap(({ undone, row }): ScoredPayment[] => [
              row,
              ...(undone ? [{ ...row, amount: `-${row.amount}` }] : []),
            ]),
          });
          const without = facts({
            lines,
            bills,
            arrivals: rows.filter(({ undone }) => !undone).map(kept),
            payments: money.filter(({ undone }) => !undone).map(({ row }) => row),
          });
          const mixed = <Row>(list: readonly Row[]): Row[] =>
            list
              .map((row) => [dice.next().value as number, row] as const)
              .sort(([a], [b]) => a - b)
              .map(([, row]) => row);
          const shuffled = facts({
            lines: mixed(whole.lines),
            bills,
            arrivals: mixed(whole.arrivals),
            payments: mixed(whole.payments),
          });
          for (const side of ['SELLER', 'BUYER'] as const) {
            const told = scorecard(side, whole, rules);
            expect(scorecard(side, shuffled, rules)).toEqual(told);
            expect(scorecard(side, without, rules)).toEqual(told);
            for (const { numerator, denominator, cases, rateBp, list } of told) {
              const parts = (key: 'numerator' | 'denominator') => Quantity.sum(list.map((one) => amount(one[key])));
              expect([parts('numerator').toString(), parts('denominator').toString(), list.length]).toEqual([
                numerator,
                denominator,
                cases,
              ]);
              expect(amount(numerator).compare(amount(denominator))).toBeLessThanOrEqual(0);
              expect(rateBp === null || (rateBp >= 0 && rateBp <= 10_000 && cases >= rules.minCases)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('counts on time and in full against the promised and against the asked day, with split deliveries inside the window', () => {
    const given = facts({
      lines: [
        line('1'),
        line('2', { promisedOn: '2026-03-12' }),
        line('3'),
        line('4'),
        line('5', { cancelledBy: 'BUYER' }),
        line('6', { requestedOn: '2026-04-02' }),
      ],
      arrivals: [
        came('1', '2026-03-09', '50'),
        came('1', '2026-03-10', '48.5'),
        came('2', '2026-03-12', '100'),
        came('3', '2026-03-11', '100'),
        came('4', '2026-03-10', '97'),
      ],
    });
    expect(share(figure('SELLER', given, 'OTIF_PROMISED'))).toEqual(['2', '4', 5_000]);
    expect(share(figure('SELLER', given, 'OTIF_REQUESTED'))).toEqual(['1', '4', 2_500]);
    expect(share(figure('SELLER', given, 'ON_TIME'))).toEqual(['3', '4', 7_500]);
    expect(share(figure('SELLER', given, 'IN_FULL'))).toEqual(['3', '4', 7_500]);
    expect(share(figure('SELLER', given, 'FILL'))).toEqual(['395.5', '400', 9_887]);
    expect(figure('SELLER', given, 'OTIF_PROMISED').list.map(({ ref }) => ref)).toEqual(['1', '2', '3', '4']);
  });

  it('says nothing of few cases, and never adds kilograms to boxes', () => {
    const given = facts({
      lines: [line('1'), line('2'), line('3', { unit: 'hộp' })],
      arrivals: [came('1', '2026-03-10', '90', '10'), came('3', '2026-03-10', '5', '0')],
    });
    const fill = scorecard('SELLER', given, rules).filter(({ code }) => code === 'FILL');
    expect(fill.map(({ unit, rateBp, cases }) => [unit, rateBp, cases])).toEqual([
      ['hộp', null, 1],
      ['kg', null, 2],
    ]);
    expect(share(figure('BUYER', given, 'REJECTED'))).toEqual(['0', '5', null]);
  });

  it('sets a buyer’s call-offs against the plan of its contracts, its cancellations and its days to pay against what it promised', () => {
    const bill = (n: string, dueOn: string) => ({ billId: n, orderId: `o${n}`, dueOn, termDays: 15, total: '1000' });
    const given = facts({
      lines: [
        line('1'),
        line('2', { orderId: 'x', cancelledBy: 'BUYER' }),
        line('3'),
        line('4', { answeredAt: null, confirmedQty: '0' }),
      ],
      plans: [{ contractLineId: 'c1', unit: 'kg', from: '2026-03-01', to: '2026-04-30', qty: '1220' }],
      bills: [bill('1', '2026-03-10'), bill('2', '2026-03-11'), bill('3', '2026-03-12'), bill('4', '2026-04-12')],
      payments: [
        { billId: '1', on: '2026-03-08', amount: '400' },
        { billId: '1', on: '2026-03-10', amount: '600' },
        { billId: '2', on: '2026-03-21', amount: '1000' },
        { billId: '3', on: '2026-03-15', amount: '1000' },
      ],
    });
    // 31 of 61 days of the plan lie in the period; a cancelled call-off does not count.
    expect(share(figure('BUYER', given, 'CALL_OFF_PACE'))).toEqual(['300', '620', null]);
    expect(share(figure('BUYER', given, 'CANCELLED'))).toEqual(['1', '3', 3_333]);
    const paid = figure('BUYER', given, 'PAID_ON_TIME');
    expect(share(paid)).toEqual(['1', '3', 3_333]);
    expect([paid.median, paid.promisedMedian]).toEqual([18, 15]);
    expect(figure('SELLER', given, 'ANSWERED_IN_TIME')).toMatchObject({ numerator: '3', denominator: '4', median: 6 });
  });
});

const amount = (text: string): Quantity => {
  const [whole, part = ''] = text.split('.');
  return Quantity.fromThousandths(BigInt(whole!) * 1000n + BigInt(part.padEnd(3, '0')));
};
