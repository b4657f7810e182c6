import type { CashRule, MatchTolerance, TermBase } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface BillingRules extends Omit<MatchTolerance, 'qtyBp'> {
  /** By base unit; units without a row are counted exactly. */
  readonly qtyBpByUnit: Readonly<Record<string, number>>;
  /** Days before (negative) or after the due day on which the payer is reminded. */
  readonly reminderDays: readonly number[];
  readonly cashRules: readonly CashRule[];
  readonly defaultTermBase: TermBase;
}

interface Row {
  code: string;
  variant: string;
  value: unknown;
  valid_from: string;
  valid_to: string | null;
}

/**
 * Rows of `legal_parameter` in force today: CATCH_WEIGHT_TOLERANCE_BP (variant = base unit), INVOICE_PRICE_TOLERANCE_BP,
 * INVOICE_ROUNDING_DONG, INVOICE_LATE_DAYS, PAYMENT_REMINDER_DAYS (numbers), PAYMENT_TERM_BASE; NON_CASH_FROM with all its days.
 * A missing row means the strictest: no tolerance, no reminder, no cash limit in force.
 */
export async function billingRules(tx: Pick<Tx, 'query' | 'today'>): Promise<BillingRules> {
  const rows = await tx.query<Row>(
    `select code, variant, value, valid_from, valid_to from legal_parameter
     where code in ('CATCH_WEIGHT_TOLERANCE_BP', 'INVOICE_PRICE_TOLERANCE_BP', 'INVOICE_ROUNDING_DONG', 'INVOICE_LATE_DAYS', 'PAYMENT_REMINDER_DAYS', 'PAYMENT_TERM_BASE')
       and valid_from <= $1 and (valid_to is null or valid_to >= $1) or code = 'NON_CASH_FROM' order by code, variant, valid_from desc`,
    [tx.today],
  );
  const of = (code: string) => rows.filter((row) => row.code === code);
  const number = (code: string) => Number(of(code)[0]?.value ?? 0);
  return {
    qtyBpByUnit: Object.fromEntries(of('CATCH_WEIGHT_TOLERANCE_BP').map((row) => [row.variant, Number(row.value)])),
    priceBp: number('INVOICE_PRICE_TOLERANCE_BP'),
    roundingDong: BigInt(number('INVOICE_ROUNDING_DONG')),
    lateDays: number('INVOICE_LATE_DAYS'),
    reminderDays: (of('PAYMENT_REMINDER_DAYS')[0]?.value ?? []) as number[],
    cashRules: of('NON_CASH_FROM').map((row) => ({
      validFrom: row.valid_from,
      validTo: row.valid_to,
      limit: BigInt(Number(row.value)),
    })),
    defaultTermBase: (of('PAYMENT_TERM_BASE')[0]?.value ?? 'RECEIPT') as TermBase,
  };
}
