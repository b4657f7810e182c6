import {
  accept,
  type GradeSpec,
  type Judgement,
  judgeSamples,
  proposeCount,
  type Quantity,
  type Result,
  type Sample,
  type SampleRefusal,
} from '@lienket/domain';

/** As stored with a line of a receipt: what was measured, what it says, and whether the person counted as it proposed. */
export interface Inspection extends Judgement {
  readonly values: readonly Sample[];
  readonly proposedRejected: string;
  readonly followed: boolean;
}

export interface InspectedLine {
  readonly spec: readonly GradeSpec[];
  readonly sent: Quantity;
  readonly rejected: Quantity;
  readonly allowedBp: number;
  readonly isWeighed: boolean;
}

/** Judged again here from the numbers alone, by the promise of the order: what a phone says of them is not taken. */
export function inspect(samples: readonly Sample[], line: InspectedLine): Result<Inspection | null, SampleRefusal> {
  const judged = judgeSamples(line.spec, samples, line.allowedBp);
  if (!judged.ok || judged.value === null) return judged.ok ? accept(null) : judged;
  const proposed = proposeCount(line.sent, judged.value, line.isWeighed);
  return accept({
    ...judged.value,
    values: samples,
    proposedRejected: proposed.rejected.toDecimalString(),
    followed: proposed.rejected.equals(line.rejected),
  });
}
