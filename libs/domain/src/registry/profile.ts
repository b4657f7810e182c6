import type { OrganizationKind } from '../identity/organization-kind.js';
import type { Role } from '../identity/roles.js';

/** What an organization tells about itself; null is not told yet. */
export interface Profile {
  readonly kind: OrganizationKind;
  readonly taxCode: string | null;
  readonly registrationNo: string | null;
  readonly registeredOn: string | null;
  readonly legalRepresentative: string | null;
  readonly memberCount: number | null;
  readonly charterCapital: bigint | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly communeCode: string | null;
  readonly address: string | null;
  readonly story: string | null;
  readonly bankAccountNo: string | null;
}

export type ProfileField = Exclude<keyof Profile, 'kind'>;

const FIELDS = [
  'taxCode',
  'registrationNo',
  'registeredOn',
  'legalRepresentative',
  'memberCount',
  'charterCapital',
  'phone',
  'email',
  'communeCode',
  'address',
  'story',
  'bankAccountNo',
] as const satisfies readonly ProfileField[];

/** An officer compares these with the papers, so a profile without them cannot be sent. */
const NEEDED: readonly ProfileField[] = ['taxCode', 'registrationNo', 'legalRepresentative', 'phone', 'communeCode'];

const WITH_MEMBERS: readonly OrganizationKind[] = ['COOPERATIVE', 'COOPERATIVE_UNION', 'COOPERATIVE_GROUP'];
/** Who sells here is paid here. */
const SELLERS: readonly OrganizationKind[] = [...WITH_MEMBERS, 'HOUSEHOLD_BUSINESS'];

/** A cooperative group (tổ hợp tác) is no legal person: it has neither a tax code, nor a registration, nor charter capital of its own. */
function applies(field: ProfileField, kind: OrganizationKind): boolean {
  if (kind === 'COOPERATIVE_GROUP' && ['taxCode', 'registrationNo', 'registeredOn', 'charterCapital'].includes(field))
    return false;
  if (field === 'memberCount') return WITH_MEMBERS.includes(kind);
  if (field === 'charterCapital') return kind !== 'HOUSEHOLD_BUSINESS';
  if (field === 'bankAccountNo') return SELLERS.includes(kind);
  return true;
}

/** What is still missing, in the order of the form. */
export const profileGaps = (profile: Profile): ProfileField[] =>
  FIELDS.filter((field) => applies(field, profile.kind) && profile[field] === null);

/** What is missing before the Alliance can look at it. */
export const gapsBeforeReview = (profile: Profile): ProfileField[] =>
  profileGaps(profile).filter((field) => NEEDED.includes(field));

/** Kinds that a person may register for herself; the others are put there by the Alliance. */
export const REGISTRABLE_KINDS = [
  'COOPERATIVE',
  'COOPERATIVE_UNION',
  'COOPERATIVE_GROUP',
  'HOUSEHOLD_BUSINESS',
  'ENTERPRISE',
  'RETAILER',
] as const satisfies readonly OrganizationKind[];
export type RegistrableKind = (typeof REGISTRABLE_KINDS)[number];

export const isRegistrable = (kind: OrganizationKind): kind is RegistrableKind =>
  (REGISTRABLE_KINDS as readonly OrganizationKind[]).includes(kind);

const DIRECTOR_ROLES: Readonly<Record<RegistrableKind, readonly Role[]>> = {
  COOPERATIVE: ['SELLER_DIRECTOR'],
  COOPERATIVE_UNION: ['SELLER_DIRECTOR', 'BUYER_MANAGER'],
  COOPERATIVE_GROUP: ['SELLER_DIRECTOR'],
  HOUSEHOLD_BUSINESS: ['SELLER_DIRECTOR'],
  ENTERPRISE: ['BUYER_MANAGER'],
  RETAILER: ['BUYER_MANAGER'],
};

/** Who registers an organization directs it. */
export const directorRoles = (kind: RegistrableKind): readonly Role[] => DIRECTOR_ROLES[kind];
