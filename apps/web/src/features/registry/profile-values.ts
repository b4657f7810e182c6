import type { MyOrganizationPartsFragment, OrganizationUpdateInput } from '../../gql/graphql';

type ProfileValues = ReturnType<typeof profileValues>;

/** Every box of the form as text, as people type it. */
export const profileValues = (organization: MyOrganizationPartsFragment) => ({
  name: organization.name,
  shortName: organization.shortName,
  taxCode: organization.taxCode ?? '',
  registrationNo: organization.registrationNo ?? '',
  registeredOn: organization.registeredOn ?? '',
  legalRepresentative: organization.legalRepresentative ?? '',
  phone: organization.phone ?? '',
  email: organization.email ?? '',
  website: organization.website ?? '',
  communeCode: organization.communeCode ?? '',
  address: organization.address ?? '',
  memberCount: organization.memberCount == null ? '' : String(organization.memberCount),
  charterCapital: organization.charterCapital == null ? '' : String(organization.charterCapital),
  story: organization.story ?? '',
});

const PAPERS = ['name', 'shortName', 'taxCode', 'registrationNo', 'registeredOn', 'legalRepresentative'] as const;

/** Only what its people may change is sent: what the Alliance compared stays out. */
export function profileInput(
  values: ProfileValues,
  openFields: readonly string[],
  charterCapital: string | null,
): Omit<OrganizationUpdateInput, 'clientKey' | 'version'> {
  const text = (value: string) => value.trim() || null;
  const papers = PAPERS.filter((field) => openFields.includes(field)).map((field) => [field, text(values[field])]);
  const members = values.memberCount.trim();
  return {
    ...Object.fromEntries(papers),
    phone: text(values.phone),
    email: text(values.email),
    website: text(values.website),
    communeCode: text(values.communeCode),
    address: text(values.address),
    story: text(values.story),
    memberCount: members ? Number(members) : null,
    charterCapital,
  };
}
