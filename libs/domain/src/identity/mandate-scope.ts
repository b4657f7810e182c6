/** What an organization may let the Alliance do in its name. Money, accounts, signatures and consents are in none of them. */
export const MANDATE_SCOPES = ['PRODUCTS', 'ORDERS', 'DISPATCH'] as const;
export type MandateScope = (typeof MANDATE_SCOPES)[number];
