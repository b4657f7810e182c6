import type { CardLimits } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** What one charge may carry today, in đồng: rows of `legal_parameter`. */
export async function cardLimits(tx: Tx): Promise<CardLimits> {
  const rows = await tx.query<{ code: string; value: number }>(
    `select distinct on (code) code, value from legal_parameter
     where code in ('CARD_MIN_AMOUNT', 'CARD_MAX_AMOUNT') and valid_from <= $1 and (valid_to is null or valid_to >= $1) order by code, valid_from desc`,
    [tx.today],
  );
  const of = (code: string, otherwise: bigint) => {
    const row = rows.find((parameter) => parameter.code === code);
    return row ? BigInt(row.value) : otherwise;
  };
  return { min: of('CARD_MIN_AMOUNT', 1n), max: of('CARD_MAX_AMOUNT', 0n) };
}
