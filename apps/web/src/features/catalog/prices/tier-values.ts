import { formatQuantity, formatVnd, quantity } from '@lienket/domain';
import type { PriceTierInput } from '../../../gql/graphql';
import type { Typed } from '../../../shared/forms/typed-numbers';
import type { Locale } from '../../../shared/i18n/stored-locale';

export interface TierValues {
  from: string;
  price: string;
}

export const typedTiers = (
  tiers: readonly { readonly minQty: string; readonly unitPrice: number | string }[],
  locale: Locale,
): TierValues[] =>
  tiers.map(({ minQty, unitPrice }) => ({
    from: formatQuantity(quantity(minQty), '', locale),
    price: formatVnd(BigInt(unitPrice), locale).replace(/\s₫$/, ''),
  }));

interface Reader {
  quantity: (text: string) => Typed;
  money: (text: string) => Typed;
}

/** Problems stand under the ids of the price fields; the first price holds from the smallest order on. */
export function readTiers(
  tiers: readonly TierValues[],
  read: Reader,
): { input: PriceTierInput[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const take = (field: string, typed: Typed): string => {
    if (typed.ok) return typed.wire;
    errors[field] = typed.message;
    return '0';
  };
  const input = tiers.map(({ from, price }, row) => ({
    minQty: row === 0 && !from.trim() ? '0' : take(`tier-${row}-from`, read.quantity(from)),
    unitPrice: take(`tier-${row}-price`, read.money(price)),
  }));
  return { input, errors };
}
