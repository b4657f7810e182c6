/** Numbers are decimal strings ("1250.5"), dates "2026-07-31" or "2026-07-31T08:30:00"; ERROR keeps what stood there. */
export interface Cell {
  readonly kind: 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'ERROR';
  readonly text: string;
}

export interface SheetRow {
  /** As the person's program shows it, from 1. */
  readonly row: number;
  readonly cells: readonly (Cell | null)[];
}

export interface RowBatch {
  readonly sheet: { readonly index: number; readonly name: string };
  readonly rows: readonly SheetRow[];
}

/** 0 → "A", 27 → "AB". */
export function columnLetters(index: number): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

export const cellAddress = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** Column index of "AB12"; -1 when it is no cell address. */
export function columnOfAddress(address: string): number {
  let index = 0;
  for (let at = 0; at < address.length && at < 4; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) return index - 1;
    index = index * 26 + (code - 64);
  }
  return address.length > 3 ? index - 1 : -1;
}
