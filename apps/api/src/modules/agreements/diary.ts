import type { Tx } from '../../platform/database/unit-of-work.js';

export interface DiaryLine {
  readonly at: Date;
  readonly action: string;
  readonly actorName: string | null;
  readonly organizationName: string | null;
  readonly data: { readonly key: string; readonly value: string }[];
}

const LENGTH = 200;

/**
 * Who did what to these documents, the oldest first; the newest `LENGTH` entries. Audit rows have no wall of their own:
 * the caller passes only ids that the reader may see.
 */
export async function diaryOf(tx: Tx, entityType: string, ids: readonly string[]): Promise<DiaryLine[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<Omit<DiaryLine, 'data'> & { data: Record<string, unknown> }>(
    `select e.at, e.action, u.full_name as "actorName", o.short_name as "organizationName", e.data
     from audit_event e left join app_user u on u.id = e.user_id left join organization o on o.id = e.org_id
     where e.entity_type = $1 and e.entity_id = any($2) order by e.at desc, e.id desc limit ${LENGTH}`,
    [entityType, ids],
  );
  return rows.reverse().map(({ data, ...row }) => ({ ...row, data: dataOf(data) }));
}

const dataOf = (data: Record<string, unknown>): { key: string; value: string }[] =>
  Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ({ key, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }));
