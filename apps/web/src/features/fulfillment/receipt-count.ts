import {
  checkReceiptLine,
  Quantity,
  quantityInputText,
  type Locale,
  type ReceiptCount,
  type RejectReason,
} from '@lienket/domain';

/** The receiver's three numbers for one line, as typed. */
export interface TypedCount {
  accepted: string;
  rejected: string;
  missing: string;
  reason: RejectReason | null;
  note: string;
}

export type CountField = 'accepted' | 'rejected' | 'missing';

export type CountProblem =
  | { field: CountField; code: 'UNREAD' }
  | { field: CountField; code: 'TOO_MANY' }
  | { field: 'rejectReason'; code: 'REASON_MISSING' };

/** Everything arrived and is good: what most lines are. */
export const countAll = (sent: Quantity, locale: Locale): TypedCount => ({
  accepted: quantityInputText(sent, locale),
  rejected: '0',
  missing: '0',
  reason: null,
  note: '',
});

/** An empty field means none. */
function read(text: string, locale: Locale): Quantity | null {
  if (!text.trim()) return Quantity.ZERO;
  const parsed = Quantity.parse(text, locale);
  return parsed.ok ? parsed.value : null;
}

/**
 * Writes one number and lets the others follow, so that the three keep adding up to what was sent: rejected and missing
 * come out of accepted; accepted less than sent is missing, and accepted more is taken back from missing, then rejected.
 */
export function typeCount(count: TypedCount, field: CountField, text: string, sent: Quantity, locale: Locale): TypedCount {
  const next = { ...count, [field]: text };
  const [accepted, rejected, missing] = [read(next.accepted, locale), read(next.rejected, locale), read(next.missing, locale)];
  const show = (qty: Quantity) => quantityInputText(qty, locale);
  if (field !== 'accepted') {
    if (!rejected || !missing) return next;
    return { ...next, accepted: show(Quantity.max(Quantity.ZERO, sent.sub(rejected).sub(missing))) };
  }
  if (!accepted || !rejected) return next;
  const left = Quantity.max(Quantity.ZERO, sent.sub(accepted));
  const stillRejected = Quantity.min(rejected, left);
  return { ...next, rejected: show(stillRejected), missing: show(left.sub(stillRejected)) };
}

/** The count by the rules of the domain, or the field that keeps it from being recorded. */
export function readCount(count: TypedCount, sent: Quantity, locale: Locale): ReceiptCount | CountProblem {
  const fields = ['accepted', 'rejected', 'missing'] as const;
  const numbers = fields.map((field) => read(count[field], locale));
  const unread = numbers.indexOf(null);
  if (unread >= 0) return { field: fields[unread]!, code: 'UNREAD' };
  const [accepted, rejected, missing] = numbers as [Quantity, Quantity, Quantity];
  // Which reasons there are is the server's list; here only that one was chosen.
  const chosen = new Set(count.reason === null ? [] : [count.reason]);
  const checked = checkReceiptLine({ dispatched: sent }, { accepted, rejected, missing, reason: count.reason }, 0, chosen);
  if (checked.ok) return checked.value;
  if (checked.refusal.code === 'RECEIPT_DOES_NOT_BALANCE') {
    return { field: accepted.compare(sent) > 0 ? 'accepted' : rejected.isPositive ? 'rejected' : 'missing', code: 'TOO_MANY' };
  }
  return { field: 'rejectReason', code: 'REASON_MISSING' };
}

export const isProblem = (count: ReceiptCount | CountProblem): count is CountProblem => 'code' in count;
