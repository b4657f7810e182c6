import { daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { roughSum } from '../shared/rough-sum.js';
import { answeredOnTime } from './petition-deadline.js';

/** One department's turn: from assignment to its written answer. A reopened petition has several. */
export interface AnswerRound {
  readonly assignedOn: LocalDate;
  readonly answerBefore: LocalDate | null;
  /** Date on the official answer; null while it is owed. */
  readonly docDate: LocalDate | null;
  /** The petitioner's word on this answer; null while nothing was said. */
  readonly satisfied: boolean | null;
}

/** Counts with their denominators: a share without one says nothing. */
export interface PetitionMetrics {
  readonly rounds: number;
  readonly answered: number;
  /** Rounds whose answer is there or whose deadline has come. */
  readonly due: number;
  readonly onTime: number;
  /** Days from assignment to the official answer, over `answered` rounds; null when there are none. */
  readonly medianDays: number | null;
  readonly rated: number;
  readonly satisfied: number;
}

export function petitionMetrics(rounds: readonly AnswerRound[], today: LocalDate): PetitionMetrics {
  const answered = rounds.filter((round) => round.docDate !== null);
  const due = rounds.filter(({ answerBefore, docDate }) => answerBefore !== null && (docDate !== null || today >= answerBefore));
  const onTime = due.filter(({ answerBefore, docDate }) => docDate !== null && answeredOnTime(docDate, answerBefore!));
  const rated = answered.filter(({ satisfied }) => satisfied !== null);
  return {
    rounds: rounds.length,
    answered: answered.length,
    due: due.length,
    onTime: onTime.length,
    medianDays: median(answered.map(({ assignedOn, docDate }) => Math.max(0, daysBetween(assignedOn, docDate!)))),
    rated: rated.length,
    satisfied: rated.filter(({ satisfied }) => satisfied).length,
  };
}

/** The middle one, or half way between the two middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Prices are trade secrets: the Alliance learns a sum only when at least `minParties` organizations stand behind it, and its two leading
 * digits alone. Returns null where the sum must not be shown.
 */
export const aggregateValue = (value: bigint, parties: number, minParties: number): bigint | null =>
  parties >= minParties ? roughSum(value) : null;
