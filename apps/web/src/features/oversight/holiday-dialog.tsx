import { Button, DateField, Dialog, DialogClose, Field, RadioGroup, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OfficeDayKind, StallRuleBookPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { alerts } from '../../shared/messages/vi/alerts';
import { OfficeDaySetDocument } from './alert.operations';

interface Props {
  /** The day to take out; null adds one. */
  day: StallRuleBookPartsFragment['holidays'][number] | null;
  onClose: () => void;
}

export function HolidayDialog({ day, onClose }: Props) {
  const t = useText(alerts);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [on, setOn] = useState(day?.day ?? f.today());
  const [kind, setKind] = useState<OfficeDayKind>('HOLIDAY');
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const form = useMutationForm(OfficeDaySetDocument, {
    form: `holiday-${day?.day ?? 'new'}`,
    pick: (data) => data.officeDaySet,
    stale: ['alerts', 'stallSummary', 'stallRuleBook'],
    onDone: () => {
      toast.success(t('holidays.saved'));
      onClose();
    },
  });
  const send = () =>
    void form.submit((clientKey) => ({
      input: day
        ? { clientKey, day: day.day, kind: null, nameVi: day.nameVi, nameEn: day.nameEn, source: day.source }
        : { clientKey, day: on, kind, nameVi: name, nameEn: '', source },
    }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={day ? t('holidays.removeNamed', { date: f.date(day.day) }) : t('holidays.addTitle')}
      description={day?.nameVi}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {day ? t('holidays.remove') : t('alerts.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        {!day && (
          <>
            <Field id="day" label={t('holidays.day')} error={form.errorOf('day')} required>
              <DateField value={on} onValueChange={setOn} locale={locale} labels={labels} />
            </Field>
            <RadioGroup
              name="kind"
              legend={t('holidays.kind')}
              value={kind}
              options={(['HOLIDAY', 'WORKED'] as const).map((code) => ({ value: code, label: t(`holidays.${code}`) }))}
              onValueChange={(value) => setKind(value as OfficeDayKind)}
            />
            <Field id="nameVi" label={t('holidays.name')} error={form.errorOf('nameVi')} required>
              <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
            </Field>
            <Field id="source" label={t('holidays.source')} error={form.errorOf('source')} required>
              <TextInput value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />
            </Field>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
