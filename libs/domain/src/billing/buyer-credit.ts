/** Money of the buyer that the seller holds without a debt for it: paid too much, or freed by a credit note. */
export interface CreditBalance {
  readonly amount: bigint;
  readonly allocated: bigint;
  readonly paidBack: bigint;
}

/** Still free, in đồng; never below zero. */
export const freeCredit = ({ amount, allocated, paidBack }: CreditBalance): bigint => amount - allocated - paidBack;

export interface KeptPayment {
  readonly id: string;
  readonly method: string;
  readonly amount: bigint;
  readonly refunded: bigint;
  readonly released: bigint;
}

/** What of a payment still counts for its request. */
export const keptOf = ({ amount, refunded, released }: Omit<KeptPayment, 'id' | 'method'>): bigint =>
  amount - refunded - released;

/**
 * Which payments give back `excess` when a debt shrinks below what was paid: card payments last, because their money can go
 * back to the card; else the newest first. Throws RangeError when the payments together hold less.
 */
export function releaseOf(excess: bigint, payments: readonly KeptPayment[]): { readonly id: string; readonly amount: bigint }[] {
  const order = [...payments].sort((a, b) => {
    const cards = Number(a.method === 'CARD') - Number(b.method === 'CARD');
    return cards !== 0 ? cards : a.id < b.id ? 1 : -1;
  });
  const released: { id: string; amount: bigint }[] = [];
  let left = excess;
  for (const payment of order) {
    const kept = keptOf(payment);
    const amount = kept < left ? kept : left;
    if (amount <= 0n) continue;
    released.push({ id: payment.id, amount });
    left -= amount;
  }
  if (left > 0n) throw new RangeError('More to release than was paid');
  return released;
}
