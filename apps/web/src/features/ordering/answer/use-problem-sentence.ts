import { useCallback } from 'react';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import type { AnswerProblem } from './line-answer';

/** What keeps an answer from being sent, in one sentence that says what to do. */
export function useProblemSentence() {
  const t = useText(ordering);
  const f = useFormats();
  return useCallback(
    ({ code }: AnswerProblem, line: { orderedQty: string; baseUnit: string }) => {
      switch (code) {
        case 'QUANTITY_UNREAD':
          return t('number.invalid');
        case 'ANSWER_QUANTITY_MISSING':
          return t('ack.err.qtyMissing');
        case 'ANSWER_NOT_POSITIVE':
          return t('ack.err.qtyNone');
        case 'ANSWER_EXCEEDS_ORDERED':
          return t('ack.err.qtyTooMuch', { ordered: f.quantity(line.orderedQty, line.baseUnit) });
        case 'ANSWER_DATE_MISSING':
          return t('ack.err.date');
        case 'ANSWER_REASON_MISSING':
          return t('ack.err.reason');
      }
    },
    [t, f],
  );
}
