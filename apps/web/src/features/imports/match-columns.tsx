import { Button, Cluster, Field, Notice, Select } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import type { ImportPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { imports } from '../../shared/messages/vi/imports';
import { ImportMatchDocument } from './import-operations';
import s from './imports.module.css';

/** What each column of the file is; what was recognised is filled in already. */
export function MatchColumns({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  const [mapping, setMapping] = useState(() => batch.headers.map(({ column }) => column ?? ''));
  const form = useMutationForm(ImportMatchDocument, {
    form: `import-match-${batch.id}`,
    pick: (data) => data.importMatch,
    stale: ['imports'],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit((clientKey) => ({ input: { clientKey, id: batch.id, mapping: mapping.map((column) => column || null) } }));
  };
  const missing = batch.columns.filter(({ label, key }) => batch.missing.includes(label) && !mapping.includes(key));
  return (
    <form className={s.match} onSubmit={submit}>
      <FormErrors form={form} fieldId={() => 'mapping-0'} />
      <p>{t('imports.match.lead')}</p>
      {missing.length > 0 && (
        <Notice tone="warning">{t('imports.match.missing', { columns: missing.map(({ label }) => label).join(', ') })}</Notice>
      )}
      {batch.headers.map(({ letter, header, sample }, index) => (
        <Field
          key={letter}
          id={`mapping-${index}`}
          label={t('imports.match.column', { letter, header: header || t('imports.match.noHeader') })}
          hint={sample ? t('imports.match.sample', { sample }) : undefined}
        >
          <Select
            value={mapping[index] ?? ''}
            onChange={(event) => setMapping(mapping.with(index, event.target.value))}
            options={[
              { value: '', label: t('imports.match.skip') },
              ...batch.columns.map(({ key, label }) => ({
                value: key,
                label,
                disabled: mapping.some((taken, at) => taken === key && at !== index),
              })),
            ]}
          />
        </Field>
      ))}
      <Cluster>
        <Button type="submit" variant="primary" loading={form.busy}>
          {t('imports.match.go')}
        </Button>
      </Cluster>
    </form>
  );
}
