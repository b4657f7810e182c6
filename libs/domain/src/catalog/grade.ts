import { accept, refuse, type Result } from '../shared/result.js';
import { formatQuantity, type Locale, quantity } from '../shared/quantity.js';

/** What a grade is told apart by. COLOUR, SHAPE and OTHER are words; the rest are numbers with a unit. */
export const GRADE_MEASURES = [
  'WEIGHT',
  'DIAMETER',
  'HEIGHT',
  'LENGTH',
  'BRIX',
  'EDIBLE_PART',
  'MOISTURE',
  'DEFECTS',
  'COUNT',
  'COLOUR',
  'SHAPE',
  'OTHER',
] as const;
export type GradeMeasure = (typeof GRADE_MEASURES)[number];

export const GRADE_OPERATORS = ['AT_LEAST', 'AT_MOST', 'EQUALS', 'BETWEEN'] as const;
export type GradeOperator = (typeof GRADE_OPERATORS)[number];

/** One promise of a grade: "≥ 268,15 g". Numbers are decimal strings with at most three places. */
export interface GradeSpec {
  readonly measure: GradeMeasure;
  readonly operator: GradeOperator;
  readonly value: string | null;
  /** The upper end of BETWEEN. */
  readonly valueTo: string | null;
  readonly unit: string | null;
  /** The words of a measure that is no number. */
  readonly text: string | null;
}

export type GradeSpecRefusal =
  { readonly code: 'SPEC_VALUE_MISSING' } | { readonly code: 'SPEC_RANGE_NOT_RISING' } | { readonly code: 'SPEC_TEXT_MISSING' };

const MEASURED_IN_WORDS: readonly GradeMeasure[] = ['COLOUR', 'SHAPE', 'OTHER'];

/** The unit a measure is usually given in; Brix is its own unit. */
export const UNIT_OF_MEASURE: Readonly<Record<GradeMeasure, string | null>> = {
  WEIGHT: 'g',
  DIAMETER: 'mm',
  HEIGHT: 'mm',
  LENGTH: 'cm',
  BRIX: null,
  EDIBLE_PART: '%',
  MOISTURE: '%',
  DEFECTS: '%',
  COUNT: null,
  COLOUR: null,
  SHAPE: null,
  OTHER: null,
};

export const isMeasuredInWords = (measure: GradeMeasure): boolean => MEASURED_IN_WORDS.includes(measure);

/** Tidies one promise: words only for words, two ends only for BETWEEN, and those rising. */
export function gradeSpec(spec: GradeSpec): Result<GradeSpec, GradeSpecRefusal> {
  const { measure, operator } = spec;
  if (isMeasuredInWords(measure)) {
    const text = spec.text?.trim();
    if (!text) return refuse({ code: 'SPEC_TEXT_MISSING' });
    return accept({ measure, operator: 'EQUALS', value: null, valueTo: null, unit: null, text });
  }
  if (spec.value === null || quantity(spec.value).isNegative) return refuse({ code: 'SPEC_VALUE_MISSING' });
  const unit = spec.unit?.trim() || UNIT_OF_MEASURE[measure];
  const value = quantity(spec.value).toDecimalString();
  if (operator !== 'BETWEEN') return accept({ measure, operator, value, valueTo: null, unit, text: null });
  if (spec.valueTo === null) return refuse({ code: 'SPEC_VALUE_MISSING' });
  const valueTo = quantity(spec.valueTo);
  if (valueTo <= quantity(value)) return refuse({ code: 'SPEC_RANGE_NOT_RISING' });
  return accept({ measure, operator, value, valueTo: valueTo.toDecimalString(), unit, text: null });
}

/** Whether a measured number keeps the promise; null where the promise is in words. */
export function meetsSpec(spec: GradeSpec, measured: string): boolean | null {
  if (spec.value === null) return null;
  const [found, value] = [quantity(measured), quantity(spec.value)];
  switch (spec.operator) {
    case 'AT_LEAST':
      return found >= value;
    case 'AT_MOST':
      return found <= value;
    case 'EQUALS':
      return found.equals(value);
    case 'BETWEEN':
      return found >= value && spec.valueTo !== null && found <= quantity(spec.valueTo);
  }
}

const SIGNS: Readonly<Record<Exclude<GradeOperator, 'BETWEEN'>, string>> = { AT_LEAST: '≥ ', AT_MOST: '≤ ', EQUALS: '' };

/** "≥ 268,15 g", "60–70 mm", "vàng xanh": without the name of the measure. */
export function formatSpecValue(spec: GradeSpec, locale: Locale = 'vi'): string {
  if (spec.value === null) return spec.text ?? '';
  const number = (value: string, unit: string | null) => formatQuantity(quantity(value), unit ?? '', locale);
  if (spec.operator === 'BETWEEN' && spec.valueTo !== null) {
    return `${number(spec.value, null)}–${number(spec.valueTo, spec.unit)}`;
  }
  return `${spec.operator === 'BETWEEN' ? '' : SIGNS[spec.operator]}${number(spec.value, spec.unit)}`;
}
