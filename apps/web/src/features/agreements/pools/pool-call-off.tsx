import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, DateField, Field, FieldRow, Notice, NumberInput, Select, TextInput, toast } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PoolPartPartsFragment, SupplyPoolPartsFragment } from '../../../gql/graphql';
import { failureOf } from '../../../shared/apollo/errors';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { PoolPartList } from '../../../shared/pools/pool-part-list';
import s from '../../../shared/pools/pools.module.css';
import { AFTER_POOL, PoolCallOffDocument, PoolPlacesDocument, PoolPreviewDocument } from './pool.operations';

interface Preview {
  readonly qty: string;
  readonly on: string;
  readonly place: string;
  readonly shortage: string;
  readonly parts: readonly PoolPartPartsFragment[];
}

/** The buyer says how much, when and where, sees how the rule divides it and what is missing, and then orders. */
export function PoolCallOff({ pool }: { pool: SupplyPoolPartsFragment }) {
  const t = useText(pools);
  const f = useFormats();
  const client = useApolloClient();
  const navigate = useNavigate();
  const numbers = useTypedNumbers();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState('');
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [asking, setAsking] = useState(false);
  /** Which question is the last: an answer to an older one no longer fits the form. */
  const asked = useRef(0);
  const contractId = pool.contract?.id ?? '';
  const places = useQuery(PoolPlacesDocument, { variables: { contractId }, skip: !contractId }).data?.orderPad.locations ?? [];
  const place = chosen || (places.length === 1 ? places[0]!.id : '');
  const form = useMutationForm(PoolCallOffDocument, {
    form: `pool-call-off-${pool.id}-${pool.callOffs.length}`,
    pick: (data) => data.poolCallOff,
    stale: AFTER_POOL,
    onDone: (answer) => {
      setPreview(null);
      setTyped('');
      setNote('');
      if (answer.__typename === 'SupplyPool') return void toast.success(t('call.done'));
      toast.success(t('call.sentForApproval'));
      void navigate(`/orders/requests/${answer.id}`);
    },
  });
  const read = numbers.quantity(typed);
  const ask = async () => {
    const fine = form.check({
      qty: read.ok ? null : read.message,
      requestedOn: on ? null : t('form.required'),
      deliveryLocationId: place ? null : t('call.choosePlace'),
    });
    if (!fine || !read.ok) return;
    const input = { poolId: pool.id, qty: read.wire, requestedOn: on, deliveryLocationId: place };
    const mine = ++asked.current;
    setAsking(true);
    try {
      const { data } = await client.query({ query: PoolPreviewDocument, variables: { input }, fetchPolicy: 'network-only' });
      const answer = data?.poolPreview;
      if (mine !== asked.current || !answer) return;
      if (answer.__typename === 'PoolPreview')
        setPreview({ qty: read.wire, on, place, shortage: answer.shortage, parts: answer.parts });
      else form.check({ [answer.field ?? '']: answer.message });
    } catch (error) {
      const { kind, message } = failureOf(error);
      if (mine === asked.current) form.check({ '': kind === 'network' ? t('error.network') : (message ?? t('form.unexpected')) });
    } finally {
      if (mine === asked.current) setAsking(false);
    }
  };
  const send = ({ qty, on: requestedOn, place: deliveryLocationId, shortage }: Preview) =>
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        poolId: pool.id,
        qty,
        requestedOn,
        deliveryLocationId,
        note: note.trim() || null,
        shortageSeen: shortage,
      },
    }));
  const change = (act: () => void) => {
    act();
    asked.current += 1;
    setAsking(false);
    setPreview(null);
  };
  return (
    <div className={s.parts}>
      <FormErrors form={form} />
      <FieldRow>
        <Field id="qty" label={t('call.qty')} required error={form.errorOf('qty')}>
          <NumberInput unit={pool.baseUnit} value={typed} onChange={(event) => change(() => setTyped(event.target.value))} />
        </Field>
        <Field id="requestedOn" label={t('call.on')} required error={form.errorOf('requestedOn')}>
          <DateField
            value={on}
            onValueChange={(day) => change(() => setOn(day))}
            min={f.today()}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field id="deliveryLocationId" label={t('call.place')} required error={form.errorOf('deliveryLocationId')}>
          <Select
            value={place}
            onChange={(event) => change(() => setChosen(event.target.value))}
            options={[
              ...(place ? [] : [{ value: '', label: t('call.choosePlace') }]),
              ...places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` })),
            ]}
          />
        </Field>
        <Field id="note" label={t('call.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
          <TextInput value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </FieldRow>
      <p>
        <Button variant={preview ? 'secondary' : 'primary'} loading={asking} onClick={() => void ask()}>
          {t('call.preview')}
        </Button>
      </p>
      {preview && (
        <div className={s.parts} aria-live="polite">
          {Number(preview.shortage) > 0 && (
            <Notice tone="warning">
              {t('call.short', {
                qty: f.quantity(preview.shortage, pool.baseUnit),
                found: f.quantity(quantity(preview.qty).sub(quantity(preview.shortage)).toDecimalString(), pool.baseUnit),
              })}
            </Notice>
          )}
          <PoolPartList parts={preview.parts} total={preview.qty} unit={pool.baseUnit} />
          <p>
            <Button variant="primary" loading={form.busy} onClick={() => send(preview)}>
              {t('call.send', {
                qty: f.quantity(preview.qty, pool.baseUnit),
                count: preview.parts.filter(({ qty }) => Number(qty) > 0).length,
              })}
            </Button>
          </p>
        </div>
      )}
    </div>
  );
}
