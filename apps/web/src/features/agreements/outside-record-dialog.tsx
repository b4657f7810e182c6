import { DateField, Field, NumberInput, RadioGroup, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { MouPageFragment } from '../../gql/graphql';
import { sideOf } from '../../shared/agreements/agreement-words';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { outside } from '../../shared/messages/vi/outside';
import { useMe } from '../../shared/session/session';
import { ActionDialog } from '../../shared/forms/action-dialog';
import { FileField, type ChosenFile } from '../../shared/files/file-field';
import { type OutsideOf, useOutsideRecord } from './outside-mutations';

interface Props {
  of: OutsideOf;
  onClose: () => void;
  onReload: () => void;
}

/** Five answers, most of them filled in: what, how much, when, and a photo if there is one. */
export function OutsideRecordDialog({ of, onClose, onReload }: Props) {
  const t = useText(outside);
  const f = useFormats();
  const me = useMe();
  const typed = useTypedNumbers();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const document = 'mou' in of ? of.mou : of.contract;
  const lines: readonly { id: string; description: string; baseUnit: string }[] = document.lines;
  const others = 'mou' in of ? otherSide(of.mou, me.organization.id) : [];
  const [lineId, setLineId] = useState(lines[0]?.id ?? '');
  const [orgId, setOrgId] = useState(others[0]?.organization.id ?? '');
  const [qty, setQty] = useState('');
  const [deliveredOn, setDeliveredOn] = useState(f.today());
  const [note, setNote] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const unit = lines.find(({ id }) => id === lineId)?.baseUnit ?? '';
  const name = `outside-record-${document.id}-${document.outside.deliveries.length}`;
  const { form, send: record } = useOutsideRecord(of, name, () => {
    toast.success(t('outside.saved'));
    onClose();
  });
  const send = () => {
    const read = typed.quantity(qty);
    const problems = { qty: read.ok ? null : read.message, deliveredOn: deliveredOn ? null : t('form.required') };
    if (!form.check(problems) || !read.ok) return;
    void record({
      lineId,
      counterpartyOrgId: orgId || null,
      qty: read.wire,
      deliveredOn,
      note: note.trim() || null,
      fileId: file?.id ?? null,
    });
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
      {lines.length > 1 && (
        <RadioGroup
          id="mouLineId"
          legend={t('outside.line')}
          value={lineId}
          onValueChange={setLineId}
          options={lines.map(({ id, description }) => ({ value: id, label: description }))}
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

function otherSide({ parties }: MouPageFragment, own: string) {
  const isSeller = sideOf(parties, 'SELLER').some(({ organization }) => organization.id === own);
  return sideOf(parties, isSeller ? 'BUYER' : 'SELLER');
}
