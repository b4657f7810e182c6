import { type GradeMeasure, type GradeSpec, meetsSpec } from '../catalog/grade.js';
import { divideHalfUp } from '../shared/integer.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { RejectReason } from './receipt.js';

/** One fruit, bundle or pack taken out of a line, and what was measured of it: decimal strings in the unit of the promise. */
export type Sample = Readonly<Partial<Record<GradeMeasure, string>>>;

/** More than a receiver measures by hand. */
export const SAMPLES_MAX = 200;

export interface MeasureResult {
  readonly spec: GradeSpec;
  /** Samples on which it was measured, and those of them that break the promise. */
  readonly measured: number;
  readonly failed: number;
}

export interface Judgement {
  readonly samples: number;
  /** Samples that break one promise or more. */
  readonly outOfGrade: number;
  /** Their share, rounded half up. */
  readonly outOfGradeBp: number;
  /** How large that share may be. */
  readonly allowedBp: number;
  readonly keepsGrade: boolean;
  /** Promises in numbers; those in words are judged by the eye. */
  readonly measures: readonly MeasureResult[];
}

export type SampleRefusal =
  | { readonly code: 'SAMPLES_TOO_MANY'; readonly max: number }
  | { readonly code: 'SAMPLE_EMPTY'; readonly index: number }
  | { readonly code: 'SAMPLE_VALUE_NEGATIVE'; readonly index: number }
  | { readonly code: 'SAMPLE_MEASURE_UNKNOWN'; readonly index: number };

/** The promises of a grade that can be measured. */
export const measurable = (spec: readonly GradeSpec[]): GradeSpec[] => spec.filter(({ value }) => value !== null);

/**
 * Lays samples beside what the grade promised on the day of the order. The grade holds while at most `allowedBp` of the samples
 * break it, by number, as standards of fresh produce count. Null without samples: nothing was measured, so nothing is said.
 */
export function judgeSamples(
  spec: readonly GradeSpec[],
  samples: readonly Sample[],
  allowedBp: number,
): Result<Judgement | null, SampleRefusal> {
  if (samples.length === 0) return accept(null);
  if (samples.length > SAMPLES_MAX) return refuse({ code: 'SAMPLES_TOO_MANY', max: SAMPLES_MAX });
  const promises = measurable(spec);
  const known = new Set(promises.map(({ measure }) => measure));
  for (const [index, sample] of samples.entries()) {
    const values = Object.entries(sample) as [GradeMeasure, string][];
    if (values.length === 0) return refuse({ code: 'SAMPLE_EMPTY', index });
    if (values.some(([measure]) => !known.has(measure))) return refuse({ code: 'SAMPLE_MEASURE_UNKNOWN', index });
    if (values.some(([, value]) => quantity(value).isNegative)) return refuse({ code: 'SAMPLE_VALUE_NEGATIVE', index });
  }
  const breaks = (promise: GradeSpec, sample: Sample): boolean => {
    const value = sample[promise.measure];
    return value !== undefined && meetsSpec(promise, value) === false;
  };
  const outOfGrade = samples.filter((sample) => promises.some((promise) => breaks(promise, sample))).length;
  return accept({
    samples: samples.length,
    outOfGrade,
    outOfGradeBp: Number(divideHalfUp(BigInt(outOfGrade) * 10_000n, BigInt(samples.length))),
    allowedBp,
    keepsGrade: outOfGrade * 10_000 <= allowedBp * samples.length,
    measures: promises.map((promise) => ({
      spec: promise,
      measured: samples.filter((sample) => sample[promise.measure] !== undefined).length,
      failed: samples.filter((sample) => breaks(promise, sample)).length,
    })),
  });
}

export interface ProposedCount {
  readonly accepted: Quantity;
  readonly rejected: Quantity;
  readonly reason: RejectReason | null;
}

const REASON_OF: Readonly<Partial<Record<GradeMeasure, RejectReason>>> = {
  WEIGHT: 'WRONG_SIZE',
  DIAMETER: 'WRONG_SIZE',
  HEIGHT: 'WRONG_SIZE',
  LENGTH: 'WRONG_SIZE',
  COUNT: 'WRONG_SIZE',
  DEFECTS: 'BRUISED',
};

/**
 * What the samples propose for the whole line; the person decides. Nothing is turned away while the grade holds, else the share that
 * broke it, rounded down: to whole units where goods are counted (`isWeighed` false), to grams where they are weighed.
 */
export function proposeCount(sent: Quantity, judgement: Judgement, isWeighed: boolean): ProposedCount {
  if (judgement.keepsGrade) return { accepted: sent, rejected: Quantity.ZERO, reason: null };
  const share = (sent.thousandths * BigInt(judgement.outOfGrade)) / BigInt(judgement.samples);
  const rejected = Quantity.fromThousandths(isWeighed ? share : share - (share % 1000n));
  const worst = judgement.measures.reduce((a, b) => (b.failed > a.failed ? b : a));
  const reason = rejected.isPositive ? (REASON_OF[worst.spec.measure] ?? 'OTHER') : null;
  return { accepted: sent.sub(rejected), rejected, reason };
}
