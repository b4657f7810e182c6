import { Injectable } from '@nestjs/common';
import type { LocalDate, VatRule } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';

type Reader = Pick<Tx, 'query'>;

/** Law, rates and thresholds as they stand on a day: rows of `legal_parameter`, never constants in code. */
@Injectable()
export class LegalBook {
  /** A number such as NON_CASH_FROM; null on a day that no row covers. */
  async number(tx: Reader, code: string, date: LocalDate): Promise<number | null> {
    const value = await this.value<number>(tx, code, date);
    return value === null ? null : Number(value);
  }

  /** Whatever the row of this code and variant says on this day; null on a day that no row covers. */
  async value<T>(tx: Reader, code: string, date: LocalDate, variant = ''): Promise<T | null> {
    const [row] = await tx.query<{ value: T }>(
      `select value from legal_parameter where code = $1 and variant = $3 and valid_from <= $2 and (valid_to is null or valid_to >= $2)
       order by valid_from desc limit 1`,
      [code, date, variant],
    );
    return row?.value ?? null;
  }

  /** The VAT table in the order in which its rows are asked. */
  async vatRules(tx: Reader): Promise<VatRule[]> {
    const rows = await tx.query<{ value: Omit<VatRule, 'validFrom' | 'validTo'>; valid_from: string; valid_to: string | null }>(
      `select value, valid_from, valid_to from legal_parameter where code = 'VAT_RULE' order by variant, valid_from`,
    );
    return rows.map(({ value, valid_from, valid_to }) => ({ ...value, validFrom: valid_from, validTo: valid_to }));
  }
}
