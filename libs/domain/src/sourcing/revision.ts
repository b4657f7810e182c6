import type { LocalDate } from '../shared/calendar-date.js';
import { Quantity } from '../shared/quantity.js';
import type { PricePlace } from './quote-price.js';

/** One line of a revision, as far as revisions are compared. */
export interface RevisionLine {
  readonly askedLineId: string;
  readonly productId: string | null;
  readonly description: string;
  readonly alternative: boolean;
  readonly unitPrice: bigint;
  readonly freightPerUnit: bigint | null;
  readonly offered: Quantity;
  readonly moq: Quantity | null;
  readonly leadDays: number;
}

export interface Revision {
  readonly n: number;
  readonly validUntil: LocalDate;
  readonly place: PricePlace;
  readonly lines: readonly RevisionLine[];
}

export type RevisionChange =
  | { readonly kind: 'VALID_UNTIL' | 'PLACE'; readonly before: string; readonly after: string }
  | { readonly kind: 'LINE_ADDED' | 'LINE_REMOVED'; readonly line: RevisionLine }
  | {
      readonly kind: 'PRICE' | 'FREIGHT' | 'QUANTITY' | 'MOQ' | 'LEAD_TIME';
      readonly line: RevisionLine;
      readonly before: string | null;
      readonly after: string | null;
    };

/** Revisions count 1, 2, 3 …: the next one after `last`, which is 0 before the first. */
export const nextRevision = (last: number): number => last + 1;

/** What the later revision changes against the earlier; empty when nothing. */
export function revisionChanges(before: Revision, after: Revision): RevisionChange[] {
  const changes: RevisionChange[] = [];
  if (before.place !== after.place) changes.push({ kind: 'PLACE', before: before.place, after: after.place });
  if (before.validUntil !== after.validUntil)
    changes.push({ kind: 'VALID_UNTIL', before: before.validUntil, after: after.validUntil });
  const earlier = new Map(before.lines.map((line) => [keyOf(line), line]));
  for (const line of after.lines) {
    const old = earlier.get(keyOf(line));
    earlier.delete(keyOf(line));
    if (!old) changes.push({ kind: 'LINE_ADDED', line });
    else changes.push(...lineChanges(old, line));
  }
  for (const line of earlier.values()) changes.push({ kind: 'LINE_REMOVED', line });
  return changes;
}

/** The same answer to the same question, in whatever place it stands. */
const keyOf = (line: RevisionLine): string => [line.askedLineId, line.alternative, line.productId ?? line.description].join('|');

function lineChanges(old: RevisionLine, line: RevisionLine): RevisionChange[] {
  const pairs = [
    ['PRICE', String(old.unitPrice), String(line.unitPrice)],
    ['FREIGHT', old.freightPerUnit?.toString() ?? null, line.freightPerUnit?.toString() ?? null],
    ['QUANTITY', String(old.offered), String(line.offered)],
    ['MOQ', old.moq?.toDecimalString() ?? null, line.moq?.toDecimalString() ?? null],
    ['LEAD_TIME', String(old.leadDays), String(line.leadDays)],
  ] as const;
  return pairs.flatMap(([kind, before, after]) => (before === after ? [] : [{ kind, line, before, after }]));
}
