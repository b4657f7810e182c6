import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { CLAIM_FIELDS, isOnShow, PRODUCT_CHANGE_TRANSITIONS, splitEdit } from './product-change.js';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import type { ProductState } from './product-state.js';

const value = fc.constantFrom(null, 'a', 'b', 'c');
const claims = fc.dictionary(fc.constantFrom(...CLAIM_FIELDS), value);
const edit = fc.dictionary(fc.constantFrom(...CLAIM_FIELDS, 'harvestMonths', 'shelfLifeDays', 'storage'), value);
const state = fc.constantFrom<ProductState>('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'PAUSED');
const runs = propertyRuns(3000);

describe('a change of a product', () => {
  it('never puts a claim on show without the Alliance, and never holds anything else back', () => {
    fc.assert(
      fc.property(state, claims, edit, fc.option(claims), (from, shown, wanted, open) => {
        const { live, claims: asked } = splitEdit(from, shown, wanted, open);
        if (!isOnShow(from)) return expect([live, asked]).toEqual([wanted, null]);
        const isClaim = (field: string) => (CLAIM_FIELDS as readonly string[]).includes(field);
        expect(Object.keys(live).filter(isClaim)).toEqual([]);
        expect(Object.keys(asked ?? {}).every(isClaim)).toBe(true);
        for (const [field, given] of Object.entries(wanted)) if (!isClaim(field)) expect(live[field]).toBe(given);
      }),
      runs,
    );
  });

  it('asks only for what differs from what is on show, and keeps what was asked before', () => {
    fc.assert(
      fc.property(claims, edit, claims, (shown, wanted, open) => {
        const { claims: asked } = splitEdit('PUBLISHED', shown, wanted, open);
        for (const field of CLAIM_FIELDS) {
          const final = field in wanted ? wanted[field] : field in open ? open[field] : undefined;
          const differs = final !== undefined && (final ?? null) !== (shown[field] ?? null);
          expect(asked !== null && field in asked).toBe(differs);
          if (differs) expect(asked![field]).toBe(final);
        }
      }),
      runs,
    );
  });

  it('is empty again when every claim is set back', () => {
    fc.assert(
      fc.property(claims, claims, (shown, open) => {
        const back = Object.fromEntries(CLAIM_FIELDS.map((field) => [field, shown[field] ?? null]));
        expect(splitEdit('PAUSED', shown, back, open).claims).toBeNull();
      }),
      runs,
    );
  });

  it('is decided once', () => {
    expect(unreachableStates(PRODUCT_CHANGE_TRANSITIONS, 'PENDING')).toEqual([]);
    expect(finalStates(PRODUCT_CHANGE_TRANSITIONS)).toEqual(['APPLIED', 'DECLINED', 'WITHDRAWN']);
  });
});
