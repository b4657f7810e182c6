import { daysBetween, type LocalDate } from '../shared/calendar-date.js';

/** Accounts of the seller's book with one buyer. Debits are positive, credits negative, in đồng. */
export type Account = 'RECEIVABLE' | 'SALES' | 'VAT_OUTPUT' | 'BANK' | 'CARD' | 'CASH' | 'BUYER_CREDIT';

/** Where money arrived and from where it goes back. */
export type MoneyAccount = Extract<Account, 'BANK' | 'CARD' | 'CASH'>;

export type MoneyFact =
  /** Accepted goods became due. */
  | { readonly kind: 'BILLED'; readonly net: bigint; readonly vat: bigint }
  | { readonly kind: 'RECEIVED'; readonly amount: bigint; readonly by: MoneyAccount }
  | { readonly kind: 'REFUNDED'; readonly amount: bigint; readonly by: MoneyAccount }
  /** A note changed what is owed; signed. */
  | { readonly kind: 'NOTED'; readonly net: bigint; readonly vat: bigint }
  /** Money arrived that no debt stands for. */
  | { readonly kind: 'ON_ACCOUNT'; readonly amount: bigint; readonly by: MoneyAccount }
  /** Credit pays a debt. */
  | { readonly kind: 'ALLOCATED'; readonly amount: bigint }
  /** A debt shrank below what was paid: the rest is credit. */
  | { readonly kind: 'RELEASED'; readonly amount: bigint }
  /** Credit went back to the buyer. */
  | { readonly kind: 'PAID_BACK'; readonly amount: bigint; readonly by: MoneyAccount };

export const FACT_KINDS = [
  'BILLED',
  'RECEIVED',
  'REFUNDED',
  'NOTED',
  'ON_ACCOUNT',
  'ALLOCATED',
  'RELEASED',
  'PAID_BACK',
] as const satisfies readonly MoneyFact['kind'][];

export interface Posting {
  readonly account: Account;
  readonly amount: bigint;
}

/** Double entry: the postings of one fact sum to zero; accounts that a fact does not touch have none. */
export function postingsOf(fact: MoneyFact): Posting[] {
  return entriesOf(fact).filter(({ amount }) => amount !== 0n);
}

function entriesOf(fact: MoneyFact): Posting[] {
  switch (fact.kind) {
    case 'BILLED':
    case 'NOTED':
      return [
        { account: 'RECEIVABLE', amount: fact.net + fact.vat },
        { account: 'SALES', amount: -fact.net },
        { account: 'VAT_OUTPUT', amount: -fact.vat },
      ];
    case 'RECEIVED':
      return [
        { account: fact.by, amount: fact.amount },
        { account: 'RECEIVABLE', amount: -fact.amount },
      ];
    case 'REFUNDED':
      return [
        { account: 'RECEIVABLE', amount: fact.amount },
        { account: fact.by, amount: -fact.amount },
      ];
    case 'ON_ACCOUNT':
      return [
        { account: fact.by, amount: fact.amount },
        { account: 'BUYER_CREDIT', amount: -fact.amount },
      ];
    case 'ALLOCATED':
      return [
        { account: 'BUYER_CREDIT', amount: fact.amount },
        { account: 'RECEIVABLE', amount: -fact.amount },
      ];
    case 'RELEASED':
      return [
        { account: 'RECEIVABLE', amount: fact.amount },
        { account: 'BUYER_CREDIT', amount: -fact.amount },
      ];
    case 'PAID_BACK':
      return [
        { account: 'BUYER_CREDIT', amount: fact.amount },
        { account: fact.by, amount: -fact.amount },
      ];
  }
}

/** Days past due of what is still open; the due day itself is in time. */
export const AGE_BANDS = ['NOT_DUE', 'DAYS_1_30', 'DAYS_31_60', 'DAYS_61_90', 'DAYS_OVER_90'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export function ageBand(dueOn: LocalDate, on: LocalDate): AgeBand {
  const late = daysBetween(dueOn, on);
  if (late <= 0) return 'NOT_DUE';
  if (late <= 30) return 'DAYS_1_30';
  if (late <= 60) return 'DAYS_31_60';
  return late <= 90 ? 'DAYS_61_90' : 'DAYS_OVER_90';
}

export interface OpenItem {
  readonly open: bigint;
  readonly dueOn: LocalDate;
}

/** What is open by age; the bands sum to everything that is open. */
export function ageing(items: readonly OpenItem[], on: LocalDate): Record<AgeBand, bigint> {
  const bands: Record<AgeBand, bigint> = { NOT_DUE: 0n, DAYS_1_30: 0n, DAYS_31_60: 0n, DAYS_61_90: 0n, DAYS_OVER_90: 0n };
  for (const { open, dueOn } of items) bands[ageBand(dueOn, on)] += open;
  return bands;
}
