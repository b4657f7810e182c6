import { addMonths, daysBetween, type LocalDate } from '../shared/calendar-date.js';

export type CertificateStatus = 'DECLARED' | 'VALID' | 'EXPIRING_SOON' | 'EXPIRED' | 'REVOKED';

export interface Certificate {
  /** "OCOP" expires by rule; any other kind only by its own date. */
  readonly kind: string;
  readonly issuedOn: LocalDate;
  /** Last day of validity; null = none printed. */
  readonly expiresOn: LocalDate | null;
  readonly verifiedOn: LocalDate | null;
  readonly revokedOn: LocalDate | null;
}

/** Reminders go out this many days before the last day; the first makes a certificate EXPIRING_SOON. */
export const EXPIRY_REMINDER_DAYS = [180, 90, 30] as const;

/** An OCOP recognition holds 36 months from the day of the decision (QĐ 148/QĐ-TTg). */
export const OCOP_VALIDITY_MONTHS = 36;

export const ocopExpiresOn = (issuedOn: LocalDate): LocalDate => addMonths(issuedOn, OCOP_VALIDITY_MONTHS);

/** The last day of validity: the printed one, for OCOP otherwise 36 months from issue; null = does not expire. */
export function certificateExpiresOn(certificate: Certificate): LocalDate | null {
  return certificate.expiresOn ?? (certificate.kind === 'OCOP' ? ocopExpiresOn(certificate.issuedOn) : null);
}

/** Status on `date`, derived from dates alone. What nobody verified stays DECLARED: "expired" would imply it once held. */
export function certificateStatusOn(certificate: Certificate, date: LocalDate): CertificateStatus {
  if (certificate.revokedOn !== null && certificate.revokedOn <= date) return 'REVOKED';
  if (certificate.verifiedOn === null || certificate.verifiedOn > date) return 'DECLARED';
  const lastDay = certificateExpiresOn(certificate);
  if (lastDay === null) return 'VALID';
  if (lastDay < date) return 'EXPIRED';
  return daysBetween(date, lastDay) <= EXPIRY_REMINDER_DAYS[0] ? 'EXPIRING_SOON' : 'VALID';
}

/** Stars are shown only while verified and in term: about every third star in the province had run out by 11/2025. */
export function showsStars(certificate: Certificate, date: LocalDate): boolean {
  const status = certificateStatusOn(certificate, date);
  return certificate.kind === 'OCOP' && (status === 'VALID' || status === 'EXPIRING_SOON');
}
