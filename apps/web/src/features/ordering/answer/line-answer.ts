import { acknowledgeLine, lineAmount, quantity, Quantity, type AcknowledgementRefusal, type Locale } from '@lienket/domain';
import type { AcknowledgementKind, LineAcknowledgementInput } from '../../../gql/graphql';

/** The seller's answer to one line, as typed. */
export interface TypedAnswer {
  kind: AcknowledgementKind;
  qty: string;
  date: string;
  reason: string;
}

export const takeAll: TypedAnswer = { kind: 'ALL', qty: '', date: '', reason: '' };

export type AnswerField = 'qty' | 'promisedOn' | 'reason';
export type AnswerProblem = { field: AnswerField; code: AcknowledgementRefusal['code'] | 'QUANTITY_UNREAD' };

export interface ReadAnswer {
  confirmed: Quantity;
  input: Omit<LineAcknowledgementInput, 'lineId'>;
}

const fieldOf: Record<AcknowledgementRefusal['code'], AnswerField> = {
  ANSWER_QUANTITY_MISSING: 'qty',
  ANSWER_NOT_POSITIVE: 'qty',
  ANSWER_EXCEEDS_ORDERED: 'qty',
  ANSWER_DATE_MISSING: 'promisedOn',
  ANSWER_REASON_MISSING: 'reason',
};

/** What an answer means by the rules of the domain, or which field still keeps it from being sent. */
export function readAnswer(answer: TypedAnswer, orderedQty: string, locale: Locale): ReadAnswer | AnswerProblem {
  const less = answer.kind === 'LESS';
  const typed = less && answer.qty.trim() ? Quantity.parse(answer.qty, locale) : null;
  if (typed && !typed.ok) return { field: 'qty', code: 'QUANTITY_UNREAD' };
  const qty = typed?.value ?? null;
  const date = answer.kind === 'OTHER_DATE' ? answer.date || null : null;
  const reason = answer.kind === 'ALL' ? null : answer.reason.trim() || null;
  const said = acknowledgeLine({ ordered: quantity(orderedQty) }, { kind: answer.kind, qty, date, reason });
  if (!said.ok) return { field: fieldOf[said.refusal.code], code: said.refusal.code };
  // Giving less without a word leaves the buyer unable to plan on.
  if (less && said.value.outcome === 'CHANGED' && !reason) return { field: 'reason', code: 'ANSWER_REASON_MISSING' };
  return {
    confirmed: said.value.confirmed,
    input: { kind: answer.kind, qty: qty?.toDecimalString() ?? null, promisedOn: date, reason },
  };
}

export const isProblem = (read: ReadAnswer | AnswerProblem): read is AnswerProblem => 'code' in read;

/** Net value of what would be confirmed. */
export const confirmedTotal = (lines: readonly { confirmed: Quantity; unitPrice: bigint }[]): bigint =>
  lines.reduce((sum, { confirmed, unitPrice }) => sum + lineAmount(confirmed, unitPrice), 0n);
