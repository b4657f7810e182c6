/**
 * A sum of money as somebody outside of the trade is told it: its two leading digits, half up. Two sums of different days or of different
 * groups then differ by a step that says nothing of the one delivery between them: a price cannot be taken from a subtraction.
 */
export function roughSum(value: bigint): bigint {
  if (value < 0n) return -roughSum(-value);
  const step = 10n ** BigInt(Math.max(0, value.toString().length - 2));
  return ((value + step / 2n) / step) * step;
}
