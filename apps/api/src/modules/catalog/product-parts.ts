import { type GradeSpec, type PackLevel } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { Grade } from './grade.entity.js';
import { Pack } from './pack.entity.js';

export interface GradeClaim {
  readonly code: string;
  readonly name: string;
  readonly spec: readonly GradeSpec[];
}

export interface PackColumns {
  readonly id: string | null;
  readonly gradeCode: string | null;
  /** The row of the smaller pack inside, in the same list. */
  readonly innerRow: number | null;
  readonly name: string;
  readonly level: PackLevel;
  readonly sizeBase: string;
  readonly moqPacks: number;
  readonly gtin: string | null;
  readonly netWeight: string | null;
  readonly tareWeight: string | null;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
}

/** Grades are known by their code: one kept under its code keeps its id. False when one that goes is still named by prices, packs or lots. */
export async function saveGrades(tx: Tx, productId: string, grades: readonly GradeClaim[]): Promise<boolean> {
  const codes = grades.map(({ code }) => code);
  if (!(await removeUnused(tx, 'delete from grade where product_id = $1 and code <> all($2)', [productId, codes]))) return false;
  const kept = await tx.query<{ id: string; code: string }>('select id, code from grade where product_id = $1', [productId]);
  const ids = new Map(kept.map(({ id, code }) => [code, id]));
  for (const [position, { code, name, spec }] of grades.entries()) {
    const row = { name, spec: [...spec], position };
    const id = ids.get(code);
    if (id) await tx.manager.update(Grade, { id }, row);
    else await tx.insert(Grade, { id: newId(), productId, code, ...row });
  }
  return true;
}

/** Saves the packs in their order, the first as the one that orders count in. False when one that goes is still named by a contract. */
export async function savePacks(tx: Tx, productId: string, packs: readonly PackColumns[]): Promise<boolean> {
  const kept = await tx.query<{ id: string }>('select id from pack where product_id = $1', [productId]);
  const known = new Set(kept.map(({ id }) => id));
  if (packs.some(({ id }) => id !== null && !known.has(id))) throw new NotFoundError();
  const grades = await tx.query<{ id: string; code: string }>('select id, code from grade where product_id = $1', [productId]);
  const gradeIds = new Map(grades.map(({ id, code }) => [code, id]));
  const ids = packs.map(({ id }) => id ?? newId());
  await tx.query('update pack set inner_pack_id = null where product_id = $1', [productId]);
  if (!(await removeUnused(tx, 'delete from pack where product_id = $1 and id <> all($2)', [productId, ids]))) return false;
  for (const [position, { id, gradeCode, innerRow: _, ...columns }] of packs.entries()) {
    const row = { ...columns, gradeId: gradeCode === null ? null : (gradeIds.get(gradeCode) ?? null), position };
    if (id) await tx.manager.update(Pack, { id }, row);
    else await tx.insert(Pack, { id: ids[position]!, productId, ...row });
  }
  for (const [position, { innerRow }] of packs.entries()) {
    if (innerRow !== null) await tx.manager.update(Pack, { id: ids[position]! }, { innerPackId: ids[innerRow]! });
  }
  return true;
}

/** A row that another table still names stays, and so does everything else of the statement. */
async function removeUnused(tx: Tx, sql: string, values: readonly unknown[]): Promise<boolean> {
  await tx.query('savepoint remove_unused');
  try {
    await tx.query(sql, values);
    await tx.query('release savepoint remove_unused');
    return true;
  } catch (error) {
    await tx.query('rollback to savepoint remove_unused');
    if ((error as { code?: string }).code === '23503') return false;
    throw error;
  }
}
