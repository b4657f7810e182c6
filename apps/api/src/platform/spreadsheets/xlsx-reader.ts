import { type Cell, columnOfAddress } from './cells.js';
import { withoutMark } from './formula-safe.js';
import { LIMITS } from './limits.js';
import { dateOfSerial, plainDecimal } from './numbers-and-dates.js';
import type { RowSink } from './row-sink.js';
import { refused } from './spreadsheet-refusal.js';
import { readWorkbook, textCollector, type Workbook } from './xlsx-parts.js';
import { walkXml } from './xml.js';
import { openZip, type ZipEntries } from './zip-entries.js';

/** Rows of the first visible sheet, or of all of them. */
export async function readXlsx(bytes: Buffer, sheets: 'FIRST' | 'ALL', sink: RowSink): Promise<void> {
  const zip = await openZip(bytes);
  const workbook = await readWorkbook(zip);
  const wanted = sheets === 'FIRST' ? workbook.sheets.slice(0, 1) : workbook.sheets;
  for (const [index, { name, part }] of wanted.entries()) {
    sink.start(index, name);
    await readSheet(zip, part, workbook, sink);
    await sink.flush();
  }
}

async function readSheet(zip: ZipEntries, part: string, workbook: Workbook, sink: RowSink): Promise<void> {
  const inline = textCollector();
  let [row, column, lastRow] = [0, -1, 0];
  let cells: (Cell | null)[] = [];
  let cell: { type: string; style: number; hasFormula: boolean; value: string } | null = null;
  let inValue = false;
  await walkXml(zip.text(part)!, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? lastRow + 1);
        if (!Number.isInteger(row) || row <= lastRow || row > 1_048_576) throw refused({ code: 'SHEET_DAMAGED' });
        [lastRow, column, cells] = [row, -1, []];
      } else if (name === 'c') {
        const address = attributes['r'];
        const at = address === undefined ? column + 1 : columnOfAddress(address);
        if (at <= column || at > 16_383) throw refused({ code: 'SHEET_DAMAGED' });
        column = at;
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), hasFormula: false, value: '' };
        inline.start();
      } else if (cell && name === 'v') inValue = true;
      else if (cell && name === 'f') cell.hasFormula = true;
      else if (cell) inline.open(name);
    },
    text: (text) => {
      if (cell && inValue) cell.value += text;
      else if (cell) inline.text(text);
    },
    close: (name) => {
      if (name === 'v') inValue = false;
      else if (name === 'c' && cell) {
        const read = cellOf(cell, cell.type === 'inlineStr' ? inline.take() : cell.value, workbook);
        cell = null;
        if (!read) return;
        if (column >= LIMITS.columns) throw refused({ code: 'SHEET_TOO_MANY_COLUMNS', most: LIMITS.columns });
        while (cells.length < column) cells.push(null);
        cells.push(read);
      } else if (name === 'row') sink.add(row, cells);
      else if (cell) inline.close(name);
    },
    pause: async () => {
      if (sink.isFull) await sink.flush();
    },
  });
}

/** A formula counts as the value its program last saw; without one, and with an error, the cell is refused where it is used. */
function cellOf(
  { type, style, hasFormula }: { type: string; style: number; hasFormula: boolean },
  raw: string,
  { strings, dateStyles, since1904 }: Workbook,
): Cell | null {
  if (raw === '') return hasFormula && type !== 'str' ? { kind: 'ERROR', text: '=…' } : null;
  switch (type) {
    case 's':
      return textCell(strings[Number(raw)]);
    case 'str':
    case 'inlineStr':
      return textCell(raw);
    case 'b':
      return { kind: 'BOOLEAN', text: raw === '1' || raw === 'true' ? 'true' : 'false' };
    case 'e':
      return { kind: 'ERROR', text: raw };
    case 'd':
      return /^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(raw) ? { kind: 'DATE', text: raw.slice(0, 19) } : { kind: 'ERROR', text: raw };
    default: {
      const number = dateStyles[style] ? dateOfSerial(raw, since1904) : plainDecimal(raw);
      if (number === null) return { kind: 'ERROR', text: raw.slice(0, 50) };
      return { kind: dateStyles[style] ? 'DATE' : 'NUMBER', text: number };
    }
  }
}

function textCell(text: string | undefined): Cell | null {
  if (text === undefined) throw refused({ code: 'SHEET_DAMAGED' });
  return text.trim() === '' ? null : { kind: 'TEXT', text: withoutMark(text) };
}
