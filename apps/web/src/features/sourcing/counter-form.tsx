import { Button, Cluster, Field, FieldRow, NumberInput, Stack, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { QuoteCounterLineInput, QuotePageFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { QuoteCounterDocument } from './sourcing.operations';
import s from './sourcing.module.css';

/** The buyer writes only what should change. */
export function CounterForm({ quote, onDone }: { quote: QuotePageFragment; onDone: () => void }) {
  const t = useText(sourcing);
  const f = useFormats();
  const numbers = useTypedNumbers();
  const [wishes, setWishes] = useState<Record<string, { price: string; qty: string }>>({});
  const [comment, setComment] = useState('');
  const form = useMutationForm(QuoteCounterDocument, {
    form: `counter-${quote.id}-${quote.version}`,
    pick: (data) => data.quoteCounter,
    stale: ['rfqs', 'rfq', 'rfqComparison', 'workItems'],
    onDone: () => {
      toast.success(t('quote.countered'));
      onDone();
    },
  });
  const lines = quote.revisions[0]?.lines ?? [];
  const wishOf = (id: string) => wishes[id] ?? { price: '', qty: '' };
  const change = (id: string, patch: Partial<{ price: string; qty: string }>) =>
    setWishes((all) => ({ ...all, [id]: { ...wishOf(id), ...patch } }));
  const send = () => {
    const problems: Record<string, string | null> = {};
    const said = lines.flatMap((line): QuoteCounterLineInput[] => {
      const { price, qty } = wishOf(line.id);
      const money = price.trim() ? numbers.money(price) : null;
      const amount = qty.trim() ? numbers.quantity(qty) : null;
      problems[`price-${line.id}`] = money && !money.ok ? money.message : null;
      problems[`qty-${line.id}`] = amount && !amount.ok ? amount.message : null;
      if (!money && !amount) return [];
      return [{ quoteLineId: line.id, unitPrice: money?.ok ? money.wire : null, qty: amount?.ok ? amount.wire : null }];
    });
    if (!form.check(problems)) return;
    void form.submit((clientKey) => ({
      input: { clientKey, id: quote.id, version: quote.version, comment: comment.trim() || null, lines: said },
    }));
  };
  return (
    <div className={s.wish}>
      <Stack>
        <p>{t('quote.counterHint')}</p>
        <FormErrors form={form} />
        {lines.map((line) => (
          <FieldRow key={line.id}>
            <Field
              id={`price-${line.id}`}
              label={t('quote.counterPrice', { goods: line.description })}
              hint={`${f.vnd(line.unitPrice)}/${line.baseUnit}`}
              error={form.errorOf(`price-${line.id}`)}
            >
              <NumberInput
                value={wishOf(line.id).price}
                unit={`₫/${line.baseUnit}`}
                onChange={(event) => change(line.id, { price: event.target.value })}
              />
            </Field>
            <Field
              id={`qty-${line.id}`}
              label={t('quote.counterQty')}
              hint={f.quantity(line.offeredQty, line.baseUnit)}
              error={form.errorOf(`qty-${line.id}`)}
            >
              <NumberInput
                value={wishOf(line.id).qty}
                unit={line.baseUnit}
                onChange={(event) => change(line.id, { qty: event.target.value })}
              />
            </Field>
          </FieldRow>
        ))}
        <Field id="comment" label={t('quote.counterComment')} optionalText={t('state.optional')}>
          <TextArea value={comment} maxLength={2000} onChange={(event) => setComment(event.target.value)} />
        </Field>
        <Cluster>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('quote.counterSend')}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {t('action.close')}
          </Button>
        </Cluster>
      </Stack>
    </div>
  );
}
