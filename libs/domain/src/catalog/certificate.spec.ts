import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import {
  CERTIFICATE_TRANSITIONS,
  certificateExpiresOn,
  certificateHolds,
  certificateStatusOn,
  daysLeft,
  reminderStep,
  showsStars,
  type Certificate,
} from './certificate.js';

const FIRST = '2023-06-15';
const LAST = '2026-06-15';
const ocop: Certificate = {
  kind: 'OCOP',
  decision: 'VERIFIED',
  issuedOn: FIRST,
  expiresOn: LAST,
  verifiedOn: '2023-07-01',
  revokedOn: null,
  supersededOn: null,
};
const offset = fc.integer({ min: -400, max: 2000 });
const on = (days: number) => addDays(FIRST, days);

describe('certificates', () => {
  it('have a state machine without dead corners; only withdrawn and revoked papers are at their end', () => {
    expect(unreachableStates(CERTIFICATE_TRANSITIONS, 'DECLARED')).toEqual([]);
    expect(finalStates(CERTIFICATE_TRANSITIONS)).toEqual(['REVOKED', 'WITHDRAWN']);
  });

  it('hold as long as their kind: a fixed term is computed, a usual one gives way to the printed day', () => {
    expect(certificateExpiresOn(FIRST, '2030-01-01', { months: 36, fixed: true })).toBe(LAST);
    expect(certificateExpiresOn(FIRST, null, { months: 24, fixed: false })).toBe('2025-06-15');
    expect(certificateExpiresOn(FIRST, '2024-12-31', { months: 24, fixed: false })).toBe('2024-12-31');
    expect(certificateExpiresOn(FIRST, null, null)).toBeNull();
    expect(certificateExpiresOn('2024-01-31', null, { months: 1, fixed: true })).toBe('2024-02-29');
  });

  it('include their last day, and expire soon from 90 days before it', () => {
    expect(certificateStatusOn(ocop, LAST)).toBe('EXPIRING_SOON');
    expect(certificateStatusOn(ocop, addDays(LAST, 1))).toBe('EXPIRED');
    expect(certificateStatusOn(ocop, addDays(LAST, -91))).toBe('VALID');
    expect(certificateStatusOn(ocop, addDays(LAST, -90))).toBe('EXPIRING_SOON');
    expect([daysLeft(LAST, LAST), daysLeft(LAST, addDays(LAST, 1)), daysLeft(null, LAST)]).toEqual([0, -1, null]);
  });

  it('stay declared until somebody verified them, even past their date', () => {
    const declared: Certificate = { ...ocop, decision: 'DECLARED', verifiedOn: null };
    expect(certificateStatusOn(declared, '2024-01-01')).toBe('DECLARED');
    expect(certificateStatusOn(declared, '2030-01-01')).toBe('DECLARED');
    expect(certificateStatusOn(ocop, '2023-06-30')).toBe('DECLARED');
    expect(certificateStatusOn({ ...declared, decision: 'RETURNED' }, '2024-01-01')).toBe('RETURNED');
  });

  it('without an end hold until revoked or replaced', () => {
    const right: Certificate = { ...ocop, kind: 'GI_USE_RIGHT', expiresOn: null };
    expect(certificateStatusOn(right, '2040-01-01')).toBe('VALID');
    expect(certificateStatusOn({ ...right, decision: 'REVOKED', revokedOn: '2025-01-01' }, '2025-01-01')).toBe('REVOKED');
    expect(certificateStatusOn({ ...right, decision: 'REVOKED', revokedOn: '2025-01-01' }, '2024-12-31')).toBe('VALID');
    expect(certificateStatusOn({ ...right, supersededOn: '2025-01-01' }, '2025-01-01')).toBe('SUPERSEDED');
  });

  it('show stars exactly while an OCOP certificate is verified, in term, not replaced and not revoked', () => {
    fc.assert(
      fc.property(offset, fc.option(offset), fc.option(offset), fc.option(offset), (asked, verified, revoked, replaced) => {
        const certificate: Certificate = {
          ...ocop,
          decision: revoked !== null ? 'REVOKED' : verified === null ? 'DECLARED' : 'VERIFIED',
          verifiedOn: verified === null ? null : on(verified),
          revokedOn: revoked === null ? null : on(revoked),
          supersededOn: replaced === null ? null : on(replaced),
        };
        const expected =
          verified !== null &&
          verified <= asked &&
          on(asked) <= LAST &&
          (revoked === null || asked < revoked) &&
          (replaced === null || asked < replaced);
        expect(showsStars(certificate, on(asked))).toBe(expected);
        expect(certificateHolds(certificate, on(asked))).toBe(expected);
        expect(showsStars({ ...certificate, kind: 'VIETGAP' }, on(asked))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('once over never hold again', () => {
    fc.assert(
      fc.property(offset, fc.nat(1000), (asked, later) => {
        const ended = certificateStatusOn(ocop, on(asked)) === 'EXPIRED';
        fc.pre(ended);
        expect(certificateHolds(ocop, on(asked + later))).toBe(false);
      }),
    );
  });
});

describe('reminders of an expiry', () => {
  const STEPS = [90, 30, 7];

  it('come at each step, and not before the first or after the end', () => {
    expect([91, 90, 31, 30, 8, 7, 0, -1].map((left) => reminderStep(left, STEPS))).toEqual([null, 90, 90, 30, 30, 7, 7, null]);
  });

  it('walking day by day, with days missed, meet each step at most once and never go back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 60 }), (days) => {
        const walked = days.toSorted((a, b) => b - a).map((left) => reminderStep(left, STEPS));
        const met = walked.filter((step, index) => step !== null && step !== walked[index - 1]);
        expect(new Set(met).size).toBe(met.length);
        expect(met).toEqual(met.toSorted((a, b) => b! - a!));
        const nearest = Math.min(...days);
        expect(walked.at(-1) ?? null).toBe(days.length === 0 ? null : reminderStep(nearest, STEPS));
      }),
    );
  });
});
