import { foldVietnamese } from '@lienket/domain';
import type { ImportColumn, ImportKind } from './import-kind.js';

const plain = (header: string): string => foldVietnamese(header).replace(/[^a-z0-9]+/g, '');
const withoutParentheses = (header: string): string => header.replace(/\([^)]*\)/g, '');

const namesOf = ({ key, label, synonyms = [] }: ImportColumn): Set<string> =>
  new Set([key, label.vi, label.en, ...synonyms].flatMap((name) => [plain(name), plain(withoutParentheses(name))]));

/** For each header the column it names, whatever its case, accents and order; null when unknown or named before. */
export function matchHeaders(kind: Pick<ImportKind, 'columns'>, headers: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  const columns = kind.columns.map((column) => ({ key: column.key, names: namesOf(column) }));
  return headers.map((header) => {
    const names = [plain(header), plain(withoutParentheses(header))].filter(Boolean);
    const found = columns.find((column) => !taken.has(column.key) && names.some((name) => column.names.has(name)));
    if (found) taken.add(found.key);
    return found?.key ?? null;
  });
}

/** The columns a mapping must have and lacks; one of the key columns is enough. */
export function missingColumns(
  kind: Pick<ImportKind, 'columns' | 'keyColumns'>,
  mapping: readonly (string | null)[],
): ImportColumn[] {
  const has = (key: string) => mapping.includes(key);
  const missing = kind.columns.filter(({ key, required }) => required && !kind.keyColumns.includes(key) && !has(key));
  return kind.keyColumns.some(has) ? missing : [kind.columns.find(({ key }) => key === kind.keyColumns[0])!, ...missing];
}
