import { DateField, Field, Select, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrganizationPartsFragment, RecipientPartsFragment, SendingMethod } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { NoticeConfirmDocument, NoticeSendDocument } from './duties.operations';
import { OrganizationListField } from './organization-list-field';

const METHODS: readonly SendingMethod[] = ['SYSTEM', 'EMAIL', 'PAPER'];
const STALE = ['noticeDistribution', 'ownNotices', 'workItems'];

export function SendDialog({ recipient, onClose }: { recipient: RecipientPartsFragment; onClose: () => void }) {
  const t = useText(duties);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [organizations, setOrganizations] = useState<OrganizationPartsFragment[]>([]);
  const [sentOn, setSentOn] = useState(f.today());
  const [method, setMethod] = useState<SendingMethod>('SYSTEM');
  const form = useMutationForm(NoticeSendDocument, {
    form: `notice-send-${recipient.id}`,
    pick: (data) => data.noticeSend,
    stale: STALE,
    onDone: () => {
      toast.success(t('noticeDuty.saved'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ orgIds: organizations.length ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, recipientId: recipient.id, orgIds: organizations.map(({ id }) => id), sentOn, method },
    }));
  };
  const title = t('distribution.sendTitle', { name: recipient.name });
  return (
    <CaseDialog title={title} form={form} submit={t('distribution.send')} onSend={send} onClose={onClose}>
      <OrganizationListField
        id="orgIds"
        label={t('distribution.orgs')}
        error={form.errorOf('orgIds')}
        value={organizations}
        onChange={setOrganizations}
      />
      <Field id="sentOn" label={t('distribution.sentOn')} error={form.errorOf('sentOn')} required>
        <DateField value={sentOn} onValueChange={setSentOn} max={f.today()} locale={locale} labels={labels} />
      </Field>
      <Field id="method" label={t('distribution.method')} required>
        <Select
          value={method}
          options={METHODS.map((value) => ({ value, label: t(`sendingMethod.${value}`) }))}
          onChange={(event) => setMethod(event.target.value as SendingMethod)}
        />
      </Field>
    </CaseDialog>
  );
}

interface ConfirmProps {
  receipt: RecipientPartsFragment['receipts'][number];
  onClose: () => void;
}

/** The officer writes down a reading that somebody told of: with how it is known. */
export function ConfirmForDialog({ receipt, onClose }: ConfirmProps) {
  const t = useText(duties);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [readOn, setReadOn] = useState(f.today());
  const [note, setNote] = useState('');
  const form = useMutationForm(NoticeConfirmDocument, {
    form: `notice-confirm-${receipt.id}`,
    pick: (data) => data.noticeConfirm,
    stale: STALE,
    onDone: () => {
      toast.success(t('noticeDuty.saved'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ note: note.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: receipt.id, version: receipt.version, readOn, note } }));
  };
  const title = t('distribution.confirmTitle', { name: receipt.organization });
  return (
    <CaseDialog title={title} form={form} submit={t('distribution.confirmFor')} onSend={send} onClose={onClose}>
      <Field id="readOn" label={t('distribution.readOn')} error={form.errorOf('readOn')} required>
        <DateField
          value={readOn}
          onValueChange={setReadOn}
          min={receipt.sentOn}
          max={f.today()}
          locale={locale}
          labels={labels}
        />
      </Field>
      <Field id="note" label={t('distribution.note')} error={form.errorOf('note')} required>
        <TextInput maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </CaseDialog>
  );
}
