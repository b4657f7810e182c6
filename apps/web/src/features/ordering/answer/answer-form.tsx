import { Button, Dialog, PageHeader, toast } from '@lienket/ui';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrderPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, DraftNote, FormErrors } from '../../../shared/forms/form-parts';
import { useDraft } from '../../../shared/forms/use-draft';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { OrderAcknowledgeDocument } from '../ordering.operations';
import { AnswerCard } from './answer-card';
import { AnswerSummary } from './answer-summary';
import { isProblem, readAnswer, takeAll, type TypedAnswer } from './line-answer';
import { useProblemSentence } from './use-problem-sentence';
import s from './answer.module.css';

interface Answers {
  byLine: Record<string, TypedAnswer>;
}
const none: Answers = { byLine: {} };

/** One card a line, everything taken unless one says otherwise; nothing leaves before the summary. */
export function AnswerForm({ order, reload }: { order: OrderPartsFragment; reload: () => void }) {
  const t = useText(ordering);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const explain = useProblemSentence();
  const [reviewing, setReviewing] = useState(false);
  const { values, set, drop, savedAt } = useDraft<Answers>(`order-ack-${order.id}`, none);
  useDemoMark(order.isDemo);
  const form = useMutationForm(OrderAcknowledgeDocument, {
    form: `order-ack-${order.id}`,
    pick: (data) => data.orderAcknowledge,
    stale: ['orders', 'workItems'],
    onDone: (answered) => {
      drop();
      const done =
        answered.status === 'REFUSED' ? 'ack.doneRefused' : answered.status === 'COUNTERED' ? 'ack.doneCounter' : 'ack.doneAll';
      toast.success(t(done, { number: order.number }));
      void navigate(`/orders/${order.id}`);
    },
  });

  const answerOf = (lineId: string) => values.byLine[lineId] ?? takeAll;
  const lines = order.lines.map((line, index) => ({
    line,
    index,
    answer: answerOf(line.id),
    read: readAnswer(answerOf(line.id), line.orderedQty, locale),
  }));
  const review = () => {
    const problems = lines.flatMap(({ line, index, read }) =>
      isProblem(read)
        ? [[`${index}.${read.field}`, t('form.row', { row: index + 1, message: explain(read, line) })] as const]
        : [],
    );
    if (form.check(Object.fromEntries(problems))) setReviewing(true);
  };
  const takeEverything = () => {
    set({ byLine: {} });
    form.clear();
    setReviewing(true);
  };
  const send = async () => {
    const answers = lines.flatMap(({ line, read }) => (isProblem(read) ? [] : [{ lineId: line.id, ...read.input }]));
    await form.submit((clientKey) => ({ input: { clientKey, id: order.id, version: order.version, lines: answers } }));
    setReviewing(false);
  };

  return (
    <div className={s.page}>
      <PageHeader
        back={{ href: `/orders/${order.id}`, label: t('order.title', { number: order.number }) }}
        title={t('ack.title', { number: order.number })}
        meta={
          <>
            <span>
              {t('ack.from', { buyer: order.buyer.shortName, date: f.date(order.requestedOn), place: order.deliveryPlace })}
            </span>
            <b className={order.ackOverdue ? s.late : undefined}>
              {t('ack.due', { date: f.dateTime(order.ackDueAt), due: f.due(order.ackDueAt) })}
            </b>
          </>
        }
      />
      <FormErrors form={form} fieldId={(field) => `answer-${field}`} />
      <ConflictDialog form={form} onReload={reload} />
      {order.note && <p className={s.note}>{order.note}</p>}
      <Button variant="primary" block icon={<CheckCheck />} onClick={takeEverything}>
        {t('ack.all')}
      </Button>
      <p className={s.hint}>
        {t('ack.allHint', { count: order.lines.length, total: order.orderedTotal == null ? '' : f.vnd(order.orderedTotal) })}
      </p>
      <h2 className={s.each}>{t('ack.orEach')}</h2>
      <DraftNote savedAt={savedAt} onDrop={() => drop()} />
      <ol className={s.cards}>
        {lines.map(({ line, index, answer, read }) => (
          <AnswerCard
            key={line.id}
            line={line}
            index={index}
            answer={answer}
            supply={order.supply.find(({ lineId }) => lineId === line.id)}
            onAnswer={(change) =>
              set(({ byLine }) => ({ byLine: { ...byLine, [line.id]: { ...(byLine[line.id] ?? takeAll), ...change } } }))
            }
            errorOf={(field) =>
              form.errorOf(`${index}.${field}`) && isProblem(read) && read.field === field
                ? explain(read, line)
                : form.rowErrors(index).find((refusal) => refusal.field === field)?.message
            }
          />
        ))}
      </ol>
      <div className={s.bar}>
        <Button block onClick={review}>
          {t('ack.review')}
        </Button>
      </div>
      <Dialog
        open={reviewing}
        onOpenChange={setReviewing}
        title={t('ack.summary')}
        closeLabel={t('ack.edit')}
        footer={
          <>
            <Button variant="quiet" onClick={() => setReviewing(false)}>
              {t('ack.edit')}
            </Button>
            <Button variant="primary" loading={form.busy} onClick={() => void send()}>
              {t('ack.send')}
            </Button>
          </>
        }
      >
        <AnswerSummary order={order} lines={lines} />
      </Dialog>
    </div>
  );
}
