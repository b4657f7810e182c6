import { Button, DateField, Field, PageHeader, Section, Select, Stack, TextArea, toast } from '@lienket/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { OwnGoodsQuery, PriceBasis, RfqPageFragment } from '../../gql/graphql';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { AnswerCard } from './answer-card';
import { CounterWords } from './counter-words';
import { PoolPart } from './pool-part';
import { answerFor, answerInput, answerProblems, quoteValuesOf, type AnswerDraft, type QuoteValues } from './quote-values';
import { QuoteSaveDocument, QuoteSendDocument } from './sourcing.operations';
import s from './sourcing.module.css';

const bases: PriceBasis[] = ['EXW', 'DC', 'STORE'];

export type OwnGoods = OwnGoodsQuery['myProducts']['edges'][number]['node'];

interface QuoteFormProps {
  rfq: RfqPageFragment;
  goods: OwnGoods[];
  reload: () => void;
}

/** One card an asked line with large fields; nothing leaves before "Gửi báo giá". */
export function QuoteForm({ rfq, goods, reload }: QuoteFormProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const numbers = useTypedNumbers();
  const dateLabels = useDateLabels();
  useDemoMark(rfq.isDemo);
  const quote = rfq.myQuote ?? null;
  const initial = useMemo(
    () =>
      quoteValuesOf(
        rfq,
        locale,
        goods.map(({ id }) => id),
      ),
    [rfq, locale, goods],
  );
  const { values, set, drop, savedAt } = useDraft<QuoteValues>(`quote-${rfq.id}-${quote?.version ?? 0}`, initial);
  const send = useMutationForm(QuoteSendDocument, {
    form: `quote-send-${rfq.id}`,
    pick: (data) => data.quoteSend,
    stale: ['rfqs', 'rfq', 'workItems'],
    onDone: (sent) => {
      drop();
      toast.success(t(sent.awaitsDirector ? 'quoteForm.toDirector' : 'quoteForm.sent'));
      void navigate(`/rfqs/${rfq.id}`);
    },
  });
  const save = useMutationForm(QuoteSaveDocument, {
    form: `quote-save-${rfq.id}`,
    pick: (data) => data.quoteSave,
    stale: ['rfq'],
    onDone: () => {
      drop();
      toast.success(t('quoteForm.saved'));
      void navigate(`/rfqs/${rfq.id}`);
    },
  });
  const offered = values.lines.filter((line) => line.offered);
  const words = { ...numbers, lead: t('quoteForm.err.lead'), goods: t('quoteForm.err.goods') };
  const change = (key: string, patch: Partial<AnswerDraft>) =>
    set(({ lines }) => ({ lines: lines.map((line) => (line.key === key ? { ...line, ...patch } : line)) }));
  const input = (clientKey: string) => ({
    input: {
      clientKey,
      rfqId: rfq.id,
      version: quote && quote.revision > 0 ? quote.version : null,
      basis: values.basis,
      validUntil: values.validUntil || null,
      note: values.note.trim() || null,
      lines: offered.map((line) => answerInput(line, numbers)),
    },
  });
  const problems = () =>
    Object.fromEntries(
      offered.flatMap((line, row) =>
        Object.entries(answerProblems(line, words)).map(([field, message]) => [
          `${row}.${field}`,
          t('form.row', { row: row + 1, message }),
        ]),
      ),
    );
  const submit = () => {
    const fields = {
      ...problems(),
      lines: offered.length ? null : t('quoteForm.err.none'),
      validUntil: values.validUntil ? null : t('quoteForm.err.valid'),
    };
    if (send.check(fields)) void send.submit(input);
  };
  const keep = () => {
    if (send.check(problems())) void save.submit(input);
  };
  const [lastCounter] = quote?.status === 'COUNTERED' ? quote.counters : [];

  return (
    <div className={s.phone}>
      <PageHeader
        back={{ href: `/rfqs/${rfq.id}`, label: rfq.title }}
        title={t('quoteForm.title', { number: rfq.number })}
        meta={
          <>
            <span>{rfq.buyer.shortName}</span>
            {rfq.deadlineAt && <b>{t('quoteForm.due', { date: f.dateTime(rfq.deadlineAt), due: f.due(rfq.deadlineAt) })}</b>}
          </>
        }
      />
      <Stack>
        <FormErrors form={send} fieldId={(field) => `quote-${field}`} />
        <FormErrors form={save} fieldId={(field) => `quote-${field}`} />
        <ConflictDialog form={send} onReload={reload} />
        <DraftNote savedAt={savedAt} onDrop={() => drop()} />
        {lastCounter && <CounterWords counter={lastCounter} lines={quote?.revisions[0]?.lines ?? []} />}
        <p className={s.under}>{t('quoteForm.hint')}</p>
      </Stack>
      <ol className={s.list}>
        {values.lines.map((line) => {
          const asked = rfq.lines.find(({ id }) => id === line.rfqLineId);
          const row = offered.indexOf(line);
          return (
            asked && (
              <AnswerCard
                key={line.key}
                asked={asked}
                line={line}
                row={row}
                goods={goods}
                farther={bases.indexOf(values.basis) < bases.indexOf(rfq.basis)}
                onChange={(patch) => change(line.key, patch)}
                onAlternative={() => set(({ lines }) => ({ lines: [...lines, answerFor(asked, locale, true)] }))}
                onRemove={() => set(({ lines }) => ({ lines: lines.filter(({ key }) => key !== line.key) }))}
                errorOf={(field) => {
                  if (row < 0) return undefined;
                  const own = send.errorOf(`${row}.${field}`) ? answerProblems(line, words)[field] : undefined;
                  return own ?? send.rowErrors(row).find((refusal) => refusal.field === field)?.message;
                }}
              />
            )
          );
        })}
      </ol>
      <PoolPart rfq={rfq} onChanged={reload} />
      <Section title={t('rfq.quote')}>
        <Stack>
          <Field id="quote-basis" label={t('quoteForm.basis')}>
            <Select
              value={values.basis}
              onChange={(event) => set({ basis: event.target.value as PriceBasis })}
              options={bases.map((value) => ({ value, label: t(`rfqBasis.${value}`) }))}
            />
          </Field>
          <Field id="quote-validUntil" label={t('quoteForm.validUntil')} error={send.errorOf('validUntil')} required>
            <DateField
              value={values.validUntil}
              onValueChange={(validUntil) => set({ validUntil })}
              min={f.today()}
              locale={locale}
              labels={dateLabels}
            />
          </Field>
          <Field id="quote-note" label={t('quoteForm.note')} optionalText={t('state.optional')} error={send.errorOf('note')}>
            <TextArea value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
          </Field>
          <Button variant="primary" block loading={send.busy} onClick={submit}>
            {t('quoteForm.send')}
          </Button>
          <Button block loading={save.busy} onClick={keep}>
            {t('quoteForm.save')}
          </Button>
        </Stack>
      </Section>
    </div>
  );
}
