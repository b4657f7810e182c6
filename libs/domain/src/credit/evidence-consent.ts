import { accept, refuse, type Result } from '../shared/result.js';
import { addDays, type LocalDate } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';

export const EVIDENCE_SCOPES = ['DELIVERIES', 'PAYMENTS', 'OPEN_ORDERS'] as const;
export type EvidenceScope = (typeof EVIDENCE_SCOPES)[number];

export const CONSENT_STATES = ['REQUESTED', 'GRANTED', 'DECLINED', 'REVOKED', 'CANCELLED'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
export type ConsentStep = 'grant' | 'decline' | 'cancel' | 'revoke';

/** A cooperative's word to one bank about one agreement. That it has run out is no state: it follows from the day. */
export const CONSENT_TRANSITIONS: Transitions<ConsentState, ConsentStep> = {
  REQUESTED: { grant: 'GRANTED', decline: 'DECLINED', cancel: 'CANCELLED' },
  GRANTED: { revoke: 'REVOKED' },
  DECLINED: {},
  REVOKED: {},
  CANCELLED: {},
};

export interface ConsentTerms {
  readonly scopes: readonly EvidenceScope[];
  /** First day of the facts shown; they end at the cut-off. */
  readonly periodFrom: LocalDate;
  /** The last day on which the bank may look. */
  readonly expiresOn: LocalDate;
}

export type ConsentRefusal =
  | { readonly code: 'CONSENT_SCOPE_MISSING' }
  | { readonly code: 'CONSENT_PERIOD_IN_FUTURE' }
  | { readonly code: 'CONSENT_ENDS_IN_PAST' }
  | { readonly code: 'CONSENT_TOO_LONG'; readonly days: number; readonly until: LocalDate };

/** At least one kind of fact, a period that has begun, and an end within `maxDays` of today: no consent is for ever. */
export function checkConsent(terms: ConsentTerms, today: LocalDate, maxDays: number): Result<ConsentTerms, ConsentRefusal> {
  const scopes = EVIDENCE_SCOPES.filter((scope) => terms.scopes.includes(scope));
  if (scopes.length === 0) return refuse({ code: 'CONSENT_SCOPE_MISSING' });
  if (terms.periodFrom > today) return refuse({ code: 'CONSENT_PERIOD_IN_FUTURE' });
  if (terms.expiresOn < today) return refuse({ code: 'CONSENT_ENDS_IN_PAST' });
  const until = addDays(today, maxDays);
  if (terms.expiresOn > until) return refuse({ code: 'CONSENT_TOO_LONG', days: maxDays, until });
  return accept({ ...terms, scopes });
}

/** Whether the bank may look on this day; the last day counts. */
export const consentLives = (
  consent: { readonly state: ConsentState; readonly expiresOn: LocalDate | null },
  today: LocalDate,
): boolean => consent.state === 'GRANTED' && consent.expiresOn !== null && today <= consent.expiresOn;
