import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const SENDING_METHODS = ['PAPER', 'EMAIL', 'SYSTEM'] as const;
export type SendingMethod = (typeof SENDING_METHODS)[number];

export type DistributionRefusal =
  | { readonly code: 'SENT_IN_FUTURE' }
  | { readonly code: 'RECIPIENTS_MISSING' }
  | { readonly code: 'RECIPIENT_UNKNOWN' }
  | { readonly code: 'NOT_THE_SENDER' }
  | { readonly code: 'ALREADY_READ' }
  | { readonly code: 'READ_BEFORE_SENT' }
  | { readonly code: 'READ_IN_FUTURE' }
  | { readonly code: 'READ_NOTE_MISSING' };

/** A read receipt follows a sending; given for somebody, it says how that is known. */
export function checkRead(
  receipt: { readonly sentOn: LocalDate; readonly readOn: LocalDate | null },
  readOn: LocalDate,
  today: LocalDate,
  onBehalf: boolean,
  note: string | null,
): Result<null, DistributionRefusal> {
  if (receipt.readOn !== null) return refuse({ code: 'ALREADY_READ' });
  if (readOn > today) return refuse({ code: 'READ_IN_FUTURE' });
  if (readOn < receipt.sentOn) return refuse({ code: 'READ_BEFORE_SENT' });
  return onBehalf && !note?.trim() ? refuse({ code: 'READ_NOTE_MISSING' }) : accept(null);
}
