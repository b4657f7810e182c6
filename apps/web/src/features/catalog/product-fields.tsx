import { Field, FieldRow, NumberInput, RadioGroup, Select, Stack, TextInput } from '@lienket/ui';
import type { ProductGroup, StorageKind } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { products } from '../../shared/messages/vi/products';
import { productGroups } from './catalog-filter';
import { MonthPicker } from './month-picker';
import { PriceTiers } from './price-tiers';
import { productUnits, type ProductValues } from './product-form-values';
import { ProductDetails } from './product-details';
import { ProductPhoto } from './product-photo';

const storages: readonly StorageKind[] = ['AMBIENT', 'CHILLED', 'FROZEN'];
const both = { ...catalog, ...products };

interface ProductFieldsProps {
  values: ProductValues;
  set: (change: Partial<ProductValues>) => void;
  errorOf: (field: string) => string | undefined;
  onSending: (sending: boolean) => void;
  /** The unit is fixed once a product exists: documents count in it. */
  isNew: boolean;
}

export function ProductFields({ values, set, errorOf, onSending, isNew }: ProductFieldsProps) {
  const t = useText(both);
  const select = <Value extends string>(list: readonly Value[], name: (value: Value) => string) =>
    list.map((value) => ({ value, label: name(value) }));
  return (
    <Stack>
      <ProductPhoto
        photos={values.photos}
        onChange={(photos) => set({ photos })}
        onSending={onSending}
        error={errorOf('photoFileId')}
      />
      <Field label={t('form.name')} id="nameVi" required hint={t('form.nameHint')} error={errorOf('nameVi')}>
        <TextInput value={values.nameVi} maxLength={200} onChange={(event) => set({ nameVi: event.target.value })} />
      </Field>
      <FieldRow>
        <Field label={t('catalog.group')} id="group" required error={errorOf('group')}>
          <Select
            value={values.group}
            options={select(productGroups, (group) => t(`group.${group}`))}
            onChange={(event) => set({ group: event.target.value as ProductGroup })}
          />
        </Field>
        {isNew && (
          <Field label={t('form.unit')} id="baseUnit" required error={errorOf('baseUnit')}>
            <TextInput
              value={values.baseUnit}
              maxLength={20}
              list="product-units"
              autoComplete="off"
              onChange={(event) => set({ baseUnit: event.target.value })}
            />
          </Field>
        )}
      </FieldRow>
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
      <ProductDetails values={values} set={set} errorOf={errorOf} />
    </Stack>
  );
}
