import {
  checkReceiptLine,
  type GradeMeasure,
  type Sample,
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
  /** What was measured of single fruits or packs, as typed. */
  samples?: TypedSample[];
  /** Gross weights of the packs on the scale, as typed. */
  weighed?: string;
}

export type TypedSample = Partial<Record<GradeMeasure, string>>;

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
export function readCount(count: TypedCount, sent: Quantity, locale: Locale, toleranceBp = 0): ReceiptCount | CountProblem {
  const fields = ['accepted', 'rejected', 'missing'] as const;
  const numbers = fields.map((field) => read(count[field], locale));
  const unread = numbers.indexOf(null);
  if (unread >= 0) return { field: fields[unread]!, code: 'UNREAD' };
  const [accepted, rejected, missing] = numbers as [Quantity, Quantity, Quantity];
  // Which reasons there are is the server's list; here only that one was chosen.
  const chosen = new Set(count.reason === null ? [] : [count.reason]);
  const checked = checkReceiptLine(
    { dispatched: sent },
    { accepted, rejected, missing, reason: count.reason },
    toleranceBp,
    chosen,
  );
  if (checked.ok) return checked.value;
  if (checked.refusal.code === 'RECEIPT_DOES_NOT_BALANCE') {
    return { field: accepted.compare(sent) > 0 ? 'accepted' : rejected.isPositive ? 'rejected' : 'missing', code: 'TOO_MANY' };
  }
  return { field: 'rejectReason', code: 'REASON_MISSING' };
}

export const isProblem = (count: ReceiptCount | CountProblem): count is CountProblem => 'code' in count;

/** The typed samples on the wire; empty fields and empty samples are left out. Null when a number cannot be read. */
export function readSamples(typed: readonly TypedSample[], locale: Locale): Sample[] | null {
  const samples: Sample[] = [];
  for (const sample of typed) {
    const values: [string, string][] = [];
    for (const [measure, text] of Object.entries(sample)) {
      if (!text.trim()) continue;
      const parsed = Quantity.parse(text, locale);
      if (!parsed.ok) return null;
      values.push([measure, parsed.value.toDecimalString()]);
    }
    if (values.length > 0) samples.push(Object.fromEntries(values));
  }
  return samples;
}

/** Gross weights typed one after another, separated by spaces, lines or semicolons; null when one cannot be read. */
export function readWeights(text: string, locale: Locale): Quantity[] | null {
  const weights: Quantity[] = [];
  for (const word of text.split(/[\s;]+/).filter(Boolean)) {
    const parsed = Quantity.parse(word, locale);
    if (!parsed.ok) return null;
    weights.push(parsed.value);
  }
  return weights;
}
