import fc from 'fast-check';
import { addDays } from '../../shared/calendar-date.js';
import { Quantity } from '../../shared/quantity.js';
import { byExpiry, suggestLots, type StockedLot } from './fefo.js';
import { lotBlock, minRemainingDays, strictestMinDays } from './lot-life.js';

const DAY = '2026-08-05';
const day = fc.integer({ min: -5, max: 20 }).map((n) => addDays(DAY, n));
const lots: fc.Arbitrary<StockedLot[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    available: fc.integer({ min: 0, max: 30 }).map((n) => Quantity.of(n)),
    goodFrom: fc.option(day, { nil: null }),
    expiresOn: fc.option(day, { nil: null }),
  }),
  { selector: (lot) => lot.id, maxLength: 8 },
);
const need = fc.record({
  qty: fc.integer({ min: 1, max: 120 }).map((n) => Quantity.of(n)),
  leaves: fc.constant(DAY),
  arrives: fc.integer({ min: 0, max: 3 }).map((n) => addDays(DAY, n)),
  minDays: fc.integer({ min: 0, max: 5 }),
});

describe('first expired, first out', () => {
  it('takes all that may leave before it falls short, never more than a lot has, the earliest expiry first', () => {
    fc.assert(
      fc.property(lots, need, (given, wanted) => {
        const { picks, skipped, short } = suggestLots(given, wanted);
        const usable = given.filter((lot) => lot.available.isPositive && lotBlock(lot, wanted) === null);
        const taken = Quantity.sum(picks.map(({ qty }) => qty));
        expect(taken.add(short)).toEqual(wanted.qty);
        expect(taken).toEqual(Quantity.min(wanted.qty, Quantity.sum(usable.map((lot) => lot.available))));
        for (const { lot, qty } of picks) expect(qty.isPositive && qty.compare(lot.available) <= 0).toBe(true);
        expect(picks.map(({ lot }) => lot)).toEqual(usable.toSorted(byExpiry).slice(0, picks.length));
        for (const { lot, reason } of skipped) expect(lotBlock(lot, wanted)).toBe(reason);
        expect(suggestLots(given.toReversed(), wanted)).toEqual({ picks, skipped, short });
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for a third of the shelf life on arrival, or for what the product says', () => {
    expect(minRemainingDays({ minLifeDays: null, shelfLifeDays: 4 }, 3333)).toBe(2);
    expect(minRemainingDays({ minLifeDays: null, shelfLifeDays: null }, 3333)).toBe(0);
    expect(minRemainingDays({ minLifeDays: 9, shelfLifeDays: 15 }, 3333)).toBe(9);
  });

  it('asks for the strictest of the rule and what a contract agreed, and never for less than either', () => {
    expect(strictestMinDays({ minDays: 5, shelfLifeDays: 15 }, 7000)).toBe(11);
    expect(strictestMinDays({ minDays: 5, shelfLifeDays: 15 }, 2000)).toBe(5);
    expect(strictestMinDays({ minDays: 5, shelfLifeDays: null }, 7000)).toBe(5);
    const days = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        days,
        days,
        fc.integer({ min: 0, max: 10_000 }),
        fc.option(days, { nil: null }),
        (shelf, min, agreed, named) => {
          const minDays = minRemainingDays({ minLifeDays: named, shelfLifeDays: shelf }, min % 10_000);
          const asked = strictestMinDays({ minDays, shelfLifeDays: shelf }, agreed);
          expect(asked).toBeGreaterThanOrEqual(minDays);
          expect(asked * 10_000).toBeGreaterThanOrEqual(shelf * agreed);
          expect(strictestMinDays({ minDays, shelfLifeDays: shelf }, null)).toBe(minDays);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says why a lot stays', () => {
    const trip = { leaves: DAY, arrives: addDays(DAY, 1), minDays: 2 };
    const lot = (goodFrom: string | null, expiresOn: string | null) => lotBlock({ goodFrom, expiresOn }, trip);
    expect(lot(addDays(DAY, 1), null)).toBe('NOT_GOOD_YET');
    expect(lot(null, DAY)).toBe('EXPIRED');
    expect(lot(null, addDays(DAY, 2))).toBe('TOO_LITTLE_LIFE');
    expect(lot(DAY, addDays(DAY, 3))).toBeNull();
  });
});
