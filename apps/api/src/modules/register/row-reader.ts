import { type LocalDate, type Quantity, quantity, type Refusal, type Result } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';
import type { Cell } from '../../platform/spreadsheets/index.js';
import { tidyText } from '../../platform/text.js';
import {
  type CellRefusal,
  cellMessages,
  type Problem,
  problemOf,
  readChoice,
  readDate,
  readInteger,
  readMoney,
  readMonths,
  readQuantity,
  readText,
  type Words,
  YES_NO,
} from '../imports/index.js';
import { registerRowMessages, type RegisterRowRefusal } from './register-row.messages.js';

/** Reads the cells of one row; what is wrong is noted at its cell, an empty cell is null and never zero. */
export class RowReader {
  readonly problems: Problem[] = [];

  constructor(
    readonly row: number,
    private readonly cell: (column: string) => Cell | null,
  ) {}

  complain(column: string, refusal: RegisterRowRefusal): void {
    this.note(column, refusal, registerRowMessages);
  }

  text(column: string, most: number): string | null {
    const read = tidyText(this.value(column, readText));
    if (read && read.length > most) {
      this.complain(column, { code: 'TEXT_TOO_LONG', most });
      return null;
    }
    return read;
  }

  /** An empty cell is a mistake, and the answer then an empty text. */
  neededText(column: string, most: number): string {
    if (!this.cell(column)) this.note(column, { code: 'CELL_MISSING' }, cellMessages);
    return this.text(column, most) ?? '';
  }

  /** Codes separated by semicolons, commas or line breaks. */
  codes(column: string, needed = false): string[] {
    const text = needed ? this.neededText(column, 1000) : this.text(column, 1000);
    return [
      ...new Set(
        (text ?? '')
          .split(/[;,\n]/)
          .map((code) => code.trim())
          .filter(Boolean),
      ),
    ];
  }

  date(column: string): LocalDate | null {
    return this.value(column, readDate);
  }

  quantity(column: string): Quantity | null {
    return this.value(column, readQuantity);
  }

  integer(column: string): number | null {
    return this.value(column, readInteger);
  }

  money(column: string): bigint | null {
    return this.value(column, readMoney);
  }

  months(column: string): number[] | null {
    return this.value(column, readMonths);
  }

  choice<K extends string>(column: string, choices: Readonly<Record<K, Words>>): K | null {
    return this.value(column, (cell) => readChoice(cell, choices));
  }

  yesNo(column: string): boolean | null {
    const answer = this.choice(column, YES_NO);
    return answer === null ? null : answer === 'YES';
  }

  private value<T>(column: string, read: (cell: Cell) => Result<T, CellRefusal>): T | null {
    const cell = this.cell(column);
    if (!cell) return null;
    const result = read(cell);
    if (result.ok) return result.value;
    this.note(column, result.refusal, cellMessages);
    return null;
  }

  private note<R extends Refusal>(column: string, refusal: R, messages: Messages<R>): void {
    this.problems.push(problemOf(messages, column, this.cell(column)?.text ?? '', refusal));
  }
}

const BY_WEIGHT: Readonly<Record<string, bigint>> = { tan: 1000n, ta: 100n, yen: 10n };

/** Tons and quintals of a register in kilograms, the unit goods are sold in; other units as they stand. `folded` without accents. */
export const kilogramsIn = (folded: string): bigint | null => BY_WEIGHT[folded] ?? null;

export const times = (amount: Quantity, factor: bigint): Quantity => {
  const digits = (amount.thousandths * factor).toString().padStart(4, '0');
  return quantity(`${digits.slice(0, -3)}.${digits.slice(-3)}`);
};
