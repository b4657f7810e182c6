import { Field, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { AssistedActPartsFragment } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';
import { ASSISTANCE_LISTS, AssistedActDenyDocument, AssistedActSettleDocument } from './assistance.operations';

/** The director says what is wrong; or the officer what was done about it. */
export function ActDialog({ act, onClose }: { act: AssistedActPartsFragment; onClose: () => void }) {
  const t = useText(assistance);
  const [words, setWords] = useState('');
  const done = (sentence: string) => ({
    stale: ASSISTANCE_LISTS,
    onDone: () => {
      toast.success(sentence);
      onClose();
    },
  });
  const deny = useMutationForm(AssistedActDenyDocument, {
    form: `act-deny-${act.id}`,
    pick: (data) => data.assistedActDeny,
    ...done(t('acts.deniedDone')),
  });
  const settle = useMutationForm(AssistedActSettleDocument, {
    form: `act-settle-${act.id}`,
    pick: (data) => data.assistedActSettle,
    ...done(t('acts.settledDone')),
  });
  const denies = act.mayAnswer;
  const form = denies ? deny : settle;
  const send = () => {
    if (!form.check({ words: words.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: act.id, version: act.version, words } }));
  };
  return (
    <CaseDialog
      title={t(denies ? 'acts.denyTitle' : 'acts.settleTitle')}
      form={form}
      submit={t(denies ? 'acts.deny' : 'acts.settle')}
      onSend={send}
      onClose={onClose}
    >
      {denies && <p>{t('acts.denyText')}</p>}
      <Field id="words" label={t(denies ? 'acts.denyWords' : 'acts.settleWords')} error={form.errorOf('words')} required>
        <TextArea rows={3} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
    </CaseDialog>
  );
}
