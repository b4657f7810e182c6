import { divideCeil, divideFloor, divideHalfUp, groupThousands } from './integer.js';
import { accept, refuse, type Result } from './result.js';

export type Locale = 'vi' | 'en';

export type QuantityRefusal =
  | { readonly code: 'QUANTITY_NOT_A_NUMBER'; readonly text: string }
  | { readonly code: 'QUANTITY_AMBIGUOUS'; readonly text: string; readonly readings: readonly [string, string] }
  | { readonly code: 'QUANTITY_TOO_PRECISE'; readonly text: string; readonly decimals: 3 }
  | { readonly code: 'QUANTITY_TOO_LARGE'; readonly text: string };

/** The column is numeric(14,3). */
const MAX_THOUSANDTHS = 10n ** 14n - 1n;
const ROUNDERS = { 'half-up': divideHalfUp, down: divideFloor, up: divideCeil } as const;
export type Rounding = keyof typeof ROUNDERS;

/**
 * An exact amount of goods in the base unit of its product (kg, litre, piece), to three decimals.
 * Signed, because a reversal is a negative row; `parse` (what people type) never yields a negative one.
 */
export class Quantity {
  static readonly ZERO = new Quantity(0n);

  private constructor(readonly thousandths: bigint) {}

  static fromThousandths(thousandths: bigint): Quantity {
    return new Quantity(thousandths);
  }

  /** Whole base units. Throws RangeError on a fraction. */
  static of(whole: bigint | number): Quantity {
    return new Quantity(BigInt(whole) * 1000n);
  }

  /**
   * What a person typed or pasted. Spaces are ignored; "." and "," are both understood:
   * - both signs present: the last one is the decimal sign ("1.250,5", "1,250.5");
   * - one sign several times: thousands ("1.250.000");
   * - one sign once, and not followed by exactly three digits, or after a leading 0: decimal ("1250.5", "0,250");
   * - one sign once followed by exactly three digits ("1.250"): the thousands sign of `locale` groups;
   *   the other sign could be meant either way, a thousandfold apart, so it is refused as QUANTITY_AMBIGUOUS.
   * The wire format ("1.250" = one and a quarter) is read by `quantity()`, never by this.
   */
  static parse(text: string, locale: Locale = 'vi'): Result<Quantity, QuantityRefusal> {
    const compact = text.replace(/[\s\u00a0\u202f]/g, '');
    if (!/^\d[\d.,]*$/.test(compact)) return refuse({ code: 'QUANTITY_NOT_A_NUMBER', text });
    const signs = compact.replace(/\d/g, '');
    const decimalSign = decimalSignOf(compact, signs, locale);
    if (decimalSign === 'ambiguous') {
      const [head, tail] = compact.split(/[.,]/) as [string, string];
      const readings = [quantity(`${head}.${tail}`), quantity(head + tail)].map(String) as [string, string];
      return refuse({ code: 'QUANTITY_AMBIGUOUS', text, readings });
    }
    const [integer = '', fraction = ''] = decimalSign ? compact.split(decimalSign) : [compact];
    const grouping = integer.replace(/\d/g, '');
    const grouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(integer) && new Set(grouping).size === 1;
    if ((grouping && !grouped) || (decimalSign && !/^\d+$/.test(fraction)) || compact.split(decimalSign || '?').length > 2) {
      return refuse({ code: 'QUANTITY_NOT_A_NUMBER', text });
    }
    if (fraction.replace(/0+$/, '').length > 3) return refuse({ code: 'QUANTITY_TOO_PRECISE', text, decimals: 3 });
    const thousandths = BigInt(integer.replace(/\D/g, '')) * 1000n + BigInt(fraction.slice(0, 3).padEnd(3, '0'));
    return thousandths > MAX_THOUSANDTHS ? refuse({ code: 'QUANTITY_TOO_LARGE', text }) : accept(new Quantity(thousandths));
  }

  static min(first: Quantity, ...others: readonly Quantity[]): Quantity {
    return others.reduce((a, b) => (b.thousandths < a.thousandths ? b : a), first);
  }

  static max(first: Quantity, ...others: readonly Quantity[]): Quantity {
    return others.reduce((a, b) => (b.thousandths > a.thousandths ? b : a), first);
  }

  static sum(quantities: Iterable<Quantity>): Quantity {
    let total = 0n;
    for (const q of quantities) total += q.thousandths;
    return new Quantity(total);
  }

