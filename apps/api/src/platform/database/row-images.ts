import type { Tx } from './unit-of-work.js';

interface ImageChild {
  readonly table: string;
  /** The column that names the root, or the row between. */
  readonly parent: string;
  readonly through?: { readonly table: string; readonly parent: string };
}

/** A thing as its rows: the table that names it and the tables that hang on it. Names come from code, never from a request. */
export interface ImageSpec {
  readonly table: string;
  /** In the order in which they can be written. */
  readonly children: readonly ImageChild[];
  /** Columns of the root that go on counting when it is put back, so that nobody saves over what he has not seen. */
  readonly counters?: readonly string[];
}

/** Rows `c` of the child that belong to the root whose id is `rootId`. */
const belongs = ({ parent, through }: ImageChild, rootId: string): string =>
  through
    ? `c.${parent} in (select v.id from ${through.table} v where v.${through.parent} = ${rootId})`
    : `c.${parent} = ${rootId}`;

/** The whole thing as one jsonb; `alias` is the root's row in the statement around. Amounts never pass through JavaScript. */
export const imageSql = ({ table, children }: ImageSpec, alias: string): string =>
  `jsonb_build_object('${table}', jsonb_build_array(to_jsonb(${alias}))${children
    .map(
      (child) =>
        `, '${child.table}', coalesce((select jsonb_agg(to_jsonb(c) order by c.id) from ${child.table} c where ${belongs(child, `${alias}.id`)}), '[]')`,
    )
    .join('')})`;

async function columnsOf(tx: Tx, table: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => `"${name}"`);
}

/**
 * Puts things back as they were: `source` is a statement giving (id uuid, before jsonb); a null image means the thing was not there.
 * Callers lock the roots and ask `standsOn` first.
 */
export async function restoreImages(tx: Tx, spec: ImageSpec, source: string, parameters: readonly unknown[]): Promise<void> {
  const { table, children, counters = [] } = spec;
  for (const child of [...children].reverse()) {
    await tx.query(
      `with put as (${source})
       delete from ${child.table} c using put where ${belongs(child, 'put.id')}
         and not exists (select 1 from jsonb_array_elements(put.before -> '${child.table}') kept where (kept ->> 'id')::uuid = c.id)`,
      parameters,
    );
  }
  await tx.query(
    `with put as (${source}) delete from ${table} t using put where t.id = put.id and put.before is null`,
    parameters,
  );
  for (const name of [table, ...children.map((child) => child.table)]) {
    const columns = await columnsOf(tx, name);
    const counted = name === table ? counters.map((counter) => `"${counter}"`) : [];
    const sets = columns.map((column) =>
      counted.includes(column) ? `${column} = t.${column} + 1` : `${column} = excluded.${column}`,
    );
    await tx.query(
      `with put as (${source})
       insert into ${name} as t (${columns.join(', ')})
       select ${columns.map((column) => `r.${column}`).join(', ')} from put, jsonb_populate_recordset(null::${name}, put.before -> '${name}') r
       on conflict (id) do update set ${sets.join(', ')}`,
      parameters,
    );
  }
}

/**
 * Which of the rows something else refers to, by the database's own foreign keys; `own` tables do not count.
 * Asked with the system's eyes: another organization's document counts although its content stays hidden.
 */
export async function standsOn(tx: Tx, table: string, ids: readonly string[], own: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const keys = await tx.query<{ source: string; column: string }>(
    `select k.conrelid::regclass::text as source, a.attname as column from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = $1::regclass and not (k.conrelid::regclass::text = any($2))`,
    [table, own],
  );
  if (keys.length === 0) return new Set();
  const { scope } = await tx.one<{ scope: string }>(`select current_setting('app.scope') as scope`);
  await tx.query(`select set_config('app.scope', 'system', true)`);
  const rows = await tx.query<{ id: string }>(
    keys
      .map(({ source, column }) => `select distinct "${column}" as id from ${source} where "${column}" = any($1)`)
      .join(' union '),
    [ids],
  );
  await tx.query(`select set_config('app.scope', $1, true)`, [scope]);
  return new Set(rows.map(({ id }) => id));
}
