import { accept, gradeSpec, type GradeSpec, packFaults, type Refusal, type Result, refuse } from '@lienket/domain';
import { type RowRefusal, rowsRefused } from '../../platform/graphql/refusal.js';
import { tidyLine } from '../../platform/text.js';
import type { GradeClaim, PackColumns } from './product-parts.js';
import { packOf, type PackSheet } from './product-sheet.js';
import type { ProductRefusal } from './product.messages.js';

export interface GradeSheet {
  readonly code: string;
  readonly name: string;
  readonly spec: readonly (Pick<GradeSpec, 'measure' | 'operator'> & Partial<GradeSpec>)[];
}

export interface PackRowSheet extends PackSheet {
  readonly gradeCode?: string | null;
  readonly innerRow?: number | null;
}

const MOST_GRADES = 10;
const MOST_SPECS = 12;
const MOST_PACKS = 12;

type Fault = RowRefusal<ProductRefusal>;
const fault = (row: number, field: string, refusal: ProductRefusal): Fault => ({ row, field, refusal });

export function gradesOf(grades: readonly GradeSheet[]): Result<GradeClaim[], Refusal> {
  if (grades.length > MOST_GRADES) return refuse<ProductRefusal>({ code: 'TOO_MANY_GRADES' });
  const faults: Fault[] = [];
  const codes = new Set<string>();
  const tidied = grades.map((grade, row): GradeClaim => {
    const code = tidyLine(grade.code)?.toUpperCase() ?? '';
    const name = tidyLine(grade.name) ?? '';
    if (!/^[A-Z0-9-]{1,12}$/.test(code) || codes.has(code)) faults.push(fault(row, 'code', { code: 'GRADE_CODE_NOT_VALID' }));
    if (!name || name.length > 100) faults.push(fault(row, 'name', { code: 'GRADE_NAME_MISSING' }));
    if (grade.spec.length > MOST_SPECS) faults.push(fault(row, 'spec', { code: 'TOO_MANY_SPECS' }));
    codes.add(code);
    const spec = grade.spec.slice(0, MOST_SPECS).flatMap((given, index): GradeSpec[] => {
      const { measure, operator, value = null, valueTo = null, unit = null, text = null } = given;
      const long = (unit?.length ?? 0) > 20 || (text?.length ?? 0) > 200;
      const sound = gradeSpec({ measure, operator, value, valueTo, unit, text });
      if (long) faults.push(fault(row, `spec.${index}`, { code: 'SPEC_TEXT_TOO_LONG' }));
      if (!sound.ok) faults.push(fault(row, `spec.${index}`, sound.refusal));
      return sound.ok ? [sound.value] : [];
    });
    return { code, name, spec };
  });
  return faults.length > 0 ? rowsRefused(faults) : accept(tidied);
}

export function packsOf(packs: readonly PackRowSheet[], gradeCodes: readonly string[]): Result<PackColumns[], Refusal> {
  if (packs.length === 0) return refuse<ProductRefusal>({ code: 'PACKS_MISSING' });
  if (packs.length > MOST_PACKS) return refuse<ProductRefusal>({ code: 'TOO_MANY_PACKS' });
  const faults: Fault[] = [];
  const columns = packs.flatMap((pack, row): PackColumns[] => {
    const tidied = packOf(pack);
    const gradeCode = tidyLine(pack.gradeCode)?.toUpperCase() ?? null;
    if (gradeCode !== null && !gradeCodes.includes(gradeCode)) faults.push(fault(row, 'gradeCode', { code: 'GRADE_UNKNOWN' }));
    if (!tidied.ok) {
      faults.push(fault(row, FIELD_OF[tidied.refusal.code] ?? 'name', tidied.refusal));
      return [];
    }
    return [{ id: pack.id ?? null, gradeCode, innerRow: pack.innerRow ?? null, ...tidied.value }];
  });
  if (faults.length > 0) return rowsRefused(faults);
  const levels = columns.map((pack, row) => ({
    id: String(row),
    level: pack.level,
    innerPackId: pack.innerRow === null ? null : String(pack.innerRow),
    sizeBase: pack.sizeBase,
    gtin: pack.gtin,
  }));
  const wrong = packFaults(levels).map(({ index, field, code }) =>
    fault(index, field === 'innerPackId' ? 'innerRow' : field, { code }),
  );
  return wrong.length > 0 ? rowsRefused(wrong) : accept(columns);
}

const FIELD_OF: Partial<Record<ProductRefusal['code'], string>> = {
  PACK_SIZE_NOT_POSITIVE: 'sizeBase',
  MOQ_NOT_VALID: 'moqPacks',
  GTIN_NOT_VALID: 'gtin',
  WEIGHT_NOT_VALID: 'netWeight',
  TOLERANCE_NOT_VALID: 'weightToleranceBp',
};
