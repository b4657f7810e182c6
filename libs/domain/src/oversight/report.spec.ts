import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { canonicalJson, reportCorrections } from './report-corrections.js';
import { reportFacts } from './report-facts.js';
import type { ReportCreditInput } from './report-credit.js';
import type { ReportAgreementInput, ReportEntry, ReportInput } from './report-types.js';
import { reportPeriod } from './report-state.js';

const agreement = (id: string, more: Partial<ReportAgreementInput> = {}): ReportAgreementInput => ({
  id,
  registerNo: `BB-${id}`,
  title: id,
  isDemo: true,
  recordedOn: '2026-01-01',
  tolerancePct: 5,
  signedOn: '2026-01-02',
  contractedOn: '2026-01-03',
  validFrom: '2026-01-02',
  validTo: '2026-12-31',
  ending: null,
  signatures: [`s${id}`, `b${id}`].map((orgId) => ({ orgId, grade: 'A' as const, on: '2026-01-02', voidedOn: null })),
  rounds: [],
  documentOn: '2026-01-01',
  parties: [
    { orgId: `s${id}`, role: 'SELLER', name: `HTX ${id}`, mustSign: true },
    { orgId: `b${id}`, role: 'BUYER', name: `Siêu thị ${id}`, mustSign: true },
  ],
  district: { code: '187', name: 'Chi Lăng' },
  commune: null,
  lines: [1, 2].map((lineNo) => ({
    id: `${id}${lineNo}`,
    lineNo,
    description: 'Na',
    baseUnit: 'kg',
    group: 'FRUIT',
    refPrice: '40000',
    seasonMonths: [],
  })),
  callOffs: [],
  ...more,
});
const options = { periodFrom: '2026-02-01', asOf: '2026-02-28', minCases: 5, minParties: 3 };
const agreements = ['1', '2', '3', '4', '5'].map((id) => agreement(id));

const day = fc
  .integer({ min: 1, max: 28 })
  .chain((d) => fc.constantFrom('01', '02', '03').map((month) => `2026-${month}-${String(d).padStart(2, '0')}`));
/** An amount and perhaps its reversal on another day. */
const entries = fc
  .array(
    fc
      .record({
        lineId: fc.constantFrom(...agreements.flatMap(({ lines }) => lines.map(({ id }) => id))),
        kind: fc.constantFrom('COMMIT', 'AMEND', 'CALL_OFF', 'DISPATCH', 'ACCEPT') as fc.Arbitrary<ReportEntry['kind']>,
        grade: fc.constantFrom('A', 'B', 'C') as fc.Arbitrary<ReportEntry['grade']>,
        on: day,
        qty: fc.integer({ min: 1, max: 900_000 }).map((n) => Quantity.fromThousandths(BigInt(n)).toString()),
      })
      .chain((entry) =>
        fc.option(day).map((undone) => (undone ? [entry, { ...entry, on: undone, qty: `-${entry.qty}` }] : [entry])),
      ),
    { maxLength: 15 },
  )
  .map((lists) => lists.flat());
/** The life of an agreement in days: any of it may lie before or after the cut-off. */
const lives = fc
  .record({
    signedOn: fc.option(day),
    contractedOn: fc.option(day),
    documentOn: fc.option(day),
    ending: fc.option(
      fc.record({
        on: day,
        status: fc.constantFrom('CLOSED', 'EXPIRED', 'LAPSED') as fc.Arbitrary<'CLOSED'>,
        outcome: fc.constantFrom('PARTLY', 'CANCELLED') as fc.Arbitrary<'PARTLY'>,
      }),
    ),
    signatures: fc.array(
      fc.record({
        orgId: fc.constantFrom('s1', 'b1'),
        grade: fc.constantFrom('A', 'B') as fc.Arbitrary<'A'>,
        on: day,
        voidedOn: fc.option(day),
      }),
      { maxLength: 4 },
    ),
    rounds: fc.array(fc.record({ openedOn: day, closedOn: fc.option(day) }), { maxLength: 2 }),
    callOffs: fc.array(fc.record({ on: day, grade: fc.constant('A') as fc.Arbitrary<'A'>, undoneOn: fc.option(day) }), {
      maxLength: 2,
    }),
  })
  .map((life) => agreement('1', life));
