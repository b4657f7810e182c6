import { Field, FieldRow, NumberInput, RadioGroup, Select, Stack, TextArea, TextInput } from '@lienket/ui';
import { useState } from 'react';
import type { PriceBasis, PriceVisibility, VatClass } from '../../gql/graphql';
import { ClaimWarning } from '../../shared/catalog/claim-warning';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { products } from '../../shared/messages/vi/products';
import { OriginCommune } from './origin-commune';
import type { ProductValues } from './product-form-values';
import s from './product-form.module.css';

const vatClasses: readonly VatClass[] = ['RAW_AGRI', 'PROCESSED', 'EXCISE', 'SERVICE'];
const bases: readonly PriceBasis[] = ['EXW', 'DC', 'STORE'];
const visibilities: readonly PriceVisibility[] = ['BUYERS', 'PUBLIC'];
const both = { ...catalog, ...products };
const held = [
  'nameEn',
  'netContent',
  'shelfLifeDays',
  'minRemainingDays',
  'storageTempMin',
  'storageTempMax',
  'origin',
  'originCommuneCode',
  'subgroup',
  'story',
  'traceabilityUrl',
  'hsCode',
  'description',
  'gtin',
  'basis',
];

interface ProductDetailsProps {
  values: ProductValues;
  set: (change: Partial<ProductValues>) => void;
  errorOf: (field: string) => string | undefined;
}

/** What a buyer asks later: everything here may stay empty. */
export function ProductDetails({ values, set, errorOf }: ProductDetailsProps) {
  const t = useText(both);
  const optional = t('state.optional');
  const [seen, setSeen] = useState(false);
  const mustOpen = held.some((field) => errorOf(field));
  const options = <Value extends string>(list: readonly Value[], name: (value: Value) => string) =>
    list.map((value) => ({ value, label: name(value) }));
  const text = (
    field: 'nameEn' | 'netContent' | 'subgroup' | 'origin' | 'traceabilityUrl' | 'hsCode' | 'gtin',
    label: string,
    native = {},
  ) => (
    <Field label={label} id={field} optionalText={optional} error={errorOf(field)} hint={hints[field]}>
      <TextInput value={values[field]} onChange={(event) => set({ [field]: event.target.value })} {...native} />
    </Field>
  );
  const hints: Partial<Record<string, string>> = { hsCode: t('form.hsHint'), traceabilityUrl: t('form.traceabilityHint') };
  const whole = (
    field: 'shelfLifeDays' | 'minRemainingDays' | 'storageTempMin' | 'storageTempMax',
    label: string,
    unit: string,
  ) => (
    <Field label={label} id={field} optionalText={optional} error={errorOf(field)}>
      <NumberInput
        inputMode={unit === '°C' ? 'text' : 'numeric'}
        unit={unit}
        value={values[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  const long = (field: 'description' | 'story', label: string, max: number, rows: number) => (
    <Field label={label} id={field} optionalText={optional} error={errorOf(field)}>
      <TextArea rows={rows} maxLength={max} value={values[field]} onChange={(event) => set({ [field]: event.target.value })} />
    </Field>
  );
  return (
    <details className={s.more} open={mustOpen || undefined} onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      <summary className={s.summary}>{t('form.more')}</summary>
      <Stack>
        {long('description', t('form.description'), 2000, 4)}
        <ClaimWarning text={[values.nameVi, values.description, values.story].join('\n')} />
        {long('story', t('form.story'), 4000, 4)}
        <FieldRow>
          {whole('shelfLifeDays', t('form.shelfLife'), t('form.days'))}
          {whole('minRemainingDays', t('form.minRemaining'), t('form.days'))}
        </FieldRow>
        <FieldRow>
          {whole('storageTempMin', t('form.tempMin'), '°C')}
          {whole('storageTempMax', t('form.tempMax'), '°C')}
        </FieldRow>
        {(seen || mustOpen) && (
          <OriginCommune
            value={values.originCommuneCode}
            onChange={(originCommuneCode) => set({ originCommuneCode })}
            error={errorOf('originCommuneCode')}
          />
        )}
        {text('origin', t('form.origin'), { maxLength: 200 })}
        {text('traceabilityUrl', t('form.traceability'), { maxLength: 500, inputMode: 'url', placeholder: 'https://' })}
        <FieldRow>
          {text('netContent', t('product.netContent'), { maxLength: 60 })}
          {text('subgroup', t('form.subgroup'), { maxLength: 100 })}
        </FieldRow>
        {text('nameEn', t('form.nameEn'), { lang: 'en', maxLength: 200 })}
        <FieldRow>
          {text('gtin', t('product.gtin'), { inputMode: 'numeric', maxLength: 14 })}
          {text('hsCode', t('form.hsCode'), { inputMode: 'numeric', maxLength: 12 })}
        </FieldRow>
        <Field label={t('product.vatClass')} id="vatClass" required error={errorOf('vatClass')}>
          <Select
            value={values.vatClass}
            options={options(vatClasses, (vat) => t(`vatClass.${vat}`))}
            onChange={(event) => set({ vatClass: event.target.value as VatClass })}
          />
        </Field>
        <Field label={t('form.basis')} id="basis" required error={errorOf('basis')}>
          <Select
            value={values.basis}
            options={options(bases, (basis) => t(`priceBasis.${basis}`))}
            onChange={(event) => set({ basis: event.target.value as PriceBasis })}
          />
        </Field>
        <RadioGroup
          id="priceVisibility"
          legend={t('form.visibility')}
          value={values.priceVisibility}
          onValueChange={(visibility) => set({ priceVisibility: visibility as PriceVisibility })}
          options={options(visibilities, (visibility) => t(`form.visibility.${visibility}`))}
        />
      </Stack>
    </details>
  );
}
