import { normalizePhone } from '@lienket/domain';
import { Button, DateField, Field, FieldRow, NumberInput, PageHeader, Section, TextArea, TextInput, toast } from '@lienket/ui';
import { Truck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrganizationPartsFragment } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { PageTitle } from '../../../shared/screen/page-title';
import { InvitedField } from './invited-field';
import { instantOf } from './moment';
import { AFTER_TRIP, TripOpenDocument } from './trips.operations';
import s from '../fulfillment.module.css';

/** Vehicle, driver, departure, what the truck carries, and who is asked to share it. */
export default function TripNewScreen() {
  const t = useText(trips);
  const f = useFormats();
  const { locale } = useLanguage();
  const numbers = useTypedNumbers();
  const dateLabels = useDateLabels();
  const go = useNavigate();
  const [typed, setTyped] = useState({ vehicle: '', driverName: '', driverPhone: '', day: '', time: '', capacity: '', note: '' });
  const [invited, setInvited] = useState<OrganizationPartsFragment[]>([]);
  const set = (patch: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...patch }));
  const form = useMutationForm(TripOpenDocument, {
    form: 'trip-new',
    pick: (data) => data.tripOpen,
    stale: AFTER_TRIP,
    onDone: (trip) => {
      toast.success(t('trip.opened', { number: trip.number }));
      void go(`/trips/${trip.id}`);
    },
  });
  const send = () => {
    const departsAt = instantOf(typed.day, typed.time);
    const capacity = typed.capacity.trim() ? numbers.quantity(typed.capacity) : null;
    const sound = form.check({
      vehicle: typed.vehicle.trim() ? null : t('trip.err.vehicle'),
      driverName: typed.driverName.trim() ? null : t('trip.err.driver'),
      driverPhone: normalizePhone(typed.driverPhone).ok ? null : t('trip.err.phone'),
      departsAt: departsAt ? null : t('trip.err.departs'),
      capacityKg: capacity === null || capacity.ok ? null : capacity.message,
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        vehicle: typed.vehicle,
        driverName: typed.driverName,
        driverPhone: typed.driverPhone,
        departsAt: departsAt!,
        capacityKg: capacity?.ok ? capacity.wire : null,
        note: typed.note.trim() || null,
        invited: invited.map(({ id }) => id),
      },
    }));
  };
  return (
    <div className={s.narrow}>
      <PageTitle>{t('trips.new')}</PageTitle>
      <PageHeader back={{ href: '/trips', label: t('trips.title') }} title={t('trips.new')} meta={t('trips.lead')} />
      <FormErrors form={form} />
      <Section title={t('trip.dispatch')}>
        <div className={s.fields}>
          <FieldRow>
            <Field id="vehicle" label={t('trip.vehicle')} hint={t('trip.vehicleHint')} required error={form.errorOf('vehicle')}>
              <TextInput
                value={typed.vehicle}
                maxLength={40}
                autoCapitalize="characters"
                onChange={(event) => set({ vehicle: event.target.value })}
              />
            </Field>
            <Field id="capacityKg" label={t('trip.capacity')} hint={t('trip.capacityHint')} error={form.errorOf('capacityKg')}>
              <NumberInput unit="kg" value={typed.capacity} onChange={(event) => set({ capacity: event.target.value })} />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field id="driverName" label={t('trip.driver')} required error={form.errorOf('driverName')}>
              <TextInput value={typed.driverName} maxLength={120} onChange={(event) => set({ driverName: event.target.value })} />
            </Field>
            <Field id="driverPhone" label={t('trip.phone')} required error={form.errorOf('driverPhone')}>
              <TextInput
                type="tel"
                inputMode="tel"
                maxLength={20}
                value={typed.driverPhone}
                onChange={(event) => set({ driverPhone: event.target.value })}
              />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field id="departsAt" label={t('trip.departsOn')} required error={form.errorOf('departsAt')}>
              <DateField
                value={typed.day}
                onValueChange={(day) => set({ day })}
                min={f.today()}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
            <Field id="departsTime" label={t('trip.departsAt')} required>
              <TextInput type="time" value={typed.time} onChange={(event) => set({ time: event.target.value })} />
            </Field>
          </FieldRow>
          <Field id="note" label={t('trip.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
            <TextArea value={typed.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
          </Field>
        </div>
      </Section>
      <Section title={t('trip.invite')}>
        <InvitedField value={invited} onChange={setInvited} error={form.errorOf('invited')} />
      </Section>
      <div className={s.bar}>
        <Button variant="primary" block icon={<Truck />} loading={form.busy} onClick={send}>
          {t('trip.open')}
        </Button>
      </div>
    </div>
  );
}
