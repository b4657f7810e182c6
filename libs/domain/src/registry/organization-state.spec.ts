import fc from 'fast-check';
import type { Refusal, Result } from '../shared/result.js';
import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import {
  maySell,
  needsReason,
  ORGANIZATION_STATES,
  ORGANIZATION_TRANSITIONS,
  type OrganizationAction,
  type OrganizationState,
} from './organization-state.js';

const ACTIONS: OrganizationAction[] = ['submit', 'verify', 'return', 'suspend', 'restore', 'close', 'merge'];
const anyState = fc.constantFrom(...ORGANIZATION_STATES);
const anyAction = fc.constantFrom(...ACTIONS);

/** The drawing of the life, written a second time by hand: from, action, to. */
const EDGES = [
  'DRAFT submit PENDING',
  'DRAFT close CLOSED',
  'DRAFT merge MERGED',
  'PENDING verify ACTIVE',
  'PENDING return DRAFT',
  'PENDING merge MERGED',
  'ACTIVE suspend SUSPENDED',
  'ACTIVE close CLOSED',
  'ACTIVE merge MERGED',
  'SUSPENDED restore ACTIVE',
  'SUSPENDED close CLOSED',
  'SUSPENDED merge MERGED',
];

describe('the life of an organization', () => {
  it('reaches every state from a draft', () => {
    expect(unreachableStates(ORGANIZATION_TRANSITIONS, 'DRAFT')).toEqual([]);
    expect(finalStates(ORGANIZATION_TRANSITIONS)).toEqual(['CLOSED', 'MERGED']);
  });

  it('has no edge that is not drawn, and every edge that is', () => {
    fc.assert(
      fc.property(anyState, anyAction, (from, action) => {
        const moved = nextState(ORGANIZATION_TRANSITIONS, from, action);
        const drawn = EDGES.find((edge) => edge.startsWith(`${from} ${action} `))?.split(' ')[2];
        return moved.ok ? moved.value === drawn : drawn === undefined;
      }),
      { numRuns: 1000 },
    );
  });

  it('never sells before somebody verified it, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 12 }), (walk) => {
        let state: OrganizationState = 'DRAFT';
        let verified = false;
        for (const action of walk) {
          const moved: Result<OrganizationState, Refusal> = nextState(ORGANIZATION_TRANSITIONS, state, action);
          if (!moved.ok) continue;
          verified ||= action === 'verify';
          state = moved.value;
          if (maySell(state) && !verified) return false;
        }
        return true;
      }),
      { numRuns: 1000 },
    );
  });

  it('asks for a reason where an organization loses something', () => {
    expect(ACTIONS.filter(needsReason)).toEqual(['return', 'suspend', 'close']);
  });
});
