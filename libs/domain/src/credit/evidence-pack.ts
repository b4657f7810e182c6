import { type Instant, daysBetween, instantMs, type LocalDate, localDateOf } from '../shared/calendar-date.js';
import { lineAmount } from '../shared/money.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { median } from '../petitions/petition-metrics.js';
import type { EvidenceScope } from './evidence-consent.js';

/** A receipt's line that the buyer accepted. `undoneAt` when the receipt was voided. Prices before VAT. */
export interface DeliveryFact {
  readonly at: Instant;
  readonly undoneAt: Instant | null;
  readonly buyerId: string;
  readonly goods: string;
  readonly unit: string;
  readonly acceptedQty: string;
  readonly rejectedQty: string;
  readonly unitPrice: bigint;
}

/** What one receipt made due, with what changed it and what was paid; VAT included. */
export interface DueFact {
  readonly issuedAt: Instant;
  readonly buyerId: string;
  /** The day the term is counted from, and the day promised. */
  readonly baseDate: LocalDate;
  readonly dueOn: LocalDate;
  readonly total: bigint;
  readonly notes: readonly { readonly at: Instant; readonly amount: bigint }[];
  readonly payments: readonly { readonly confirmedAt: Instant; readonly paidOn: LocalDate; readonly amount: bigint }[];
}

/** A line of an order that both sides stand by. */
export interface OrderFact {
  readonly orderId: string;
  readonly buyerId: string;
  readonly confirmedAt: Instant;
  /** Cancelled, or the rest given up. */
  readonly endedAt: Instant | null;
  readonly promisedOn: LocalDate;
  readonly unit: string;
  readonly confirmedQty: string;
  readonly accepted: readonly { readonly at: Instant; readonly undoneAt: Instant | null; readonly qty: string }[];
  readonly unitPrice: bigint;
}

export interface EvidenceFacts {
  readonly deliveries: readonly DeliveryFact[];
  readonly dues: readonly DueFact[];
  readonly orders: readonly OrderFact[];
}

/** Money and quantities as decimal text, so that the pack is the same JSON wherever it is kept and hashed. */
export interface UnitQty {
  readonly unit: string;
  readonly qty: string;
}

export interface MonthOfSales {
  /** "2026-08" */
  readonly month: string;
  readonly lines: number;
  readonly quantities: readonly UnitQty[];
  readonly value: string;
}

export interface DeliveriesPart {
  readonly lines: number;
  readonly buyers: number;
  readonly value: string;
  readonly months: readonly MonthOfSales[];
  readonly goods: readonly {
    readonly name: string;
    readonly unit: string;
    readonly accepted: string;
    readonly rejected: string;
    readonly value: string;
  }[];
}

export interface PaymentsPart {
  readonly requests: number;
  readonly invoiced: string;
  readonly paid: string;
  readonly open: string;
  readonly overdue: string;
  /** Paid in full by the cut-off: the denominator of both numbers of days. */
  readonly settled: number;
  readonly medianPromisedDays: number | null;
  readonly medianRealDays: number | null;
  /** Of those whose day had come or that were settled before it. */
  readonly due: number;
  readonly onTime: number;
}

export interface OpenOrdersPart {
  readonly orders: number;
  readonly buyers: number;
  readonly value: string;
  readonly months: readonly { readonly month: string; readonly quantities: readonly UnitQty[]; readonly value: string }[];
}

export interface EvidencePack {
  readonly periodFrom: LocalDate;
  /** Facts up to this moment, ISO 8601 in UTC. */
  readonly cutOff: string;
  readonly deliveries: DeliveriesPart | null;
  readonly payments: PaymentsPart | null;
  readonly openOrders: OpenOrdersPart | null;
}

const monthOfDay = (day: LocalDate): string => day.slice(0, 7);
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const byKey = <T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
};
const unitsOf = (items: readonly { readonly unit: string; readonly qty: Quantity }[]): UnitQty[] =>
  byKey(items, ({ unit }) => unit).map(([unit, own]) => ({
    unit,
    qty: own.reduce((total, { qty }) => total.add(qty), Quantity.ZERO).toDecimalString(),
  }));

/**
 * The figures a bank is shown, from dated facts up to `cutOff`: the same facts give the same pack for ever, in whatever order they come.
 * Buyers are counted, never named, and prices appear only in sums: they are the trade secrets of two.
 */
export function evidencePack(
  facts: EvidenceFacts,
  terms: { readonly scopes: readonly EvidenceScope[]; readonly periodFrom: LocalDate; readonly cutOff: Instant },
): EvidencePack {
  const until = instantMs(terms.cutOff);
  const known = (at: Instant | null): boolean => at !== null && instantMs(at) <= until;
  const within = (day: LocalDate): boolean => day >= terms.periodFrom;
  const has = (scope: EvidenceScope): boolean => terms.scopes.includes(scope);
  const cutOffDay = localDateOf(terms.cutOff);
  const standing = { known, within, cutOffDay };
  return {
    periodFrom: terms.periodFrom,
    cutOff: new Date(until).toISOString(),
    deliveries: has('DELIVERIES') ? deliveriesOf(facts.deliveries, standing) : null,
    payments: has('PAYMENTS') ? paymentsOf(facts.dues, standing) : null,
    openOrders: has('OPEN_ORDERS') ? openOrdersOf(facts.orders, standing) : null,
  };
}

