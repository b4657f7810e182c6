import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Cell, SheetRow } from '../../platform/spreadsheets/index.js';
import type { CheckedRow, KindRow } from './import-kind.js';

type StoredCell = [string, string] | null;

export interface StagedRow extends KindRow {
  readonly key: string;
}

const LETTERS = { TEXT: 'T', NUMBER: 'N', DATE: 'D', BOOLEAN: 'B', ERROR: 'E' } as const;
const KINDS = Object.fromEntries(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind])) as Record<string, Cell['kind']>;

export const toStored = (cells: readonly (Cell | null)[]): StoredCell[] =>
  cells.map((cell) => cell && [LETTERS[cell.kind], cell.text.replaceAll('\u0000', '')]);

export const fromStored = (cell: StoredCell | undefined): Cell | null => (cell ? { kind: KINDS[cell[0]]!, text: cell[1] } : null);

export async function stageRows(tx: Tx, batchId: string, rows: readonly SheetRow[]): Promise<void> {
  await tx.query(
    `insert into import_row (batch_id, row_no, cells)
     select $1, r.row_no, r.cells from jsonb_to_recordset($2::jsonb) as r(row_no int, cells jsonb)`,
    [batchId, JSON.stringify(rows.map(({ row, cells }) => ({ row_no: row, cells: toStored(cells) })))],
  );
}

/** Writes beside each row what it speaks of, so that rows of one thing come together. */
export async function keyRows(
  tx: Tx,
  batchId: string,
  mapping: readonly (string | null)[],
  keyColumns: readonly string[],
): Promise<void> {
  const places = keyColumns.map((column) => mapping.indexOf(column)).filter((index) => index >= 0);
  const cell = (index: number) => `nullif(btrim(lower(cells -> ${index} ->> 1)), '')`;
  await tx.query(
    `update import_row set key = left(coalesce(${[...places.map(cell), `''`].join(', ')}), 200), outcome = null, errors = '[]' where batch_id = $1`,
    [batchId],
  );
}

const CHUNK = 500;

/** Rows in the order of their keys; all rows of one key are in one chunk. `read` runs each statement, in one transaction or in several. */
export async function* inChunks(
  read: <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>,
  batchId: string,
  mapping: readonly (string | null)[],
): AsyncGenerator<StagedRow[]> {
  const places = new Map(mapping.flatMap((column, index) => (column ? [[column, index] as const] : [])));
  let after: { key: string; row: number } = { key: '', row: 0 };
  for (let size = CHUNK; ;) {
    const found = await read<{ row: number; key: string; cells: StoredCell[] }>(
      `select row_no as row, key, cells from import_row where batch_id = $1 and (key, row_no) > ($2, $3) order by key, row_no limit $4`,
      [batchId, after.key, after.row, size],
    );
    const isLast = found.length < size;
    const lastKey = found.at(-1)?.key;
    const whole = isLast ? found : found.filter(({ key }) => key !== lastKey);
    if (whole.length === 0 && !isLast) {
      size *= 2;
      continue;
    }
    if (whole.length > 0) {
      yield whole.map(({ row, key, cells }) => ({ row, key, cell: (column) => fromStored(cells[places.get(column) ?? -1]) }));
      after = whole.at(-1)!;
    }
    if (isLast) return;
    size = CHUNK;
  }
}

export async function saveOutcomes(tx: Tx, batchId: string, rows: readonly CheckedRow[]): Promise<void> {
  await tx.query(
    `update import_row r set outcome = v.outcome, errors = v.errors
     from jsonb_to_recordset($2::jsonb) as v(row_no int, outcome text, errors jsonb) where r.batch_id = $1 and r.row_no = v.row_no`,
    [batchId, JSON.stringify(rows.map(({ row, outcome, problems }) => ({ row_no: row, outcome, errors: problems })))],
  );
}

export async function countOutcomes(tx: Tx, batchId: string): Promise<void> {
  await tx.query(
    `update import_batch b set to_create = c.creates, to_update = c.updates, to_skip = c.skips, with_errors = c.errors
     from (select count(*) filter (where outcome = 'CREATE')::int as creates, count(*) filter (where outcome = 'UPDATE')::int as updates,
       count(*) filter (where outcome = 'SKIP')::int as skips, count(*) filter (where outcome = 'ERROR')::int as errors
       from import_row where batch_id = $1) c where b.id = $1`,
    [batchId],
  );
}
