import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { Quantity } from '../shared/quantity.js';
import { arrivalProblem, silentCount } from './arrival-life.js';
import { checkReceiptLine } from './receipt.js';

const DAY = '2026-08-05';
const day = fc.integer({ min: -4, max: 12 }).map((n) => addDays(DAY, n));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

describe('the life of goods at the ramp', () => {
  it('is measured on the day they stand there, not on the day they were to come', () => {
    const sent = { expiresOn: addDays(DAY, 5), minDays: 3, waivedUntil: null };
    expect(arrivalProblem(sent, addDays(DAY, 2))).toBeNull();
    expect(arrivalProblem(sent, addDays(DAY, 3))).toBe('TOO_LITTLE_LIFE');
    expect(arrivalProblem(sent, addDays(DAY, 5))).toBe('TOO_LITTLE_LIFE');
    expect(arrivalProblem(sent, addDays(DAY, 6))).toBe('EXPIRED');
  });

  it('never gets better by waiting, and a waiver excuses little life alone, up to its last day', () => {
    const rank = { none: 0, TOO_LITTLE_LIFE: 1, EXPIRED: 2 };
    const worse = (sent: Parameters<typeof arrivalProblem>[0], on: string) => rank[arrivalProblem(sent, on) ?? 'none'];
    fc.assert(
      fc.property(maybe(day), maybe(fc.integer({ min: 0, max: 6 })), maybe(day), day, (expiresOn, minDays, waivedUntil, on) => {
        const sent = { expiresOn, minDays, waivedUntil };
        expect(worse(sent, addDays(on, 1))).toBeGreaterThanOrEqual(worse(sent, on));
        const plain = arrivalProblem({ ...sent, waivedUntil: null }, on);
        if (plain === 'TOO_LITTLE_LIFE')
          expect(arrivalProblem(sent, on)).toBe(waivedUntil !== null && on <= waivedUntil ? null : plain);
        else expect(arrivalProblem(sent, on)).toBe(plain);
      }),
      { numRuns: 500 },
    );
  });

  it('decides what silence makes of goods: all of it, but nothing that had run out when it came', () => {
    fc.assert(
      fc.property(maybe(day), day, fc.bigInt({ min: 1n, max: 10_000_000n }), (expiresOn, arrivedOn, thousandths) => {
        const sent = Quantity.fromThousandths(thousandths);
        const count = silentCount(sent, expiresOn, arrivedOn);
        const expired = expiresOn !== null && expiresOn < arrivedOn;
        expect(count.rejected.equals(expired ? sent : Quantity.ZERO)).toBe(true);
        expect(count.reason).toBe(expired ? 'EXPIRED' : null);
        expect(checkReceiptLine({ dispatched: sent }, count).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