interface Standing {
  readonly known: (at: Instant | null) => boolean;
  readonly within: (day: LocalDate) => boolean;
  readonly cutOffDay: LocalDate;
}

function deliveriesOf(facts: readonly DeliveryFact[], { known, within }: Standing): DeliveriesPart {
  const lines = facts
    .filter(({ at, undoneAt }) => known(at) && !known(undoneAt) && within(localDateOf(at)))
    .map((fact) => {
      const qty = quantity(fact.acceptedQty);
      return { ...fact, qty, value: lineAmount(qty, fact.unitPrice), month: monthOfDay(localDateOf(fact.at)) };
    });
  return {
    lines: lines.length,
    buyers: new Set(lines.map(({ buyerId }) => buyerId)).size,
    value: sum(lines.map(({ value }) => value)).toString(),
    months: byKey(lines, ({ month }) => month).map(([month, own]) => ({
      month,
      lines: own.length,
      quantities: unitsOf(own),
      value: sum(own.map(({ value }) => value)).toString(),
    })),
    goods: byKey(lines, ({ goods, unit }) => `${goods}\u0000${unit}`).map(([, own]) => ({
      name: own[0]!.goods,
      unit: own[0]!.unit,
      accepted: own.reduce((total, { qty }) => total.add(qty), Quantity.ZERO).toDecimalString(),
      rejected: own.reduce((total, { rejectedQty }) => total.add(quantity(rejectedQty)), Quantity.ZERO).toDecimalString(),
      value: sum(own.map(({ value }) => value)).toString(),
    })),
  };
}

function paymentsOf(facts: readonly DueFact[], { known, within, cutOffDay }: Standing): PaymentsPart {
  const dues = facts
    .filter(({ issuedAt }) => known(issuedAt) && within(localDateOf(issuedAt)))
    .map((due) => {
      const owed = due.total + sum(due.notes.filter(({ at }) => known(at)).map(({ amount }) => amount));
      const payments = due.payments.filter(({ confirmedAt }) => known(confirmedAt));
      const paid = sum(payments.map(({ amount }) => amount));
      const lastPaidOn = payments.map(({ paidOn }) => paidOn).reduce<LocalDate | null>((a, b) => (a && a > b ? a : b), null);
      return { ...due, owed, paid, settledOn: owed > 0n && paid >= owed ? lastPaidOn : null };
    });
  const settled = dues.filter((due): due is typeof due & { settledOn: LocalDate } => due.settledOn !== null);
  const open = dues.map(({ owed, paid, dueOn }) => ({ left: owed > paid ? owed - paid : 0n, dueOn }));
  const due = dues.filter(({ settledOn, owed, dueOn }) => owed > 0n && (settledOn !== null || dueOn < cutOffDay));
  return {
    requests: dues.length,
    invoiced: sum(dues.map(({ owed }) => owed)).toString(),
    paid: sum(dues.map(({ paid }) => paid)).toString(),
    open: sum(open.map(({ left }) => left)).toString(),
    overdue: sum(open.filter(({ dueOn }) => dueOn < cutOffDay).map(({ left }) => left)).toString(),
    settled: settled.length,
    medianPromisedDays: median(settled.map(({ baseDate, dueOn }) => daysBetween(baseDate, dueOn))),
    medianRealDays: median(settled.map(({ baseDate, settledOn }) => daysBetween(baseDate, settledOn))),
    due: due.length,
    onTime: due.filter(({ settledOn, dueOn }) => settledOn !== null && settledOn <= dueOn).length,
  };
}

function openOrdersOf(facts: readonly OrderFact[], { known }: Standing): OpenOrdersPart {
  const open = facts
    .filter(({ confirmedAt, endedAt }) => known(confirmedAt) && !known(endedAt))
    .map((fact) => {
      const accepted = fact.accepted
        .filter(({ at, undoneAt }) => known(at) && !known(undoneAt))
        .reduce((total, { qty }) => total.add(quantity(qty)), Quantity.ZERO);
      const qty = quantity(fact.confirmedQty).sub(accepted);
      return { ...fact, qty, value: lineAmount(qty, fact.unitPrice) };
    })
    .filter(({ qty }) => qty.compare(Quantity.ZERO) > 0);
  return {
    orders: new Set(open.map(({ orderId }) => orderId)).size,
    buyers: new Set(open.map(({ buyerId }) => buyerId)).size,
    value: sum(open.map(({ value }) => value)).toString(),
    months: byKey(open, ({ promisedOn }) => monthOfDay(promisedOn)).map(([month, own]) => ({
      month,
      quantities: unitsOf(own),
      value: sum(own.map(({ value }) => value)).toString(),
    })),
  };
}
