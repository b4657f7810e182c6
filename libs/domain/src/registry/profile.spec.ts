import fc from 'fast-check';
import { ORGANIZATION_KINDS } from '../identity/organization-kind.js';
import { may } from '../identity/policy.js';
import { directorRoles, gapsBeforeReview, isRegistrable, profileGaps, REGISTRABLE_KINDS, type Profile } from './profile.js';

const empty: Omit<Profile, 'kind'> = {
  taxCode: null,
  registrationNo: null,
  registeredOn: null,
  legalRepresentative: null,
  memberCount: null,
  charterCapital: null,
  phone: null,
  email: null,
  communeCode: null,
  address: null,
  story: null,
  bankAccountNo: null,
};
const full: Omit<Profile, 'kind'> = {
  taxCode: '4990000019',
  registrationNo: '4990000019',
  registeredOn: '2020-01-01',
  legalRepresentative: 'Người Mẫu',
  memberCount: 9,
  charterCapital: 1n,
  phone: '+84900000001',
  email: 'a@example.vn',
  communeCode: '06463',
  address: 'Thôn Mẫu',
  story: 'Trồng na.',
  bankAccountNo: '000123456',
};

describe('a profile', () => {
  it('is complete only when nothing that applies is missing, and zero is an answer', () => {
    for (const kind of ORGANIZATION_KINDS) {
      expect(profileGaps({ kind, ...full, memberCount: 0, charterCapital: 0n })).toEqual([]);
      expect(profileGaps({ kind, ...empty }).length).toBeGreaterThan(4);
    }
  });

  it('shrinks its list by each answer and never asks for more before the review than in all', () => {
    const patch = fc.dictionary(fc.constantFrom(...(Object.keys(full) as (keyof typeof full)[])), fc.constant(true));
    fc.assert(
      fc.property(fc.constantFrom(...ORGANIZATION_KINDS), patch, (kind, told) => {
        const answers = Object.fromEntries(Object.keys(told).map((field) => [field, full[field as keyof typeof full]]));
        const profile = { kind, ...empty, ...answers } as Profile;
        const gaps = profileGaps(profile);
        return (
          gaps.length <= profileGaps({ kind, ...empty }).length &&
          gaps.every((field) => !(field in answers)) &&
          gapsBeforeReview(profile).every((field) => gaps.includes(field))
        );
      }),
      { numRuns: 500 },
    );
  });

  it('asks a cooperative group, which is no legal person, for no tax code', () => {
    expect(profileGaps({ kind: 'COOPERATIVE_GROUP', ...empty })).not.toContain('taxCode');
    expect(gapsBeforeReview({ kind: 'COOPERATIVE', ...empty })).toContain('taxCode');
  });
});

describe('registering', () => {
  it('makes the person a director who may edit and send the organization', () => {
    for (const orgKind of REGISTRABLE_KINDS) {
      const actor = { userId: 'u', orgId: 'own', orgKind, roles: directorRoles(orgKind) };
      expect(may(actor, 'organization.edit', { ownerOrgId: 'own' })).toBe(true);
      expect(may(actor, 'organization.submit', { ownerOrgId: 'own' })).toBe(true);
      expect(may(actor, 'organization.verify', { ownerOrgId: 'own' })).toBe(false);
    }
  });

  it('is closed to offices, banks and the Alliance', () => {
    expect(ORGANIZATION_KINDS.filter((kind) => !isRegistrable(kind))).toEqual([
      'BANK',
      'DEPARTMENT',
      'ALLIANCE',
      'PROMOTION_AGENCY',
      'ASSOCIATION',
      'MEDIA',
    ]);
  });
});
