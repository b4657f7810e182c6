import type { SqlPool } from '../../platform/database/sql-pool.js';

/** The province this data is of, as a scalar subquery: another province is another data set. */
const province = (column: string): string =>
  `(select ${column} from administrative_unit p where p.level = 'PROVINCE' and p.valid_to is null order by p.code limit 1)`;

/** "tỉnh Lạng Sơn", as addresses write it; null where no province is loaded. */
export const provinceInAddressSql = province('lower(left(p.name, 1)) || substr(p.name, 2)');

/** "Lạng Sơn"; null where no province is loaded. */
export async function provinceName(pool: SqlPool): Promise<string | null> {
  const [row] = await pool.rows<{ name: string | null }>('province-name', `select ${province('p.short_name')} as name`);
  return row?.name ?? null;
}
