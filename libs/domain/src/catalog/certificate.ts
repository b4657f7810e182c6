import { addMonths, daysBetween, type LocalDate } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';

/** What people decided about a paper; whether it still holds is read from its dates. */
export type CertificateDecision = 'DECLARED' | 'RETURNED' | 'VERIFIED' | 'REVOKED' | 'WITHDRAWN';
export type CertificateAction = 'verify' | 'return' | 'correct' | 'withdraw' | 'revoke';

/** The holder declares, corrects and withdraws; the Alliance verifies, returns with a reason, or revokes. */
export const CERTIFICATE_TRANSITIONS: Transitions<CertificateDecision, CertificateAction> = {
  DECLARED: { verify: 'VERIFIED', return: 'RETURNED', correct: 'DECLARED', withdraw: 'WITHDRAWN' },
  RETURNED: { correct: 'DECLARED', withdraw: 'WITHDRAWN' },
  VERIFIED: { revoke: 'REVOKED' },
  REVOKED: {},
  WITHDRAWN: {},
};

/** Decision and dates together, as people read it. SUPERSEDED: a newer paper of the same kind took its place. */
export const CERTIFICATE_STATUSES = [
  'DECLARED',
  'RETURNED',
  'VALID',
  'EXPIRING_SOON',
  'EXPIRED',
  'REVOKED',
  'SUPERSEDED',
  'WITHDRAWN',
] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

export interface Certificate {
  readonly kind: string;
  readonly decision: CertificateDecision;
  readonly issuedOn: LocalDate;
  /** Last day of validity; null = none printed. */
  readonly expiresOn: LocalDate | null;
  readonly verifiedOn: LocalDate | null;
  readonly revokedOn: LocalDate | null;
  /** From this day a newer paper stands in its place. */
  readonly supersededOn: LocalDate | null;
}

/** How long a kind holds: `fixed` terms come from law and are computed, others are what is usual and may be printed otherwise. */
export interface CertificateTerm {
  readonly months: number;
  readonly fixed: boolean;
}

/** A paper "expires soon" from this many days before its last day; the days of the reminders are data. */
export const EXPIRING_SOON_DAYS = 90;

/** The last day of validity: computed where the term is fixed, else the printed one, else the usual one; null = does not expire. */
export function certificateExpiresOn(
  issuedOn: LocalDate,
  printed: LocalDate | null,
  term: CertificateTerm | null,
): LocalDate | null {
  if (term?.fixed) return addMonths(issuedOn, term.months);
  return printed ?? (term ? addMonths(issuedOn, term.months) : null);
}

/** Status on `date`, derived from decision and dates, whatever job has run. What nobody verified never counts as expired: it never held. */
export function certificateStatusOn(certificate: Certificate, date: LocalDate): CertificateStatus {
  const { decision, expiresOn, verifiedOn, revokedOn, supersededOn } = certificate;
  if (decision === 'WITHDRAWN' || decision === 'RETURNED') return decision;
  if (revokedOn !== null && revokedOn <= date) return 'REVOKED';
  if (decision === 'DECLARED' || verifiedOn === null || verifiedOn > date) return 'DECLARED';
  if (supersededOn !== null && supersededOn <= date) return 'SUPERSEDED';
  if (expiresOn === null) return 'VALID';
  if (expiresOn < date) return 'EXPIRED';
  return daysBetween(date, expiresOn) <= EXPIRING_SOON_DAYS ? 'EXPIRING_SOON' : 'VALID';
}

/** Holds on `date`: verified, in term, neither revoked nor replaced. */
export function certificateHolds(certificate: Certificate, date: LocalDate): boolean {
  const status = certificateStatusOn(certificate, date);
  return status === 'VALID' || status === 'EXPIRING_SOON';
}

/** Stars are shown only while the paper holds: about every third star in the province had run out by 11/2025. */
export const showsStars = (certificate: Certificate, date: LocalDate): boolean =>
  certificate.kind === 'OCOP' && certificateHolds(certificate, date);

/** Whole days left, the last day included as 0; negative once it is over, null without an end. */
export const daysLeft = (expiresOn: LocalDate | null, date: LocalDate): number | null =>
  expiresOn === null ? null : daysBetween(date, expiresOn);

/**
 * The reminder due with this many days left: the nearest step already reached, so that a missed day catches up with one letter.
 * null before the first step and after the last day.
 */
export function reminderStep(left: number, steps: readonly number[]): number | null {
  if (left < 0) return null;
  const reached = steps.filter((step) => left <= step);
  return reached.length === 0 ? null : Math.min(...reached);
}
