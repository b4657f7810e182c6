import type { OrganizationKind } from './organization-kind.js';

/** ORGANIZATION 10 digits, BRANCH 10 + "-" + 3, PERSONAL = the 12-digit personal number used since 1/7/2025. */
export type TaxCodeKind = 'ORGANIZATION' | 'BRANCH' | 'PERSONAL';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** The kind of a tax code (mã số thuế), or null when it is not one. Spaces around it are ignored. */
export function taxCodeKind(text: string): TaxCodeKind | null {
  const code = text.trim();
  if (/^\d{12}$/.test(code)) return 'PERSONAL';
  if (!/^\d{10}(-\d{3})?$/.test(code) || !checkDigitFits(code)) return null;
  return code.length === 10 ? 'ORGANIZATION' : 'BRANCH';
}

export const taxCodeIsValid = (text: string): boolean => taxCodeKind(text) !== null;

/** Only the last three digits stay readable. */
export function maskTaxCode(code: string): string {
  return code.trim().replace(/\d(?=(?:\D*\d){3})/g, '•');
}

/** Codes of people and households are personal data and are masked; those of organizations are public. */
export function taxCodeForDisplay(code: string, orgKind: OrganizationKind): string {
  return orgKind === 'HOUSEHOLD_BUSINESS' || taxCodeKind(code) === 'PERSONAL' ? maskTaxCode(code) : code;
}

/** Check digit = 10 − (weighted sum mod 11); where that gives 10 no code is issued. */
function checkDigitFits(code: string): boolean {
  const sum = WEIGHTS.reduce<number>((total, weight, i) => total + weight * Number(code[i]), 0);
  return 10 - (sum % 11) === Number(code[9]);
}
