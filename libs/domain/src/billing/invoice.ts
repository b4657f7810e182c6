import { vatAmount, VAT_CODES, type VatCode } from '../catalog/vat.js';
import { daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { lineAmount } from '../shared/money.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

/**
 * The seller's e-invoice as it was recorded. It is born matched or as an exception; nothing of it is ever changed:
 * a wrong one is replaced, a right one that became too high or too low is adjusted by a note.
 */
export const INVOICE_STATES = ['MATCHED', 'EXCEPTION', 'APPROVED', 'RETURNED', 'REPLACED'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export type InvoiceAction = 'approve' | 'return' | 'replace';

/** The buyer's manager approves or returns; the seller replaces. */
export const INVOICE_TRANSITIONS: Transitions<InvoiceState, InvoiceAction> = {
  MATCHED: { replace: 'REPLACED' },
  EXCEPTION: { approve: 'APPROVED', return: 'RETURNED', replace: 'REPLACED' },
  APPROVED: { replace: 'REPLACED' },
  RETURNED: { replace: 'REPLACED' },
  REPLACED: {},
};

/** Accepted goods as the request asks for them. */
export interface RequestedLine {
  readonly id: string;
  readonly lineNo: number;
  readonly accepted: Quantity;
  readonly invoiced: Quantity;
  /** Accepted in all of the order's line, and what was confirmed: the first leg of the three-way match. */
  readonly acceptedOfOrder: Quantity;
  readonly ordered: Quantity;
  readonly unitPrice: bigint;
  readonly vatCode: VatCode;
}

export interface InvoicedLine {
  readonly requestLineId: string;
  readonly qty: Quantity;
  /** Đồng per base unit before VAT. */
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: VatCode;
}

export interface InvoiceFigures {
  readonly lines: readonly InvoicedLine[];
  readonly net: bigint;
  readonly vat: bigint;
  readonly total: bigint;
}

export type InvoiceLineRefusal =
  | { readonly code: 'INVOICE_EMPTY' }
  | { readonly code: 'INVOICE_LINE_UNKNOWN' }
  | { readonly code: 'INVOICE_LINE_TWICE' }
  | { readonly code: 'INVOICE_QTY_NOT_POSITIVE' }
  | { readonly code: 'INVOICE_ABOVE_ACCEPTED'; readonly left: Quantity; readonly row: number }
  | { readonly code: 'INVOICE_TOTAL_WRONG'; readonly net: bigint; readonly vat: bigint };

/** Invariant 12: never more than was accepted and not yet invoiced. No tolerance loosens this. */
export function checkInvoice(figures: InvoiceFigures, requested: readonly RequestedLine[]): Result<null, InvoiceLineRefusal> {
  if (figures.lines.length === 0) return refuse({ code: 'INVOICE_EMPTY' });
  const seen = new Set<string>();
  for (const [row, line] of figures.lines.entries()) {
    const asked = requested.find(({ id }) => id === line.requestLineId);
    if (!asked) return refuse({ code: 'INVOICE_LINE_UNKNOWN' });
    if (seen.has(asked.id)) return refuse({ code: 'INVOICE_LINE_TWICE' });
    seen.add(asked.id);
    if (!line.qty.isPositive) return refuse({ code: 'INVOICE_QTY_NOT_POSITIVE' });
    const left = asked.accepted.sub(asked.invoiced);
    if (line.qty.compare(left) > 0) return refuse({ code: 'INVOICE_ABOVE_ACCEPTED', left, row });
  }
  if (figures.net < 0n || figures.vat < 0n || figures.total !== figures.net + figures.vat)
    return refuse({ code: 'INVOICE_TOTAL_WRONG', net: figures.net, vat: figures.vat });
  return accept(null);
}

/** What the rules make of these quantities: the order's price, VAT once per code. */
export function expectedFigures(
  lines: readonly { readonly qty: Quantity; readonly unitPrice: bigint; readonly vatCode: VatCode }[],
): { readonly net: bigint; readonly vat: bigint; readonly total: bigint } {
  const amounts = lines.map(({ qty, unitPrice, vatCode }) => ({ vatCode, amount: lineAmount(qty, unitPrice) }));
  const net = amounts.reduce((sum, { amount }) => sum + amount, 0n);
  const vat = VAT_CODES.reduce((sum, code) => {
    const base = amounts.reduce((part, line) => (line.vatCode === code ? part + line.amount : part), 0n);
    return sum + vatAmount(base, code);
  }, 0n);
  return { net, vat, total: net + vat };
}

/** Dated data: how far an invoice may be off before a person must look. */
export interface MatchTolerance {
  /** Of the order's quantity, in basis points. */
  readonly qtyBp: number;
  /** Of the order's price, in basis points. */
  readonly priceBp: number;
  /** Rounding of the whole document, in đồng. */
  readonly roundingDong: bigint;
  /** Days after the receipt until which an invoice is expected. */
  readonly lateDays: number;
}

export const MATCH_FIELDS = [
  'SELLER_TAX_CODE',
  'BUYER_TAX_CODE',
  'ISSUED_ON',
  'LINE',
  'ORDERED_QTY',
  'QTY',
  'UNIT_PRICE',
  'LINE_AMOUNT',
  'VAT_CODE',
  'NET',
  'VAT',
  'TOTAL',
] as const;
export type MatchField = (typeof MATCH_FIELDS)[number];

/** One compared field that is not equal. Values are plain: đồng, decimal quantities, codes or days. */
export interface MatchDifference {
  readonly field: MatchField;
  readonly lineNo: number | null;
  readonly expected: string;
  readonly actual: string;
  readonly tolerated: boolean;
}

export interface MatchQuestion {
  readonly figures: InvoiceFigures;
  readonly issuedOn: LocalDate;
  readonly receivedOn: LocalDate;
  readonly requested: readonly RequestedLine[];
  readonly tolerance: MatchTolerance;
  /** Codes as printed; null where the record does not carry them. */
  readonly parties?: {
    readonly seller: { readonly expected: string | null; readonly actual: string | null };
    readonly buyer: { readonly expected: string | null; readonly actual: string | null };
  };
}

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);
const within = (actual: bigint, expected: bigint, bp: number): boolean =>
  distance(actual, expected) * 10_000n <= expected * BigInt(bp);

/** Order, receipt and invoice beside each other: every field that differs, and whether the tolerance covers it. */
export function matchInvoice(question: MatchQuestion): MatchDifference[] {
  const { figures, issuedOn, receivedOn, requested, tolerance, parties } = question;
  const found: MatchDifference[] = [];
  const add = (field: MatchField, lineNo: number | null, expected: string, actual: string, tolerated: boolean) =>
    found.push({ field, lineNo, expected, actual, tolerated });
  const code = (field: MatchField, pair: { expected: string | null; actual: string | null } | undefined) => {
    if (pair?.expected && pair.actual && pair.expected !== pair.actual) add(field, null, pair.expected, pair.actual, false);
  };
  code('SELLER_TAX_CODE', parties?.seller);
  code('BUYER_TAX_CODE', parties?.buyer);
  const late = daysBetween(receivedOn, issuedOn);
  if (late < 0 || late > tolerance.lateDays) add('ISSUED_ON', null, receivedOn, issuedOn, false);
  const expectedLines: { qty: Quantity; unitPrice: bigint; vatCode: VatCode }[] = [];
  for (const line of figures.lines) {
    const asked = requested.find(({ id }) => id === line.requestLineId)!;
    expectedLines.push({ qty: line.qty, unitPrice: asked.unitPrice, vatCode: asked.vatCode });
    if (asked.acceptedOfOrder.compare(asked.ordered) > 0) {
      const tolerated = within(asked.acceptedOfOrder.thousandths, asked.ordered.thousandths, tolerance.qtyBp);
      add('ORDERED_QTY', asked.lineNo, asked.ordered.toDecimalString(), asked.acceptedOfOrder.toDecimalString(), tolerated);
    }
    const left = asked.accepted.sub(asked.invoiced);
    // A part of the goods may be invoiced now and the rest later: that is told, never stopped.
    if (!line.qty.equals(left)) add('QTY', asked.lineNo, left.toDecimalString(), line.qty.toDecimalString(), true);
    if (line.unitPrice !== asked.unitPrice) {
      const tolerated = within(line.unitPrice, asked.unitPrice, tolerance.priceBp);
      add('UNIT_PRICE', asked.lineNo, String(asked.unitPrice), String(line.unitPrice), tolerated);
    }
    const amount = lineAmount(line.qty, line.unitPrice);
    if (line.amount !== amount) {
      const tolerated = distance(line.amount, amount) <= tolerance.roundingDong;
      add('LINE_AMOUNT', asked.lineNo, String(amount), String(line.amount), tolerated);
    }
    if (line.vatCode !== asked.vatCode) add('VAT_CODE', asked.lineNo, asked.vatCode, line.vatCode, false);
  }
  const expected = expectedFigures(expectedLines);
  const sums = [
    ['NET', expected.net, figures.net],
    ['VAT', expected.vat, figures.vat],
    ['TOTAL', expected.total, figures.total],
  ] as const;
  for (const [field, asked, printed] of sums) {
    if (asked !== printed) add(field, null, String(asked), String(printed), distance(asked, printed) <= tolerance.roundingDong);
  }
  return found;
}

export const matchedState = (differences: readonly MatchDifference[]): Extract<InvoiceState, 'MATCHED' | 'EXCEPTION'> =>
  differences.every(({ tolerated }) => tolerated) ? 'MATCHED' : 'EXCEPTION';
