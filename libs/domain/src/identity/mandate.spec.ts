import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import {
  ASSISTED_ACT_TRANSITIONS,
  assistedWords,
  checkMandate,
  MANDATE_WAYS,
  mandateLives,
  mandateStateOf,
  type MandateTerms,
} from './mandate.js';
import { MANDATE_SCOPES } from './mandate-scope.js';
import { MANDATE_CARRIES, mandateCarries, may, POLICY, STAND_IN_ROLES, type Actor, type PolicyAction } from './policy.js';
import { ROLES } from './roles.js';

const actions = Object.keys(POLICY) as PolicyAction[];
const action = fc.constantFrom(...actions);
const scopes = fc.subarray([...MANDATE_SCOPES]);
const trade = { sellerOrgId: 'seller', buyerOrgId: 'buyer', ownerOrgId: 'seller', partyOrgIds: ['seller', 'buyer'] };
const staff: Actor = { userId: 'officer', orgId: 'seller', orgKind: 'COOPERATIVE', roles: STAND_IN_ROLES };
/** What nobody can be given: money, accounts, signatures, consents, and mandates themselves. */
const NEVER =
  /^(payment|invoice|note|credit|bank|bankAccount|claim|mou|contract|agreement|evidence|mandate|assisted|organization|integration|supplyPool|thread|quote|certificate|outside|obligation|petition|board|case)([.-]|$)/;
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-06-01', days));

describe('what a mandate can carry', () => {
  it('is never money, an account, a signature, a consent or another mandate', () => {
    const carried = Object.values(MANDATE_CARRIES).flat();
    expect(carried.filter((one) => NEVER.test(one))).toEqual([]);
    expect(new Set(carried).size).toBe(carried.length);
    expect(actions.filter((one) => NEVER.test(one) && mandateCarries(MANDATE_SCOPES, one))).toEqual([]);
  });

  it('leaves of the rights of the seller’s staff what its scopes name, and adds none', () => {
    fc.assert(
      fc.property(scopes, action, (carried, one) => {
        const acting = may({ ...staff, standIn: { scopes: carried } }, one, trade);
        return acting === (mandateCarries(carried, one) && may(staff, one, trade));
      }),
      { numRuns: 1000 },
    );
  });

  it('is worth nothing in another organization, nor with any role without a scope', () => {
    fc.assert(
      fc.property(scopes, action, fc.subarray([...ROLES]), (carried, one, roles) => {
        const elsewhere = { sellerOrgId: 'other', ownerOrgId: 'other', partyOrgIds: ['other'] };
        return (
          !may({ ...staff, standIn: { scopes: carried } }, one, elsewhere) &&
          !may({ ...staff, roles, standIn: { scopes: [] } }, one, trade)
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('grows with its scopes and with nothing else', () => {
    fc.assert(
      fc.property(scopes, scopes, action, (a, b, one) => {
        const both = [...new Set([...a, ...b])];
        return mandateCarries(both, one) === (mandateCarries(a, one) || mandateCarries(b, one));
      }),
    );
  });
});

describe('the terms of a mandate', () => {
  const terms: MandateTerms = {
    way: 'PAPER',
    scopes: ['ORDERS'],
    startsOn: '2026-06-01',
    endsOn: '2026-06-30',
    reason: ' Điện thoại hỏng ',
    givenBy: 'Bà Mã Thị Tám',
    hasEvidence: true,
  };
  const codeOf = (change: Partial<MandateTerms>, max = 30) => {
    const checked = checkMandate({ ...terms, ...change }, '2026-06-01', max);
    return checked.ok ? checked.value : checked.refusal.code;
  };

  it('name scope, reason, giver and evidence, and end in time', () => {
    expect(codeOf({})).toMatchObject({ reason: 'Điện thoại hỏng', scopes: ['ORDERS'] });
    expect(codeOf({ scopes: [] })).toBe('MANDATE_SCOPE_MISSING');
    expect(codeOf({ reason: '  ' })).toBe('MANDATE_REASON_MISSING');
    expect(codeOf({ reason: 'x'.repeat(501) })).toBe('MANDATE_TEXT_TOO_LONG');
    expect(codeOf({ givenBy: ' ' })).toBe('MANDATE_GIVER_MISSING');
    expect(codeOf({ hasEvidence: false })).toBe('MANDATE_EVIDENCE_MISSING');
    expect(codeOf({ startsOn: '2026-05-31' })).toBe('MANDATE_STARTS_IN_PAST');
    expect(codeOf({ endsOn: '2026-05-31' })).toBe('MANDATE_ENDS_BEFORE_START');
    expect(codeOf({ endsOn: '2026-07-01' })).toBe('MANDATE_TOO_LONG');
    expect(codeOf({ way: 'IN_APP', givenBy: null, hasEvidence: false })).toMatchObject({ givenBy: null });
  });

  it('make it live on the days between its ends only, once checked, until it is revoked', () => {
    fc.assert(
      fc.property(
        fc.record({
          way: fc.constantFrom(...MANDATE_WAYS),
          startsOn: day,
          endsOn: day,
          isChecked: fc.boolean(),
          isRevoked: fc.boolean(),
        }),
        day,
        (mandate, today) =>
          mandateLives(mandate, today) ===
          (!mandate.isRevoked &&
            (mandate.way === 'IN_APP' || mandate.isChecked) &&
            mandate.startsOn <= today &&
            today <= mandate.endsOn),
      ),
      { numRuns: 1000 },
    );
    const recorded = { way: 'PHONE', startsOn: '2026-06-02', endsOn: '2026-06-03', isChecked: false, isRevoked: false } as const;
    expect(mandateStateOf(recorded, '2026-06-01')).toBe('UNCHECKED');
    expect(mandateStateOf({ ...recorded, isChecked: true }, '2026-06-01')).toBe('PLANNED');
    expect(mandateStateOf(recorded, '2026-06-04')).toBe('EXPIRED');
  });
});

describe('what was done for an organization', () => {
  it('waits for its word once; a denial waits for the officer', () => {
    expect(unreachableStates(ASSISTED_ACT_TRANSITIONS, 'WAITING')).toEqual([]);
    expect(finalStates(ASSISTED_ACT_TRANSITIONS).sort()).toEqual(['CONFIRMED', 'SETTLED']);
    expect(assistedWords(' sai giá ')).toEqual({ ok: true, value: 'sai giá' });
    expect(assistedWords(' ')).toMatchObject({ refusal: { code: 'ASSISTED_WORDS_MISSING' } });
    expect(assistedWords('x'.repeat(501))).toMatchObject({ refusal: { code: 'ASSISTED_WORDS_TOO_LONG' } });
  });
});
