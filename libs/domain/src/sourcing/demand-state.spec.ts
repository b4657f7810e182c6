import fc from 'fast-check';
import { nextState } from '../shared/state-machine.js';
import { DEMAND_STATES, DEMAND_STORED_STATES, DEMAND_TRANSITIONS, type DemandAction, demandStateOn } from './demand-state.js';

const date = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('a demand post', () => {
  it('is expired exactly when it is open and its last day is over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEMAND_STORED_STATES), fc.option(date), date, (state, openUntil, today) => {
        const over = state === 'OPEN' && openUntil !== null && openUntil < today;
        expect(demandStateOn({ state, openUntil }, today)).toBe(over ? 'EXPIRED' : state);
      }),
    );
  });

  it('takes answers only while it is open, and ends for good', () => {
    const may = (action: DemandAction) => DEMAND_STATES.filter((state) => nextState(DEMAND_TRANSITIONS, state, action).ok);
    expect(may('answer')).toEqual(['OPEN']);
    expect(may('edit')).toEqual(['DRAFT']);
    expect(may('publish')).toEqual(['DRAFT']);
    expect(may('close')).toEqual(['DRAFT', 'OPEN', 'EXPIRED']);
  });
});
