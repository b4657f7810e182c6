import { addDays, daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const SIGNING_ORDERS = ['ANY', 'SEQUENTIAL'] as const;
export type SigningOrder = (typeof SIGNING_ORDERS)[number];

/** How a signature came about: stored with it for ever, since the law weighs the ways differently. */
export const SIGNATURE_METHODS = ['IN_APP', 'ONE_TIME_CODE', 'SIGNED_PDF', 'PAPER_ATTESTED'] as const;
export type SignatureMethod = (typeof SIGNATURE_METHODS)[number];

export interface RoundParty {
  readonly orgId: string;
  readonly mustSign: boolean;
}

/**
 * Whose turn it is, in the order of the document: everybody who has not signed, or only the first mandatory one when the order
 * counts. Those who need not sign never hold up the others and may sign at any time.
 */
export function signersInTurn(
  parties: readonly RoundParty[],
  signedOrgIds: ReadonlySet<string>,
  order: SigningOrder,
): readonly string[] {
  const open = parties.filter(({ orgId }) => !signedOrgIds.has(orgId));
  if (order === 'ANY') return open.map(({ orgId }) => orgId);
  const first = open.find(({ mustSign }) => mustSign);
  return open.filter((party) => !party.mustSign || party === first).map(({ orgId }) => orgId);
}

export type TurnRefusal =
  { readonly code: 'NOT_YOUR_TURN'; readonly before: string } | { readonly code: 'ROUND_OVER'; readonly expiresOn: LocalDate };

/** The last day of the round counts; `before` names the party whose signature is awaited first. */
export function checkTurn(
  round: { readonly order: SigningOrder; readonly expiresOn: LocalDate | null },
  parties: readonly RoundParty[],
  signedOrgIds: ReadonlySet<string>,
  orgId: string,
  today: LocalDate,
): Result<null, TurnRefusal> {
  if (round.expiresOn !== null && today > round.expiresOn) return refuse({ code: 'ROUND_OVER', expiresOn: round.expiresOn });
  if (signersInTurn(parties, signedOrgIds, round.order).includes(orgId)) return accept(null);
  const first = parties.find((party) => party.mustSign && !signedOrgIds.has(party.orgId));
  return refuse({ code: 'NOT_YOUR_TURN', before: first?.orgId ?? orgId });
}

/** Days on which those in turn are reminded: so many days before the round ends; none where it has no end. */
export const reminderDays = (expiresOn: LocalDate | null, daysBefore: readonly number[]): readonly LocalDate[] =>
  expiresOn === null ? [] : daysBefore.map((days) => addDays(expiresOn, -days)).sort();

export const isReminderDay = (expiresOn: LocalDate | null, daysBefore: readonly number[], today: LocalDate): boolean =>
  expiresOn !== null && daysBefore.includes(daysBetween(today, expiresOn));
