import type { VatRule } from '@lienket/domain';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** What the dated parameters say on one day: asked once a transaction. */
export interface TradeRules {
  readonly acknowledgeHours: number;
  /** Orders without a contract are due so many days after the goods were accepted. */
  readonly spotTermDays: number;
  readonly vatRules: readonly VatRule[];
  /** Tolerance of goods sold by weight, in basis points, by base unit; units without a row are counted exactly. */
  readonly toleranceBpByUnit: Readonly<Record<string, number>>;
  /** Share of samples, in basis points, that may break the grade while it still holds. */
  readonly outOfGradeBp: number;
}

/** One working day to answer, where no parameter says otherwise. */
const ACKNOWLEDGE_HOURS = 24;
/** The usual term of fresh goods, where no parameter says otherwise. */
const SPOT_TERM_DAYS = 15;

interface ParameterRow {
  code: string;
  variant: string;
  value: unknown;
  valid_from: string;
  valid_to: string | null;
}

const cache = new WeakMap<Tx, Promise<TradeRules>>();

/**
 * Rows of `legal_parameter` in force today: ACKNOWLEDGE_HOURS and SPOT_PAYMENT_TERM_DAYS (numbers), CATCH_WEIGHT_TOLERANCE_BP (a number, variant = base unit),
 * GRADE_OUT_OF_SPEC_BP (a number) and VAT_RULE ({vatClass, sellerKinds, sellerIsProducer, buyerKinds, code}; the first match by variant wins).
 */
export function tradeRules(tx: Tx): Promise<TradeRules> {
  let rules = cache.get(tx);
  if (!rules) cache.set(tx, (rules = load(tx)));
  return rules;
}

async function load(tx: Tx): Promise<TradeRules> {
  const rows = await tx.query<ParameterRow>(
    prepared(`select code, variant, value, valid_from, valid_to from legal_parameter
     where code in ('ACKNOWLEDGE_HOURS', 'SPOT_PAYMENT_TERM_DAYS', 'CATCH_WEIGHT_TOLERANCE_BP', 'GRADE_OUT_OF_SPEC_BP', 'VAT_RULE') and valid_from <= $1 and (valid_to is null or valid_to >= $1)
     order by code, variant, valid_from desc`),
    [tx.today],
  );
  const of = (code: string) => rows.filter((row) => row.code === code);
  return {
    acknowledgeHours: Number(of('ACKNOWLEDGE_HOURS')[0]?.value ?? ACKNOWLEDGE_HOURS),
    spotTermDays: Number(of('SPOT_PAYMENT_TERM_DAYS')[0]?.value ?? SPOT_TERM_DAYS),
    vatRules: of('VAT_RULE').map((row) => {
      const value = row.value as Partial<VatRule> & Pick<VatRule, 'code'>;
      return {
        vatClass: value.vatClass ?? null,
        sellerKinds: value.sellerKinds ?? null,
        sellerIsProducer: value.sellerIsProducer ?? null,
        buyerKinds: value.buyerKinds ?? null,
        code: value.code,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      };
    }),
    outOfGradeBp: Number(of('GRADE_OUT_OF_SPEC_BP')[0]?.value ?? 0),
    toleranceBpByUnit: Object.fromEntries(of('CATCH_WEIGHT_TOLERANCE_BP').map((row) => [row.variant, Number(row.value)])),
  };
}
