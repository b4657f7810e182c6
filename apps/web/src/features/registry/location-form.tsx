import { phoneForDisplay } from '@lienket/domain';
import { Button, Field, FieldRow, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import type { LocationPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { registry } from '../../shared/messages/vi/registry';
import { CommunePicker } from '../../shared/places/commune-picker';
import { LocationAddDocument, LocationUpdateDocument } from './organization-operations';
import s from './organization.module.css';

export const LOCATION_KINDS = ['WAREHOUSE', 'PACKING_HOUSE', 'FARM', 'DC', 'STORE', 'OFFICE'] as const;

const valuesOf = (location: LocationPartsFragment | null) => ({
  kind: location?.kind ?? 'WAREHOUSE',
  name: location?.name ?? '',
  address: location?.address ?? '',
  communeCode: location?.communeCode ?? '',
  code: location?.placeCode ?? '',
  bannerName: location?.bannerName ?? '',
  openingHours: location?.openingHours ?? '',
  contactName: location?.contactName ?? '',
  contactPhone: location?.contactPhone ? phoneForDisplay(location.contactPhone) : '',
});

interface Props {
  /** The place being edited; a new one without it. */
  location: LocationPartsFragment | null;
  onDone: () => void;
  onCancel: () => void;
}

export function LocationForm({ location, onDone, onCancel }: Props) {
  const t = useText(registry);
  const [values, setValues] = useState(() => valuesOf(location));
  const set = (change: Partial<typeof values>) => setValues((current) => ({ ...current, ...change }));
  const stale = ['orderPad', 'myOrganization'];
  const add = useMutationForm(LocationAddDocument, {
    form: 'location-add',
    pick: (data) => data.locationAdd,
    stale,
    onDone: (saved) => {
      toast.success(t('locations.added', { name: saved.name }));
      onDone();
    },
  });
  const update = useMutationForm(LocationUpdateDocument, {
    form: `location-update-${location?.id ?? ''}`,
    pick: (data) => data.locationUpdate,
    stale,
    onDone: (saved) => {
      toast.success(t('locations.saved', { name: saved.name }));
      onDone();
    },
  });
  const form = location ? update : add;
  const text = (value: string) => value.trim() || null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const missing = (value: string) => (value.trim() ? null : t('form.required'));
    if (!form.check({ name: missing(values.name), address: missing(values.address) })) return;
    const input = {
      kind: values.kind,
      name: values.name.trim(),
      address: values.address.trim(),
      communeCode: text(values.communeCode),
      code: text(values.code),
      bannerName: values.kind === 'STORE' ? text(values.bannerName) : null,
      openingHours: text(values.openingHours),
      contactName: text(values.contactName),
      contactPhone: text(values.contactPhone),
    };
    if (location)
      void update.submit((clientKey) => ({ input: { clientKey, id: location.id, version: location.version ?? 1, ...input } }));
    else void add.submit((clientKey) => ({ input: { clientKey, ...input } }));
  };
  const box = (
    field: 'name' | 'address' | 'code' | 'bannerName' | 'openingHours' | 'contactName',
    label: string,
    max: number,
    hint?: string,
  ) => (
    <Field
      label={label}
      id={`location-${field}`}
      required={field === 'name' || field === 'address'}
      hint={hint}
      error={form.errorOf(field)}
    >
      <TextInput value={values[field]} maxLength={max} onChange={(event) => set({ [field]: event.target.value })} />
    </Field>
  );
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} fieldId={(field) => `location-${field}`} />
        <FieldRow>
          {box('name', t('locations.name'), 120)}
          <Field label={t('locations.kind')} id="location-kind" required error={form.errorOf('kind')}>
            <Select
              value={values.kind}
              options={LOCATION_KINDS.map((kind) => ({ value: kind, label: t(`locationKind.${kind}`) }))}
              onChange={(event) => set({ kind: event.target.value })}
            />
          </Field>
        </FieldRow>
        {values.kind === 'STORE' && box('bannerName', t('locations.banner'), 100, t('locations.bannerHint'))}
        <FieldRow>
          {box('address', t('locations.address'), 300)}
          <Field label={t('locations.commune')} id="location-communeCode" error={form.errorOf('communeCode')}>
            <CommunePicker value={values.communeCode} onValueChange={(communeCode) => set({ communeCode })} />
          </Field>
        </FieldRow>
        {box('openingHours', t('locations.hours'), 200, t('locations.hoursHint'))}
        <FieldRow>
          {box('contactName', t('locations.contactName'), 120)}
          <Field label={t('locations.contactPhone')} id="location-contactPhone" error={form.errorOf('contactPhone')}>
            <TextInput
              type="tel"
              inputMode="tel"
              value={values.contactPhone}
              maxLength={20}
              onChange={(event) => set({ contactPhone: event.target.value })}
            />
          </Field>
          {box('code', t('locations.code'), 40)}
        </FieldRow>
        <div className={s.buttons}>
          <Button type="submit" variant="primary" loading={form.busy}>
            {location ? t('action.save') : t('locations.add')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </div>
      </Stack>
      <ConflictDialog form={form} onReload={onDone} />
    </form>
  );
}
