import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import { IMPORT_STATES, IMPORT_TRANSITIONS } from './import-state.js';

describe('imports', () => {
  it('reach every state from the upload, and end in four', () => {
    expect(unreachableStates(IMPORT_TRANSITIONS, 'UPLOADED')).toEqual([]);
    expect(finalStates(IMPORT_TRANSITIONS)).toEqual(['REVERTED', 'REJECTED', 'CANCELLED', 'FAILED']);
  });

  it('change nothing before every row was checked, and once only', () => {
    const committing = IMPORT_STATES.filter((state) => nextState(IMPORT_TRANSITIONS, state, 'commit').ok);
    expect(committing).toEqual(['CHECKED']);
    expect(IMPORT_STATES.filter((state) => nextState(IMPORT_TRANSITIONS, state, 'revert').ok)).toEqual(['COMMITTED']);
  });
});
