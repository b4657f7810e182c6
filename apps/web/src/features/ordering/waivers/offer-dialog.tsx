import {
  Button,
  DateField,
  Dialog,
  DialogClose,
  Field,
  FieldRow,
  NumberInput,
  Select,
  Stack,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import { FormErrors } from '../../../shared/forms/form-parts';
import { ReasonField } from '../../../shared/forms/reason-field';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { waivers } from '../../../shared/messages/vi/waivers';
import { LifeWaiverOfferDocument } from './waivers.operations';

interface OfferDialogProps {
  orderId: string;
  /** Lines whose goods must arrive with some life, and how much is asked for now. */
  lines: readonly { id: string; description: string; minDays: number }[];
  requestedOn: string;
  reload: () => void;
  onClose: () => void;
}

/** The buyer's manager allows, before anybody asks, what it still takes: a line, the least days, until when and why. */
export function OfferDialog({ orderId, lines, requestedOn, reload, onClose }: OfferDialogProps) {
  const t = useText(waivers);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [lineId, setLineId] = useState(lines.length === 1 ? lines[0]!.id : '');
  const [lotCode, setLotCode] = useState('');
  const [leastDays, setLeastDays] = useState('');
  const [validUntil, setValidUntil] = useState(requestedOn < f.today() ? f.today() : requestedOn);
  const [reason, setReason] = useState('');
  const minDays = lines.find(({ id }) => id === lineId)?.minDays;
  const form = useMutationForm(LifeWaiverOfferDocument, {
    form: `waiver-offer-${orderId}`,
    pick: (data) => data.lifeWaiverOffer,
    stale: ['dispatchLots'],
    onDone: () => {
      toast.success(t('waiver.offerDone'));
      reload();
      onClose();
    },
  });
  const send = () => {
    const required = t('form.required');
    const days = leastDays.trim();
    const fields = {
      orderLineId: lineId ? null : required,
      leastDays: !days ? required : /^\d{1,4}$/.test(days) ? null : t('number.invalid'),
      validUntil: validUntil ? null : required,
      reason: reason.trim() ? null : required,
    };
    if (!form.check(fields)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        orderId,
        orderLineId: lineId,
        lotCode: lotCode.trim() || null,
        leastDays: Number(days),
        validUntil,
        reason: reason.trim(),
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('waiver.offerTitle')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('waiver.offerDo')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <p>{t('waiver.offerWhat')}</p>
        <Field id="orderLineId" label={t('waiver.offerLine')} error={form.errorOf('orderLineId')} required>
          <Select
            value={lineId}
            onChange={(event) => setLineId(event.target.value)}
            placeholder={t('waiver.offerLineChoose')}
            options={lines.map(({ id, description }) => ({ value: id, label: description }))}
          />
        </Field>
        <FieldRow>
          <Field
            id="leastDays"
            label={t('waiver.leastDays')}
            hint={minDays === undefined ? undefined : t('waiver.leastDaysHint', { min: minDays, most: minDays - 1 })}
            error={form.errorOf('leastDays')}
            required
          >
            <NumberInput unit={t('waiver.days')} value={leastDays} onChange={(event) => setLeastDays(event.target.value)} />
          </Field>
          <Field
            id="lotCode"
            label={t('waiver.offerLot')}
            hint={t('waiver.offerLotHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('lotCode')}
          >
            <TextInput
              value={lotCode}
              maxLength={60}
              autoCapitalize="characters"
              onChange={(event) => setLotCode(event.target.value)}
            />
          </Field>
        </FieldRow>
        <Field id="validUntil" label={t('waiver.until')} error={form.errorOf('validUntil')} required>
          <DateField value={validUntil} onValueChange={setValidUntil} min={f.today()} locale={locale} labels={labels} />
        </Field>
        <ReasonField
          id="reason"
          label={t('waiver.reason')}
          choices={[t('waiver.reason1'), t('waiver.reason2'), t('waiver.reason3')]}
          value={reason}
          onValueChange={setReason}
          error={form.errorOf('reason')}
        />
      </Stack>
    </Dialog>
  );
}
