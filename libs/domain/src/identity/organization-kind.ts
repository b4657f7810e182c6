export const ORGANIZATION_KINDS = [
  'COOPERATIVE',
  'COOPERATIVE_UNION',
  'COOPERATIVE_GROUP',
  'HOUSEHOLD_BUSINESS',
  'ENTERPRISE',
  'RETAILER',
  'BANK',
  'DEPARTMENT',
  'ALLIANCE',
  'PROMOTION_AGENCY',
  'ASSOCIATION',
  'MEDIA',
] as const;

export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const isOrganizationKind = (text: string): text is OrganizationKind =>
  (ORGANIZATION_KINDS as readonly string[]).includes(text);
