import { Button, DateField, Dialog, DialogClose, Field, FieldRow, Select, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrganizationPartsFragment, PriceBasis } from '../../../gql/graphql';
import { OrganizationCombobox } from '../../../shared/agreements/organization-combobox';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { catalog } from '../../../shared/messages/vi/catalog';
import { pricing } from '../../../shared/messages/vi/pricing';
import { PriceTiers } from '../price-tiers';
import { errorAt, fieldIdOf } from '../product-field-ids';
import { ListPriceCreateDocument, priceLists } from './price-operations';
import { readTiers, type TierValues } from './tier-values';

const both = { ...catalog, ...pricing };
const bases: readonly PriceBasis[] = ['EXW', 'DC', 'STORE'];

interface PriceNewDialogProps {
  products: readonly { id: string; nameVi: string; baseUnit: string; grades: readonly { id: string; name: string }[] }[];
  productId: string | null;
  onClose: () => void;
}

/** A price for everybody or for one buyer, over a period. */
export function PriceNewDialog({ products, productId: given, onClose }: PriceNewDialogProps) {
  const t = useText(both);
  const { today } = useFormats();
  const { locale } = useLanguage();
  const read = useTypedNumbers();
  const dateLabels = useDateLabels();
  const [productId, setProductId] = useState(given ?? '');
  const [gradeId, setGradeId] = useState('');
  const [buyer, setBuyer] = useState<OrganizationPartsFragment | null>(null);
  const [basis, setBasis] = useState<PriceBasis>('EXW');
  const [validFrom, setValidFrom] = useState(today());
  const [validTo, setValidTo] = useState('');
  const [tiers, setTiers] = useState<TierValues[]>([{ from: '', price: '' }]);
  const product = products.find(({ id }) => id === productId);
  const form = useMutationForm(ListPriceCreateDocument, {
    form: 'list-price-new',
    pick: (data) => data.listPriceCreate,
    stale: priceLists,
    onDone: (price) => {
      toast.success(t('pricing.saved', { name: price.product.nameVi }));
      onClose();
    },
  });
  const save = () => {
    const { input, errors } = readTiers(tiers, read);
    const sound = form.check({
      productId: productId ? null : t('pricing.productMissing'),
      validFrom: validFrom ? null : t('pricing.dayMissing'),
      ...errors,
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        productId,
        gradeId: gradeId || null,
        buyerOrgId: buyer?.id ?? null,
        basis,
        validFrom,
        validTo: validTo || null,
        tiers: input,
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('pricing.new')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={save}>
            {t('pricing.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} fieldId={fieldIdOf} />
        <Field label={t('pricing.product')} id="productId" required error={form.errorOf('productId')}>
          <Select
            value={productId}
            placeholder={t('pricing.productMissing')}
            options={products.map(({ id, nameVi }) => ({ value: id, label: nameVi }))}
            onChange={(event) => {
              setProductId(event.target.value);
              setGradeId('');
            }}
          />
        </Field>
        {product && product.grades.length > 0 && (
          <Field label={t('pricing.grade')} id="gradeId">
            <Select
              value={gradeId}
              options={[
                { value: '', label: t('pricing.everyGrade') },
                ...product.grades.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => setGradeId(event.target.value)}
            />
          </Field>
        )}
        <Field
          label={t('pricing.buyer')}
          id="buyerOrgId"
          optionalText={t('state.optional')}
          hint={t('pricing.buyerHint')}
          error={form.errorOf('buyerOrgId')}
        >
          <OrganizationCombobox value={buyer} onChange={setBuyer} />
        </Field>
        <PriceTiers
          tiers={tiers}
          unit={product?.baseUnit ?? 'kg'}
          onChange={setTiers}
          errorOf={(field) => errorAt(form.failure.fields, field)}
        />
        <Field label={t('pricing.basis')} id="basis" required>
          <Select
            value={basis}
            options={bases.map((value) => ({ value, label: t(`priceBasis.${value}`) }))}
            onChange={(event) => setBasis(event.target.value as PriceBasis)}
          />
        </Field>
        <FieldRow>
          <Field label={t('pricing.from')} id="validFrom" required error={form.errorOf('validFrom')}>
            <DateField value={validFrom} onValueChange={setValidFrom} min={today()} locale={locale} labels={dateLabels} />
          </Field>
          <Field
            label={t('pricing.to')}
            id="validTo"
            optionalText={t('state.optional')}
            hint={t('pricing.toHint')}
            error={form.errorOf('validTo')}
          >
            <DateField
              value={validTo}
              onValueChange={setValidTo}
              min={validFrom || today()}
              locale={locale}
              labels={dateLabels}
            />
          </Field>
        </FieldRow>
      </Stack>
    </Dialog>
  );
}
