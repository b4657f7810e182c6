import fc from 'fast-check';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import { Quantity } from '../shared/quantity.js';
import {
  answerDay,
  answerOutside,
  checkOutsideFacts,
  isUnanswered,
  OUTSIDE_ACTIONS,
  OUTSIDE_STATES,
  OUTSIDE_TRANSITIONS,
  outsideActions,
  outsideGrade,
  type OutsideStanding,
} from './outside-delivery.js';

const waiting: OutsideStanding = { state: 'WAITING', authorOrgId: 'seller', answerBy: '2026-06-15' };
const standings = fc.record({
  state: fc.constantFrom(...OUTSIDE_STATES),
  authorOrgId: fc.constantFrom('seller', 'buyer'),
  answerBy: fc.constantFrom('2026-06-10', '2026-06-15', '2026-06-20'),
});

describe('a delivery outside the system', () => {
  it('can end, and every state can be reached', () => {
    expect(unreachableStates(OUTSIDE_TRANSITIONS, 'WAITING')).toEqual([]);
    expect(finalStates(OUTSIDE_TRANSITIONS)).toEqual(['DENIED', 'WITHDRAWN']);
  });

  it('waits fourteen days, the last one included, and is C for ever after', () => {
    expect(answerDay('2026-06-01', 14)).toBe('2026-06-15');
    expect(isUnanswered(waiting, '2026-06-15')).toBe(false);
    expect(outsideActions(waiting, 'buyer', '2026-06-15')).toEqual(['confirm', 'deny', 'correct']);
    expect(outsideActions(waiting, 'buyer', '2026-06-16')).toEqual([]);
    expect(answerOutside(waiting, 'confirm', 'buyer', '2026-06-16')).toEqual({
      ok: false,
      refusal: { code: 'OUTSIDE_ANSWER_LATE', answerBy: '2026-06-15' },
    });
    expect(outsideActions({ ...waiting, state: 'DECLARED' }, 'buyer', '2026-06-16')).toEqual([]);
  });

  it('is B only when confirmed and on paper', () => {
    expect(outsideGrade('CONFIRMED', true)).toBe('B');
    expect(outsideGrade('CONFIRMED', false)).toBe('C');
    expect(outsideGrade('DECLARED', true)).toBe('C');
    expect(outsideGrade('DENIED', true)).toBeNull();
  });

  it('is never A, and nobody confirms or denies a word of its own', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom('2026-06-12', '2026-06-18'), fc.boolean(), (standing, today, paper) => {
        expect(outsideGrade(standing.state, paper)).not.toBe('A');
        const own = outsideActions(standing, standing.authorOrgId, today);
        expect(own.filter((action) => action !== 'withdraw')).toEqual([]);
        const other = standing.authorOrgId === 'seller' ? 'buyer' : 'seller';
        expect(outsideActions(standing, other, today)).not.toContain('withdraw');
        for (const action of OUTSIDE_ACTIONS.filter((one) => one !== 'lapse')) {
          expect(answerOutside(standing, action, other, today).ok).toBe(outsideActions(standing, other, today).includes(action));
        }
      }),
    );
  });

  it('counts from the signing until today', () => {
    const qty = Quantity.of(5);
    expect(checkOutsideFacts({ qty, deliveredOn: '2026-06-01' }, '2026-06-01', '2026-06-01')).toBeNull();
    expect(checkOutsideFacts({ qty, deliveredOn: '2026-05-31' }, '2026-06-01', '2026-06-01')?.code).toBe(
      'OUTSIDE_BEFORE_SIGNING',
    );
    expect(checkOutsideFacts({ qty, deliveredOn: '2026-06-02' }, null, '2026-06-01')?.code).toBe('OUTSIDE_DAY_TO_COME');
    expect(checkOutsideFacts({ qty: Quantity.ZERO, deliveredOn: '2026-06-01' }, null, '2026-06-01')?.code).toBe(
      'OUTSIDE_QTY_NOT_POSITIVE',
    );
  });
});
