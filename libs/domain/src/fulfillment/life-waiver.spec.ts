import fc from 'fast-check';
import { lotBlock } from '../catalog/supply/lot-life.js';
import { suggestLots } from '../catalog/supply/fefo.js';
import { addDays, daysBetween } from '../shared/calendar-date.js';
import { Quantity } from '../shared/quantity.js';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import {
  checkLifeGrant,
  checkLifeOffer,
  LIFE_WAIVER_STATES,
  LIFE_WAIVER_TRANSITIONS,
  type LifeWaiver,
  lifeWaiverCovers,
  type WaiverUse,
} from './life-waiver.js';

const DAY = '2026-08-05';
const day = fc.integer({ min: -4, max: 12 }).map((n) => addDays(DAY, n));
const id = fc.constantFrom('a', 'b');
const waiver: fc.Arbitrary<LifeWaiver> = fc.record({
  state: fc.constantFrom(...LIFE_WAIVER_STATES),
  lotId: fc.option(id, { nil: null }),
  lotCode: fc.option(id, { nil: null }),
  leastDays: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
  orderId: id,
  orderLineId: fc.option(id, { nil: null }),
  validUntil: fc.option(day, { nil: null }),
});
const use: fc.Arbitrary<WaiverUse> = fc.record({
  ...{ lotId: id, lotCode: id, orderId: id, orderLineId: id, arrives: day },
  expiresOn: fc.option(day, { nil: null }),
});

describe('a waiver of remaining life', () => {
  it('is reached and left as the table says', () => {
    expect(unreachableStates(LIFE_WAIVER_TRANSITIONS, 'ASKED')).toEqual([]);
    expect(finalStates(LIFE_WAIVER_TRANSITIONS)).toEqual(['REFUSED', 'WITHDRAWN', 'ENDED']);
  });

  it('covers only its own lot, order and line, only while it stands, and only arrivals up to its last day', () => {
    fc.assert(
      fc.property(waiver, use, (given, asked) => {
        const covers = lifeWaiverCovers(given, asked);
        if (covers) {
          expect(given.state).toBe('GRANTED');
          expect(given.orderId).toBe(asked.orderId);
          expect([null, asked.lotId]).toContain(given.lotId);
          expect([null, asked.lotCode]).toContain(given.lotCode);
          expect([null, asked.orderLineId]).toContain(given.orderLineId);
          if (asked.expiresOn !== null) {
            expect(daysBetween(asked.arrives, asked.expiresOn)).toBeGreaterThanOrEqual(given.leastDays ?? -99);
          }
          expect(asked.arrives <= given.validUntil!).toBe(true);
        }
        // A later arrival is never covered where an earlier one is not.
        if (!covers) expect(lifeWaiverCovers(given, { ...asked, arrives: addDays(asked.arrives, 1) })).toBe(false);
        // For the whole order it covers whatever it covers for a line.
        if (covers) expect(lifeWaiverCovers({ ...given, orderLineId: null }, asked)).toBe(true);
        // A buyer who asks for one day less takes whatever it took before.
        if (covers && given.leastDays) expect(lifeWaiverCovers({ ...given, leastDays: given.leastDays - 1 }, asked)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('lifts the minimum and nothing else: goods not ready or past their day stay', () => {
    fc.assert(
      fc.property(
        fc.option(day, { nil: null }),
        fc.option(day, { nil: null }),
        day.filter((leaves) => leaves >= DAY),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 6 }),
        (goodFrom, expiresOn, leaves, travel, minDays) => {
          const trip = { leaves, arrives: addDays(leaves, travel), minDays };
          const plain = lotBlock({ goodFrom, expiresOn }, trip);
          const waived = lotBlock({ goodFrom, expiresOn, lifeWaived: true }, trip);
          expect(waived).toBe(plain === 'TOO_LITTLE_LIFE' ? null : plain);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('lets the lot leave first, as what expires first does', () => {
    const lot = (name: string, days: number, lifeWaived: boolean) => ({
      ...{ id: name, available: Quantity.of(10), goodFrom: null, expiresOn: addDays(DAY, days), lifeWaived },
    });
    const need = { qty: Quantity.of(15), leaves: DAY, arrives: DAY, minDays: 5 };
    const found = suggestLots([lot('fresh', 9, false), lot('short', 2, true), lot('shorter', 1, false)], need);
    expect(found.picks.map(({ lot: { id: name } }) => name)).toEqual(['short', 'fresh']);
    expect(found.skipped.map(({ lot: { id: name }, reason }) => [name, reason])).toEqual([['shorter', 'TOO_LITTLE_LIFE']]);
  });

  it('is offered for fewer days than the rule asks, from today on', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2, max: 9 }), fc.integer({ min: 0, max: 6 }), (validUntil, leastDays, minDays) => {
        const answer = checkLifeOffer({ leastDays, validUntil }, { today: DAY, minDays });
        expect(answer.ok).toBe(validUntil >= DAY && leastDays >= 0 && leastDays < minDays);
      }),
      { numRuns: 300 },
    );
  });

  it('is granted from today to the last day of the goods at most', () => {
    fc.assert(
      fc.property(day, day, (validUntil, expiresOn) => {
        const answer = checkLifeGrant(validUntil, { today: DAY, expiresOn });
        expect(answer.ok).toBe(validUntil >= DAY && validUntil <= expiresOn);
      }),
      { numRuns: 300 },
    );
  });
});
