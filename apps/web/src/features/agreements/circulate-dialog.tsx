import { Checkbox, DateField, Field, RadioGroup, toast } from '@lienket/ui';
import { useState } from 'react';
import type { SigningOrder } from '../../gql/graphql';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { ActionDialog } from '../../shared/forms/action-dialog';
import type { MouDialogProps } from './mou-dialogs';
import { AFTER_MOU, CirculateDocument } from './mou-mutations';

const ORDERS = ['ANY', 'SEQUENTIAL'] as const satisfies readonly SigningOrder[];

/** Sends the draft round: in which order, how and until when. */
export function CirculateDialog({ mou, onClose, onReload }: MouDialogProps) {
  const t = useText(agreements);
  const l = useText(signing);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [signingOrder, setOrder] = useState<SigningOrder>('ANY');
  const [requireCode, setRequireCode] = useState(true);
  const [expiresOn, setExpiresOn] = useState('');
  const form = useMutationForm(CirculateDocument, {
    form: `mou-circulate-${mou.id}`,
    pick: (data) => data.mouCirculate,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('mouAct.circulated'));
      onClose();
    },
  });
  const signers = mou.parties.filter((party) => party.mustSign).map((party) => party.organization.shortName);
  return (
    <ActionDialog
      form={form}
      title={t('mouAct.mouCirculate')}
      confirmLabel={t('mouAct.circulate')}
      onConfirm={() =>
        void form.submit((clientKey) => ({
          input: { clientKey, id: mou.id, version: mou.version, signingOrder, requireCode, expiresOn: expiresOn || null },
        }))
      }
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('mouAct.circulateWhat', { parties: signers.join(', ') })}</p>
      <RadioGroup
        legend={l('circulate.order')}
        value={signingOrder}
        onValueChange={(order) => setOrder(order as SigningOrder)}
        options={ORDERS.map((value) => ({ value, label: l(`circulate.order.${value}`) }))}
      />
      <Checkbox label={l('circulate.code')} checked={requireCode} onChange={(event) => setRequireCode(event.target.checked)} />
      <Field
        id="expiresOn"
        label={l('circulate.expires')}
        hint={l('circulate.expiresHint')}
        optionalText={t('state.optional')}
        error={form.errorOf('expiresOn')}
      >
        <DateField value={expiresOn} onValueChange={setExpiresOn} min={f.today()} locale={locale} labels={dateLabels} />
      </Field>
      <p>{t('mouAct.circulateAfter')}</p>
    </ActionDialog>
  );
}
