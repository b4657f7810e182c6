import { accept, refuse, type Result } from '../shared/result.js';
import { addDays, type LocalDate, weekdayOf } from '../shared/calendar-date.js';
import { AWAITING_ANSWER, type PetitionState } from './petition-state.js';

/** "Trước ngày": the deadline's own day is already late. Both are business dates in Việt Nam. */
export const answeredOnTime = (docDate: LocalDate, answerBefore: LocalDate): boolean => docDate < answerBefore;

/** A flag, never a state: the written answer is owed and its day has come. */
export const petitionOverdue = (
  petition: { readonly state: PetitionState; readonly answerBefore: LocalDate | null },
  today: LocalDate,
): boolean => AWAITING_ANSWER.includes(petition.state) && petition.answerBefore !== null && today >= petition.answerBefore;

/** The day `days` working days after `from`: Monday to Friday without public holidays. `days` is a whole number of 0 or more. */
export function addWorkingDays(from: LocalDate, days: number, holidays: readonly LocalDate[] = []): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
  const closed = new Set(holidays);
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5 && !closed.has(day)) left -= 1;
  }
  return day;
}

export interface OfficialAnswer {
  readonly docNo: string | null;
  readonly docDate: LocalDate | null;
  readonly fileId: string | null;
}

export type OfficialAnswerRefusal =
  | { readonly code: 'DOC_NO_MISSING' }
  | { readonly code: 'DOC_DATE_MISSING' }
  | { readonly code: 'DOC_FILE_MISSING' }
  | { readonly code: 'DOC_DATE_IN_FUTURE' }
  | { readonly code: 'DOC_DATE_BEFORE_RECEIPT' };

/** An answer is official only with number, date and file; a document cannot answer what was not received yet. */
export function checkOfficialAnswer(
  answer: OfficialAnswer,
  receivedOn: LocalDate | null,
  today: LocalDate,
): Result<{ readonly docNo: string; readonly docDate: LocalDate; readonly fileId: string }, OfficialAnswerRefusal> {
  const { docNo, docDate, fileId } = answer;
  if (!docNo) return refuse({ code: 'DOC_NO_MISSING' });
  if (!docDate) return refuse({ code: 'DOC_DATE_MISSING' });
  if (!fileId) return refuse({ code: 'DOC_FILE_MISSING' });
  if (docDate > today) return refuse({ code: 'DOC_DATE_IN_FUTURE' });
  if (receivedOn && docDate < receivedOn) return refuse({ code: 'DOC_DATE_BEFORE_RECEIPT' });
  return accept({ docNo, docDate, fileId });
}
