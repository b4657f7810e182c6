import {
  accept,
  foldVietnamese,
  isLocalDate,
  type LocalDate,
  parseLocalDate,
  parseVnd,
  Quantity,
  quantity,
  refuse,
  type Result,
} from '@lienket/domain';
import type { Cell } from '../../platform/spreadsheets/index.js';
import type { Words } from './import-kind.js';

export type CellRefusal =
  | { readonly code: 'CELL_ERROR' }
  | { readonly code: 'CELL_MISSING' }
  | { readonly code: 'NUMBER_NOT_VALID' }
  | { readonly code: 'NUMBER_AMBIGUOUS'; readonly readings: readonly string[] }
  | { readonly code: 'NUMBER_TOO_PRECISE' }
  | { readonly code: 'NUMBER_NOT_WHOLE' }
  | { readonly code: 'NUMBER_TOO_LARGE' }
  | { readonly code: 'MONEY_NOT_VALID' }
  | { readonly code: 'MONEY_AMBIGUOUS' }
  | { readonly code: 'MONEY_NOT_WHOLE' }
  | { readonly code: 'DATE_NOT_VALID' }
  | { readonly code: 'MONTHS_BECAME_SOMETHING_ELSE' }
  | { readonly code: 'MONTHS_UNREADABLE' }
  | { readonly code: 'CHOICE_UNKNOWN'; readonly choices: readonly Words[] };

type Read<T> = Result<T, CellRefusal>;
const no = (refusal: CellRefusal) => refuse(refusal);

/** Typed into a cell that is to be emptied: an empty one keeps what is there. */
export const isClear = (cell: Cell | null): boolean =>
  cell?.kind === 'TEXT' && /^\((xoa|clear)\)$/.test(foldVietnamese(cell.text));

export function readText(cell: Cell): Read<string> {
  if (cell.kind === 'ERROR') return no({ code: 'CELL_ERROR' });
  return accept(cell.text);
}

export function readQuantity(cell: Cell): Read<Quantity> {
  if (cell.kind === 'ERROR') return no({ code: 'CELL_ERROR' });
  if (cell.kind === 'NUMBER') {
    const [whole = '', fraction = ''] = cell.text.split('.');
    if (whole.startsWith('-')) return no({ code: 'NUMBER_NOT_VALID' });
    if (whole.length > 11) return no({ code: 'NUMBER_TOO_LARGE' });
    return fraction.length > 3 ? no({ code: 'NUMBER_TOO_PRECISE' }) : accept(quantity(cell.text));
  }
  if (cell.kind !== 'TEXT') return no({ code: 'NUMBER_NOT_VALID' });
  const read = Quantity.parse(cell.text.trim(), 'vi');
  if (read.ok) return read;
  switch (read.refusal.code) {
    case 'QUANTITY_AMBIGUOUS':
      return no({ code: 'NUMBER_AMBIGUOUS', readings: read.refusal.readings });
    case 'QUANTITY_TOO_PRECISE':
      return no({ code: 'NUMBER_TOO_PRECISE' });
    case 'QUANTITY_TOO_LARGE':
      return no({ code: 'NUMBER_TOO_LARGE' });
    default:
      return no({ code: 'NUMBER_NOT_VALID' });
  }
}

export function readInteger(cell: Cell): Read<number> {
  const read = readQuantity(cell);
  if (!read.ok) return read;
  const { thousandths } = read.value;
  if (thousandths % 1000n !== 0n) return no({ code: 'NUMBER_NOT_WHOLE' });
  return thousandths > 2_147_483_647_000n ? no({ code: 'NUMBER_TOO_LARGE' }) : accept(Number(thousandths / 1000n));
}

/** Degrees may lie below zero. */
export function readDegrees(cell: Cell): Read<number> {
  const below = cell.kind !== 'ERROR' && /^[-−]\s*\d/.test(cell.text.trim());
  const read = readInteger(below ? { ...cell, text: cell.text.trim().slice(1).trim() } : cell);
  return below && read.ok ? accept(-read.value) : read;
}

