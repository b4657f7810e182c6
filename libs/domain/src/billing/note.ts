import type { VatCode } from '../catalog/vat.js';
import { vatAmount, VAT_CODES } from '../catalog/vat.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

/** A credit note lowers what is owed and holds at once; a debit note raises it and waits for the buyer. */
export const NOTE_KINDS = ['CREDIT', 'DEBIT'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
export const NOTE_STATES = ['PROPOSED', 'ISSUED', 'DECLINED', 'WITHDRAWN'] as const;
export type NoteState = (typeof NOTE_STATES)[number];
export type NoteAction = 'accept' | 'decline' | 'withdraw';
export const NOTE_TRANSITIONS: Transitions<NoteState, NoteAction> = {
  PROPOSED: { accept: 'ISSUED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  ISSUED: {},
  DECLINED: {},
  WITHDRAWN: {},
};

/** Where a note comes from; all but MANUAL have exactly one note for each cause. */
export const NOTE_SOURCES = ['MANUAL', 'CLAIM', 'INVOICE', 'INVOICE_REPLACED', 'RECEIPT_VOIDED'] as const;
export type NoteSource = (typeof NOTE_SOURCES)[number];

export interface NoteLine {
  readonly requestLineId: string;
  /** Đồng before VAT, above zero; the note's kind gives it its sign. */
  readonly net: bigint;
  readonly vatCode: VatCode;
}

export interface NotableLine {
  readonly id: string;
  readonly amount: bigint;
  /** What notes added (positive) or took (negative) so far, before VAT. */
  readonly noted: bigint;
  readonly vatCode: VatCode;
}

export type NoteRefusal =
  | { readonly code: 'NOTE_EMPTY' }
  | { readonly code: 'NOTE_LINE_UNKNOWN' }
  | { readonly code: 'NOTE_AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'NOTE_ABOVE_LINE'; readonly left: bigint; readonly row: number };

export interface NoteFigures {
  /** Signed: what the note does to the debt. */
  readonly net: bigint;
  readonly vat: bigint;
  readonly total: bigint;
}

/** Signed sums of a note; VAT once per code. A credit never takes more from a line than the line is worth now. */
export function noteFigures(
  kind: NoteKind,
  lines: readonly NoteLine[],
  requested: readonly NotableLine[],
): Result<NoteFigures, NoteRefusal> {
  if (lines.length === 0) return refuse({ code: 'NOTE_EMPTY' });
  for (const [row, line] of lines.entries()) {
    const asked = requested.find(({ id }) => id === line.requestLineId);
    if (!asked) return refuse({ code: 'NOTE_LINE_UNKNOWN' });
    if (line.net <= 0n) return refuse({ code: 'NOTE_AMOUNT_NOT_POSITIVE' });
    const taken = lines.filter((other) => other.requestLineId === asked.id).reduce((sum, { net }) => sum + net, 0n);
    const left = asked.amount + asked.noted;
    if (kind === 'CREDIT' && taken > left) return refuse({ code: 'NOTE_ABOVE_LINE', left, row });
  }
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const vat = VAT_CODES.reduce((sum, code) => {
    const base = lines.reduce((part, line) => (line.vatCode === code ? part + line.net : part), 0n);
    return sum + vatAmount(base, code);
  }, 0n);
  const sign = kind === 'CREDIT' ? -1n : 1n;
  return accept({ net: sign * net, vat: sign * vat, total: sign * (net + vat) });
}

/**
 * A credit never makes a debt negative: VAT is rounded once for each document, so that credits one after another could take a
 * đồng too much. `isWhole` says that nothing may be left either. Null when even the goods are worth more than what is owed.
 */
export function creditWithin(figures: NoteFigures, owed: bigint, isWhole = false): NoteFigures | null {
  if (!isWhole && owed + figures.total >= 0n) return figures;
  if (owed + figures.net < 0n) return null;
  return { net: figures.net, vat: -owed - figures.net, total: -owed };
}
