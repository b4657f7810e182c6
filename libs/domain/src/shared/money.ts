import { divideHalfUp, groupThousands } from './integer.js';
import type { Locale, Quantity } from './quantity.js';
import { accept, refuse, type Result } from './result.js';
import { foldVietnamese } from './text.js';

/** Money is whole đồng as bigint: VND has no minor unit, and one order easily passes 2^31. */

export type MoneyRefusal =
  | { readonly code: 'AMOUNT_NOT_A_NUMBER'; readonly text: string }
  | { readonly code: 'AMOUNT_AMBIGUOUS'; readonly text: string }
  | { readonly code: 'AMOUNT_NOT_WHOLE'; readonly text: string }
  | { readonly code: 'AMOUNT_TOO_LARGE'; readonly text: string };

/** PostgreSQL bigint. */
const MAX_DONG = 2n ** 63n - 1n;
const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  k: 1_000n,
  nghin: 1_000n,
  ngan: 1_000n,
  tr: 1_000_000n,
  trieu: 1_000_000n,
  ty: 1_000_000_000n,
  ti: 1_000_000_000n,
};

/** quantity × price per base unit, rounded half up to one đồng; a negative quantity gives the exact opposite. */
export function lineAmount(qty: Quantity, unitPrice: bigint): bigint {
  return divideHalfUp(qty.thousandths * unitPrice, 1000n);
}

/**
 * Splits `total` in proportion to `weights` (largest remainder, ties to the earlier share): the shares sum to `total` exactly.
 * All weights zero means equal shares. Throws RangeError when there is no weight or one is negative.
 */
export function splitProRata(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0 || weights.some((w) => w < 0n)) throw new RangeError('Weights must be present and not negative');
  if (total < 0n) return splitProRata(-total, weights).map((share) => -share);
  const given = weights.reduce((a, b) => a + b, 0n);
  const effective = given === 0n ? weights.map(() => 1n) : weights;
  const sum = given === 0n ? BigInt(weights.length) : given;
  const shares = effective.map((w) => (total * w) / sum);
  const left = Number(total - shares.reduce((a, b) => a + b, 0n));
  effective
    .map((w, index) => ({ index, remainder: (total * w) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left)
    .forEach(({ index }) => (shares[index]! += 1n));
  return shares;
}

/** "25.000 ₫" (vi), "25,000 ₫" (en). */
export function formatVnd(amount: bigint, locale: Locale = 'vi'): string {
  return `${amount < 0n ? '−' : ''}${groupThousands(amount < 0n ? -amount : amount, locale === 'vi' ? '.' : ',')} ₫`;
}

/** One decimal at most: "1,2 triệu", "25 nghìn", "3,4 tỷ" (vi); "1.2 million" (en). For tiles and charts, never for documents. */
export function formatVndShort(amount: bigint, locale: Locale = 'vi'): string {
  if (amount < 0n) return `−${formatVndShort(-amount, locale)}`;
  const scales = [
    [1_000_000_000n, 'tỷ', 'billion'],
    [1_000_000n, 'triệu', 'million'],
    [1_000n, 'nghìn', 'thousand'],
  ] as const;
  // 999.950 rounds to 1000 of the smaller word, so the larger word is taken from half a tenth below its size.
  const scale = scales.find(([size]) => amount + size / 20_000n >= size);
  if (!scale) return formatVnd(amount, locale);
  const tenths = divideHalfUp(amount * 10n, scale[0]);
  const [group, decimal] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const fraction = tenths % 10n === 0n ? '' : `${decimal}${tenths % 10n}`;
  return `${groupThousands(tenths / 10n, group!)}${fraction} ${locale === 'vi' ? scale[1] : scale[2]}`;
}

/**
 * What a person typed: 25000, 25.000, 25,000, "25 000 ₫", 25k, 1,2tr, 1,2 tỷ → đồng, not negative.
 * Refuses "1.25" (1,25 of what?) and "1.250tr" (a thousandfold apart) as AMOUNT_AMBIGUOUS.
 */
export function parseVnd(text: string): Result<bigint, MoneyRefusal> {
  const compact = foldVietnamese(text).replace(/ |(₫|dong|d|vnd)$/g, '');
  const match = /^(\d[\d.,]*)(k|nghin|ngan|tr|trieu|ty|ti)?$/.exec(compact);
  if (!match) return refuse({ code: 'AMOUNT_NOT_A_NUMBER', text });
  const number = match[1]!;
  const multiplier = match[2] ? MULTIPLIERS[match[2]]! : 1n;
  let amount: bigint;
  if (/^\d+$/.test(number)) {
    amount = BigInt(number) * multiplier;
  } else if (/^[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(number)) {
    if (multiplier > 1n && number.replace(/\d/g, '').length === 1) return refuse({ code: 'AMOUNT_AMBIGUOUS', text });
    amount = BigInt(number.replace(/\D/g, '')) * multiplier;
  } else {
    const decimal = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+)([.,])(\d+)$/.exec(number);
    if (!decimal || decimal[1]!.includes(decimal[2]!)) return refuse({ code: 'AMOUNT_NOT_A_NUMBER', text });
    const grouped = /\D/.test(decimal[1]!);
    if (multiplier === 1n && !grouped) return refuse({ code: 'AMOUNT_AMBIGUOUS', text });
    const scaled = BigInt(decimal[1]!.replace(/\D/g, '') + decimal[3]!) * multiplier;
    const unit = 10n ** BigInt(decimal[3]!.length);
    if (scaled % unit !== 0n) return refuse({ code: 'AMOUNT_NOT_WHOLE', text });
    amount = scaled / unit;
  }
  return amount > MAX_DONG ? refuse({ code: 'AMOUNT_TOO_LARGE', text }) : accept(amount);
}
