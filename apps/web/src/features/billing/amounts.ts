import { openAmount } from '@lienket/domain';

type Wire = string | number;

/** Still owed: only what the seller confirmed counts as paid. */
export const stillOpen = ({ owed, paidAmount }: { owed: Wire; paidAmount: Wire }): bigint =>
  openAmount({ total: BigInt(owed), confirmed: BigInt(paidAmount) });

/** Told by the buyer, not confirmed by the seller. */
export const declaredAmount = (payments: readonly { status: string; amount: Wire }[]): bigint =>
  payments.filter(({ status }) => status === 'DECLARED').reduce((sum, { amount }) => sum + BigInt(amount), 0n);

export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
