import { type LocalDate, parseLocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import { foldVietnamese } from '../shared/text.js';
import { findPaymentReference } from './payment-reference.js';

/** One arrival of money on a bank statement; amounts in đồng. */
export interface BankCredit {
  /** Of the file, from 1. */
  readonly row: number;
  readonly bookedOn: LocalDate;
  readonly amount: bigint;
  readonly memo: string;
  readonly bankReference: string | null;
}

export interface StatementRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface ReadStatement {
  readonly credits: readonly BankCredit[];
  /** Rows with money that could not be read; they are told, never guessed. */
  readonly unreadable: readonly { readonly row: number; readonly field: 'bookedOn' | 'amount'; readonly text: string }[];
}

export type StatementRefusal = { readonly code: 'STATEMENT_HEADER_MISSING' } | { readonly code: 'STATEMENT_EMPTY' };

type Column = 'bookedOn' | 'credit' | 'debit' | 'amount' | 'memo' | 'bankReference';

/** Headings of the statements that Vietnamese banks let their customers download, folded; the first match of a row wins. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  bookedOn: [
    'ngay giao dich',
    'ngay gd',
    'ngay hieu luc',
    'ngay hach toan',
    'ngay',
    'transaction date',
    'tran date',
    'date',
    'thoi gian',
  ],
  credit: ['so tien ghi co', 'phat sinh co', 'ps co', 'ghi co', 'tien vao', 'so tien vao', 'credit amount', 'credit', 'co'],
  debit: ['so tien ghi no', 'phat sinh no', 'ps no', 'ghi no', 'tien ra', 'so tien ra', 'debit amount', 'debit', 'no'],
  amount: ['so tien giao dich', 'so tien', 'transaction amount', 'amount', 'gia tri'],
  memo: [
    'noi dung giao dich',
    'noi dung chi tiet',
    'noi dung',
    'dien giai',
    'mo ta giao dich',
    'mo ta',
    'chi tiet',
    'transaction description',
    'description',
    'details',
    'remarks',
    'transactions in detail',
  ],
  bankReference: [
    'so tham chieu',
    'ma giao dich',
    'so but toan',
    'so chung tu',
    'so ct',
    'so gd',
    'ma gd',
    'reference no',
    'reference',
    'ref no',
    'transaction no',
    'doc no',
  ],
};

/** Banks print the account's holder, period and opening balance above the table. */
const HEADER_WITHIN = 40;

/** Finds the table by its headings and reads what came in; debits, sums and notes are passed over. */
export function readStatement(rows: readonly StatementRow[]): Result<ReadStatement, StatementRefusal> {
  const header = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => isHeader(columnsOf(cells)));
  if (header < 0) return refuse({ code: 'STATEMENT_HEADER_MISSING' });
  const columns = columnsOf(rows[header]!.cells);
  const credits: BankCredit[] = [];
  const unreadable: ReadStatement['unreadable'][number][] = [];
  for (const { row, cells } of rows.slice(header + 1)) {
    const at = (column: Column) => cells[columns[column] ?? -1]?.trim() ?? '';
    const date = at('bookedOn');
    const text = columns.credit === undefined ? at('amount') : at('credit');
    // Sums have no day; a heading may be repeated on every printed page.
    if (!/\d/.test(date) || !/\d/.test(text)) continue;
    const amount = amountOf(text);
    if (amount === null) unreadable.push({ row, field: 'amount', text });
    else if (amount > 0n) {
      const bookedOn = dateOf(date);
      if (bookedOn) credits.push({ row, bookedOn, amount, memo: at('memo'), bankReference: at('bankReference') || null });
      else unreadable.push({ row, field: 'bookedOn', text: date });
    }
  }
  return credits.length + unreadable.length > 0 ? accept({ credits, unreadable }) : refuse({ code: 'STATEMENT_EMPTY' });
}

type Columns = Partial<Record<Column, number>>;

const isHeader = ({ bookedOn, credit, amount, memo }: Columns): boolean =>
  bookedOn !== undefined && memo !== undefined && (credit !== undefined || amount !== undefined);

function columnsOf(cells: readonly string[]): Columns {
  const folded = cells.map((cell) => foldVietnamese(cell.replace(/[/()[\].:_]/g, ' ')));
  const columns: Columns = {};
  for (const column of Object.keys(HEADINGS) as Column[]) {
    for (const heading of HEADINGS[column]) {
      const found = folded.findIndex((cell, index) => isHeading(cell, heading) && !Object.values(columns).includes(index));
      if (found >= 0) {
        columns[column] = found;
        break;
      }
    }
  }
  return columns;
}

