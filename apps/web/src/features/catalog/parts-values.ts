import {
  formatQuantity,
  type GradeMeasure,
  type GradeOperator,
  isMeasuredInWords,
  quantity,
  UNIT_OF_MEASURE,
} from '@lienket/domain';
import type { GradeInput, PackLevel, PackRowInput, ProductForEditFragment, SpecPartsFragment } from '../../gql/graphql';
import type { Typed } from '../../shared/forms/typed-numbers';
import type { Locale } from '../../shared/i18n/stored-locale';

export interface SpecValues {
  measure: GradeMeasure;
  operator: GradeOperator;
  value: string;
  valueTo: string;
  unit: string;
  text: string;
}

export interface GradeValues {
  code: string;
  name: string;
  spec: SpecValues[];
}

export interface PackValues {
  id: string | null;
  name: string;
  level: PackLevel;
  sizeBase: string;
  moqPacks: string;
  gradeCode: string;
  /** The row of the pack inside, or -1. */
  innerRow: number;
  netWeight: string;
  tareWeight: string;
  gtin: string;
  catchWeight: boolean;
  tolerance: string;
}

interface PartsWords {
  missing: string;
  whole: string;
  percent: string;
}

type Read = (text: string) => Typed;
type PartsErrors = Record<string, string>;

export const emptySpec = (measure: GradeMeasure = 'WEIGHT'): SpecValues => ({
  measure,
  operator: 'AT_LEAST',
  value: '',
  valueTo: '',
  unit: UNIT_OF_MEASURE[measure] ?? '',
  text: '',
});

export const emptyPack = (): PackValues => ({
  id: null,
  name: '',
  level: 'INNER',
  sizeBase: '',
  moqPacks: '1',
  gradeCode: '',
  innerRow: -1,
  netWeight: '',
  tareWeight: '',
  gtin: '',
  catchWeight: false,
  tolerance: '',
});

/** What waits for the Alliance is what the cooperative goes on from. */
export function gradesOf({ grades, change }: ProductForEditFragment, locale: Locale): GradeValues[] {
  const asked = change?.status === 'PENDING' && change.fields.includes('grades') ? change.after.grades : grades;
  const number = (wire: string | null | undefined) => (wire ? formatQuantity(quantity(wire), '', locale) : '');
  return asked.map(({ code, name, spec }) => ({
    code,
    name,
    spec: spec.map((one: SpecPartsFragment) => ({
      measure: one.measure,
      operator: one.operator,
      value: number(one.value),
      valueTo: number(one.valueTo),
      unit: one.unit ?? '',
      text: one.text ?? '',
    })),
  }));
}

export function packsOf({ packs, grades }: ProductForEditFragment, locale: Locale): PackValues[] {
  const number = (wire: string | null | undefined) => (wire ? formatQuantity(quantity(wire), '', locale) : '');
  const codes = new Map(grades.map(({ id, code }) => [id, code]));
  return packs.map((pack) => ({
    id: pack.id,
    name: pack.name,
    level: pack.level,
    sizeBase: number(pack.sizeBase),
    moqPacks: String(pack.moqPacks),
    gradeCode: (pack.gradeId && codes.get(pack.gradeId)) ?? '',
    innerRow: packs.findIndex(({ id }) => id === pack.innerPackId),
    netWeight: number(pack.netWeight),
    tareWeight: number(pack.tareWeight),
    gtin: pack.gtin ?? '',
    catchWeight: pack.catchWeight,
    tolerance: pack.weightToleranceBp == null ? '' : formatQuantity(quantity(String(pack.weightToleranceBp / 100)), '', locale),
  }));
}

export function readGrades(
  grades: readonly GradeValues[],
  read: Read,
  words: PartsWords,
): { input: GradeInput[]; errors: PartsErrors } {
  const errors: PartsErrors = {};
  const input = grades.map((grade, row) => ({
    code: need(errors, `${row}.code`, grade.code, words),
    name: need(errors, `${row}.name`, grade.name, words),
    spec: grade.spec.map((spec, index) => {
      const field = `${row}.spec.${index}`;
      const { measure, operator } = spec;
      if (isMeasuredInWords(measure))
        return { measure, operator: 'EQUALS' as const, text: need(errors, field, spec.text, words) };
      return {
        measure,
        operator,
        value: number(errors, field, spec.value, read, words),
        valueTo: operator === 'BETWEEN' ? number(errors, field, spec.valueTo, read, words) : null,
        unit: spec.unit.trim() || null,
      };
    }),
  }));
  return { input, errors };
}

export function readPacks(
  packs: readonly PackValues[],
  read: Read,
  words: PartsWords,
): { input: PackRowInput[]; errors: PartsErrors } {
  const errors: PartsErrors = {};
  const input = packs.map((pack, row) => {
    const optional = (field: 'netWeight' | 'tareWeight') =>
      pack[field].trim() ? number(errors, `${row}.${field}`, pack[field], read, words) : null;
    if (!/^[1-9]\d{0,5}$/.test(pack.moqPacks.trim())) errors[`${row}.moqPacks`] = words.whole;
    return {
      id: pack.id,
      name: need(errors, `${row}.name`, pack.name, words),
      level: pack.level,
      sizeBase: number(errors, `${row}.sizeBase`, pack.sizeBase, read, words) ?? '0',
      moqPacks: Number(pack.moqPacks) || 0,
      gradeCode: pack.gradeCode || null,
      innerRow: pack.innerRow < 0 ? null : pack.innerRow,
      netWeight: optional('netWeight'),
      tareWeight: optional('tareWeight'),
      gtin: pack.gtin.trim() || null,
      catchWeight: pack.catchWeight,
      weightToleranceBp: pack.catchWeight ? basisPoints(errors, `${row}.weightToleranceBp`, pack.tolerance, read, words) : null,
    };
  });
  return { input, errors };
}

function need(errors: PartsErrors, field: string, text: string, words: PartsWords): string {
  if (!text.trim()) errors[field] = words.missing;
  return text.trim();
}

function number(errors: PartsErrors, field: string, text: string, read: Read, words: PartsWords): string | null {
  if (!text.trim()) {
    errors[field] = words.missing;
    return null;
  }
  const typed = read(text);
  if (typed.ok) return typed.wire;
  errors[field] = typed.message;
  return null;
}

/** "2,5" per cent → 250; empty means the usual tolerance. */
function basisPoints(errors: PartsErrors, field: string, text: string, read: Read, words: PartsWords): number | null {
  if (!text.trim()) return null;
  const typed = read(text);
  const points = typed.ok ? quantity(typed.wire).thousandths : -1n;
  if (points >= 0n && points <= 50_000n && points % 10n === 0n) return Number(points / 10n);
  errors[field] = words.percent;
  return null;
}
