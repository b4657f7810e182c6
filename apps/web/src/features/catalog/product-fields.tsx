import { Field, FieldRow, NumberInput, RadioGroup, Select, Stack, TextArea, TextInput } from '@lienket/ui';
import type { PriceBasis, PriceVisibility, ProductGroup, StorageKind, VatClass } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { products } from '../../shared/messages/vi/products';
import { productGroups } from './catalog-filter';
import { MonthPicker } from './month-picker';
import { PriceTiers } from './price-tiers';
import { productUnits, type ProductValues } from './product-form-values';
import { ProductPhoto } from './product-photo';
import s from './product-form.module.css';

const storages: readonly StorageKind[] = ['AMBIENT', 'CHILLED', 'FROZEN'];
const vatClasses: readonly VatClass[] = ['RAW_AGRI', 'PROCESSED', 'EXCISE', 'SERVICE'];
const bases: readonly PriceBasis[] = ['EXW', 'DC', 'STORE'];
const visibilities: readonly PriceVisibility[] = ['BUYERS', 'PUBLIC'];
const both = { ...catalog, ...products };

interface ProductFieldsProps {
  values: ProductValues;
  set: (change: Partial<ProductValues>) => void;
  errorOf: (field: string) => string | undefined;
  onSending: (sending: boolean) => void;
  /** Group, unit and VAT class are fixed once a product exists: documents point at them. */
  isNew: boolean;
}

export function ProductFields({ values, set, errorOf, onSending, isNew }: ProductFieldsProps) {
  const t = useText(both);
  const optional = t('state.optional');
  const select = <Value extends string>(list: readonly Value[], name: (value: Value) => string) =>
    list.map((value) => ({ value, label: name(value) }));
  const moreHasError = ['nameEn', 'netContent', 'shelfLifeDays', 'description', 'gtin'].some((field) => errorOf(field));
  return (
    <Stack>
      <ProductPhoto
        photo={values.photo}
        onChange={(photo) => set({ photo })}
        onSending={onSending}
        error={errorOf('photoFileId')}
      />
      <Field label={t('form.name')} id="nameVi" required hint={t('form.nameHint')} error={errorOf('nameVi')}>
        <TextInput value={values.nameVi} maxLength={200} onChange={(event) => set({ nameVi: event.target.value })} />
      </Field>
      {isNew && (
        <FieldRow>
          <Field label={t('catalog.group')} id="group" required error={errorOf('group')}>
            <Select
              value={values.group}
              options={select(productGroups, (group) => t(`group.${group}`))}
              onChange={(event) => set({ group: event.target.value as ProductGroup })}
            />
          </Field>
          <Field label={t('form.unit')} id="baseUnit" required error={errorOf('baseUnit')}>
            <TextInput
              value={values.baseUnit}
              maxLength={20}
              list="product-units"
              autoComplete="off"
              onChange={(event) => set({ baseUnit: event.target.value })}
            />
          </Field>
        </FieldRow>
      )}
      <datalist id="product-units">
        {productUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <FieldRow>
        <Field label={t('form.packName')} id="packName" required error={errorOf('packName')}>
          <TextInput value={values.packName} maxLength={60} onChange={(event) => set({ packName: event.target.value })} />
        </Field>
        <Field label={t('form.packSize')} id="packSize" required error={errorOf('packSize')}>
          <NumberInput
            unit={values.baseUnit}
            value={values.packSize}
            onChange={(event) => set({ packSize: event.target.value })}
          />
        </Field>
        <Field label={t('form.moq')} id="moqPacks" required error={errorOf('moqPacks')}>
          <NumberInput
            inputMode="numeric"
            unit={t('form.packs')}
            value={values.moqPacks}
            onChange={(event) => set({ moqPacks: event.target.value })}
          />
        </Field>
      </FieldRow>
      <PriceTiers tiers={values.tiers} unit={values.baseUnit} onChange={(tiers) => set({ tiers })} errorOf={errorOf} />
      <MonthPicker
        id="harvestMonths"
        value={values.harvestMonths}
        onChange={(harvestMonths) => set({ harvestMonths })}
        error={errorOf('harvestMonths')}
      />
      <RadioGroup
        id="storage"
        legend={t('product.storage')}
        inline
        value={values.storage}
        error={errorOf('storage')}
        onValueChange={(storage) => set({ storage: storage as StorageKind })}
        options={select(storages, (storage) => t(`storage.${storage}`))}
      />
      <details className={s.more} open={moreHasError || undefined}>
        <summary className={s.summary}>{t('form.more')}</summary>
        <Stack>
          <Field label={t('form.description')} id="description" optionalText={optional} error={errorOf('description')}>
            <TextArea
              rows={4}
              maxLength={4000}
              value={values.description}
              onChange={(event) => set({ description: event.target.value })}
            />
          </Field>
          <FieldRow>
            <Field label={t('form.shelfLife')} id="shelfLifeDays" optionalText={optional} error={errorOf('shelfLifeDays')}>
              <NumberInput
                inputMode="numeric"
                unit={t('form.days')}
                value={values.shelfLifeDays}
                onChange={(event) => set({ shelfLifeDays: event.target.value })}
              />
            </Field>
            <Field label={t('product.netContent')} id="netContent" optionalText={optional} error={errorOf('netContent')}>
              <TextInput value={values.netContent} maxLength={60} onChange={(event) => set({ netContent: event.target.value })} />
            </Field>
          </FieldRow>
          <Field label={t('form.nameEn')} id="nameEn" optionalText={optional} error={errorOf('nameEn')}>
            <TextInput
              lang="en"
              value={values.nameEn}
              maxLength={200}
              onChange={(event) => set({ nameEn: event.target.value })}
            />
          </Field>
          <Field label={t('product.gtin')} id="gtin" optionalText={optional} error={errorOf('gtin')}>
            <TextInput
              inputMode="numeric"
              maxLength={14}
              value={values.gtin}
              onChange={(event) => set({ gtin: event.target.value })}
            />
          </Field>
          {isNew && (
            <Field label={t('product.vatClass')} id="vatClass" required error={errorOf('vatClass')}>
              <Select
                value={values.vatClass}
                options={select(vatClasses, (vat) => t(`vatClass.${vat}`))}
                onChange={(event) => set({ vatClass: event.target.value as VatClass })}
              />
            </Field>
          )}
          <Field label={t('form.basis')} id="basis" required error={errorOf('basis')}>
            <Select
              value={values.basis}
              options={select(bases, (basis) => t(`priceBasis.${basis}`))}
              onChange={(event) => set({ basis: event.target.value as PriceBasis })}
            />
          </Field>
          <RadioGroup
            id="priceVisibility"
            legend={t('form.visibility')}
            value={values.priceVisibility}
            onValueChange={(visibility) => set({ priceVisibility: visibility as PriceVisibility })}
            options={select(visibilities, (visibility) => t(`form.visibility.${visibility}`))}
          />
        </Stack>
      </details>
    </Stack>
  );
}
