import { Button, Cluster, Field, Section, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { DutyPartsFragment, DutyWordPartsFragment } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { DutyWordConfirmDocument, DutyWordReturnDocument } from './duties.operations';
import { DutyWord } from './duty-word';
import s from './duties.module.css';

const STALE = ['duties', 'workItems'];

/** What bodies told of this duty and waits for the Alliance: confirmed into the diary, or returned with what is missing. */
export function DutyWordsWaiting({ duty }: { duty: DutyPartsFragment }) {
  const t = useText(duties);
  if (duty.words.length === 0) return null;
  return (
    <Section title={t('dutyWord.waiting')} meta={t('dutyWord.waitingLead')}>
      <ul className={s.list}>
        {duty.words.map((word) => (
          <Waiting key={word.id} word={word} />
        ))}
      </ul>
    </Section>
  );
}

function Waiting({ word }: { word: DutyWordPartsFragment }) {
  const t = useText(duties);
  const [returns, setReturns] = useState(false);
  const form = useMutationForm(DutyWordConfirmDocument, {
    form: `duty-word-confirm-${word.id}`,
    pick: (data) => data.dutyWordConfirm,
    stale: STALE,
    onDone: () => toast.success(t('dutyWord.confirmed')),
  });
  const confirm = () => void form.submit((clientKey) => ({ input: { clientKey, id: word.id, version: word.version } }));
  return (
    <DutyWord word={word} showsBody>
      <FormErrors form={form} />
      <Cluster>
        <Button variant="primary" loading={form.busy} onClick={confirm}>
          {t('dutyWord.confirm')}
        </Button>
        <Button onClick={() => setReturns(true)}>{t('dutyWord.return')}</Button>
      </Cluster>
      <ConflictDialog form={form} onReload={() => undefined} />
      {returns && <ReturnDialog word={word} onClose={() => setReturns(false)} />}
    </DutyWord>
  );
}

function ReturnDialog({ word, onClose }: { word: DutyWordPartsFragment; onClose: () => void }) {
  const t = useText(duties);
  const [reason, setReason] = useState('');
  const form = useMutationForm(DutyWordReturnDocument, {
    form: `duty-word-return-${word.id}`,
    pick: (data) => data.dutyWordReturn,
    stale: STALE,
    onDone: () => {
      toast.success(t('dutyWord.returned'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: word.id, version: word.version, reason } }));
  };
  return (
    <CaseDialog title={t('dutyWord.return')} form={form} submit={t('dutyWord.return')} onSend={send} onClose={onClose}>
      <Field id="reason" label={t('dutyWord.reason')} error={form.errorOf('reason')} required>
        <TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </CaseDialog>
  );
}
