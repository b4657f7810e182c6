import { quantity, quantityInputText } from '@lienket/domain';
import { DateField, Field, NumberInput, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OutsideAct } from '../../gql/graphql';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { outside } from '../../shared/messages/vi/outside';
import { ActionDialog } from '../../shared/forms/action-dialog';
import { FileField, type ChosenFile } from '../../shared/files/file-field';
import { type Outside, type OutsideOf, useOutsideAnswer } from './outside-mutations';

interface Props {
  of: OutsideOf;
  delivery: Outside;
  act: OutsideAct;
  onClose: () => void;
  onReload: () => void;
}

/** Not right, or another number or day, or a word taken back. */
export function OutsideAnswerDialog({ of, delivery, act, onClose, onReload }: Props) {
  const t = useText(outside);
  const f = useFormats();
  const typed = useTypedNumbers();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [qty, setQty] = useState(quantityInputText(quantity(delivery.qty), locale));
  const [deliveredOn, setDeliveredOn] = useState<string>(delivery.deliveredOn);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const form = useOutsideAnswer(of, `outside-${act}-${delivery.id}-${delivery.version}`, () => {
    toast.success(t('outside.answered'));
    onClose();
  });
  const correcting = act === 'correct';
  const send = () => {
    const read = typed.quantity(qty);
    const problems = { qty: read.ok ? null : read.message, deliveredOn: deliveredOn ? null : t('form.required') };
    if (correcting && !form.check(problems)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: delivery.id,
        version: delivery.version,
        act,
        ...(correcting && read.ok ? { qty: read.wire, deliveredOn } : {}),
        note: note.trim() || null,
        fileId: file?.id ?? null,
      },
    }));
  };
  return (
    <ActionDialog
      form={form}
      title={t(`outside.act.${act}`)}
      confirmLabel={t(`outside.act.${act}`)}
      danger={!correcting}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>
        {f.quantity(delivery.qty, delivery.baseUnit)} {delivery.goods}, {f.date(delivery.deliveredOn)}
      </p>
      {correcting && (
        <>
          <Field id="qty" label={t('outside.qty')} required error={form.errorOf('qty')}>
            <NumberInput unit={delivery.baseUnit} value={qty} onChange={(event) => setQty(event.target.value)} />
          </Field>
          <Field id="deliveredOn" label={t('outside.day')} required error={form.errorOf('deliveredOn')}>
            <DateField value={deliveredOn} onValueChange={setDeliveredOn} locale={locale} labels={dateLabels} />
          </Field>
        </>
      )}
      <Field
        id="note"
        label={t(correcting ? 'outside.note' : 'outside.why')}
        required={!correcting}
        optionalText={correcting ? t('state.optional') : undefined}
        error={form.errorOf('note')}
      >
        <TextArea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {correcting && (
        <FileField
          id="fileId"
          label={t('outside.file')}
          chooseLabel={t('outside.choose')}
          dropLabel={t('outside.drop')}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          value={file}
          error={form.errorOf('fileId')}
          onChange={setFile}
        />
      )}
    </ActionDialog>
  );
}
