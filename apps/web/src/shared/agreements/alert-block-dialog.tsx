import { useQuery } from '@apollo/client/react';
import { DateField, Field, RadioGroup, Select, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { AlertPartsFragment } from '../../gql/graphql';
import { useDateLabels } from '../forms/use-date-labels';
import { useMutationForm } from '../forms/use-mutation-form';
import { useText } from '../i18n/use-text';
import { blocked } from '../messages/vi/blocked';
import { AFTER_BLOCK, AgreementPartiesDocument, AlertBlockDocument } from './blocked.operations';
import { CaseDialog } from './case-dialog';
import { type OpenPetition, OpenPetitionField } from './open-petition-field';
import { useAlertWords } from './use-alert-words';

/** "Vướng vì…": one act raises or links the petition and answers the alert; the fact that was seen goes along as the note. */
export function AlertBlockDialog({ alert, onClose }: { alert: AlertPartsFragment; onClose: () => void }) {
  const { f, locale, fact } = useAlertWords();
  const t = useText(blocked);
  const dateLabels = useDateLabels();
  const parties = useQuery(AgreementPartiesDocument, { variables: { mouId: alert.mou.id } }).data?.mou?.parties ?? [];
  const sellers = parties.filter(({ role }) => role === 'SELLER');
  const [which, setWhich] = useState<'open' | 'new'>('new');
  const [petition, setPetition] = useState<OpenPetition | null>(null);
  const [values, setValues] = useState({ petitioner: '', content: '', note: fact(alert), nextStep: '', followUpOn: '' });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const petitioner = values.petitioner || (sellers.length === 1 ? sellers[0]!.organization.id : '');
  const followUpOn = values.followUpOn || f.daysFromToday(7);
  const form = useMutationForm(AlertBlockDocument, {
    form: `alert-block-${alert.id}`,
    pick: (data) => data.alertBlock,
    stale: AFTER_BLOCK,
    onDone: () => {
      toast.success(t('blocked.saved'));
      onClose();
    },
  });
  const send = () => {
    const missing =
      which === 'open'
        ? { petitionId: petition ? null : t('form.required') }
        : {
            petitionerOrgId: petitioner ? null : t('form.required'),
            content: values.content.trim() ? null : t('form.required'),
          };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: alert.id,
        version: alert.version,
        petitionId: which === 'open' ? petition!.value : null,
        petition: which === 'new' ? { petitionerOrgId: petitioner, content: values.content, fieldCodes: [] } : null,
        note: values.note || null,
        nextStep: values.nextStep,
        followUpOn,
      },
    }));
  };
  return (
    <CaseDialog title={t('blocked.alertTitle')} form={form} submit={t('blocked.save')} onSend={send} onClose={onClose}>
      <RadioGroup
        id="which"
        legend={t('blocked.which')}
        value={which}
        onValueChange={(value) => setWhich(value as 'open' | 'new')}
        options={[
          { value: 'new', label: t('blocked.which.new') },
          { value: 'open', label: t('blocked.which.open') },
        ]}
      />
      {which === 'open' ? (
        <OpenPetitionField value={petition} error={form.errorOf('petitionId')} onChange={setPetition} />
      ) : (
        <>
          <Field id="petitionerOrgId" label={t('blocked.petitioner')} error={form.errorOf('petitionerOrgId')} required>
            <Select
              value={petitioner}
              placeholder={t('blocked.choose')}
              options={parties
                .filter(({ role }) => role === 'SELLER' || role === 'BUYER')
                .map(({ organization }) => ({ value: organization.id, label: organization.name }))}
              onChange={(event) => set({ petitioner: event.target.value })}
            />
          </Field>
          <Field id="content" label={t('blocked.content')} error={form.errorOf('content')} required>
            <TextArea
              rows={3}
              maxLength={4000}
              value={values.content}
              onChange={(event) => set({ content: event.target.value })}
            />
          </Field>
        </>
      )}
      <Field id="note" label={t('blocked.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea rows={2} maxLength={500} value={values.note} onChange={(event) => set({ note: event.target.value })} />
      </Field>
      <Field id="nextStep" label={t('blocked.nextStep')} error={form.errorOf('nextStep')} required>
        <TextArea rows={2} maxLength={500} value={values.nextStep} onChange={(event) => set({ nextStep: event.target.value })} />
      </Field>
      <Field id="followUpOn" label={t('blocked.followUpOn')} error={form.errorOf('followUpOn')} required>
        <DateField
          value={followUpOn}
          onValueChange={(day) => set({ followUpOn: day })}
          min={f.today()}
          max={f.daysFromToday(30)}
          locale={locale}
          labels={dateLabels}
        />
      </Field>
    </CaseDialog>
  );
}
