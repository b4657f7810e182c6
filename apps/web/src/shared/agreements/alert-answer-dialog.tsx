import { Button, DateField, Dialog, DialogClose, Field, Select, Stack, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { AlertPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../forms/form-parts';
import { useDateLabels } from '../forms/use-date-labels';
import { useMutationForm } from '../forms/use-mutation-form';
import { AlertAcknowledgeDocument, AlertSnoozeDocument } from './alert-operations';
import { useAlertWords } from './use-alert-words';

interface Props {
  alert: AlertPartsFragment;
  kind: 'acknowledge' | 'snooze';
  onClose: () => void;
}

const STALE = ['alerts', 'mouAlerts', 'stallSummary', 'agreementBoard', 'workItems', 'caseCalendar'];
/** The server knows the limit of the day; this only keeps the calendar short. */
const LONGEST = 30;

/** Why it stands still, what next and when to look again: an alert is answered, never dismissed. */
export function AlertAnswerDialog({ alert, kind, onClose }: Props) {
  const { t, f, locale, reasonOptions, fact } = useAlertWords();
  const dateLabels = useDateLabels();
  const [reasonCode, setReasonCode] = useState(alert.reasonCode ?? '');
  const [nextStep, setNextStep] = useState('');
  const [followUpOn, setFollowUpOn] = useState(f.daysFromToday(7));
  const options = {
    form: `alert-${kind}-${alert.id}`,
    stale: STALE,
    onDone: () => {
      toast.success(t('alerts.saved'));
      onClose();
    },
  };
  const acknowledge = useMutationForm(AlertAcknowledgeDocument, { ...options, pick: (data) => data.alertAcknowledge });
  const snooze = useMutationForm(AlertSnoozeDocument, { ...options, pick: (data) => data.alertSnooze });
  const sent = kind === 'acknowledge' ? acknowledge : snooze;
  const send = () => {
    const common = { id: alert.id, version: alert.version, nextStep, followUpOn };
    if (kind === 'snooze') void snooze.submit((clientKey) => ({ input: { clientKey, ...common } }));
    else void acknowledge.submit((clientKey) => ({ input: { clientKey, ...common, reasonCode } }));
  };
  return (
    <>
      <Dialog
        open={sent.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t(kind === 'acknowledge' ? 'alerts.acknowledgeTitle' : 'alerts.snoozeTitle')}
        description={fact(alert)}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={sent.busy} onClick={send}>
              {t('alerts.save')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={sent} />
          {kind === 'acknowledge' && (
            <Field id="reasonCode" label={t('alerts.reason')} error={acknowledge.errorOf('reasonCode')} required>
              <Select
                value={reasonCode}
                placeholder={t('alerts.choose')}
                options={reasonOptions}
                onChange={(event) => setReasonCode(event.target.value)}
              />
            </Field>
          )}
          <Field
            id="nextStep"
            label={t(kind === 'acknowledge' ? 'alerts.nextStep' : 'alerts.snoozeWhy')}
            error={sent.errorOf('nextStep')}
            required
          >
            <TextArea value={nextStep} maxLength={500} rows={3} onChange={(event) => setNextStep(event.target.value)} />
          </Field>
          <Field
            id="followUpOn"
            label={t('alerts.followUpOn')}
            hint={t('alerts.followUpHint')}
            error={sent.errorOf('followUpOn')}
            required
          >
            <DateField
              value={followUpOn}
              onValueChange={setFollowUpOn}
              min={f.today()}
              max={f.daysFromToday(LONGEST)}
              locale={locale}
              labels={dateLabels}
            />
          </Field>
        </Stack>
      </Dialog>
      <ConflictDialog form={sent} onReload={onClose} />
    </>
  );
}
