import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { ListPricePartsFragment } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { pricing } from '../../../shared/messages/vi/pricing';
import { PriceTiers } from '../price-tiers';
import { errorAt, fieldIdOf } from '../product-field-ids';
import { ListPriceChangeDocument, priceLists } from './price-operations';
import { readTiers, typedTiers } from './tier-values';

interface PriceDialogProps {
  price: ListPricePartsFragment;
  onClose: () => void;
}

/** New steps for a price that holds or will: live at once, orders already placed keep theirs. */
export function PriceChangeDialog({ price, onClose }: PriceDialogProps) {
  const t = useText(pricing);
  const { locale } = useLanguage();
  const read = useTypedNumbers();
  const [tiers, setTiers] = useState(() => typedTiers(price.tiers, locale));
  const name = price.product.nameVi;
  const form = useMutationForm(ListPriceChangeDocument, {
    form: `list-price-change-${price.id}`,
    pick: (data) => data.listPriceChange,
    stale: priceLists,
    onDone: () => {
      toast.success(t('pricing.saved', { name }));
      onClose();
    },
  });
  const save = () => {
    const { input, errors } = readTiers(tiers, read);
    if (form.check(errors)) void form.submit((clientKey) => ({ input: { clientKey, id: price.id, tiers: input } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('pricing.changeTitle', { name })}
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
        <p>{t('pricing.changeLead')}</p>
        <PriceTiers
          tiers={tiers}
          unit={price.product.baseUnit}
          onChange={setTiers}
          errorOf={(field) => errorAt(form.failure.fields, field)}
        />
      </Stack>
    </Dialog>
  );
}
