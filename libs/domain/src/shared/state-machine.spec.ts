import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { CONTRACT_TRANSITIONS } from '../agreements/contract-state.js';
import { MOU_TRANSITIONS } from '../agreements/mou-state.js';
import { PRODUCT_TRANSITIONS } from '../catalog/product-state.js';
import { SHIPMENT_TRANSITIONS } from '../fulfillment/shipment.js';
import { ORDER_TRANSITIONS } from '../ordering/order-state.js';
import { QUOTE_TRANSITIONS } from '../sourcing/quote-state.js';
import { RFQ_TRANSITIONS } from '../sourcing/rfq-state.js';
import { actionsFrom, finalStates, nextState, nextStateOrRepeat, unreachableStates, type Transitions } from './state-machine.js';

type Table = Transitions<string, string>;
const machines: [string, Table, string, string[]][] = [
  ['product', PRODUCT_TRANSITIONS as Table, 'DRAFT', ['ARCHIVED']],
  ['MoU', MOU_TRANSITIONS as Table, 'DRAFT', ['CLOSED', 'EXPIRED', 'LAPSED']],
  ['contract', CONTRACT_TRANSITIONS as Table, 'DRAFT', ['TERMINATED', 'COMPLETED']],
  // A closed order and a received shipment can be opened again by taking the count back (decision 017).
  ['order', ORDER_TRANSITIONS as Table, 'DRAFT', ['REFUSED', 'CANCELLED']],
  ['request for quotation', RFQ_TRANSITIONS as Table, 'DRAFT', ['AWARDED', 'CANCELLED']],
  ['quote', QUOTE_TRANSITIONS as Table, 'DRAFT', ['ACCEPTED', 'REJECTED']],
  ['shipment', SHIPMENT_TRANSITIONS as Table, 'PACKING', ['RETURNED']],
];

describe.each(machines)('the %s states', (_name, table, initial, finals) => {
  const allActions = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];

  it('can all be reached, and end only where they should', () => {
    expect(unreachableStates(table, initial)).toEqual([]);
    expect(finalStates(table).sort()).toEqual([...finals].sort());
  });

  it('follow the table on any walk of actions, and refuse every other edge with what is allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allActions), { maxLength: 30 }), (actions) => {
        let state = initial;
        for (const action of actions) {
          const step = nextState(table, state, action);
          const declared = table[state]![action];
          if (step.ok) {
            expect(step.value).toBe(declared);
            state = step.value;
          } else {
            expect(declared).toBeUndefined();
            expect(step.refusal).toEqual({
              code: 'TRANSITION_NOT_ALLOWED',
              from: state,
              action,
              allowed: actionsFrom(table, state),
            });
          }
        }
        expect(Object.keys(table)).toContain(state);
      }),
      propertyRuns(1000),
    );
  });

  it('take a repeated action as done, never as an error', () => {
    for (const [from, row] of Object.entries(table)) {
      for (const [action, to] of Object.entries(row)) {
        expect(nextStateOrRepeat(table, from, action)).toEqual({ ok: true, value: { state: to, changed: to !== from } });
        const again = nextStateOrRepeat(table, to!, action);
        if (table[to!]![action] === undefined) expect(again).toEqual({ ok: true, value: { state: to, changed: false } });
      }
    }
  });
});

it('a state nothing leads to is found', () => {
  const table: Transitions<'A' | 'B' | 'LOST', 'go'> = { A: { go: 'B' }, B: {}, LOST: { go: 'A' } };
  expect(unreachableStates(table, 'A')).toEqual(['LOST']);
});

it('an action that never leads here is no repeat', () => {
  expect(nextStateOrRepeat(ORDER_TRANSITIONS, 'CLOSED', 'cancel').ok).toBe(false);
  expect(nextState(ORDER_TRANSITIONS, 'DRAFT', 'toString' as 'place').ok).toBe(false);
});
