import { Button, Cluster, DateField, Field, FieldRow, TextInput, toast } from '@lienket/ui';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { TripPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { dayAndTime, instantOf } from './moment';
import { AFTER_TRIP, TripArrangeDocument } from './trips.operations';
import s from '../fulfillment.module.css';

interface Props {
  trip: TripPartsFragment;
  onDone: () => void;
  onReload: () => void;
}

/** Puts the stops in the order they are driven and says when the truck is expected at each. */
export function ArrangeStops({ trip, onDone, onReload }: Props) {
  const t = useText(trips);
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [stops, setStops] = useState(() => trip.stops.map((stop) => ({ ...stop, ...dayAndTime(stop.expectedAt) })));
  const form = useMutationForm(TripArrangeDocument, {
    form: `trip-arrange-${trip.id}-${trip.version}`,
    pick: (data) => data.tripArrange,
    stale: AFTER_TRIP,
    onDone: () => {
      toast.success(t('trip.saved'));
      onDone();
    },
  });
  const swap = (at: number, to: number) =>
    setStops((before) => {
      const after = [...before];
      [after[at], after[to]] = [after[to]!, after[at]!];
      return after;
    });
  const set = (id: string, patch: { day?: string; time?: string }) =>
    setStops((before) => before.map((stop) => (stop.id === id ? { ...stop, ...patch } : stop)));
  const first = dayAndTime(trip.departsAt).day;
  const send = () => {
    const half = stops.filter(({ day, time }) => Boolean(day) !== Boolean(time));
    if (!form.check(Object.fromEntries(half.map(({ id }) => [`time-${id}`, t('trip.arrange.both')])))) return;
    void form.submit((clientKey) => ({
      input: {
        ...{ clientKey, id: trip.id, version: trip.version },
        stops: stops.map(({ id, day, time }) => ({ id, expectedAt: instantOf(day, time) })),
      },
    }));
  };
  return (
    <div id="stops" tabIndex={-1}>
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={onReload} />
      <ol className={s.lines}>
        {stops.map(({ id, kind, placeName: place, day, time }, at) => (
          <li key={id} className={s.line}>
            <div className={s.lineName}>
              <b>
                {at + 1}. {t(`trip.stop.${kind}`)}: {place}
              </b>
              <Cluster>
                <Button
                  size="small"
                  variant="quiet"
                  icon={<ArrowUp />}
                  disabled={at === 0}
                  aria-label={t('trip.arrange.up', { place })}
                  onClick={() => swap(at, at - 1)}
                />
                <Button
                  size="small"
                  variant="quiet"
                  icon={<ArrowDown />}
                  disabled={at === stops.length - 1}
                  aria-label={t('trip.arrange.down', { place })}
                  onClick={() => swap(at, at + 1)}
                />
              </Cluster>
            </div>
            <FieldRow>
              <Field label={t('trip.arrange.day', { place })}>
                <DateField
                  value={day}
                  onValueChange={(next) => set(id, { day: next })}
                  min={first}
                  locale={locale}
                  labels={dateLabels}
                />
              </Field>
              <Field id={`time-${id}`} label={t('trip.arrange.time', { place })} error={form.errorOf(`time-${id}`)}>
                <TextInput type="time" value={time} onChange={(event) => set(id, { time: event.target.value })} />
              </Field>
            </FieldRow>
          </li>
        ))}
      </ol>
      <Cluster>
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('trip.arrange.save')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </Cluster>
    </div>
  );
}
