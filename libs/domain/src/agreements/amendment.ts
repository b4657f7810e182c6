import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { AmendmentRefusal } from './commitment-line.js';
import { checkAmendedLine } from './commitment-line.js';

/** What may change on a line; a field left out stays. Quantities in the base unit. */
export interface LineTerms {
  readonly min: Quantity | null;
  /** Null: not quantified. */
  readonly target: Quantity | null;
  readonly max: Quantity | null;
}

export interface AmendedLine<T extends LineTerms = LineTerms> {
  readonly lineId: string;
  readonly before: T;
  readonly after: T;
}

/** An agreed amendment; `no` counts from 1 and orders the versions. */
export interface AgreedAmendment<T extends LineTerms = LineTerms> {
  readonly no: number;
  readonly lines: readonly AmendedLine<T>[];
}

export type AmendLineRefusal = AmendmentRefusal | { readonly code: 'QUANTITY_WITHDRAWN' } | { readonly code: 'NOTHING_AMENDED' };

const same = (a: Quantity | null, b: Quantity | null): boolean => (a === null || b === null ? a === b : a.equals(b));

/**
 * An amended line keeps its bounds in order, its target at least at what was accepted, and once quantified stays quantified: a
 * promise is never made unmeasurable. `otherwise` tells that something besides the quantities changes.
 */
export function checkAmendment(line: AmendedLine, accepted: Quantity, otherwise = false): Result<AmendedLine, AmendLineRefusal> {
  const { before, after } = line;
  const unchanged = same(before.min, after.min) && same(before.target, after.target) && same(before.max, after.max);
  if (unchanged && !otherwise) return refuse({ code: 'NOTHING_AMENDED' });
  if (before.target !== null && after.target === null) return refuse({ code: 'QUANTITY_WITHDRAWN' });
  const bounds = checkAmendedLine(after, accepted);
  return bounds.ok ? accept(line) : bounds;
}

/** What the ledger enters for the change of one line: the difference of the targets; zero needs no entry. */
export const amendEntry = ({ before, after }: AmendedLine): Quantity =>
  (after.target ?? Quantity.ZERO).sub(before.target ?? Quantity.ZERO);

/** The terms of a line after each version, the original first: whatever was amended, version 0 is what was signed. */
export function versionsOf<T extends LineTerms>(
  lineId: string,
  current: T,
  amendments: readonly AgreedAmendment<T>[],
): readonly { readonly no: number; readonly terms: T }[] {
  const changes = [...amendments]
    .sort((a, b) => a.no - b.no)
    .flatMap(({ no, lines }) => lines.filter((line) => line.lineId === lineId).map((line) => ({ no, line })));
  const original = changes[0]?.line.before ?? current;
  return [{ no: 0, terms: original }, ...changes.map(({ no, line }) => ({ no, terms: line.after }))];
}
