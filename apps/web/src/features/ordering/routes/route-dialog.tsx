import { Button, Checkbox, Dialog, DialogClose, Field, FieldRow, NumberInput, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { DeliveryRoutesQuery } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { routes } from '../../../shared/messages/vi/routes';
import type { Route } from './routes-screen';
import { DeliveryRouteSaveDocument } from './routes.operations';
import s from './routes.module.css';

interface RouteDialogProps {
  route: Route | null;
  places: DeliveryRoutesQuery['deliveryRoutePlaces'];
  stale: readonly string[];
  onClose: () => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const digits = (text: string) => text.replace(/\D/g, '');

/** One route: days, cut-off, least value, and the places on it. */
export function RouteDialog({ route, places, stale, onClose }: RouteDialogProps) {
  const t = useText(routes);
  const [values, setValues] = useState({
    name: route?.name ?? '',
    isGeneral: route?.isGeneral ?? places.length === 0,
    weekdays: route?.weekdays ?? [1, 2, 3, 4, 5, 6],
    cutoffDays: String(route?.cutoffDays ?? 1),
    cutoffTime: route?.cutoffTime ?? '15:00',
    runsOnHolidays: route?.runsOnHolidays ?? false,
    minOrderValue: route?.minOrderValue == null ? '' : String(route.minOrderValue),
    locationIds: route?.stops.map(({ locationId }) => locationId) ?? [],
  });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const form = useMutationForm(DeliveryRouteSaveDocument, {
    form: `route-${route?.id ?? 'new'}`,
    pick: (data) => data.deliveryRouteSave,
    stale,
    onDone: () => {
      toast.success(t('routes.saved', { name: values.name }));
      onClose();
    },
  });
  const toggle = <T,>(list: readonly T[], item: T) =>
    list.includes(item) ? list.filter((held) => held !== item) : [...list, item];
  const send = () => {
    const sound = form.check({
      name: values.name.trim() ? null : t('routes.nameMissing'),
      weekdays: values.weekdays.length ? null : t('routes.daysMissing'),
      locationIds: values.isGeneral || values.locationIds.length ? null : t('routes.stopsMissing'),
    });
    if (!sound) return;
    const minimum = digits(values.minOrderValue);
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: route?.id ?? null,
        version: route?.version ?? null,
        name: values.name,
        isGeneral: values.isGeneral,
        weekdays: values.weekdays,
        cutoffDays: Number(digits(values.cutoffDays) || 0),
        cutoffTime: values.cutoffTime,
        runsOnHolidays: values.runsOnHolidays,
        minOrderValue: minimum ? Number(minimum) : null,
        locationIds: values.isGeneral ? [] : values.locationIds,
      },
    }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={route ? t('routes.editTitle', { name: route.name }) : t('routes.add')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('routes.save')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <Field id="name" label={t('routes.name')} required error={form.errorOf('name')}>
            <TextInput value={values.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
          </Field>
          <fieldset>
            <legend>{t('routes.days')}</legend>
            <div className={s.days}>
              {WEEK.map((day) => (
                <Checkbox
                  key={day}
                  label={t(`routes.day.${day}` as keyof typeof routes)}
                  checked={values.weekdays.includes(day)}
                  onChange={() => set({ weekdays: toggle(values.weekdays, day).sort() })}
                />
              ))}
            </div>
          </fieldset>
          <FieldRow>
            <Field id="cutoffDays" label={t('routes.cutoffDays')} error={form.errorOf('cutoffDays')}>
              <NumberInput value={values.cutoffDays} onChange={(event) => set({ cutoffDays: event.target.value })} />
            </Field>
            <Field id="cutoffTime" label={t('routes.cutoffTime')} error={form.errorOf('cutoffTime')}>
              <TextInput value={values.cutoffTime} onChange={(event) => set({ cutoffTime: event.target.value })} />
            </Field>
          </FieldRow>
          <Field
            id="minOrderValue"
            label={t('routes.minimum')}
            optionalText={t('state.optional')}
            error={form.errorOf('minOrderValue')}
          >
            <NumberInput value={values.minOrderValue} onChange={(event) => set({ minOrderValue: event.target.value })} />
          </Field>
          <Checkbox
            label={t('routes.runsOnHolidays')}
            checked={values.runsOnHolidays}
            onChange={() => set({ runsOnHolidays: !values.runsOnHolidays })}
          />
          <Checkbox
            label={t('routes.isGeneral')}
            checked={values.isGeneral}
            onChange={() => set({ isGeneral: !values.isGeneral })}
          />
          {!values.isGeneral && (
            <fieldset id="locationIds" tabIndex={-1}>
              <legend>{t('routes.stops')}</legend>
              <div className={s.places}>
                {places.map((place) => (
                  <Checkbox
                    key={place.locationId}
                    label={`${place.name} · ${place.buyerName}`}
                    checked={values.locationIds.includes(place.locationId)}
                    onChange={() => set({ locationIds: toggle(values.locationIds, place.locationId) })}
                  />
                ))}
              </div>
            </fieldset>
          )}
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={onClose} />
    </>
  );
}
