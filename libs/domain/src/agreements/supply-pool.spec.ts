import fc from 'fast-check';
import { Quantity } from '../shared/quantity.js';
import { allocatePool, type PoolShare, reallocateDeclined } from './supply-pool.js';

const kg = (whole: number) => Quantity.of(whole);
const share = (memberId: string, max: number, over: Partial<PoolShare> = {}): PoolShare => ({
  memberId,
  priority: 1,
  weight: kg(max),
  maxShare: kg(max),
  used: Quantity.ZERO,
  available: null,
  ...over,
});
const quantities = (parts: readonly { memberId: string; qty: Quantity }[]) =>
  Object.fromEntries(parts.map(({ memberId, qty }) => [memberId, qty.toDecimalString()]));

const shareArbitrary = fc.record({
  priority: fc.integer({ min: 1, max: 3 }),
  weight: fc.integer({ min: 0, max: 500 }).map(kg),
  maxShare: fc.integer({ min: 0, max: 500 }).map(kg),
  used: fc.integer({ min: 0, max: 200 }).map(kg),
  available: fc.option(fc.integer({ min: 0, max: 400 }).map(kg)),
  weekLeft: fc.option(fc.integer({ min: -20, max: 400 }).map(kg)),
});
const pools = fc
  .array(shareArbitrary, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((one, index): PoolShare => ({ ...one, memberId: `m${index}` })));
const calls = fc.integer({ min: 1, max: 2000 }).map(kg);
const cases = fc.constantFrom(kg(1), kg(5), kg(12));

