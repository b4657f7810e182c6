import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const BANK_CHANGE_STATES = ['WAITING', 'CONFIRMED', 'APPLIED', 'CANCELLED'] as const;
export type BankChangeState = (typeof BANK_CHANGE_STATES)[number];
export type BankChangeAction = 'confirm' | 'apply' | 'cancel';

/** The old account stays in force until APPLIED. */
export const BANK_CHANGE_TRANSITIONS: Transitions<BankChangeState, BankChangeAction> = {
  WAITING: { confirm: 'CONFIRMED', cancel: 'CANCELLED' },
  CONFIRMED: { apply: 'APPLIED', cancel: 'CANCELLED' },
  APPLIED: {},
  CANCELLED: {},
};

/** Two locks in one door: a second person and the hold; it opens when the later of both has come. */
export const bankChangeIsDue = (change: { readonly status: BankChangeState; readonly holdsUntil: Date }, now: Date): boolean =>
  change.status === 'CONFIRMED' && now.getTime() >= change.holdsUntil.getTime();

export interface BankAccount {
  readonly bankBin: string;
  readonly bankName: string;
  readonly accountNo: string;
  readonly accountName: string;
}

export type BankAccountRefusal =
  | { readonly code: 'BANK_BIN_NOT_VALID' }
  | { readonly code: 'BANK_NAME_MISSING' }
  | { readonly code: 'ACCOUNT_NO_NOT_VALID' }
  | { readonly code: 'ACCOUNT_NAME_MISSING' };

/** BIN of six digits, an account number of 6 to 19 letters and digits, the holder as the bank prints it. */
export function readBankAccount(typed: BankAccount): Result<BankAccount, BankAccountRefusal> {
  const bankBin = typed.bankBin.trim();
  const bankName = typed.bankName.trim();
  const accountNo = typed.accountNo.replace(/[\s.-]/g, '').toUpperCase();
  const accountName = typed.accountName.trim().replace(/\s+/g, ' ').toUpperCase();
  if (!/^\d{6}$/.test(bankBin)) return refuse({ code: 'BANK_BIN_NOT_VALID' });
  if (!bankName || bankName.length > 100) return refuse({ code: 'BANK_NAME_MISSING' });
  if (!/^[A-Z0-9]{6,19}$/.test(accountNo)) return refuse({ code: 'ACCOUNT_NO_NOT_VALID' });
  if (!accountName || accountName.length > 140) return refuse({ code: 'ACCOUNT_NAME_MISSING' });
  return accept({ bankBin, bankName, accountNo, accountName });
}

/** Only the last four characters tell accounts apart. */
export const maskAccountNo = (accountNo: string): string => `•••• ${accountNo.slice(-4)}`;
