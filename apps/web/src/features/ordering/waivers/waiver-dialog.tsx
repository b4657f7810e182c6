import { Button, DateField, Dialog, DialogClose, Field, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { LifeWaiverPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { ReasonField } from '../../../shared/forms/reason-field';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { waivers } from '../../../shared/messages/vi/waivers';
import { LifeWaiverEndDocument, LifeWaiverGrantDocument, LifeWaiverRefuseDocument } from './waivers.operations';

export type Decision = 'grant' | 'refuse' | 'end';

interface WaiverDialogProps {
  waiver: LifeWaiverPartsFragment;
  decision: Decision;
  reload: () => void;
  onClose: () => void;
}

/** The buyer's manager decides in name: a reason always, a last day where the lot is taken. */
export function WaiverDialog({ waiver, decision, reload, onClose }: WaiverDialogProps) {
  const t = useText(waivers);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [reason, setReason] = useState('');
  const [validUntil, setValidUntil] = useState(waiver.arrivesOn && waiver.arrivesOn > f.today() ? waiver.arrivesOn : f.today());
  const common = {
    stale: ['workItems', 'dispatchLots'] as const,
    onDone: () => {
      toast.success(t('waiver.done'));
      reload();
      onClose();
    },
  };
  const forms = {
    grant: useMutationForm(LifeWaiverGrantDocument, {
      ...common,
      form: `waiver-grant-${waiver.id}`,
      pick: (data) => data.lifeWaiverGrant,
    }),
    refuse: useMutationForm(LifeWaiverRefuseDocument, {
      ...common,
      form: `waiver-refuse-${waiver.id}`,
      pick: (data) => data.lifeWaiverRefuse,
    }),
    end: useMutationForm(LifeWaiverEndDocument, {
      ...common,
      form: `waiver-end-${waiver.id}`,
      pick: (data) => data.lifeWaiverEnd,
    }),
  };
  const form = forms[decision];
  const send = () => {
    const required = t('form.required');
    const fields = { reason: reason.trim() ? null : required, validUntil: decision !== 'grant' || validUntil ? null : required };
    if (!form.check(fields)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: waiver.id,
        version: waiver.version,
        reason: reason.trim(),
        ...(decision === 'grant' && { validUntil }),
      },
    }));
  };
  const choices =
    decision === 'grant'
      ? [t('waiver.reason1'), t('waiver.reason2'), t('waiver.reason3')]
      : [t('waiver.refuse1'), t('waiver.refuse2')];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`waiver.${decision}Title`, { code: waiver.lotCode ?? waiver.goods })}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t(`waiver.${decision}`)}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <ConflictDialog form={form} onReload={reload} />
        {decision !== 'refuse' && <p>{t(decision === 'grant' ? 'waiver.grantWhat' : 'waiver.endWhat')}</p>}
        <ReasonField
          id="reason"
          label={t('waiver.reason')}
          choices={choices}
          value={reason}
          onValueChange={setReason}
          error={form.errorOf('reason')}
        />
        {decision === 'grant' && (
          <Field
            id="validUntil"
            label={t('waiver.until')}
            hint={t('waiver.untilHint', { expires: f.date(waiver.expiresOn) })}
            error={form.errorOf('validUntil')}
            required
          >
            <DateField
              value={validUntil}
              onValueChange={setValidUntil}
              min={f.today()}
              max={waiver.expiresOn ?? undefined}
              locale={locale}
              labels={labels}
            />
          </Field>
        )}
      </Stack>
    </Dialog>
  );
}
