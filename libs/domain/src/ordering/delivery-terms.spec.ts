import fc from 'fast-check';
import { addDays, weekdayOf } from '../shared/calendar-date.js';
import { quantity, Quantity } from '../shared/quantity.js';
import { nextState } from '../shared/state-machine.js';
import { checkDeliveryDay, cutoffAt, type DeliveryCalendar, isBeforeCutoff, nextDeliveryDay } from './delivery-terms.js';
import { changeLine, isChangeable, mayCancelAlone, ORDER_CHANGE_TRANSITIONS } from './order-change.js';
import { acknowledgeLine, orderStateAfterAcknowledgement, priceOrderLine } from './order-line.js';
import { ORDER_TRANSITIONS, type OrderAction, type OrderState } from './order-state.js';

const terms = { weekdays: [1, 4], cutoffDays: 1, cutoffTime: '15:00', runsOnHolidays: false };
const tet = ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'].map((day) => ({ day, name: 'Tết' }));
const at = (text: string) => new Date(`${text}+07:00`);
const calendar = (now: string, more: Partial<DeliveryCalendar> = {}): DeliveryCalendar => ({
  terms,
  closures: [],
  holidays: tet,
  now: at(now),
  ...more,
});

describe('the days a seller delivers on', () => {
  it('counts the cut-off in working days, so that the days of Tết do not eat it up', () => {
    expect(cutoffAt('2026-12-03', terms, tet)).toEqual(at('2026-12-02T15:00:00'));
    expect(cutoffAt('2027-02-10', { ...terms, cutoffDays: 2 }, tet)).toEqual(at('2027-02-03T15:00:00'));
    expect(cutoffAt('2026-12-03', null, [])).toEqual(at('2026-12-03T00:00:00'));
  });

  it('says why a day will not do and which is the next that will', () => {
    const said = (on: string, given: DeliveryCalendar) => {
      const day = checkDeliveryDay(on, given);
      return day.ok ? 'OK' : [day.refusal.code, day.refusal.next];
    };
    expect(said('2026-12-03', calendar('2026-12-02T15:00:00'))).toBe('OK');
    expect(said('2026-12-03', calendar('2026-12-02T15:00:01'))).toEqual(['CUT_OFF_PASSED', '2026-12-07']);
    expect(said('2026-12-04', calendar('2026-12-01T08:00:00'))).toEqual(['NOT_A_DELIVERY_DAY', '2026-12-07']);
    expect(said('2027-02-08', calendar('2027-01-01T08:00:00'))).toEqual(['HOLIDAY', '2027-02-11']);
    const closures = [{ firstDay: '2026-12-01', lastDay: '2026-12-08', message: 'Kiểm kê' }];
    expect(said('2026-12-03', calendar('2026-12-01T08:00:00', { closures }))).toEqual(['SELLER_CLOSED', '2026-12-10']);
    expect(said('2026-12-04', calendar('2026-12-01T08:00:00', { terms: null }))).toBe('OK');
  });

  it('only ever suggests a day that it would itself accept', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-11-01', days));
    fc.assert(
      fc.property(
        day,
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 300 }),
        (on, weekdays, cutoffDays, ahead) => {
          const given = calendar(`${addDays('2026-11-01', ahead)}T10:00:00`, { terms: { ...terms, weekdays, cutoffDays } });
          const next = nextDeliveryDay(on, given);
          if (next === null) return;
          expect(next >= on).toBe(true);
          expect(checkDeliveryDay(next, given).ok).toBe(true);
          expect(weekdays).toContain(weekdayOf(next));
        },
      ),
    );
  });

  it('lets the buyer cancel alone until the cut-off of the earliest day', () => {
    expect(isBeforeCutoff(['2026-12-07', '2026-12-03'], terms, tet, at('2026-12-02T15:00:00'))).toBe(true);
    expect(isBeforeCutoff(['2026-12-07', '2026-12-03'], terms, tet, at('2026-12-02T15:01:00'))).toBe(false);
    expect(mayCancelAlone('PLACED', at('2026-12-01T00:00:00'), at('2026-12-02T00:00:00'))).toBe(true);
    expect(mayCancelAlone('CONFIRMED', at('2026-12-01T00:00:00'), at('2026-12-02T00:00:00'))).toBe(false);
    expect(mayCancelAlone('CONFIRMED', null, at('2026-12-02T00:00:00'))).toBe(true);
  });
});

