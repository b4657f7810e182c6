import { addDays, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';
import { MANDATE_SCOPES, type MandateScope } from './mandate-scope.js';

/** How the organization gave it: its director in the system, or by telephone or on paper to an officer who wrote it down. */
export const MANDATE_WAYS = ['IN_APP', 'PHONE', 'PAPER'] as const;
export type MandateWay = (typeof MANDATE_WAYS)[number];

/** UNCHECKED: an officer wrote it down and no second person has seen the evidence yet. */
export const MANDATE_STATES = ['UNCHECKED', 'PLANNED', 'LIVE', 'EXPIRED', 'REVOKED'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

export interface MandateTerms {
  readonly way: MandateWay;
  readonly scopes: readonly MandateScope[];
  readonly startsOn: LocalDate;
  /** The last day on which somebody may act by it. */
  readonly endsOn: LocalDate;
  /** Why the organization cannot act itself. */
  readonly reason: string;
  /** Who of the organization gave it by telephone or on paper; null in the system, where the session says it. */
  readonly givenBy: string | null;
  readonly hasEvidence: boolean;
}

export type MandateRefusal =
  | { readonly code: 'MANDATE_SCOPE_MISSING' }
  | { readonly code: 'MANDATE_REASON_MISSING' }
  | { readonly code: 'MANDATE_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'MANDATE_GIVER_MISSING' }
  | { readonly code: 'MANDATE_EVIDENCE_MISSING' }
  | { readonly code: 'MANDATE_STARTS_IN_PAST' }
  | { readonly code: 'MANDATE_ENDS_BEFORE_START' }
  | { readonly code: 'MANDATE_TOO_LONG'; readonly days: number; readonly until: LocalDate };

const MAX_TEXT = 500;

/**
 * A mandate names what it carries, why, from when and until when, at most `maxDays` days. One that was written down for the
 * organization also names who gave it and keeps the evidence.
 */
export function checkMandate(terms: MandateTerms, today: LocalDate, maxDays: number): Result<MandateTerms, MandateRefusal> {
  const scopes = MANDATE_SCOPES.filter((scope) => terms.scopes.includes(scope));
  if (scopes.length === 0) return refuse({ code: 'MANDATE_SCOPE_MISSING' });
  const reason = terms.reason.trim();
  const givenBy = terms.way === 'IN_APP' ? null : (terms.givenBy ?? '').trim();
  if (!reason) return refuse({ code: 'MANDATE_REASON_MISSING' });
  if (Math.max(reason.length, givenBy?.length ?? 0) > MAX_TEXT) return refuse({ code: 'MANDATE_TEXT_TOO_LONG', max: MAX_TEXT });
  if (givenBy === '') return refuse({ code: 'MANDATE_GIVER_MISSING' });
  if (terms.way !== 'IN_APP' && !terms.hasEvidence) return refuse({ code: 'MANDATE_EVIDENCE_MISSING' });
  if (terms.startsOn < today) return refuse({ code: 'MANDATE_STARTS_IN_PAST' });
  if (terms.endsOn < terms.startsOn) return refuse({ code: 'MANDATE_ENDS_BEFORE_START' });
  const until = addDays(terms.startsOn, maxDays - 1);
  if (terms.endsOn > until) return refuse({ code: 'MANDATE_TOO_LONG', days: maxDays, until });
  return accept({ ...terms, scopes, reason, givenBy });
}

export interface MandateStanding {
  readonly way: MandateWay;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly isChecked: boolean;
  readonly isRevoked: boolean;
}

/** Where a mandate stands on a day. Nothing but its dates, the check and the revocation decide; both end days count. */
export function mandateStateOf(mandate: MandateStanding, today: LocalDate): MandateState {
  if (mandate.isRevoked) return 'REVOKED';
  if (today > mandate.endsOn) return 'EXPIRED';
  if (mandate.way !== 'IN_APP' && !mandate.isChecked) return 'UNCHECKED';
  return today < mandate.startsOn ? 'PLANNED' : 'LIVE';
}

/** Whether somebody may act by it on this day. */
export const mandateLives = (mandate: MandateStanding, today: LocalDate): boolean => mandateStateOf(mandate, today) === 'LIVE';

export const ASSISTED_ACT_STATES = ['WAITING', 'CONFIRMED', 'DENIED', 'SETTLED'] as const;
export type AssistedActState = (typeof ASSISTED_ACT_STATES)[number];
export type AssistedActStep = 'confirm' | 'deny' | 'settle';

/** What was done in an organization's name waits for its word; what it denies waits for the officer to put it right. */
export const ASSISTED_ACT_TRANSITIONS: Transitions<AssistedActState, AssistedActStep> = {
  WAITING: { confirm: 'CONFIRMED', deny: 'DENIED' },
  CONFIRMED: {},
  DENIED: { settle: 'SETTLED' },
  SETTLED: {},
};

export type AssistedWordsRefusal =
  { readonly code: 'ASSISTED_WORDS_MISSING' } | { readonly code: 'ASSISTED_WORDS_TOO_LONG'; readonly max: number };

/** A denial says what is wrong, its settlement what was done about it. */
export function assistedWords(given: string): Result<string, AssistedWordsRefusal> {
  const words = given.trim();
  if (!words) return refuse({ code: 'ASSISTED_WORDS_MISSING' });
  return words.length > MAX_TEXT ? refuse({ code: 'ASSISTED_WORDS_TOO_LONG', max: MAX_TEXT }) : accept(words);
}
