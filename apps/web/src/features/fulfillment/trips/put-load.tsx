import { useQuery } from '@apollo/client/react';
import { quantity, quantityInputText } from '@lienket/domain';
import { Button, Cluster, Field, NumberInput, Select, toast } from '@lienket/ui';
import { useState } from 'react';
import type { TripPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { AFTER_TRIP, TripCargoDocument, TripLoadPutDocument } from './trips.operations';
import s from '../fulfillment.module.css';

interface Props {
  trip: TripPartsFragment;
  onDone: () => void;
  onReload: () => void;
}

/** Which confirmed goods ride, by order and place, and what they weigh with packing; what is booked already is changed the same way. */
export function PutLoad({ trip, onDone, onReload }: Props) {
  const t = useText(trips);
  const f = useFormats();
  const { locale } = useLanguage();
  const numbers = useTypedNumbers();
  const query = useQuery(TripCargoDocument, { fetchPolicy: 'cache-and-network' });
  const [key, setKey] = useState('');
  const [kg, setKg] = useState('');
  const cargo = query.data?.tripCargo ?? [];
  const keyOf = (one: { orderId: string; locationId: string }) => `${one.orderId} ${one.locationId}`;
  const chosen = cargo.find((one) => keyOf(one) === key);
  const form = useMutationForm(TripLoadPutDocument, {
    form: `trip-put-${trip.id}`,
    pick: (data) => data.tripLoadPut,
    stale: AFTER_TRIP,
    onDone: () => {
      toast.success(t('trip.saved'));
      onDone();
    },
  });
  const choose = (next: string) => {
    setKey(next);
    const one = cargo.find((row) => keyOf(row) === next);
    const booked = one && trip.loads.find((load) => load.state === 'BOOKED' && keyOf(load) === next);
    const weight = booked?.weightKg ?? one?.openKg;
    setKg(weight && quantity(weight).isPositive ? quantityInputText(quantity(weight), locale) : '');
  };
  const send = () => {
    const read = numbers.quantity(kg);
    if (!form.check({ orderId: chosen ? null : t('trip.err.cargo'), weightKg: read.ok ? null : read.message })) return;
    if (!chosen || !read.ok) return;
    const { orderId, locationId } = chosen;
    void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, orderId, locationId, weightKg: read.wire } }));
  };
  return (
    <div className={s.fields}>
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={onReload} />
      <Field
        id="orderId"
        label={t('trip.put.what')}
        hint={query.data && cargo.length === 0 ? t('trip.put.none') : undefined}
        error={form.errorOf('orderId')}
      >
        <Select value={key} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('trip.put.choose')}</option>
          {cargo.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {t('trip.put.option', { order: one.orderNumber, buyer: one.buyerName, place: one.placeName })}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="weightKg"
        label={t('trip.put.kg')}
        hint={
          chosen && quantity(chosen.openKg).isPositive ? t('trip.put.open', { qty: f.quantity(chosen.openKg, 'kg') }) : undefined
        }
        error={form.errorOf('weightKg')}
      >
        <NumberInput unit="kg" value={kg} onChange={(event) => setKg(event.target.value)} />
      </Field>
      <Cluster>
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('trip.put.save')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </Cluster>
    </div>
  );
}
