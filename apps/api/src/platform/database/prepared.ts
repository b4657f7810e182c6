import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * Marks a statement of a busy road: each connection parses and plans it once, not at every call. The walls and the sub-queries of a page
 * cost more to plan than to run. Only for texts that are few and fixed; a list with changing filters is better planned with its values.
 */
export function prepared(sql: string): string {
  if (!names.has(sql)) names.set(sql, createHash('md5').update(sql).digest('hex'));
  return sql;
}

/** The name under which a connection keeps a marked statement. */
export const nameOfPrepared = (sql: string): string | undefined => names.get(sql);
