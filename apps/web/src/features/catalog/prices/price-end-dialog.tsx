import { Button, DateField, Dialog, DialogClose, Field, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { ListPricePartsFragment } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { pricing } from '../../../shared/messages/vi/pricing';
import { ListPriceEndDocument, priceLists } from './price-operations';

interface PriceEndDialogProps {
  price: ListPricePartsFragment;
  onClose: () => void;
}

/** The last day on which a price holds. */
export function PriceEndDialog({ price, onClose }: PriceEndDialogProps) {
  const t = useText(pricing);
  const { today } = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [lastDay, setLastDay] = useState(price.validTo ?? today());
  const form = useMutationForm(ListPriceEndDocument, {
    form: `list-price-end-${price.id}`,
    pick: (data) => data.listPriceEnd,
    stale: priceLists,
    onDone: () => {
      toast.success(t('pricing.ended'));
      onClose();
    },
  });
  const save = () => {
    if (!form.check({ lastDay: lastDay ? null : t('pricing.dayMissing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: price.id, lastDay } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('pricing.endTitle', { name: price.product.nameVi })}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={save}>
            {t('pricing.end')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <Field label={t('pricing.lastDay')} id="lastDay" required error={form.errorOf('lastDay')}>
          <DateField
            value={lastDay}
            onValueChange={setLastDay}
            min={today()}
            max={price.validTo ?? undefined}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
      </Stack>
    </Dialog>
  );
}
