import { DateField, Field, FieldRow, LinkButton, Notice, Select, Stack, TextArea, TextInput } from '@lienket/ui';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import type { OrderPadAnswer } from './pad-items';
import type { PadValues } from './use-pad';

interface DeliveryFieldsProps {
  values: PadValues;
  set: (change: Partial<PadValues>) => void;
  locations: OrderPadAnswer['locations'];
  form: { errorOf: (field: string) => string | undefined };
}

/** When and where, the buyer's own number, a word to the seller. */
export function DeliveryFields({ values, set, locations, form }: DeliveryFieldsProps) {
  const t = useText(ordering);
  const { today } = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  return (
    <Stack>
      <FieldRow>
        <Field id="order-requestedOn" label={t('pad.requestedOn')} error={form.errorOf('requestedOn')} required>
          <DateField
            value={values.requestedOn}
            onValueChange={(requestedOn) => set({ requestedOn })}
            min={today()}
            locale={locale}
            labels={dateLabels}
            placeholder={t('pad.requestedHint')}
          />
        </Field>
        <Field id="order-buyerPoNo" label={t('pad.poNo')} optionalText={t('state.optional')} error={form.errorOf('buyerPoNo')}>
          <TextInput value={values.buyerPoNo} maxLength={200} onChange={(event) => set({ buyerPoNo: event.target.value })} />
        </Field>
      </FieldRow>
      {locations.length === 0 ? (
        <Notice
          tone="warning"
          action={
            <LinkButton size="small" href="/organization">
              {t('pad.placeAdd')}
            </LinkButton>
          }
        >
          <span id="order-deliveryLocationId" tabIndex={-1}>
            {t('pad.placeNone')}
          </span>
        </Notice>
      ) : (
        <Field id="order-deliveryLocationId" label={t('pad.place')} error={form.errorOf('deliveryLocationId')} required>
          <Select
            value={values.deliveryLocationId}
            onChange={(event) => set({ deliveryLocationId: event.target.value })}
            placeholder={t('pad.placeChoose')}
            options={locations.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
          />
        </Field>
      )}
      <Field id="order-note" label={t('pad.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </Stack>
  );
}
