import { StatusMark, type Tone } from '@lienket/ui';
import type { OrderPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { confirmedTotal, isProblem, type AnswerProblem, type ReadAnswer, type TypedAnswer } from './line-answer';
import s from './answer.module.css';

interface AnsweredLine {
  line: OrderPartsFragment['lines'][number];
  answer: TypedAnswer;
  read: ReadAnswer | AnswerProblem;
}

const tones: Record<TypedAnswer['kind'], Tone> = { ALL: 'success', LESS: 'warning', OTHER_DATE: 'warning', REFUSE: 'danger' };

/** What the buyer will read, before it is sent. */
export function AnswerSummary({ order, lines }: { order: OrderPartsFragment; lines: readonly AnsweredLine[] }) {
  const t = useText(ordering);
  const f = useFormats();
  const total = confirmedTotal(
    lines.flatMap(({ line, read }) =>
      isProblem(read) || line.unitPrice == null ? [] : [{ confirmed: read.confirmed, unitPrice: BigInt(line.unitPrice) }],
    ),
  );
  const said = ({ line, answer, read }: AnsweredLine) => {
    const confirmed = isProblem(read) ? '' : f.quantity(read.confirmed.toDecimalString(), line.baseUnit);
    if (answer.kind === 'REFUSE') return t('ack.lineRefuse', { reason: answer.reason });
    if (answer.kind === 'OTHER_DATE') return t('ack.lineDate', { qty: confirmed, date: f.date(answer.date) });
    if (answer.kind === 'LESS') return t('ack.lineLess', { qty: confirmed, ordered: f.quantity(line.orderedQty, line.baseUnit) });
    return t('ack.lineAll', { qty: confirmed });
  };
  const all = lines.every(({ answer }) => answer.kind === 'ALL');
  return (
    <>
      {all && <p>{t('ack.summaryAll', { count: lines.length, date: f.date(order.requestedOn) })}</p>}
      <ul className={s.summary}>
        {lines.map((entry) => (
          <li key={entry.line.id}>
            <b>{entry.line.description}</b>
            <StatusMark tone={tones[entry.answer.kind]}>{said(entry)}</StatusMark>
          </li>
        ))}
      </ul>
      {order.orderedTotal != null && <p className={s.sum}>{t('ack.summaryTotal', { total: f.vnd(total) })}</p>}
    </>
  );
}
