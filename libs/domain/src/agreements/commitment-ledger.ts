import type { Instant } from '../shared/calendar-date.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const LEDGER_KINDS = [
  'COMMIT',
  'AMEND',
  'CALL_OFF',
  'CONFIRM',
  'CALL_OFF_RELEASE',
  'DISPATCH',
  'ACCEPT',
  'REJECT',
  'INVOICE',
  'PAY',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/**
 * One insert-only row of the measuring ledger, in the base unit of the line. Quantities are positive except an AMEND that
 * lowers the commitment, and a reversal, which repeats its original with the opposite sign. CONFIRM, the seller's word for a
 * call-off, changes no balance: it proves a rung.
 */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly qty: Quantity;
  readonly at: Instant;
  readonly reversesId: string | null;
}

export interface LedgerTotals {
  readonly committed: Quantity;
  /** Called off, less what was released by cancelling or closing short. */
  readonly calledOff: Quantity;
  readonly dispatched: Quantity;
  readonly accepted: Quantity;
  readonly rejected: Quantity;
  readonly invoiced: Quantity;
  readonly paid: Quantity;
}

/** Balances are plain sums of signed rows, so they do not depend on order and a reversal needs no special case. */
export function foldLedger(entries: Iterable<Pick<LedgerEntry, 'kind' | 'qty'>>): LedgerTotals {
  const sums = Object.fromEntries(LEDGER_KINDS.map((kind) => [kind, 0n])) as Record<LedgerKind, bigint>;
  for (const { kind, qty } of entries) sums[kind] += qty.thousandths;
  const total = Quantity.fromThousandths;
  return {
    committed: total(sums.COMMIT + sums.AMEND),
    calledOff: total(sums.CALL_OFF - sums.CALL_OFF_RELEASE),
    dispatched: total(sums.DISPATCH),
    accepted: total(sums.ACCEPT),
    rejected: total(sums.REJECT),
    invoiced: total(sums.INVOICE),
    paid: total(sums.PAY),
  };
}

export type ReversalRefusal =
  | { readonly code: 'ALREADY_REVERSED'; readonly entryId: string; readonly reversalId: string }
  | { readonly code: 'REVERSAL_NOT_REVERSIBLE'; readonly entryId: string };

/** The row that undoes `original`; `existing` are the rows of the same line. A reversal itself is never reversed. */
export function reverseEntry(
  original: LedgerEntry,
  existing: readonly LedgerEntry[],
  reversal: { readonly id: string; readonly at: Instant },
): Result<LedgerEntry, ReversalRefusal> {
  if (original.reversesId !== null) return refuse({ code: 'REVERSAL_NOT_REVERSIBLE', entryId: original.id });
  const earlier = existing.find((entry) => entry.reversesId === original.id);
  if (earlier) return refuse({ code: 'ALREADY_REVERSED', entryId: original.id, reversalId: earlier.id });
  return accept({ ...reversal, kind: original.kind, qty: original.qty.negate(), reversesId: original.id });
}

/** Ids of reversal rows that do not undo exactly one row of the same kind and amount; empty for a sound ledger (audit). */
export function unsoundReversals(entries: readonly LedgerEntry[]): string[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const reversed = new Set<string>();
  return entries
    .filter((entry) => {
      if (entry.reversesId === null) return false;
      const original = byId.get(entry.reversesId);
      const repeated = reversed.has(entry.reversesId);
      reversed.add(entry.reversesId);
      const undoes = original?.reversesId === null && original.kind === entry.kind && original.qty.equals(entry.qty.negate());
      return repeated || !undoes;
    })
    .map((entry) => entry.id);
}
