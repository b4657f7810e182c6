import { vatAmount, VAT_CODES, type VatCode } from '../catalog/vat.js';
import { addDays, type LocalDate } from '../shared/calendar-date.js';
import { lineAmount } from '../shared/money.js';
import type { Quantity } from '../shared/quantity.js';

/** Accepted goods at the price of the order; only what was accepted is owed. */
export interface AcceptedLine {
  readonly accepted: Quantity;
  /** Đồng per base unit before VAT. */
  readonly unitPrice: bigint;
  readonly vatCode: VatCode;
}

export interface PaymentTerms {
  /** The day the term runs from, as agreed (receipt, invoice, end of month). */
  readonly baseDate: LocalDate;
  readonly termDays: number;
}

export interface VatRow {
  readonly code: VatCode;
  readonly base: bigint;
  readonly vat: bigint;
}

export interface Due {
  readonly net: bigint;
  /** One row per VAT code in use; VAT is rounded once per row. */
  readonly vatRows: readonly VatRow[];
  readonly vat: bigint;
  /** net + vat, in đồng. */
  readonly total: bigint;
  readonly dueOn: LocalDate;
}

/** What is owed for accepted goods and by when. Sums are sums of stored line amounts, never rounded again. */
export function dueOf(lines: readonly AcceptedLine[], terms: PaymentTerms): Due {
  const bases = new Map<VatCode, bigint>();
  for (const { accepted, unitPrice, vatCode } of lines) {
    bases.set(vatCode, (bases.get(vatCode) ?? 0n) + lineAmount(accepted, unitPrice));
  }
  const vatRows = VAT_CODES.flatMap((code): VatRow[] => {
    const base = bases.get(code);
    return base === undefined ? [] : [{ code, base, vat: vatAmount(base, code) }];
  });
  const net = vatRows.reduce((sum, row) => sum + row.base, 0n);
  const vat = vatRows.reduce((sum, row) => sum + row.vat, 0n);
  return { net, vatRows, vat, total: net + vat, dueOn: addDays(terms.baseDate, terms.termDays) };
}

export type PaymentState = 'DUE' | 'DECLARED' | 'PART_PAID' | 'PAID';

export interface ReceivableBalance {
  readonly total: bigint;
  /** Confirmed by the seller as received. */
  readonly confirmed: bigint;
  /** Declared by the buyer, not confirmed yet. */
  readonly declared: bigint;
}

/** Only confirmed money pays; a declaration waiting for the seller shows before a part payment, because it is a move to make. */
export function paymentState({ total, confirmed, declared }: ReceivableBalance): PaymentState {
  if (confirmed >= total) return 'PAID';
  if (declared > 0n) return 'DECLARED';
  return confirmed > 0n ? 'PART_PAID' : 'DUE';
}

/** Still owed, never below zero. */
export const openAmount = ({ total, confirmed }: Pick<ReceivableBalance, 'total' | 'confirmed'>): bigint =>
  confirmed < total ? total - confirmed : 0n;

/** A flag read from the calendar: the due day itself is still in time. */
export const isOverdue = (
  receivable: Pick<ReceivableBalance, 'total' | 'confirmed'> & { readonly dueOn: LocalDate },
  on: LocalDate,
): boolean => receivable.dueOn < on && openAmount(receivable) > 0n;

/** Payments of `limit` đồng or more, VAT included, must not be in cash while the rule is in force (both days included). */
export interface CashRule {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly limit: bigint;
}

/** `amount` is the sum of the purchases from one seller on one day, VAT included. Without a rule in force cash is not limited. */
export function cashIsAllowed(amount: bigint, date: LocalDate, rules: readonly CashRule[]): boolean {
  return rules
    .filter((rule) => rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo))
    .every((rule) => amount < rule.limit);
}
