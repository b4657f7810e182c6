import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** The reasons the list begins with; which of them hold today the data says. */
export const REJECT_REASONS: readonly string[] = [
  'BRUISED',
  'OVERRIPE',
  'WRONG_SIZE',
  'WRONG_LABEL',
  'SHORT_LIFE',
  'EXPIRED',
  'TEMPERATURE',
  'MISSING_DOCS',
  'LATE',
  'OTHER',
];
/** A code of the list of reasons, which is data. */
export type RejectReason = string;

const KNOWN: ReadonlySet<string> = new Set(REJECT_REASONS);

/** What the receiver counted on one shipment line, in the base unit. */
export interface ReceiptCount {
  readonly accepted: Quantity;
  readonly rejected: Quantity;
  readonly missing: Quantity;
  readonly reason: RejectReason | null;
}

export type ReceiptRefusal =
  | { readonly code: 'RECEIPT_NEGATIVE'; readonly field: 'accepted' | 'rejected' | 'missing' }
  | {
      readonly code: 'RECEIPT_DOES_NOT_BALANCE';
      readonly dispatched: Quantity;
      readonly counted: Quantity;
      /** counted − dispatched: negative when goods are unaccounted for. */
      readonly difference: Quantity;
    }
  | { readonly code: 'REJECT_REASON_MISSING'; readonly rejected: Quantity }
  | { readonly code: 'REJECT_REASON_UNKNOWN'; readonly reason: string };

/**
 * accepted + rejected + missing = dispatched, within `toleranceBasisPoints` of dispatched for goods sold by catch weight
 * (200 = 2 %; 0 for counted goods). Rejecting needs one of
 * `reasons`; a reason without rejected goods is dropped.
 */
export function checkReceiptLine(
  line: { readonly dispatched: Quantity },
  count: ReceiptCount,
  toleranceBasisPoints = 0,
  reasons: ReadonlySet<string> = KNOWN,
): Result<ReceiptCount, ReceiptRefusal> {
  for (const field of ['accepted', 'rejected', 'missing'] as const) {
    if (count[field].isNegative) return refuse({ code: 'RECEIPT_NEGATIVE', field });
  }
  const { dispatched } = line;
  const counted = accountedQty(count);
  const difference = counted.sub(dispatched);
  if (difference.abs().compare(dispatched.basisPoints(BigInt(toleranceBasisPoints), 'down')) > 0) {
    return refuse({ code: 'RECEIPT_DOES_NOT_BALANCE', dispatched, counted, difference });
  }
  if (!count.rejected.isPositive) return accept({ ...count, reason: null });
  if (count.reason === null) return refuse({ code: 'REJECT_REASON_MISSING', rejected: count.rejected });
  if (!reasons.has(count.reason)) return refuse({ code: 'REJECT_REASON_UNKNOWN', reason: count.reason });
  return accept(count);
}

export type DeliveryProgress = 'NONE' | 'PARTIAL' | 'COMPLETE';

/** Totals of one confirmed order line over all its posted receipts, in the base unit. */
export interface DeliveredLine extends Omit<ReceiptCount, 'reason'> {
  readonly confirmed: Quantity;
}

/**
 * How far the receipts have come: COMPLETE once every confirmed quantity is accounted for (accepted, rejected or missing),
 * with the same tolerance as a receipt. Lines confirmed with zero do not count.
 */
export function deliveryProgress(lines: readonly DeliveredLine[], toleranceBasisPoints = 0): DeliveryProgress {
  const due = lines.filter((line) => line.confirmed.isPositive);
  if (!due.some((line) => accountedQty(line).isPositive)) return 'NONE';
  const complete = due.every((line) => {
    const enough = line.confirmed.sub(line.confirmed.basisPoints(BigInt(toleranceBasisPoints), 'down'));
    return accountedQty(line).compare(enough) >= 0;
  });
  return complete ? 'COMPLETE' : 'PARTIAL';
}

/** accepted + rejected + missing. */
export const accountedQty = (count: Pick<ReceiptCount, 'accepted' | 'rejected' | 'missing'>): Quantity =>
  count.accepted.add(count.rejected).add(count.missing);
