/** What a person may be inside an organization; a membership carries one or several. */
export const ROLES = [
  'SELLER_STAFF',
  'SELLER_DIRECTOR',
  'BUYER',
  'BUYER_MANAGER',
  'BUYER_RECEIVER',
  'ALLIANCE_OFFICER',
  'ALLIANCE_LEADER',
  'DEPARTMENT_OFFICER',
  'DEPARTMENT_LEADER',
  'BANK_OFFICER',
  'PROMOTER',
] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
