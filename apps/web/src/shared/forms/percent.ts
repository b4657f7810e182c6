import { type Locale, Quantity, quantity, quantityInputText } from '@lienket/domain';
import type { Typed } from './typed-numbers';

/** Basis points as the percentage a person types: 250 is "2,5". */
export const percentText = (basisPoints: number, locale: Locale): string =>
  quantityInputText(Quantity.fromThousandths(BigInt(basisPoints) * 10n), locale);

/** Percent with at most two decimals to basis points: "2,5" is 250. */
export const basisPointsOf = (text: string, numbers: { quantity: (text: string) => Typed }): number => {
  const typed = numbers.quantity(text);
  return typed.ok ? Number(quantity(typed.wire).thousandths / 10n) : 0;
};
