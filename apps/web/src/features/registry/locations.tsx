import { Button, EmptyState, Field, FieldRow, Section, Select, Stack, Table, TextInput, toast } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { registry } from '../../shared/messages/vi/registry';
import { LocationAddDocument } from './organization-operations';
import s from './organization.module.css';

const kinds = ['WAREHOUSE', 'DC', 'STORE', 'FARM', 'OFFICE'] as const;
type LocationKind = (typeof kinds)[number];
const empty = { kind: 'WAREHOUSE' as LocationKind, name: '', address: '', code: '' };

interface LocationsProps {
  locations: MyOrganizationPartsFragment['locations'];
  canAdd: boolean;
  onAdded: () => void;
}

export function Locations({ locations, canAdd, onAdded }: LocationsProps) {
  const t = useText(registry);
  const [open, setOpen] = useState(false);
  const kindOf = (kind: string) => {
    const known = kinds.find((candidate) => candidate === kind);
    return known ? t(`locationKind.${known}`) : kind;
  };
  return (
    <Section
      title={t('locations.title')}
      actions={
        canAdd &&
        !open && (
          <Button icon={<Plus />} onClick={() => setOpen(true)}>
            {t('locations.add')}
          </Button>
        )
      }
    >
      {locations.length === 0 ? (
        <EmptyState title={t('locations.none')} />
      ) : (
        <Table
          caption={t('locations.title')}
          captionHidden
          stickyHeader={false}
          rows={locations}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: t('locations.name'), primary: true, cell: (row) => row.name },
            { key: 'kind', header: t('locations.kind'), cell: (row) => kindOf(row.kind) },
            { key: 'code', header: t('locations.code'), cell: (row) => row.code ?? t('organization.empty') },
            { key: 'address', header: t('locations.address'), cell: (row) => row.address },
          ]}
        />
      )}
      {open && (
        <LocationForm
          onDone={() => {
            setOpen(false);
            onAdded();
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

function LocationForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useText(registry);
  const [values, setValues] = useState(empty);
  const set = (change: Partial<typeof empty>) => setValues((current) => ({ ...current, ...change }));
  const form = useMutationForm(LocationAddDocument, {
    form: 'location-add',
    pick: (data) => data.locationAdd,
    stale: ['orderPad'],
    onDone: (location) => {
      toast.success(t('locations.added', { name: location.name }));
      onDone();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const missing = (text: string) => (text.trim() ? null : t('form.required'));
    if (!form.check({ name: missing(values.name), address: missing(values.address) })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        kind: values.kind,
        name: values.name.trim(),
        address: values.address.trim(),
        code: values.code.trim() || null,
      },
    }));
  };
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} fieldId={(field) => `location-${field}`} />
        <FieldRow>
          <Field label={t('locations.name')} id="location-name" required error={form.errorOf('name')}>
            <TextInput value={values.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
          </Field>
          <Field label={t('locations.kind')} id="location-kind" required error={form.errorOf('kind')}>
            <Select
              value={values.kind}
              options={kinds.map((kind) => ({ value: kind, label: t(`locationKind.${kind}`) }))}
              onChange={(event) => set({ kind: event.target.value as LocationKind })}
            />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t('locations.address')} id="location-address" required error={form.errorOf('address')}>
            <TextInput value={values.address} maxLength={300} onChange={(event) => set({ address: event.target.value })} />
          </Field>
          <Field label={t('locations.code')} id="location-code" optionalText={t('state.optional')} error={form.errorOf('code')}>
            <TextInput value={values.code} maxLength={40} onChange={(event) => set({ code: event.target.value })} />
          </Field>
        </FieldRow>
        <div className={s.buttons}>
          <Button type="submit" variant="primary" loading={form.busy}>
            {t('locations.add')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
