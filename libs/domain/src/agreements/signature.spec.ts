import { checkAttestation, mandatorySignaturesComplete, signingProgress } from './signature.js';

const parties = [
  { orgId: 'cooperative', mandatory: true },
  { orgId: 'retailer', mandatory: true },
  { orgId: 'alliance', mandatory: false },
];
const signed = (orgId: string, signedOn: string) => ({ orgId, signedOn });

describe('signing', () => {
  it('is complete on the day of the last mandatory signature; a witness changes nothing', () => {
    const signatures = [signed('retailer', '2024-04-26'), signed('alliance', '2024-05-01'), signed('cooperative', '2024-04-25')];
    expect(signingProgress(parties, signatures)).toEqual({ complete: true, missingOrgIds: [], signedOn: '2024-04-26' });
  });

  it('names who is missing', () => {
    expect(signingProgress(parties, [signed('cooperative', '2024-04-25'), signed('stranger', '2024-04-25')])).toEqual({
      complete: false,
      missingOrgIds: ['retailer'],
      signedOn: null,
    });
  });

  it('is never complete when nobody had to sign', () => {
    expect(mandatorySignaturesComplete([{ orgId: 'alliance', mandatory: false }], [signed('alliance', '2024-04-25')])).toBe(
      false,
    );
    expect(mandatorySignaturesComplete([], [])).toBe(false);
  });

  it('keeps the first day when an organization signs again', () => {
    const signatures = [signed('cooperative', '2024-04-25'), signed('retailer', '2024-04-25'), signed('retailer', '2024-06-01')];
    expect(signingProgress(parties, signatures).signedOn).toBe('2024-04-25');
  });

  it('on paper takes two different people of the Alliance', () => {
    expect(checkAttestation('officer', 'leader').ok).toBe(true);
    expect(checkAttestation('officer', 'officer')).toEqual({ ok: false, refusal: { code: 'SAME_PERSON', userId: 'officer' } });
  });
});