export function readMoney(cell: Cell): Read<bigint> {
  if (cell.kind === 'ERROR') return no({ code: 'CELL_ERROR' });
  if (cell.kind === 'NUMBER') {
    if (cell.text.includes('.')) return no({ code: 'MONEY_NOT_WHOLE' });
    return cell.text.length > 18 ? no({ code: 'NUMBER_TOO_LARGE' }) : accept(BigInt(cell.text));
  }
  if (cell.kind !== 'TEXT') return no({ code: 'MONEY_NOT_VALID' });
  const read = parseVnd(cell.text);
  if (read.ok) return read;
  if (read.refusal.code === 'AMOUNT_AMBIGUOUS') return no({ code: 'MONEY_AMBIGUOUS' });
  if (read.refusal.code === 'AMOUNT_NOT_WHOLE') return no({ code: 'MONEY_NOT_WHOLE' });
  return no({ code: read.refusal.code === 'AMOUNT_TOO_LARGE' ? 'NUMBER_TOO_LARGE' : 'MONEY_NOT_VALID' });
}

export function readDate(cell: Cell): Read<LocalDate> {
  if (cell.kind === 'ERROR') return no({ code: 'CELL_ERROR' });
  if (cell.kind === 'DATE' && isLocalDate(cell.text.slice(0, 10))) return accept(cell.text.slice(0, 10));
  const read = cell.kind === 'TEXT' ? parseLocalDate(cell.text) : no({ code: 'DATE_NOT_VALID' });
  return read.ok ? read : no({ code: 'DATE_NOT_VALID' });
}

const WHOLE_YEAR = new Set(['quanh nam', 'ca nam', 'all year', 'whole year']);

/** "7, 8, 9", "T7-T9", "tháng 11-2", "quanh năm". A spreadsheet likes to turn "7-9" into a date: that is told, not guessed. */
export function readMonths(cell: Cell): Read<number[]> {
  if (cell.kind === 'ERROR') return no({ code: 'CELL_ERROR' });
  if (cell.kind === 'DATE') return no({ code: 'MONTHS_BECAME_SOMETHING_ELSE' });
  const folded = foldVietnamese(cell.text)
    .replace(/thang|months?|\bt(?=\d)|\bva\b|\band\b/g, ' ')
    .replace(/\s*[-–]\s*/g, '-');
  if (WHOLE_YEAR.has(foldVietnamese(cell.text))) return accept([]);
  if (cell.kind === 'NUMBER' && cell.text.includes('.')) return no({ code: 'MONTHS_BECAME_SOMETHING_ELSE' });
  const months = new Set<number>();
  for (const part of folded.split(/[,;.\s]+/).filter(Boolean)) {
    const range = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part);
    if (!range) return no({ code: 'MONTHS_UNREADABLE' });
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (from < 1 || from > 12 || to < 1 || to > 12) return no({ code: 'MONTHS_UNREADABLE' });
    for (let month = from; ; month = (month % 12) + 1) {
      months.add(month);
      if (month === to) break;
    }
  }
  return accept([...months].sort((a, b) => a - b));
}

export function readChoice<K extends string>(cell: Cell, choices: Readonly<Record<K, Words>>): Read<K> {
  if (cell.kind === 'ERROR') return no({ code: 'CELL_ERROR' });
  const typed = foldVietnamese(cell.text);
  const found = (Object.keys(choices) as K[]).find((code) =>
    [code, choices[code].vi, choices[code].en].some((name) => foldVietnamese(name) === typed),
  );
  return found ? accept(found) : no({ code: 'CHOICE_UNKNOWN', choices: Object.values(choices) });
}

export const YES_NO = { YES: { vi: 'có', en: 'yes' }, NO: { vi: 'không', en: 'no' } } as const;
