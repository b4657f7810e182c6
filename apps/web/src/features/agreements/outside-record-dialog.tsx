import { DateField, Field, NumberInput, RadioGroup, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { MouPageFragment } from '../../gql/graphql';
import { sideOf } from '../../shared/agreements/agreement-words';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { outside } from '../../shared/messages/vi/outside';
import { useMe } from '../../shared/session/session';
import { ActionDialog } from './action-dialog';
import { FileField, type ChosenFile } from './file-field';
import { AFTER_MOU } from './mou-mutations';

const RecordDocument = graphql(`
  mutation OutsideRecord($input: OutsideRecordInput!) {
    outsideRecord(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

interface Props {
  mou: MouPageFragment;
  onClose: () => void;
  onReload: () => void;
}

/** Five answers, most of them filled in: what, how much, when, and a photo if there is one. */
export function OutsideRecordDialog({ mou, onClose, onReload }: Props) {
  const t = useText(outside);
  const f = useFormats();
  const me = useMe();
  const typed = useTypedNumbers();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const isSeller = sideOf(mou.parties, 'SELLER').some(({ organization }) => organization.id === me.organization.id);
  const others = sideOf(mou.parties, isSeller ? 'BUYER' : 'SELLER');
  const [lineId, setLineId] = useState(mou.lines[0]?.id ?? '');
  const [orgId, setOrgId] = useState(others[0]?.organization.id ?? '');
  const [qty, setQty] = useState('');
  const [deliveredOn, setDeliveredOn] = useState(f.today());
  const [note, setNote] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const unit = mou.lines.find(({ id }) => id === lineId)?.baseUnit ?? '';
  const form = useMutationForm(RecordDocument, {
    form: `outside-record-${mou.id}-${mou.outside.deliveries.length}`,
    pick: (data) => data.outsideRecord,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('outside.saved'));
      onClose();
    },
  });
  const send = () => {
    const read = typed.quantity(qty);
    if (!form.check({ qty: read.ok ? null : read.message }) || !read.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        mouLineId: lineId,
        counterpartyOrgId: orgId || null,
        qty: read.wire,
        deliveredOn,
        note: note.trim() || null,
        fileId: file?.id ?? null,
      },
    }));
  };
  return (
    <ActionDialog
      form={form}
      title={t('outside.record')}
      confirmLabel={t('outside.record')}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      {mou.lines.length > 1 && (
        <RadioGroup
          id="mouLineId"
          legend={t('outside.line')}
          value={lineId}
          onValueChange={setLineId}
          options={mou.lines.map(({ id, description }) => ({ value: id, label: description }))}
        />
      )}
      {others.length > 1 && (
        <RadioGroup
          id="counterpartyOrgId"
          legend={t('outside.counterparty')}
          value={orgId}
          error={form.errorOf('counterpartyOrgId')}
          onValueChange={setOrgId}
          options={others.map(({ organization }) => ({ value: organization.id, label: organization.shortName }))}
        />
      )}
      <Field id="qty" label={t('outside.qty')} required error={form.errorOf('qty')}>
        <NumberInput unit={unit} value={qty} onChange={(event) => setQty(event.target.value)} />
      </Field>
      <Field id="deliveredOn" label={t('outside.day')} required error={form.errorOf('deliveredOn')}>
        <DateField value={deliveredOn} onValueChange={setDeliveredOn} max={f.today()} locale={locale} labels={dateLabels} />
      </Field>
      <FileField
        id="fileId"
        label={t('outside.file')}
        hint={t('outside.fileHint')}
        chooseLabel={t('outside.choose')}
        dropLabel={t('outside.drop')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        value={file}
        error={form.errorOf('fileId')}
        onChange={setFile}
      />
      <Field id="note" label={t('outside.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