describe('a pooled call-off', () => {
  it('shows the shortage of a pool of three before it is confirmed', () => {
    const shares = [share('a', 100), share('b', 100, { available: kg(30) }), share('c', 50, { used: kg(20) })];
    const allocation = allocatePool(kg(200), shares, kg(10));
    expect(quantities(allocation.parts)).toEqual({ a: '100', b: '30', c: '30' });
    expect(allocation.parts.map(({ capBy }) => capBy)).toEqual(['SHARE', 'AVAILABLE', 'SHARE']);
    expect(allocation.shortage.toDecimalString()).toBe('40');
  });

  it('gives what a full member leaves to the others, and the odd case to the lower use', () => {
    const shares = [share('a', 100, { available: kg(20) }), share('b', 100, { used: kg(10) }), share('c', 100)];
    const allocation = allocatePool(kg(90), shares, kg(10));
    expect(quantities(allocation.parts)).toEqual({ a: '20', b: '30', c: '40' });
    expect(allocation.parts.map(({ capped }) => capped)).toEqual([true, false, false]);
  });

  it('says of each part what was divided among whom, and what held it', () => {
    const shares = [share('a', 100, { weekLeft: kg(20) }), share('b', 100), share('c', 200, { available: kg(40) })];
    const { parts } = allocatePool(kg(120), shares, kg(10));
    expect(quantities(parts)).toEqual({ a: '20', b: '60', c: '40' });
    expect(parts.map(({ capBy, capped }) => [capBy, capped])).toEqual([
      ['WEEK', true],
      ['SHARE', false],
      ['AVAILABLE', true],
    ]);
    expect(parts[1]).toMatchObject({ divided: kg(60), among: kg(100), proportion: kg(60), added: Quantity.ZERO });
    expect(parts[0]).toMatchObject({ divided: kg(120), among: kg(400) });
  });

  it('asks a lower class only for what the higher one cannot give', () => {
    const allocation = allocatePool(kg(120), [share('a', 100), share('z', 100, { priority: 2 })], kg(10));
    expect(quantities(allocation.parts)).toEqual({ a: '100', z: '20' });
  });

  it('lets a declined part flow back once, to those that confirmed, and never takes from the others', () => {
    const shares = [share('a', 100), share('b', 60), share('c', 60)];
    const first = allocatePool(kg(110), shares, kg(10));
    expect(quantities(first.parts)).toEqual({ a: '50', b: '30', c: '30' });
    const now = shares.map((one) => ({ ...one, used: first.parts.find(({ memberId }) => memberId === one.memberId)!.qty }));
    const answers = (declined: Record<string, number>, silent: string[] = []) =>
      first.parts.map(({ memberId }) => ({
        memberId,
        declined: kg(declined[memberId] ?? 0),
        confirmed: !silent.includes(memberId),
      }));
    expect(reallocateDeclined(answers({}), now, kg(10))).toBeNull();
    expect(quantities(reallocateDeclined(answers({ a: 50 }), now, kg(10))!.parts)).toEqual({ b: '30', c: '20' });
    expect(quantities(reallocateDeclined(answers({ a: 50 }, ['b']), now, kg(10))!.parts)).toEqual({ c: '30' });
    const short = reallocateDeclined(answers({ a: 50, b: 5 }), now, kg(10))!;
    expect(quantities(short.parts)).toEqual({ c: '30' });
    expect(short.shortage.toDecimalString()).toBe('25');
  });

  it('sums to the call-off, keeps every cap and depends on no order', () => {
    fc.assert(
      fc.property(pools, calls, cases, fc.nat(), (shares, qty, caseSize, turn) => {
        const { parts, shortage } = allocatePool(qty, shares, caseSize);
        expect(
          Quantity.sum(parts.map((part) => part.qty))
            .add(shortage)
            .equals(qty),
        ).toBe(true);
        const whole = qty.thousandths % caseSize.thousandths === 0n;
        for (const part of parts) {
          const of = shares.find(({ memberId }) => memberId === part.memberId)!;
          expect(part.qty.isNegative).toBe(false);
          expect(part.qty.compare(part.cap)).toBeLessThanOrEqual(0);
          const free = Quantity.max(Quantity.ZERO, of.maxShare.sub(of.used));
          expect(part.qty.compare(Quantity.min(free, of.available ?? free))).toBeLessThanOrEqual(0);
          expect(part.qty.compare(Quantity.max(Quantity.ZERO, of.weekLeft ?? free))).toBeLessThanOrEqual(0);
          expect(part.proportion.add(part.added).equals(part.qty)).toBe(true);
          if (whole) expect(part.qty.thousandths % caseSize.thousandths).toBe(0n);
        }
        const turned = [...shares.slice(turn % shares.length), ...shares.slice(0, turn % shares.length)].reverse();
        expect(quantities(allocatePool(qty, turned, caseSize).parts)).toEqual(quantities(parts));
      }),
    );
  });

  it('is short only when every weighted member is at its cap', () => {
    fc.assert(
      fc.property(pools, calls, cases, (shares, qty, caseSize) => {
        const { parts, shortage } = allocatePool(qty, shares, caseSize);
        if (!shortage.isPositive) return;
        for (const part of parts) {
          const of = shares.find(({ memberId }) => memberId === part.memberId)!;
          if (of.weight.isPositive) expect(part.qty.equals(part.cap)).toBe(true);
        }
      }),
    );
  });

  it('never gives more than the caps after a decline, and loses nothing', () => {
    fc.assert(
      fc.property(pools, calls, cases, (shares, qty, caseSize) => {
        const first = allocatePool(qty, shares, caseSize);
        const given = new Map(first.parts.map((part) => [part.memberId, part.qty]));
        const now = shares.map((one) => {
          const own = given.get(one.memberId)!;
          return {
            ...one,
            used: one.used.add(own),
            weekLeft: one.weekLeft?.sub(own) ?? null,
            available: one.available?.sub(own) ?? null,
          };
        });
        const answers = first.parts.map((part, index) => ({
          memberId: part.memberId,
          declined: index === 0 ? part.qty : Quantity.ZERO,
          confirmed: index > 0,
        }));
        const more = reallocateDeclined(answers, now, caseSize);
        const declined = first.parts[0]!.qty;
        if (more === null) return expect(declined.isPositive).toBe(false);
        const found = Quantity.sum(more.parts.map((part) => part.qty));
        expect(found.add(more.shortage).equals(declined)).toBe(true);
        expect(more.parts.some(({ memberId }) => memberId === answers[0]!.memberId)).toBe(false);
        for (const part of more.parts) {
          const of = shares.find(({ memberId }) => memberId === part.memberId)!;
          const free = Quantity.max(Quantity.ZERO, of.maxShare.sub(of.used));
          const both = given.get(part.memberId)!.add(part.qty);
          expect(both.compare(Quantity.min(free, of.available ?? free))).toBeLessThanOrEqual(0);
          if (part.qty.isPositive) expect(both.compare(of.weekLeft ?? free)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