describe('a proposal to change a confirmed line', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 6n }).map((n) => Quantity.fromThousandths(n));

  it('never takes a line above what was confirmed or below what has left', () => {
    fc.assert(
      fc.property(amount, amount, amount, (confirmed, sent, wish) => {
        const dispatched = Quantity.min(sent, confirmed);
        const line = { confirmed, dispatched, packSizeBase: quantity('5'), dueOn: '2026-12-03' };
        const changed = changeLine(line, { qty: wish, on: null }, '2026-12-01');
        const sound = wish.compare(confirmed) < 0 && wish.compare(dispatched) >= 0;
        expect(changed.ok).toBe(sound);
        if (changed.ok) expect(changed.value).toMatchObject({ qtyBefore: confirmed, qtyAfter: wish, dateAfter: '2026-12-03' });
      }),
    );
  });

  it('is answered once', () => {
    for (const end of ['ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const) {
      for (const action of ['accept', 'decline', 'withdraw'] as const) {
        expect(nextState(ORDER_CHANGE_TRANSITIONS, end, action).ok).toBe(false);
      }
    }
    expect(isChangeable('PLACED')).toBe(false);
    expect(isChangeable('CONFIRMED')).toBe(true);
  });
});

describe("the order's state machine", () => {
  const step = (from: OrderState, action: OrderAction): OrderState | null => {
    const moved = nextState(ORDER_TRANSITIONS, from, action);
    return moved.ok ? moved.value : null;
  };
  const actions = [...new Set(Object.values(ORDER_TRANSITIONS).flatMap((steps) => Object.keys(steps)))] as OrderAction[];

  it('leaves an end only when a count is taken back, never returns before the answer, and can always be ended', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 25 }), (tried) => {
        let state: OrderState = 'DRAFT';
        let answered = false;
        for (const action of tried) {
          const moved = step(state, action);
          if (moved === null) continue;
          expect(['REFUSED', 'CANCELLED']).not.toContain(state);
          if (state === 'CLOSED') expect(['voidPart', 'voidAll']).toContain(action);
          state = moved;
          if (['CONFIRMED', 'COUNTERED', 'REFUSED'].includes(state)) answered = true;
          if (answered) expect(['DRAFT', 'PLACED']).not.toContain(state);
          if (state === 'IN_DELIVERY') expect(answered).toBe(true);
        }
        const reach = new Set<OrderState>([state]);
        for (const from of reach)
          for (const action of actions) {
            const moved = step(from, action);
            if (moved !== null) reach.add(moved);
          }
        expect([...reach].some((end) => ['REFUSED', 'CANCELLED', 'CLOSED'].includes(end))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('adds up: what is confirmed of the lines is never more than what was ordered, in goods and in money', () => {
    const line = fc.record({
      packs: fc.bigInt({ min: 1n, max: 500n }),
      price: fc.bigInt({ min: 1n, max: 10n ** 6n }),
      part: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        let [ordered, confirmed] = [0n, 0n];
        const outcomes = lines.map(({ packs, price, part }) => {
          const qty = Quantity.fromThousandths(packs * 5_000n);
          const priced = priceOrderLine({
            qtyBase: qty,
            packSizeBase: quantity('5'),
            moqBase: null,
            contractUnitPrice: price,
            tiers: [],
          });
          if (!priced.ok) throw new Error(priced.refusal.code);
          expect(priced.value).toMatchObject({ packs, amount: packs * 5n * price });
          const less = Quantity.fromThousandths((qty.thousandths * BigInt(part)) / 100n);
          const said = acknowledgeLine(
            { ordered: qty },
            part === 0 ? { kind: 'REFUSE', reason: 'Hết' } : part === 100 ? { kind: 'ALL' } : { kind: 'LESS', qty: less },
          );
          if (!said.ok) return null;
          expect(said.value.confirmed.compare(qty)).toBeLessThanOrEqual(0);
          ordered += priced.value.amount;
          confirmed += (said.value.confirmed.thousandths * price + 500n) / 1000n;
          return said.value;
        });
        const sound = outcomes.filter((outcome) => outcome !== null);
        if (sound.length === 0) return;
        expect(confirmed <= ordered).toBe(true);
        const state = orderStateAfterAcknowledgement(sound);
        expect(state === 'CONFIRMED').toBe(sound.every(({ outcome }) => outcome === 'FULL'));
      }),
      { numRuns: 1000 },
    );
  });
});
