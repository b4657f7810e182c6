import { CONFIDENCES, type ConfidenceWeights } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface SupplyRules {
  readonly weights: ConfidenceWeights;
  /** Share of the shelf life that must be left on arrival where the product names no days. */
  readonly minLifeBp: number;
}

/** Counted in full, and any life will do, where no parameter says otherwise. */
const ALL = 10_000;

/** HARVEST_CONFIDENCE_BP and MIN_REMAINING_LIFE_BP as they stand today. */
export async function supplyRules(tx: Tx): Promise<SupplyRules> {
  const rows = await tx.query<{ code: string; variant: string; value: number }>(
    `select distinct on (code, variant) code, variant, value from legal_parameter
     where code in ('HARVEST_CONFIDENCE_BP', 'MIN_REMAINING_LIFE_BP') and valid_from <= $1 and (valid_to is null or valid_to >= $1)
     order by code, variant, valid_from desc`,
    [tx.today],
  );
  const value = (code: string, variant: string) => rows.find((row) => row.code === code && row.variant === variant)?.value;
  const weights = Object.fromEntries(
    CONFIDENCES.map((name) => [name, Number(value('HARVEST_CONFIDENCE_BP', name) ?? ALL)]),
  ) as ConfidenceWeights;
  return { weights, minLifeBp: Number(value('MIN_REMAINING_LIFE_BP', '') ?? 0) };
}
