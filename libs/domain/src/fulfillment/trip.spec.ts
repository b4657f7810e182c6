import fc from 'fast-check';
import { Quantity } from '../shared/quantity.js';
import { unreachableStates } from '../shared/state-machine.js';
import {
  checkBoarding,
  checkRoute,
  checkTripBooking,
  placeOfNewStop,
  type RouteStop,
  TRIP_LOAD_STATES,
  TRIP_MEMBER_TRANSITIONS,
  tripLoadState,
  tripState,
} from './trip.js';

const kg = (n: number) => Quantity.of(n);
const loads = fc.array(fc.constantFrom(...TRIP_LOAD_STATES), { maxLength: 8 });

describe('a truck that several cooperatives share', () => {
  it('reaches every standing of a member from the invitation', () => {
    expect(unreachableStates(TRIP_MEMBER_TRANSITIONS, 'INVITED')).toEqual([]);
  });

  it('is where its goods are: planned until the first left, done when the last is off, and never back by a load more on board', () => {
    const order = ['PLANNED', 'LOADING', 'ON_THE_ROAD', 'DONE'];
    fc.assert(
      fc.property(loads, fc.nat(), (states, pick) => {
        const state = tripState(false, states);
        if (state === 'PLANNED') expect(states.every((one) => one === 'BOOKED')).toBe(true);
        if (state === 'LOADING') expect(new Set(states).size).toBeGreaterThan(1);
        if (state === 'DONE') expect(states.every((one) => one === 'OFF') && states.length > 0).toBe(true);
        expect(tripState(true, states)).toBe('CANCELLED');
        if (states.length === 0) return;
        const at = pick % states.length;
        const onward = states.with(at, states[at] === 'BOOKED' ? 'ON_BOARD' : 'OFF');
        expect(order.indexOf(tripState(false, onward))).toBeGreaterThanOrEqual(order.indexOf(state));
      }),
    );
    expect([null, 'DISPATCHED', 'ARRIVED', 'RECEIVED', 'RETURNED'].map((one) => tripLoadState(one as null))).toEqual([
      'BOOKED',
      'ON_BOARD',
      'OFF',
      'OFF',
      'OFF',
    ]);
  });

  it('is never booked above what it carries, whatever is booked, changed and given back, and says how much is free', () => {
    const act = fc.record({ load: fc.nat({ max: 4 }), kg: fc.integer({ min: -5, max: 900 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.array(act, { maxLength: 30 }), (capacity, acts) => {
        const held = new Map<number, Quantity>();
        for (const { load, kg: asked } of acts) {
          const booked = Quantity.sum(held.values());
          const before = held.get(load) ?? Quantity.ZERO;
          const checked = checkTripBooking({ capacity: kg(capacity), booked }, before, kg(asked));
          if (checked.ok) {
            held.set(load, kg(asked));
            expect(checked.value.equals(Quantity.sum(held.values()))).toBe(true);
          } else if (checked.refusal.code === 'TRIP_FULL') {
            const { free } = checked.refusal;
            expect(free.compare(kg(asked))).toBe(-1);
            if (free.isPositive) expect(checkTripBooking({ capacity: kg(capacity), booked }, before, free).ok).toBe(true);
          } else expect(asked).toBeLessThanOrEqual(0);
          expect(Quantity.sum(held.values()).compare(kg(capacity))).toBeLessThanOrEqual(0);
        }
        expect(checkTripBooking({ capacity: null, booked: kg(1_000_000) }, Quantity.ZERO, kg(1)).ok).toBe(true);
      }),
    );
  });

  it('drives an order of stops only if each load is taken before it is given and the clock does not run back', () => {
    const route = fc
      .integer({ min: 2, max: 7 })
      .chain((n) =>
        fc.tuple(
          fc.shuffledSubarray([...Array(n).keys()].map(String), { minLength: n }),
          fc.array(fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 })), { maxLength: 5 }),
          fc.array(fc.option(fc.nat({ max: 50 }), { nil: null }), { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(route, ([ids, pairs, times]) => {
        const legs = pairs.filter(([a, b]) => a !== b).map(([a, b]) => ({ from: String(a), to: String(b) }));
        const wanted: RouteStop[] = ids.map((id, index) => ({ id, kind: 'LOAD', expectedAt: times[index]! }));
        const known = [...ids].sort();
        const fits = legs.every(({ from, to }) => ids.indexOf(from) < ids.indexOf(to));
        const said = times.filter((time) => time !== null);
        const rises = said.every((time, index) => index === 0 || time >= said[index - 1]!);
        expect(checkRoute(known, wanted, legs).ok).toBe(fits && rises);
        expect(checkRoute([...known, 'x'], wanted, legs).ok).toBe(false);
        expect(checkRoute(known, [...wanted.slice(1), wanted[1]!], legs).ok).toBe(false);
      }),
    );
  });

  it('puts a new loading stop before the first unloading, a new unloading stop last', () => {
    const [load, unload] = [{ kind: 'LOAD' as const }, { kind: 'UNLOAD' as const }];
    expect(placeOfNewStop([load, unload, unload], 'LOAD')).toBe(1);
    expect(placeOfNewStop([load, load], 'LOAD')).toBe(2);
    expect(placeOfNewStop([load, unload], 'UNLOAD')).toBe(2);
  });

  it('takes on board only goods with a load to their place, not heavier than was held for them', () => {
    const load = (locationId: string, weight: number) => ({
      id: locationId,
      locationId,
      placeName: locationId,
      weight: kg(weight),
    });
    const line = (locationId: string, qty: number, baseUnit = 'kg') => ({
      locationId,
      placeName: locationId,
      baseUnit,
      qty: kg(qty),
    });
    const held = [load('a', 100), load('b', 50)];
    expect(checkBoarding(held, [line('a', 60), line('a', 40), line('a', 900, 'chai')])).toEqual({ ok: true, value: [held[0]] });
    expect(checkBoarding(held, [line('a', 60), line('a', 41)])).toMatchObject({ refusal: { code: 'TRIP_LOAD_OVER' } });
    expect(checkBoarding(held, [line('c', 1)])).toEqual({ ok: false, refusal: { code: 'TRIP_STOP_MISSING', place: 'c' } });
  });
});
