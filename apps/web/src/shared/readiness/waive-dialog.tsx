import { addMonths } from '@lienket/domain';
import { Button, Checkbox, DateField, Dialog, DialogClose, Field, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import { FormErrors } from '../forms/form-parts';
import { useDateLabels } from '../forms/use-date-labels';
import { useMutationForm } from '../forms/use-mutation-form';
import { useFormats } from '../i18n/formats';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { readiness as words } from '../messages/vi/readiness';

const WaiveDocument = graphql(`
  mutation RequirementWaive($input: RequirementWaiveInput!) {
    requirementWaive(input: $input) {
      ... on RequirementWaiver {
        id
      }
      ...RefusalParts
    }
  }
`);

const EndDocument = graphql(`
  mutation RequirementWaiverEnd($input: RequirementWaiverEndInput!) {
    requirementWaiverEnd(input: $input) {
      ... on RequirementWaiver {
        id
      }
      ...RefusalParts
    }
  }
`);

const AFTER = ['productReadiness', 'readinessTable'];
const USUAL_MONTHS = 3;

interface WaiveDialogProps {
  productId: string;
  code: string;
  name: string;
  onClose: () => void;
  onDone: () => void;
}

/** A manager does without a paper until a day, with a reason that stays. */
export function WaiveDialog({ productId, code, name, onClose, onDone }: WaiveDialogProps) {
  const t = useText(words);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [reason, setReason] = useState('');
  const [endsOn, setEndsOn] = useState(() => addMonths(f.today(), USUAL_MONTHS));
  const [forAllProducts, setForAll] = useState(false);
  const form = useMutationForm(WaiveDocument, {
    form: `waive-${productId}-${code}`,
    pick: (data) => data.requirementWaive,
    stale: AFTER,
    onDone: () => {
      toast.success(t('readiness.waived', { name }));
      onClose();
      onDone();
    },
  });
  const send = () => {
    const required = t('form.required');
    if (!form.check({ reason: reason.trim() ? null : required, endsOn: endsOn ? null : required })) return;
    void form.submit((clientKey) => ({ input: { clientKey, productId, forAllProducts, code, reason: reason.trim(), endsOn } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('readiness.waiveTitle', { name })}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('readiness.waive')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <p>{t('readiness.waiveWhat')}</p>
        <Field id="reason" label={t('readiness.waiveReason')} required error={form.errorOf('reason')}>
          <TextInput value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Field id="endsOn" label={t('readiness.waiveUntil')} required error={form.errorOf('endsOn')}>
          <DateField value={endsOn} onValueChange={setEndsOn} min={f.today()} locale={locale} labels={labels} />
        </Field>
        <Checkbox
          label={t('readiness.waiveAll')}
          checked={forAllProducts}
          onChange={(event) => setForAll(event.target.checked)}
        />
      </Stack>
    </Dialog>
  );
}

export function EndWaiverButton({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const t = useText(words);
  const form = useMutationForm(EndDocument, {
    form: `waiver-end-${id}`,
    pick: (data) => data.requirementWaiverEnd,
    stale: AFTER,
    onDone: () => {
      toast.success(t('readiness.waiverEnded', { name }));
      onDone();
    },
  });
  return (
    <Button
      size="small"
      variant="quiet"
      loading={form.busy}
      onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id } }))}
    >
      {t('readiness.waiverEnd')}
    </Button>
  );
}
