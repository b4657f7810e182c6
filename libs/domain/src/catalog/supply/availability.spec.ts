import fc from 'fast-check';
import { propertyRuns } from '../../../testing/property-runs.js';
import { addDays, startOfWeek } from '../../shared/calendar-date.js';
import { Quantity, quantity } from '../../shared/quantity.js';
import { availableWithin, shortfall, supplyWeeks, type FreeLot, type SupplyFacts } from './availability.js';
import { lotBlock } from './lot-life.js';
import { weeksBetween } from './week.js';

const TODAY = '2026-08-05';
const MONDAY = startOfWeek(TODAY);
const WEEKS = weeksBetween(TODAY, addDays(TODAY, 39));
const whole = (max: number) => fc.integer({ min: 0, max }).map((n) => Quantity.of(n));
const plain = (rows: unknown) => JSON.stringify(rows);
const dayIn = fc.integer({ min: -10, max: 45 }).map((n) => addDays(TODAY, n));
const lot: fc.Arbitrary<FreeLot> = fc.record({
  free: whole(6),
  goodFrom: fc.option(dayIn, { nil: null }),
  expiresOn: fc.option(dayIn, { nil: null }),
});
const weekQty = fc.record({ week: fc.constantFrom(...WEEKS), qty: whole(6) });
const facts: fc.Arbitrary<SupplyFacts> = fc.record({
  today: fc.constant(TODAY),
  lots: fc.array(lot, { maxLength: 4 }),
  harvest: fc.array(
    weekQty.map(({ week, qty }) => ({ week, qty, confidence: 'FORECAST' as const, counted: qty })),
    { maxLength: 4 },
  ),
  shelfLifeDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  minDays: fc.integer({ min: 0, max: 10 }),
  orders: fc.array(weekQty, { maxLength: 4 }),
  agreements: fc.array(weekQty, { maxLength: 4 }),
});
const RUNS = propertyRuns(4000);

/** The most that can be served, by augmenting paths over single units: slow and plainly right. */
function bruteServed(sources: { serves: (week: string) => boolean; units: number }[], demand: Map<string, number>): number {
  const units = sources.flatMap((source) => Array.from({ length: source.units }, () => source.serves));
  const wanted = [...demand].flatMap(([week, count]) => Array.from({ length: count }, () => week));
  const takenBy = new Array<number>(units.length).fill(-1);
  const tryServe = (want: number, seen: Set<number>): boolean =>
    units.some((serves, unit) => {
      if (seen.has(unit) || !serves(wanted[want]!)) return false;
      seen.add(unit);
      if (takenBy[unit] !== -1 && !tryServe(takenBy[unit]!, seen)) return false;
      takenBy[unit] = want;
      return true;
    });
  return wanted.filter((_, want) => tryServe(want, new Set())).length;
}

const count = (qty: Quantity) => Number(qty.thousandths / 1000n);
const servesBy =
  ({ minDays }: SupplyFacts, { goodFrom, expiresOn }: FreeLot) =>
  (week: string) =>
    [0, 1, 2, 3, 4, 5, 6]
      .map((day) => addDays(week, day))
      .some((day) => day >= TODAY && lotBlock({ goodFrom, expiresOn }, { leaves: day, arrives: day, minDays }) === null);
const bruteSources = (given: SupplyFacts, withHarvest: boolean) => [
  ...given.lots.map((row) => ({ serves: servesBy(given, row), units: count(row.free) })),
  ...(withHarvest ? given.harvest : []).map(({ week, counted }) => {
    const picked = week < TODAY ? TODAY : week;
    const expiresOn = given.shelfLifeDays === null ? null : addDays(picked, given.shelfLifeDays);
    return { serves: servesBy(given, { free: counted, goodFrom: picked, expiresOn }), units: count(counted) };
  }),
];
function bruteMore(given: SupplyFacts, withHarvest: boolean, demands: SupplyFacts['orders'], week: string): number {
  const demand = new Map<string, number>();
  for (const row of demands) demand.set(row.week, (demand.get(row.week) ?? 0) + count(row.qty));
  const before = bruteServed(bruteSources(given, withHarvest), demand);
  return bruteServed(bruteSources(given, withHarvest), demand.set(week, (demand.get(week) ?? 0) + 48)) - before;
}

