import { creditRealisation, type CreditRealisation, creditStage, type CreditStage } from '../credit/credit-ledger.js';
import { CREDIT_STATES, type CreditState } from '../credit/credit-state.js';
import type { LocalDate } from '../shared/calendar-date.js';

/** A credit agreement with the days on which each thing became known; money as decimal text in đồng. */
export interface ReportCreditInput {
  readonly number: string;
  readonly bank: string;
  readonly borrower: string;
  readonly borrowerId: string;
  readonly isDemo: boolean;
  readonly recordedOn: LocalDate;
  /** As the paper says; null: it names none. */
  readonly amount: string | null;
  /** Whether the one who reports may read the amount: it is the two sides'. */
  readonly isAmountOpen: boolean;
  /** In the order in which they were entered. */
  readonly steps: readonly { readonly on: LocalDate; readonly to: CreditState; readonly amount: string | null }[];
  /** Money paid out, taken back as negative rows. */
  readonly paid: readonly { readonly on: LocalDate; readonly amount: string; readonly isOpen: boolean }[];
}

export interface ReportCredit {
  readonly number: string;
  readonly bank: string;
  readonly borrower: string;
  readonly state: CreditState;
  readonly since: LocalDate;
  readonly isQuantified: boolean;
  /** Null: chưa lượng hoá, or not the reporter's to read. */
  readonly amount: string | null;
  readonly stage: CreditStage;
  /** Null: not the reporter's to read. */
  readonly paid: string | null;
}

type Told = Omit<CreditRealisation, 'amount' | 'disbursed'>;

/** Credit at a cut-off: counts and sums of the signed ones, and every one in a row of the annex. */
export interface ReportCredits extends Told {
  readonly amount: string | null;
  readonly disbursed: string | null;
  readonly states: readonly { readonly state: CreditState; readonly count: number }[];
  readonly rows: readonly ReportCredit[];
}

/**
 * What was known of credit by the end of `asOf`: steps and payments count from the day on which they were entered, so that one entered
 * late stands in the next report and changes none before it. What was withdrawn by then is left out.
 */
export function reportCredits(input: readonly ReportCreditInput[], asOf: LocalDate, minParties: number): ReportCredits {
  const standing = input
    .filter(({ recordedOn }) => recordedOn <= asOf)
    .map((credit) => standingAt(credit, asOf))
    .filter(({ row }) => row.state !== 'WITHDRAWN')
    .sort((a, b) => (a.row.number < b.row.number ? -1 : 1));
  const { amount, disbursed, ...told } = creditRealisation(
    standing.filter(({ row }) => row.state !== 'RECORDED').map(({ counted }) => counted),
    minParties,
  );
  return {
    ...told,
    amount: amount?.toString() ?? null,
    disbursed: disbursed?.toString() ?? null,
    states: CREDIT_STATES.map((state) => ({ state, count: standing.filter(({ row }) => row.state === state).length })).filter(
      ({ count }) => count > 0,
    ),
    rows: standing.map(({ row }) => row),
  };
}

function standingAt(credit: ReportCreditInput, asOf: LocalDate) {
  const steps = credit.steps.filter(({ on }) => on <= asOf);
  const payments = credit.paid.filter(({ on }) => on <= asOf);
  const paid = payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const isPaidOpen = payments.every(({ isOpen }) => isOpen);
  const granted = steps.findLast(({ amount }) => amount !== null)?.amount ?? credit.amount;
  const last = steps.at(-1);
  return {
    counted: {
      borrowerId: credit.borrowerId,
      amount: credit.amount === null ? null : BigInt(credit.amount),
      disbursed: paid,
      isAmountOpen: credit.isAmountOpen,
      isPaidOpen,
    },
    row: {
      number: credit.number,
      bank: credit.bank,
      borrower: credit.borrower,
      state: last?.to ?? ('RECORDED' as const),
      since: last?.on ?? credit.recordedOn,
      isQuantified: credit.amount !== null,
      amount: credit.isAmountOpen ? credit.amount : null,
      stage: creditStage(granted === null ? null : BigInt(granted), paid),
      paid: isPaidOpen ? paid.toString() : null,
    },
  };
}
