import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { certificateStatusOn, ocopExpiresOn, showsStars, type Certificate } from './certificate.js';

const ocop: Certificate = { kind: 'OCOP', issuedOn: '2023-06-15', expiresOn: null, verifiedOn: '2023-07-01', revokedOn: null };
const offset = fc.integer({ min: -400, max: 2000 });

describe('certificates', () => {
  it('of OCOP hold 36 months from issue, the last day included', () => {
    expect(ocopExpiresOn('2023-06-15')).toBe('2026-06-15');
    expect(certificateStatusOn(ocop, '2026-06-15')).toBe('EXPIRING_SOON');
    expect(certificateStatusOn(ocop, '2026-06-16')).toBe('EXPIRED');
  });

  it('expire soon from 180 days before the last day', () => {
    expect(certificateStatusOn(ocop, addDays('2026-06-15', -181))).toBe('VALID');
    expect(certificateStatusOn(ocop, addDays('2026-06-15', -180))).toBe('EXPIRING_SOON');
  });

  it('stay declared until somebody verified them, even past their date', () => {
    expect(certificateStatusOn({ ...ocop, verifiedOn: null }, '2024-01-01')).toBe('DECLARED');
    expect(certificateStatusOn({ ...ocop, verifiedOn: null }, '2030-01-01')).toBe('DECLARED');
    expect(certificateStatusOn(ocop, '2023-06-30')).toBe('DECLARED');
  });

  it('without an end hold until revoked', () => {
    const organic = { ...ocop, kind: 'GI_USE_RIGHT' };
    expect(certificateStatusOn(organic, '2040-01-01')).toBe('VALID');
    expect(certificateStatusOn({ ...organic, revokedOn: '2025-01-01' }, '2025-01-01')).toBe('REVOKED');
    expect(certificateStatusOn({ ...organic, revokedOn: '2025-01-01' }, '2024-12-31')).toBe('VALID');
  });

  it('show stars exactly while an OCOP certificate is verified, in term and not revoked', () => {
    fc.assert(
      fc.property(offset, fc.option(offset), fc.option(offset), (asked, verified, revoked) => {
        const on = (days: number) => addDays(ocop.issuedOn, days);
        const certificate = {
          ...ocop,
          verifiedOn: verified === null ? null : on(verified),
          revokedOn: revoked === null ? null : on(revoked),
        };
        const expected =
          verified !== null && verified <= asked && on(asked) <= '2026-06-15' && (revoked === null || asked < revoked);
        expect(showsStars(certificate, on(asked))).toBe(expected);
        expect(showsStars({ ...certificate, kind: 'VIETGAP' }, on(asked))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
