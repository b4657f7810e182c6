import { VAT_CODES, type VatCode } from '../catalog/vat.js';
import type { LocalDate } from '../shared/calendar-date.js';
import { lineAmount } from '../shared/money.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import { foldVietnamese } from '../shared/text.js';
import { expectedFigures, type MatchField } from './invoice.js';

/** An e-invoice as its XML says (Decree 123/2020, Decision 1450/QĐ-TCT): the seller's tax invoice, which we keep and compare. */
export interface EInvoice {
  readonly symbol: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly currency: string;
  readonly authorityCode: string | null;
  readonly lookupCode: string | null;
  readonly sellerTaxCode: string | null;
  readonly buyerTaxCode: string | null;
  readonly lines: readonly EInvoiceLine[];
  readonly net: bigint;
  readonly vat: bigint;
  readonly total: bigint;
}

export interface EInvoiceLine {
  readonly lineNo: number;
  readonly name: string;
  readonly unit: string;
  /** Decimal string in the unit of the invoice. */
  readonly qty: string;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: VatCode | null;
}

export type EInvoiceRefusal =
  | { readonly code: 'SYMBOL_WRONG' }
  | { readonly code: 'NUMBER_WRONG' }
  | { readonly code: 'LOOKUP_TOO_LONG'; readonly max: number }
  | { readonly code: 'ISSUED_IN_FUTURE'; readonly today: LocalDate };

/** Kind (1 VAT, 2 sales), C or K (with or without the authority's code), two digits of the year, one letter, two signs: 1C26TAA. */
const SYMBOL = /^[1-9][CK]\d{2}[TDLMNBGHX][A-Z0-9]{2}$/;
const NUMBER = /^\d{1,8}$/;
export const LOOKUP_MAX = 60;

/** "1c26taa", "00000123" → "1C26TAA", "123": leading zeros do not make another number. */
export function readInvoiceName(
  given: { readonly symbol: string; readonly number: string; readonly lookupCode?: string | null; readonly issuedOn: LocalDate },
  today: LocalDate,
): Result<{ readonly symbol: string; readonly number: string; readonly lookupCode: string | null }, EInvoiceRefusal> {
  const symbol = given.symbol.replace(/\s/g, '').toUpperCase();
  const number = given.number.replace(/\s/g, '').replace(/^0+(?=\d)/, '');
  const lookupCode = given.lookupCode?.trim() || null;
  if (!SYMBOL.test(symbol)) return refuse({ code: 'SYMBOL_WRONG' });
  if (!NUMBER.test(number) || number === '0') return refuse({ code: 'NUMBER_WRONG' });
  if (lookupCode !== null && lookupCode.length > LOOKUP_MAX) return refuse({ code: 'LOOKUP_TOO_LONG', max: LOOKUP_MAX });
  if (given.issuedOn > today) return refuse({ code: 'ISSUED_IN_FUTURE', today });
  return accept({ symbol, number, lookupCode });
}

/** "8%", "8", "KCT", "KKKNT", "10 %" → a code; null for anything else. */
export function vatCodeOfText(text: string): VatCode | null {
  const bare = text.replace(/[\s%]/g, '').toUpperCase();
  return VAT_CODES.find((code) => code === bare) ?? null;
}

/**
 * Which asked line each printed line is: by name without diacritics, else by position where both lists are of one length.
 * Null where nothing fits: the line is an exception, never a guess.
 */
export function pairLines(
  printed: readonly { readonly name: string }[],
  asked: readonly { readonly id: string; readonly description: string }[],
): (string | null)[] {
  const free = new Map(asked.map(({ id, description }) => [id, foldVietnamese(description)]));
  const byName = printed.map(({ name }) => {
    const folded = foldVietnamese(name);
    const found = [...free].find(([, description]) => description === folded || folded.includes(description));
    if (found) free.delete(found[0]);
    return found?.[0] ?? null;
  });
  if (printed.length !== asked.length) return byName;
  return byName.map((id, index) => {
    if (id !== null) return id;
    const same = asked[index]!.id;
    return free.delete(same) ? same : null;
  });
}

/** One field of the XML beside what order and receipt say; `isEqual` false is what a person must look at. */
export interface ComparedField {
  readonly field: MatchField;
  readonly lineNo: number | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly isEqual: boolean;
}

export interface ExpectedInvoice {
  readonly sellerTaxCode: string | null;
  readonly buyerTaxCode: string | null;
  readonly receivedOn: LocalDate;
  readonly lines: readonly {
    readonly id: string;
    readonly description: string;
    readonly qty: Quantity;
    readonly unitPrice: bigint;
    readonly vatCode: VatCode;
  }[];
}

/** Every field that the XML and the platform both know, in reading order. */
export function compareEInvoice(invoice: EInvoice, expected: ExpectedInvoice): ComparedField[] {
  const rows: ComparedField[] = [];
  const row = (
    field: MatchField,
    lineNo: number | null,
    asked: string | null,
    printed: string | null,
    isEqual = asked === printed,
  ) => rows.push({ field, lineNo, expected: asked, actual: printed, isEqual });
  // A code that the platform was never told cannot be wrong.
  const party = (field: MatchField, asked: string | null, printed: string | null) =>
    row(field, null, asked, printed, asked === null || asked === printed);
  party('SELLER_TAX_CODE', expected.sellerTaxCode, invoice.sellerTaxCode);
  party('BUYER_TAX_CODE', expected.buyerTaxCode, invoice.buyerTaxCode);
  row('ISSUED_ON', null, expected.receivedOn, invoice.issuedOn, invoice.issuedOn >= expected.receivedOn);
  const pairs = pairLines(invoice.lines, expected.lines);
  invoice.lines.forEach((line, index) => {
    const asked = expected.lines.find(({ id }) => id === pairs[index]);
    row('LINE', line.lineNo, asked?.description ?? null, line.name, asked !== undefined);
    if (!asked) return;
    const qty = Quantity.parse(line.qty.replace('.', ','));
    row('QTY', line.lineNo, asked.qty.toDecimalString(), line.qty, qty.ok && qty.value.equals(asked.qty));
    row('UNIT_PRICE', line.lineNo, String(asked.unitPrice), String(line.unitPrice));
    row('LINE_AMOUNT', line.lineNo, String(lineAmount(asked.qty, asked.unitPrice)), String(line.amount));
    row('VAT_CODE', line.lineNo, asked.vatCode, line.vatCode);
  });
  for (const asked of expected.lines) {
    if (!pairs.includes(asked.id)) row('LINE', null, asked.description, null);
  }
  const sums = expectedFigures(expected.lines);
  row('NET', null, String(sums.net), String(invoice.net));
  row('VAT', null, String(sums.vat), String(invoice.vat));
  row('TOTAL', null, String(sums.total), String(invoice.total));
  return rows;
}
