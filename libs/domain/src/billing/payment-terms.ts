import { addDays, daysInMonth, type LocalDate } from '../shared/calendar-date.js';

/** What the days of a term are counted from, as the two parties agreed. */
export const TERM_BASES = ['RECEIPT', 'INVOICE', 'MONTH_END'] as const;
export type TermBase = (typeof TERM_BASES)[number];

export interface TermFacts {
  readonly base: TermBase;
  readonly termDays: number;
  readonly receivedOn: LocalDate;
  /** Null until the seller's e-invoice is recorded: until then the day of the receipt stands in. */
  readonly invoicedOn: LocalDate | null;
}

/** The day the term runs from. The month's end is that of the receipt; an invoice never moves the day to before the receipt. */
export function baseDateOf({ base, receivedOn, invoicedOn }: Omit<TermFacts, 'termDays'>): LocalDate {
  if (base === 'MONTH_END') return `${receivedOn.slice(0, 8)}${String(daysInMonth(receivedOn)).padStart(2, '0')}`;
  return base === 'INVOICE' && invoicedOn !== null && invoicedOn > receivedOn ? invoicedOn : receivedOn;
}

export const dueDateOf = (facts: TermFacts): LocalDate => addDays(baseDateOf(facts), facts.termDays);

/** One word of both sides about the base, and the day from which it holds. */
export interface AgreedBase {
  readonly base: TermBase;
  readonly since: LocalDate;
}

/**
 * What the term of an order's goods runs from: the latest word of both. `ofOrder` is the contract's clause as the order took it over
 * when it was placed, `between` what the two agreed later for all their trade; where both hold from one day the contract, which is
 * about these goods, prevails. Where nothing was agreed, the dated rule.
 */
export function agreedBase(ofOrder: AgreedBase | null, between: AgreedBase | null, usual: TermBase): TermBase {
  if (ofOrder && between) return between.since > ofOrder.since ? between.base : ofOrder.base;
  return (ofOrder ?? between)?.base ?? usual;
}

/** Days before (negative) or after the due day on which the payer is reminded. Each is told once. */
export function reminderOf(dueOn: LocalDate, today: LocalDate, days: readonly number[]): number | null {
  const reached = days.filter((day) => addDays(dueOn, day) <= today);
  return reached.length === 0 ? null : Math.max(...reached);
}