/** "Ghi có Credit" and "Số tiền (VND)" are headings too; "Cộng phát sinh có trong kỳ" is a sentence. */
const isHeading = (cell: string, heading: string): boolean =>
  cell === heading || (cell.startsWith(`${heading} `) && cell.length <= heading.length + 18);

/** "25.000.000", "25,000,000.00", "+25 000 000 VND": whole đồng, or null. */
function amountOf(text: string): bigint | null {
  const bare = text.replace(/\s|vnd|vnđ|đ|₫/gi, '').replace(/^\+/, '');
  const grouped = /^(-?)(\d{1,3}(?:([.,])\d{3})(?:\3\d{3})*)(?:[.,]0{1,2})?$/.exec(bare);
  if (grouped) return BigInt(`${grouped[1]}${grouped[2]!.replace(/[.,]/g, '')}`);
  const plain = /^(-?\d{1,18})(?:[.,]0{1,3})?$/.exec(bare);
  return plain ? BigInt(plain[1]!) : null;
}

/** The day of "31/07/2026 14:05:11" or "2026-07-31T14:05:11"; null when there is none. */
function dateOf(text: string): LocalDate | null {
  const read = parseLocalDate(text.split(/[\sT]/, 1)[0]!);
  return read.ok ? read.value : null;
}

/** A request that money may be for. */
export interface OpenRequest {
  readonly id: string;
  readonly reference: string;
  readonly open: bigint;
}

export type CreditMatch =
  | { readonly kind: 'MATCHED'; readonly requestId: string }
  /** For a person to decide; requests of exactly this amount are proposed. */
  | { readonly kind: 'REVIEW'; readonly reason: ReviewReason; readonly suggested: readonly string[] };
export const REVIEW_REASONS = ['NO_REFERENCE', 'UNKNOWN_REFERENCE', 'NOTHING_OPEN', 'ABOVE_OPEN'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** Only a sound reference matches by itself, and never above what is open; an equal amount alone is a proposal. */
export function matchCredit(credit: Pick<BankCredit, 'amount' | 'memo'>, requests: readonly OpenRequest[]): CreditMatch {
  const suggested = requests.filter(({ open }) => open === credit.amount).map(({ id }) => id);
  const review = (reason: ReviewReason): CreditMatch => ({ kind: 'REVIEW', reason, suggested });
  const reference = findPaymentReference(credit.memo);
  if (reference === null) return review('NO_REFERENCE');
  const named = requests.find((request) => request.reference === reference);
  if (!named) return review('UNKNOWN_REFERENCE');
  if (named.open <= 0n) return review('NOTHING_OPEN');
  return credit.amount > named.open ? review('ABOVE_OPEN') : { kind: 'MATCHED', requestId: named.id };
}

export interface Allocation {
  readonly requestId: string;
  readonly amount: bigint;
}

export type AllocationRefusal =
  | { readonly code: 'ALLOCATION_MISSING' }
  | { readonly code: 'ALLOCATION_ABOVE_CREDIT'; readonly left: bigint }
  | { readonly code: 'ALLOCATION_ABOVE_OPEN'; readonly requestId: string; readonly open: bigint };

/** One arrival may pay several requests; never more than it brought, nor more than is open. `left` is what stays unallocated. */
export function checkAllocations(
  credit: { readonly amount: bigint; readonly allocated: bigint },
  allocations: readonly Allocation[],
  requests: readonly OpenRequest[],
): Result<{ readonly left: bigint }, AllocationRefusal> {
  if (allocations.length === 0 || allocations.some(({ amount }) => amount <= 0n)) return refuse({ code: 'ALLOCATION_MISSING' });
  for (const request of requests) {
    const sum = allocations.reduce((total, { requestId, amount }) => (requestId === request.id ? total + amount : total), 0n);
    if (sum > request.open) return refuse({ code: 'ALLOCATION_ABOVE_OPEN', requestId: request.id, open: request.open });
  }
  const free = credit.amount - credit.allocated;
  const left = free - allocations.reduce((total, { amount }) => total + amount, 0n);
  return left < 0n ? refuse({ code: 'ALLOCATION_ABOVE_CREDIT', left: free }) : accept({ left });
}