const notYet = (on: string | null): string | null => (on !== null && on > options.asOf ? null : on);
/** What was known of it at the end of the cut-off. */
const knownThen = (one: ReportAgreementInput): ReportAgreementInput => ({
  ...one,
  signedOn: notYet(one.signedOn),
  contractedOn: notYet(one.contractedOn),
  documentOn: notYet(one.documentOn),
  ending: one.ending && notYet(one.ending.on) ? one.ending : null,
  signatures: one.signatures.filter(({ on }) => notYet(on)).map((s) => ({ ...s, voidedOn: notYet(s.voidedOn) })),
  rounds: one.rounds.filter(({ openedOn }) => notYet(openedOn)).map((r) => ({ ...r, closedOn: notYet(r.closedOn) })),
  callOffs: one.callOffs.filter(({ on }) => notYet(on)).map((c) => ({ ...c, undoneOn: notYet(c.undoneOn) })),
});
const input = (list: readonly ReportEntry[]): ReportInput => ({ agreements, entries: list, blocks: [], stalls: [], credits: [] });

describe('the periodic report', () => {
  it('equals the ledger at its cut-off, whatever the order of facts and reversals and whatever came later', () => {
    fc.assert(
      fc.property(
        entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const facts = reportFacts(input(list), options);
          expect(canonicalJson(reportFacts(input(shuffled), options))).toBe(canonicalJson(facts));
          const until = list.filter(({ on }) => on <= options.asOf);
          expect(canonicalJson(reportFacts(input(until), options))).toBe(canonicalJson(facts));
          const ledger = until
            .filter(({ kind }) => kind === 'ACCEPT')
            .reduce((sum, { qty }) => sum + quantity(qty).thousandths, 0n);
          const total = (rows: readonly { accepted: string }[]) =>
            rows.reduce((sum, { accepted }) => sum + quantity(accepted).thousandths, 0n);
          expect(total(facts.groups)).toBe(ledger);
          expect(total(facts.districts)).toBe(ledger);
          expect(total(facts.annex.flatMap(({ lines }) => lines))).toBe(ledger);
          for (const row of [...facts.groups, ...facts.districts]) {
            const parts = [row.acceptedA!, row.acceptedB!, row.acceptedC!].map((part) => quantity(part).thousandths);
            expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(quantity(row.accepted).thousandths);
          }
          expect(facts.rungs.every(({ reached, reachedA }) => reachedA! <= reached)).toBe(true);
          expect(facts.grades.reduce((sum, { abc }) => sum + quantity(abc).thousandths, 0n)).toBe(ledger);
          expect(facts.rungs.reduce((sum, { here }) => sum + here, 0)).toBe(facts.agreements);
          expect(reportCorrections(facts, facts)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tells of each agreement what was known at the cut-off, whatever became of it later: signatures, voids, rounds, end', () => {
    fc.assert(
      fc.property(lives, entries, (life, list) => {
        const told = (one: ReportAgreementInput) =>
          reportFacts({ agreements: [one], entries: list, blocks: [], stalls: [], credits: [] }, options);
        expect(canonicalJson(told(life))).toBe(canonicalJson(told(knownThen(life))));
      }),
      { numRuns: 300 },
    );
    const lapsed = agreement('9', {
      signedOn: null,
      contractedOn: null,
      signatures: [],
      rounds: [{ openedOn: '2026-01-02', closedOn: '2026-02-10' }],
      ending: { on: '2026-02-10', status: 'LAPSED', outcome: null },
    });
    const facts = reportFacts({ agreements: [lapsed], entries: [], blocks: [], stalls: [], credits: [] }, options);
    expect(facts).toMatchObject({ agreements: 1, ended: 1, lapsed: 1, annex: [{ rung: 'RECORDED', nextActor: 'NONE' }] });
    const before = reportFacts(
      { agreements: [lapsed], entries: [], blocks: [], stalls: [], credits: [] },
      { ...options, asOf: '2026-02-05' },
    );
    expect(before).toMatchObject({ agreements: 1, ended: 0, annex: [{ nextActor: 'BOTH', nextStep: 'SIGN' }] });
  });

  it('shows pace only of five agreements or more, ending at what the ledger holds', () => {
    const list = agreements.flatMap(({ lines }): ReportEntry[] => [
      { lineId: lines[0]!.id, kind: 'COMMIT', grade: 'A', on: '2026-01-02', qty: '100' },
      { lineId: lines[0]!.id, kind: 'ACCEPT', grade: 'A', on: '2026-02-10', qty: '20' },
    ]);
    const { pace } = reportFacts(input(list), options);
    expect(pace.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    expect(pace.map(({ acceptedBp }) => acceptedBp)).toEqual([0, 2_000]);
    // 58 of the 364 days of validity were over.
    expect(pace[1]!.plannedBp).toBe(1_593);
    expect(
      reportFacts({ agreements: agreements.slice(1), entries: list, blocks: [], stalls: [], credits: [] }, options).pace,
    ).toEqual([]);
    // Of a register seven years old the newest sixty months, not the oldest.
    const late = reportFacts(input(list), { ...options, asOf: '2033-03-31' }).pace;
    expect([late.length, late[0]!.month, late.at(-1)!.month]).toEqual([60, '2028-04', '2033-03']);
    expect(late.at(-1)!.acceptedBp).toBe(2_000);
  });

  it('tells what a fact entered late changes as a correction, and never as 0 % what has no quantity', () => {
    const committed: ReportEntry = { lineId: '11', kind: 'COMMIT', grade: 'A', on: '2026-01-02', qty: '100' };
    const frozen = reportFacts(input([committed]), options);
    const late: ReportEntry = { lineId: '11', kind: 'ACCEPT', grade: 'B', on: '2026-02-10', qty: '60' };
    const corrected = reportCorrections(frozen, reportFacts(input([committed, late]), options));
    expect(corrected).toEqual([
      { registerNo: 'BB-1', lineNo: 0, measure: 'RUNG', unit: null, before: 'CONTRACTED', now: 'P50' },
      { registerNo: 'BB-1', lineNo: 1, measure: 'ACCEPTED', unit: 'kg', before: '0', now: '60' },
    ]);
    expect(frozen.annex[1]!.lines[0]!.committed).toBeNull();
    expect(frozen.annex[1]!.realisationBp).toBeNull();
    expect({ quantified: frozen.quantified, lines: frozen.quantifiedLines }).toEqual({ quantified: 1, lines: 1 });
  });

  it('gives no rate of fewer than five and no sum of money of fewer than three on a side', () => {
    const accepts = agreements.map(({ lines }): ReportEntry => ({
      lineId: lines[0]!.id,
      kind: 'ACCEPT',
      grade: 'A',
      on: '2026-02-02',
      qty: '10',
    }));
    const all = reportFacts(input(accepts), options);
    expect(all.rungs.find(({ rung }) => rung === 'SIGNED')).toMatchObject({ reached: 5, outOf: 5, rateBp: 10_000 });
    expect(all.acceptedValue).toBe('2000000');
    const few = reportFacts(
      { agreements: agreements.slice(0, 2), entries: accepts, blocks: [], stalls: [], credits: [] },
      options,
    );
    expect(few.rungs.find(({ rung }) => rung === 'SIGNED')).toMatchObject({ reached: 2, outOf: 2, rateBp: null });
    expect(few.acceptedValue).toBeNull();
  });

  it('tells why agreements stood still on its day, by the last reason given until then', () => {
    const reason = (code: string) => ({ code, nameVi: code, nameEn: code });
    const stalls = [
      { agreement: '1', raisedOn: '2026-02-01', clearedOn: null, answers: [] },
      {
        agreement: '2',
        raisedOn: '2026-02-01',
        clearedOn: '2026-03-05',
        answers: [
          { on: '2026-02-03', reason: reason('PRICE_GAP') },
          { on: '2026-02-10', reason: reason('PETITION') },
          { on: '2026-03-04', reason: reason('CAPITAL') },
        ],
      },
      { agreement: '2', raisedOn: '2026-02-20', clearedOn: null, answers: [{ on: '2026-02-28', reason: reason('PETITION') }] },
      { agreement: '3', raisedOn: '2026-02-01', clearedOn: '2026-02-28', answers: [] },
      { agreement: '4', raisedOn: '2026-03-01', clearedOn: null, answers: [] },
    ];
    const told = (list: typeof stalls) => reportFacts({ ...input([]), stalls: list }, options).stallReasons;
    expect(told(stalls)).toEqual([
      { reason: reason('PETITION'), alerts: 2, agreements: 1 },
      { reason: null, alerts: 1, agreements: 1 },
    ]);
    expect(told([...stalls].reverse())).toEqual(told(stalls));
  });

  it('tells rates of grade A, of A and B and of all apart, each up to the promise', () => {
    const list = agreements.flatMap(({ lines }): ReportEntry[] =>
      (
        [
          ['COMMIT', 'A', '100'],
          ['ACCEPT', 'A', '30'],
          ['ACCEPT', 'B', '50'],
          ['ACCEPT', 'C', '90'],
        ] as const
      ).map(([kind, grade, qty]) => ({ lineId: lines[0]!.id, kind, grade, on: '2026-02-03', qty })),
    );
    const facts = reportFacts(input(list), options);
    const rates = { rateBpA: 3_000, rateBpAB: 8_000, rateBp: 10_000 };
    expect(facts.groups).toEqual([expect.objectContaining({ ...rates, acceptedA: '150', acceptedB: '250', acceptedC: '450' })]);
    expect(facts.districts).toEqual([expect.objectContaining(rates)]);
    expect(facts.pace.at(-1)).toMatchObject({ acceptedBpA: 3_000 });
    expect(facts.rungs.find(({ rung }) => rung === 'P50')).toMatchObject({ reached: 5, reachedA: 0 });
  });

  it('tells of credit what was entered by the cut-off, the amounts the reporter may read, and sums of enough borrowers', () => {
    const credit = (n: number, more: Partial<ReportCreditInput> = {}): ReportCreditInput => ({
      ...{ number: `TD-${n}`, bank: 'Ngân hàng Mẫu', borrower: `HTX ${n}`, borrowerId: `h${n}`, isDemo: true },
      ...{ recordedOn: '2026-01-05', amount: '400000000', isAmountOpen: false, paid: [] },
      steps: [{ on: '2026-01-06', to: 'SIGNED', amount: null }],
      ...more,
    });
    const credits = [
      credit(1, {
        steps: [
          { on: '2026-01-06', to: 'SIGNED', amount: null },
          { on: '2026-02-01', to: 'GRANTED', amount: '300000000' },
          { on: '2026-03-01', to: 'CLOSED', amount: null },
        ],
        paid: [
          { on: '2026-02-02', amount: '200000000', isOpen: false },
          { on: '2026-03-01', amount: '100000000', isOpen: false },
        ],
      }),
      credit(2, { amount: null }),
      credit(3, { isAmountOpen: true }),
      credit(4, { steps: [] }),
      credit(5, { steps: [{ on: '2026-02-28', to: 'WITHDRAWN', amount: null }] }),
      credit(6, { recordedOn: '2026-03-01' }),
    ];
    const told = (list: readonly ReportCreditInput[]) => reportFacts({ ...input([]), credits: list }, options).credits!;
    const facts = told(credits);
    expect(facts).toMatchObject({ agreements: 3, quantified: 2, withMoney: 1, amount: null, disbursed: null, rateBp: null });
    expect(
      facts.rows.map(({ number, state, amount, isQuantified, stage, paid }) => [
        number,
        state,
        amount,
        isQuantified,
        stage,
        paid,
      ]),
    ).toEqual([
      ['TD-1', 'GRANTED', null, true, 'PARTLY', null],
      ['TD-2', 'SIGNED', null, false, 'NOTHING', '0'],
      ['TD-3', 'SIGNED', '400000000', true, 'NOTHING', '0'],
      ['TD-4', 'RECORDED', null, true, 'NOTHING', '0'],
    ]);
    expect(told([...credits].reverse())).toEqual(facts);
    expect(told([7, 8, 9].map((n) => credit(n)))).toMatchObject({ amount: '1200000000', disbursed: '0', rateBp: 0 });
  });

  it('is cut off at a day that is over and after the last report', () => {
    const code = (period: { periodFrom: string; asOf: string }, last: string | null = null) => {
      const result = reportPeriod(period, '2026-03-01', last);
      return result.ok ? null : result.refusal.code;
    };
    expect(code({ periodFrom: '2026-02-01', asOf: '2026-02-28' })).toBeNull();
    expect(code({ periodFrom: '2026-02-01', asOf: '2026-03-01' })).toBe('REPORT_DAY_NOT_OVER');
    expect(code({ periodFrom: '2026-02-28', asOf: '2026-02-01' })).toBe('REPORT_PERIOD_REVERSED');
    expect(code({ periodFrom: '2026-02-01', asOf: '2026-02-27' }, '2026-02-28')).toBe('REPORT_ALREADY_ISSUED');
  });
});
