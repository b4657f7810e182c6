/** n / d rounded half away from zero, so that a reversal cancels its original exactly. `d` must be positive. */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  return n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n);
}

/** n / d rounded towards minus infinity. `d` must be positive. */
export function divideFloor(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}

/** n / d rounded towards plus infinity. `d` must be positive. */
export const divideCeil = (n: bigint, d: bigint): bigint => -divideFloor(-n, d);

/** 1250000n → "1.250.000". */
export function groupThousands(value: bigint, separator: string): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}

/** Percent with at most two decimals → whole basis points (2.5 → 250n). Throws RangeError when it is not one. */
export function basisPointsOfPercent(percent: number): bigint {
  if (!Number.isFinite(percent)) throw new RangeError(`Not a percentage: ${percent}`);
  return BigInt(Math.round(percent * 100));
}