describe('availability to promise', () => {
  it('is exactly what the best possible deliveries leave, found by trying them', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...WEEKS), (given, week) => {
        const [row] = supplyWeeks(given, [week]);
        expect(count(row!.firm)).toBe(bruteMore(given, false, given.orders, week));
        expect(count(row!.plan)).toBe(bruteMore(given, true, given.orders, week));
        expect(count(row!.uncommitted)).toBe(bruteMore(given, true, [...given.orders, ...given.agreements], week));
      }),
      propertyRuns(80, 20),
    );
  });

  it('is never negative, firm ≤ plan and uncommitted ≤ plan', () => {
    fc.assert(
      fc.property(facts, (given) => {
        return supplyWeeks(given, WEEKS).every(
          ({ firm, plan, uncommitted, committed }) =>
            ![firm, plan, uncommitted, committed].some((qty) => qty.isNegative) && firm <= plan && uncommitted <= plan,
        );
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = {
          ...given,
          lots: given.lots.toReversed(),
          harvest: given.harvest.toReversed(),
          orders: given.orders.toReversed(),
          agreements: given.agreements.toReversed(),
        };
        return plain(supplyWeeks(turned, WEEKS)) === plain(supplyWeeks(given, WEEKS));
      }),
      RUNS,
    );
  });

  it('a hold on a lot lowers the weeks the lot serves by just that much, others not at all, and releasing restores them', () => {
    fc.assert(
      fc.property(facts, fc.nat(), fc.nat(), (given, which, part) => {
        fc.pre(given.lots.length > 0);
        const still = { ...given, orders: [], agreements: [] };
        const index = which % given.lots.length;
        const target = given.lots[index]!;
        const held = Quantity.of(part % (count(target.free) + 1));
        const after = {
          ...still,
          lots: still.lots.map((row, at) => (at === index ? { ...row, free: row.free.sub(held) } : row)),
        };
        const [before, now] = [supplyWeeks(still, WEEKS), supplyWeeks(after, WEEKS)];
        const isRight = WEEKS.every((week, at) => {
          const lost = before[at]!.firm.sub(now[at]!.firm);
          const planLost = before[at]!.plan.sub(now[at]!.plan);
          return lost.equals(servesBy(still, target)(week) ? held : Quantity.ZERO) && planLost.equals(lost);
        });
        const restored = {
          ...after,
          lots: after.lots.map((row, at) => (at === index ? { ...row, free: row.free.add(held) } : row)),
        };
        return isRight && plain(supplyWeeks(restored, WEEKS)) === plain(before);
      }),
      RUNS,
    );
  });

  it('taking all that one week offers keeps every promise that was kept, and leaves that week nothing', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...WEEKS), (given, week) => {
        const { uncommitted } = supplyWeeks(given, [week])[0]!;
        const taken = { ...given, agreements: [...given.agreements, { week, qty: uncommitted }] };
        return shortfall(taken).equals(shortfall(given)) && supplyWeeks(taken, [week])[0]!.uncommitted.isZero;
      }),
      RUNS,
    );
  });

  it('more stock or harvest never lowers a number, one more promise never raises one', () => {
    fc.assert(
      fc.property(facts, lot, weekQty, (given, extra, promise) => {
        const before = supplyWeeks(given, WEEKS);
        const richer = supplyWeeks({ ...given, lots: [...given.lots, extra] }, WEEKS);
        const busier = supplyWeeks({ ...given, orders: [...given.orders, promise] }, WEEKS);
        return before.every((row, at) =>
          (['firm', 'plan', 'uncommitted'] as const).every((key) => richer[at]![key] >= row[key] && busier[at]![key] <= row[key]),
        );
      }),
      RUNS,
    );
  });

  it('a span offers at least its best week, and at most all its weeks together', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const weeks = supplyWeeks(given, WEEKS);
        const span = availableWithin(given, WEEKS);
        return (['firm', 'plan', 'uncommitted'] as const).every(
          (key) =>
            span[key] >= Quantity.max(Quantity.ZERO, ...weeks.map((row) => row[key])) &&
            span[key] <= Quantity.sum(weeks.map((row) => row[key])),
        );
      }),
      RUNS,
    );
  });

  const none = { lots: [], harvest: [], orders: [], agreements: [], today: TODAY, shelfLifeDays: 4, minDays: 2 };
  const harvested = (week: number, qty: string) => ({
    week: WEEKS[week]!,
    qty: quantity(qty),
    confidence: 'OBSERVED' as const,
    counted: quantity(qty),
  });

  it('goods of one week that keep four days do not serve the week after; those that keep forty do', () => {
    const plan = (shelfLifeDays: number) =>
      supplyWeeks({ ...none, shelfLifeDays, harvest: [harvested(1, '500')] }, WEEKS).map((row) => row.plan.toDecimalString());
    expect(plan(4)).toEqual(['0', '500', '0', '0', '0', '0']);
    expect(plan(16)).toEqual(['0', '500', '500', '500', '0', '0']);
  });

  it('a lot that is expired, or would arrive with too little life, counts nowhere', () => {
    const lots = [
      { free: quantity('70'), goodFrom: null, expiresOn: addDays(TODAY, -1) },
      { free: quantity('80'), goodFrom: null, expiresOn: addDays(TODAY, 1) },
      { free: quantity('90'), goodFrom: null, expiresOn: addDays(TODAY, 2) },
    ];
    expect(supplyWeeks({ ...none, lots }, WEEKS)[0]!.firm).toEqual(quantity('90'));
  });

  it('shows what agreements ask for apart, and gives the same goods to one promise only', () => {
    const given = {
      ...none,
      shelfLifeDays: null,
      lots: [{ free: quantity('100'), goodFrom: null, expiresOn: null }],
      orders: [{ week: WEEKS[2]!, qty: quantity('30') }],
      agreements: [{ week: WEEKS[1]!, qty: quantity('50') }],
    };
    const numbers = supplyWeeks(given, WEEKS.slice(0, 3)).map((row) => JSON.parse(JSON.stringify(row)));
    const same = { firm: '70', plan: '70', uncommitted: '20' };
    expect(numbers).toEqual([
      { week: MONDAY, ...same, committed: '0' },
      { week: WEEKS[1], ...same, committed: '50' },
      { week: WEEKS[2], ...same, committed: '0' },
    ]);
    expect(availableWithin(given, WEEKS).uncommitted).toEqual(quantity('20'));
  });
});