  get isZero(): boolean {
    return this.thousandths === 0n;
  }

  get isPositive(): boolean {
    return this.thousandths > 0n;
  }

  get isNegative(): boolean {
    return this.thousandths < 0n;
  }

  add(other: Quantity): Quantity {
    return new Quantity(this.thousandths + other.thousandths);
  }

  sub(other: Quantity): Quantity {
    return new Quantity(this.thousandths - other.thousandths);
  }

  negate(): Quantity {
    return new Quantity(-this.thousandths);
  }

  abs(): Quantity {
    return this.isNegative ? this.negate() : this;
  }

  /** −1, 0 or 1, for sorting and comparing. */
  compare(other: Quantity): -1 | 0 | 1 {
    return this.thousandths < other.thousandths ? -1 : this.thousandths > other.thousandths ? 1 : 0;
  }

  equals(other: Quantity): boolean {
    return this.thousandths === other.thousandths;
  }

  /** this × numerator / denominator, rounded to three decimals. Throws RangeError when the denominator is not positive. */
  timesRatio(numerator: bigint, denominator: bigint, rounding: Rounding = 'half-up'): Quantity {
    if (denominator <= 0n) throw new RangeError('The denominator must be positive');
    return new Quantity(ROUNDERS[rounding](this.thousandths * numerator, denominator));
  }

  /** The given share of this quantity, in basis points (500n = 5 %). */
  basisPoints(basisPoints: bigint, rounding: Rounding = 'half-up'): Quantity {
    return this.timesRatio(basisPoints, 10_000n, rounding);
  }

  /** How much of `total` this is, in whole basis points rounded down (2.500 of 10.000 → 2500); 0 when `total` is not positive. */
  percentageOf(total: Quantity): number {
    return total.isPositive ? Number(divideFloor(this.thousandths * 10_000n, total.thousandths)) : 0;
  }

  /** Canonical wire and database form: "1250.5", "-3", no trailing zeros. */
  toDecimalString(): string {
    const digits = this.abs().thousandths.toString().padStart(4, '0');
    const fraction = digits.slice(-3).replace(/0+$/, '');
    return `${this.isNegative ? '-' : ''}${digits.slice(0, -3)}${fraction && `.${fraction}`}`;
  }

  toString(): string {
    return this.toDecimalString();
  }

  toJSON(): string {
    return this.toDecimalString();
  }

  /** Makes `a < b` compare amounts instead of text. */
  valueOf(): bigint {
    return this.thousandths;
  }
}

/** Reads the wire and database form ("1250.5", "-3", "1.250" = 1¼). Throws RangeError on anything else. */
export function quantity(decimal: string): Quantity {
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,3}))?$/.exec(decimal);
  if (!match) throw new RangeError(`Not a decimal with at most 3 places: "${decimal}"`);
  const thousandths = BigInt(match[2]!) * 1000n + BigInt((match[3] ?? '').padEnd(3, '0'));
  return Quantity.fromThousandths(match[1] ? -thousandths : thousandths);
}

/** "1.250,5 kg" (vi) or "1,250.5 kg" (en); the unit is the label to show, and may be empty. */
export function formatQuantity(q: Quantity, unit = '', locale: Locale = 'vi'): string {
  const [integer = '0', fraction] = q.abs().toDecimalString().split('.');
  const [group, decimal] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const number = groupThousands(BigInt(integer), group!) + (fraction ? decimal + fraction : '');
  return `${q.isNegative ? '−' : ''}${number}${unit && ` ${unit}`}`;
}

/** What a form field is filled with: `parse` reads it back exactly. "1,234" could be misread, so it becomes "1,2340". */
export function quantityInputText(q: Quantity, locale: Locale = 'vi'): string {
  const plain = q.toDecimalString();
  const text = /^[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
  return locale === 'vi' ? text.replace('.', ',') : text;
}

function decimalSignOf(compact: string, signs: string, locale: Locale): '' | '.' | ',' | 'ambiguous' {
  if (signs === '') return '';
  const last = signs.at(-1) as '.' | ',';
  if (new Set(signs).size === 2) return last;
  if (signs.length > 1) return '';
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(compact)) return last;
  return last === (locale === 'vi' ? '.' : ',') ? '' : 'ambiguous';
}
