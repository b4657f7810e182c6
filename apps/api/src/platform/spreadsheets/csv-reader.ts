import { CsvError, parse } from 'csv-parse';
import type { Cell } from './cells.js';
import { withoutMark } from './formula-safe.js';
import { LIMITS } from './limits.js';
import type { RowSink } from './row-sink.js';
import { refused } from './spreadsheet-refusal.js';
import { decodeText } from './text-encoding.js';

const DELIMITERS = [';', ',', '\t'] as const;
/** What other kinds of file start with. */
const FOREIGN = /^\s*(<|%PDF|\{\\rtf|MZ|GIF8|PK|\u007fELF|#!|RIFF|BM)/;
const PIECE = 64 * 1024;

/** Rows of a text file with separated columns; every cell is text. */
export async function readCsv(bytes: Buffer, sink: RowSink): Promise<void> {
  let text = decodeText(bytes);
  // eslint-disable-next-line no-control-regex -- control characters are what a text file does not have
  if (FOREIGN.test(text) || /[\u0000-\u0008\u000e-\u001f\ufffe]/.test(text)) throw refused({ code: 'SHEET_KIND_NOT_ALLOWED' });
  const told = /^sep=([;,\t])\r?\n/i.exec(text);
  if (told) text = text.slice(told[0].length);
  const delimiter = told?.[1] ?? delimiterOf(text);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.columns * LIMITS.cellCharacters,
    info: true,
  });
  sink.start(0, 'CSV');
  const feeding = feed(parser, text);
  let row = told ? 1 : 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      row += 1;
      sink.add(row, record.map(cellOf));
      if (sink.isFull) await sink.flush();
    }
  } catch (error) {
    parser.destroy();
    if (error instanceof CsvError) throw refused(refusalOf(error));
    throw error;
  }
  await feeding;
  await sink.flush();
}

async function feed(parser: ReturnType<typeof parse>, text: string): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed; at += PIECE) {
    if (!parser.write(text.slice(at, at + PIECE))) {
      await new Promise<void>((resolve) => {
        parser.once('drain', resolve);
        parser.once('close', resolve);
      });
    }
  }
  if (!parser.destroyed) parser.end();
}

const cellOf = (text: string): Cell | null => (text.trim() === '' ? null : { kind: 'TEXT', text: withoutMark(text) });

/** The separator that stands most often in the first lines, outside quotation marks. */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, 16_384)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 20)
    .join('\n');
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function refusalOf(error: CsvError) {
  const line = Number((error as unknown as { lines?: number }).lines ?? 1);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'SHEET_QUOTES_OPEN', line } as const;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return { code: 'SHEET_QUOTES_OPEN', line } as const;
  return { code: 'SHEET_DAMAGED' } as const;
}
