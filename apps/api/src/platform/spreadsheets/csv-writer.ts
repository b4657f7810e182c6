import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { formulaSafe } from './formula-safe.js';
import { type SheetTable, writtenText } from './sheet-table.js';

const BATCH = 200;

/** The same list as text: UTF-8 with its mark, which Excel in Việt Nam needs; `;` goes with the decimal comma. */
export const csvStream = (table: SheetTable, delimiter: ';' | ',' = ';'): Readable => Readable.from(lines(table, delimiter));

async function* lines({ columns, rows }: SheetTable, delimiter: ';' | ','): AsyncGenerator<Buffer> {
  const written = (records: string[][]) => Buffer.from(stringify(records, { delimiter, record_delimiter: '\r\n' }));
  yield Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), written([columns.map(({ header }) => formulaSafe(header))])]);
  let batch: string[][] = [];
  for await (const values of rows) {
    batch.push(columns.map(({ kind }, i) => writtenText(kind, values[i], delimiter === ';')));
    if (batch.length < BATCH) continue;
    yield written(batch);
    batch = [];
  }
  if (batch.length) yield written(batch);
}
