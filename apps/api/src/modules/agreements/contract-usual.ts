import type { Tx } from '../../platform/database/unit-of-work.js';
import type { LegalBook } from '../registry/index.js';

/** What a contract says where the sides agree nothing else, and how far they may go: dated parameters, as they stand today. */
export interface ContractRules {
  /** How far above the maximum may be called off, in basis points. */
  readonly toleranceBp: number;
  readonly mostToleranceBp: number;
  readonly paymentTermDays: number;
  readonly longestTermDays: number;
  /** Notice of ending it. */
  readonly noticeDays: number;
  /** How long a contract from a quote without a period runs. */
  readonly days: number;
}

/** Where no row covers the day, nothing is filled in and nothing above zero is allowed unsaid: a missing limit limits nothing. */
export async function contractRules(legal: LegalBook, tx: Pick<Tx, 'query' | 'today'>): Promise<ContractRules> {
  const say = (code: string) => legal.number(tx, code, tx.today);
  const limit = async (code: string) => (await say(code)) ?? Number.MAX_SAFE_INTEGER;
  return {
    toleranceBp: (await say('CONTRACT_TOLERANCE_BP')) ?? 0,
    mostToleranceBp: await limit('CONTRACT_TOLERANCE_MAX_BP'),
    paymentTermDays: (await say('CONTRACT_PAYMENT_TERM_DAYS')) ?? 0,
    longestTermDays: await limit('CONTRACT_PAYMENT_TERM_MAX_DAYS'),
    noticeDays: (await say('CONTRACT_NOTICE_DAYS')) ?? 0,
    days: (await say('CONTRACT_DAYS')) ?? 0,
  };
}
