import fc from 'fast-check';
import { addDays, daysBetween } from '../shared/calendar-date.js';
import { AGE_BANDS, ageBand, ageing, type MoneyFact, postingsOf } from './books.js';

const dong = fc.bigInt({ min: 0n, max: 10n ** 13n });
const by = fc.constantFrom('BANK' as const, 'CARD' as const, 'CASH' as const);
const signed = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
const fact: fc.Arbitrary<MoneyFact> = fc.oneof(
  fc.record({ kind: fc.constant('BILLED' as const), net: dong, vat: dong }),
  fc.record({ kind: fc.constant('RECEIVED' as const), amount: dong, by }),
  fc.record({ kind: fc.constant('REFUNDED' as const), amount: dong, by }),
  fc.record({ kind: fc.constant('NOTED' as const), net: signed, vat: signed }),
  fc.record({ kind: fc.constant('ON_ACCOUNT' as const), amount: dong, by }),
  fc.record({ kind: fc.constant('ALLOCATED' as const), amount: dong }),
  fc.record({ kind: fc.constant('RELEASED' as const), amount: dong }),
  fc.record({ kind: fc.constant('PAID_BACK' as const), amount: dong, by }),
);
const day = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('2026-06-15', days));

describe('double entry', () => {
  it('sums to zero for every fact, and never writes an empty posting', () => {
    fc.assert(
      fc.property(fact, (given) => {
        const postings = postingsOf(given);
        expect(postings.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
        expect(postings.every(({ amount }) => amount !== 0n)).toBe(true);
        expect(new Set(postings.map(({ account }) => account)).size).toBe(postings.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves owed what was billed less what was received and kept', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
        const owed = facts
          .flatMap(postingsOf)
          .filter(({ account }) => account === 'RECEIVABLE')
          .reduce((sum, { amount }) => sum + amount, 0n);
        const expected = facts.reduce((sum, one) => {
          if (one.kind === 'BILLED' || one.kind === 'NOTED') return sum + one.net + one.vat;
          if (one.kind === 'RECEIVED' || one.kind === 'ALLOCATED') return sum - one.amount;
          return one.kind === 'REFUNDED' || one.kind === 'RELEASED' ? sum + one.amount : sum;
        }, 0n);
        expect(owed).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the age of what is owed', () => {
  it('counts days past due, the due day itself being in time', () => {
    const on = '2026-08-15';
    expect(
      ['2026-08-15', '2026-08-14', '2026-07-16', '2026-07-15', '2026-06-16', '2026-06-15', '2026-05-17', '2026-05-16'].map(
        (due) => ageBand(due, on),
      ),
    ).toEqual(['NOT_DUE', 'DAYS_1_30', 'DAYS_1_30', 'DAYS_31_60', 'DAYS_31_60', 'DAYS_61_90', 'DAYS_61_90', 'DAYS_OVER_90']);
  });

  it('puts every đồng into exactly one band', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ open: dong, dueOn: day }), { maxLength: 50 }), day, (items, on) => {
        const bands = ageing(items, on);
        expect(AGE_BANDS.reduce((sum, band) => sum + bands[band], 0n)).toBe(items.reduce((sum, { open }) => sum + open, 0n));
        const late = items.filter(({ dueOn }) => daysBetween(dueOn, on) > 0).reduce((sum, { open }) => sum + open, 0n);
        expect(AGE_BANDS.slice(1).reduce((sum, band) => sum + bands[band], 0n)).toBe(late);
      }),
      { numRuns: 1000 },
    );
  });
});
