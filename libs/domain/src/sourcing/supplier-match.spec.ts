import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { quantity } from '../shared/quantity.js';
import {
  compareMatches,
  MATCH_PARTS,
  MATCH_WEIGHTS,
  type MatchFacts,
  matchScore,
  matchValues,
  type MatchValues,
  NEARNESS,
  PRODUCT_FIT,
  seasonShare,
} from './supplier-match.js';

const value = fc.option(fc.integer({ min: 0, max: 100 }));
const values: fc.Arbitrary<MatchValues> = fc.record({
  PRODUCT: value,
  SEASON: value,
  VOLUME: value,
  READINESS: value,
  DISTANCE: value,
  RESPONSE: value,
});
const qty = fc.integer({ min: 1, max: 1_000_000 }).map((kilos) => quantity(String(kilos)));
const counted = fc
  .integer({ min: 0, max: 40 })
  .chain((all) => fc.record({ part: fc.integer({ min: 0, max: all }), all: fc.constant(all) }));
const facts: fc.Arbitrary<MatchFacts> = fc.record({
  product: fc.constantFrom('SAME_PRODUCT' as const, 'NAME' as const, 'TEXT' as const, 'GROUP' as const),
  season: fc.option(counted.map(({ part, all }) => ({ days: part, of: all }))),
  volume: fc.option(fc.record({ offered: qty, asked: qty })),
  readiness: fc.option(counted.map(({ part, all }) => ({ met: part, required: all }))),
  distance: fc.option(
    fc.constantFrom('SAME_COMMUNE' as const, 'SAME_DISTRICT' as const, 'SAME_PROVINCE' as const, 'ELSEWHERE' as const),
  ),
  response: fc.option(counted.map(({ part, all }) => ({ answered: part, asked: all }))),
});
const runs = propertyRuns(2000);

describe('how well a supplier fits a need', () => {
  it('adds up weights of exactly 100', () => {
    expect(MATCH_PARTS.reduce((sum, part) => sum + MATCH_WEIGHTS[part], 0)).toBe(100);
  });

  it('lies between 0 and 100, and so does each part', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const parts = matchValues(given);
        const { score, unknown } = matchScore(parts);
        for (const one of [score, unknown, ...Object.values(parts).filter((part) => part !== null)]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100);
        }
      }),
      runs,
    );
  });

  it('never falls when one part rises', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...MATCH_PARTS), fc.integer({ min: 0, max: 100 }), (given, part, higher) => {
        const before = given[part] ?? 50;
        fc.pre(higher >= before);
        expect(matchScore({ ...given, [part]: higher }).score).toBeGreaterThanOrEqual(matchScore(given).score);
      }),
      runs,
    );
  });

  it('takes what is not known neither for nothing nor for everything, and says how much that is', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...MATCH_PARTS), (given, part) => {
        const [unknown, none, all] = [null, 0, 100].map((one) => matchScore({ ...given, [part]: one }));
        expect(unknown!.score).toBeGreaterThan(none!.score);
        expect(unknown!.score).toBeLessThan(all!.score);
        expect(unknown!.unknown - none!.unknown).toBe(MATCH_WEIGHTS[part]);
      }),
      runs,
    );
  });

  it('keeps an unknown fact unknown', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const parts = matchValues(given);
        expect(parts.VOLUME === null).toBe(given.volume === null);
        expect(parts.READINESS === null).toBe(given.readiness === null);
        expect(parts.SEASON === null).toBe(given.season === null);
        expect(parts.DISTANCE === null).toBe(given.distance === null);
        expect(parts.RESPONSE === null).toBe(given.response === null);
      }),
    );
  });

  it('counts more volume, more papers and a nearer place never as less', () => {
    fc.assert(
      fc.property(facts, qty, qty, qty, (given, asked, a, b) => {
        const [less, more] = a.compare(b) < 0 ? [a, b] : [b, a];
        const part = (offered: typeof a) => matchValues({ ...given, volume: { offered, asked } }).VOLUME!;
        expect(part(more)).toBeGreaterThanOrEqual(part(less));
      }),
    );
    expect(Object.values(NEARNESS)).toEqual([...Object.values(NEARNESS)].sort((a, b) => b - a));
    expect(Object.values(PRODUCT_FIT)).toEqual([...Object.values(PRODUCT_FIT)].sort((a, b) => b - a));
  });

  it('is enough when more is offered than asked, and full when nothing is required', () => {
    const known = { product: 'NAME', season: null, distance: null, response: null } as const;
    const { VOLUME, READINESS } = matchValues({
      ...known,
      volume: { offered: quantity('900'), asked: quantity('300') },
      readiness: { met: 0, required: 0 },
    });
    expect([VOLUME, READINESS]).toEqual([100, 100]);
  });

  it('orders by score, equal ones by id, whatever order they came in', () => {
    const match = fc.record({ score: fc.integer({ min: 0, max: 5 }), id: fc.uuid() });
    fc.assert(
      fc.property(fc.uniqueArray(match, { selector: ({ id }) => id }), fc.func(fc.integer()), (matches, mix) => {
        const mixed = [...matches].sort((a, b) => mix(a) - mix(b));
        expect(mixed.sort(compareMatches)).toEqual([...matches].sort(compareMatches));
      }),
    );
  });

  it('counts the days of the season inside the period', () => {
    expect(seasonShare([7, 8, 9], { from: '2027-07-01', to: '2027-08-31' })).toEqual({ days: 62, of: 62 });
    expect(seasonShare([7, 8, 9], { from: '2027-09-21', to: '2027-10-10' })).toEqual({ days: 10, of: 20 });
    expect(seasonShare([], { from: '2027-01-01', to: '2027-01-10' })).toEqual({ days: 10, of: 10 });
    expect(seasonShare([7], null)).toBeNull();
  });
});
