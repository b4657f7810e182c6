import type { Actor } from '../auth/actor.js';
import type { ExportColumn } from './export-registry.js';
import type { CellValue, ColumnKind } from './sheet-table.js';

/** Codes as people read them. */
export type Labels = Readonly<Record<string, { readonly vi: string; readonly en: string }>>;

export const labelOf = (labels: Labels, code: string | null | undefined, locale: 'vi' | 'en'): string | null =>
  code ? (labels[code]?.[locale] ?? code) : null;

/** A column with both its names. */
export const column = <Row>(
  vi: string,
  en: string,
  kind: ColumnKind,
  value: (row: Row, locale: 'vi' | 'en') => CellValue,
  width?: number,
): ExportColumn<Row> => ({ label: { vi, en }, kind, value, ...(width ? { width } : {}) });

/** The last column of lists that may hold the demo world's rows. */
export const demoColumn = <Row extends { readonly isDemo: boolean }>(): ExportColumn<Row> =>
  column('Dữ liệu mẫu', 'Sample data', 'TEXT', ({ isDemo }) => (isDemo ? 'x' : null));

/** "PLACED,COUNTERED" as those of the known names; null when nothing is asked. */
export function namesOf<T extends string>(known: readonly T[], text: string | undefined): T[] | null {
  const asked = text?.split(',').filter(Boolean) ?? [];
  return asked.length === 0 ? null : known.filter((name) => asked.includes(name));
}

export const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | null =>
  known.find((name) => name === text) ?? null;

export const isSignedIn = (actor: Actor | null): boolean => actor !== null;

/** An answer of one piece, row by row. */
export async function* each<Row>(rows: Promise<readonly Row[]>): AsyncGenerator<Row> {
  yield* await rows;
}
