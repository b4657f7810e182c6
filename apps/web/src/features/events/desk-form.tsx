import { Button, DateField, Field, NumberInput, Select, Stack, TextInput } from '@lienket/ui';
import { type FormEvent, useState } from 'react';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { type PickedProduct, ProductCombobox } from '../../shared/agreements/product-combobox';
import { type ChosenFile, FileField } from '../../shared/files/file-field';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import type { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';

interface DeskField {
  name: string;
  label: string;
  hint?: string;
  /** A product is one of the organization chosen above it. */
  kind?: 'text' | 'number' | 'date' | 'organization' | 'product' | 'file' | 'choice';
  options?: readonly { value: string; label: string }[];
  required?: boolean;
}

export interface DeskValues {
  text: Record<string, string>;
  organization: OrganizationPartsFragment | null;
  productId: string | null;
  fileId: string | null;
}

interface DeskFormProps {
  name: string;
  fields: readonly DeskField[];
  initial?: Record<string, string>;
  /** What the form adds, where several stand side by side. */
  title?: string;
  submitLabel: string;
  form: Pick<ReturnType<typeof useMutationForm>, 'busy' | 'failure' | 'attempt' | 'clear' | 'errorOf' | 'check'>;
  /** True when it was accepted: an adding form is then empty again. */
  onSubmit: (values: DeskValues) => Promise<unknown>;
  keep?: boolean;
}

/** One small form of the officer's desk: a few fields, one button; what is empty stays unknown. */
export function DeskForm({ name, fields, initial = {}, title, submitLabel, form, onSubmit, keep }: DeskFormProps) {
  const t = useText(events);
  const { locale } = useLanguage();
  const dates = useDateLabels();
  const [text, setText] = useState(initial);
  const [organization, setOrganization] = useState<OrganizationPartsFragment | null>(null);
  const [product, setProduct] = useState<PickedProduct | null>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const set = (field: string, value: string) => setText((before) => ({ ...before, [field]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const valueOf = ({ name: field, kind }: DeskField) => (kind === 'organization' ? organization?.id : text[field]?.trim());
    const missing = fields
      .filter((field) => field.required && !valueOf(field))
      .map((field) => [field.name, t('form.required')] as const);
    if (!form.check(Object.fromEntries(missing))) return;
    void onSubmit({ text, organization, productId: product?.id ?? null, fileId: file?.id ?? null }).then((done) => {
      if (!done || keep) return;
      setText(initial);
      setOrganization(null);
      setProduct(null);
      setFile(null);
    });
  };
  const control = (field: DeskField) => {
    const value = text[field.name] ?? '';
    switch (field.kind) {
      case 'date':
        return <DateField value={value} onValueChange={(day) => set(field.name, day ?? '')} locale={locale} labels={dates} />;
      case 'number':
        return <NumberInput value={value} inputMode="numeric" onChange={(event) => set(field.name, event.target.value)} />;
      case 'organization':
        return (
          <OrganizationCombobox
            value={organization}
            onChange={(chosen) => {
              setOrganization(chosen);
              setProduct(null);
            }}
          />
        );
      case 'product':
        return <ProductCombobox sellers={organization ? [organization] : []} value={product} onChange={setProduct} />;
      case 'choice':
        return (
          <Select value={value} onChange={(event) => set(field.name, event.target.value)} options={[...(field.options ?? [])]} />
        );
      default:
        return <TextInput value={value} maxLength={500} onChange={(event) => set(field.name, event.target.value)} />;
    }
  };
  return (
    <form noValidate onSubmit={submit} aria-label={submitLabel}>
      <Stack>
        {title && <h3>{title}</h3>}
        <FormErrors form={form} fieldId={(field) => `${name}-${field}`} />
        {fields.map((field) =>
          field.kind === 'file' ? (
            <FileField
              key={field.name}
              id={`${name}-${field.name}`}
              label={field.label}
              hint={field.hint}
              chooseLabel={t('desk.chooseFile')}
              accept="application/pdf,image/*"
              required={field.required}
              value={file}
              error={form.errorOf(field.name)}
              onChange={setFile}
            />
          ) : (
            <Field
              key={field.name}
              id={`${name}-${field.name}`}
              label={field.label}
              hint={field.hint}
              required={field.required}
              error={form.errorOf(field.name)}
            >
              {control(field)}
            </Field>
          ),
        )}
        <div>
          <Button type="submit" variant={keep ? 'primary' : 'secondary'} loading={form.busy}>
            {submitLabel}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
