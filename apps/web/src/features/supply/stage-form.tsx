import { Button, DateField, Field, FieldRow, Select, Stack, TextInput, toast } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { LotStageAddDocument } from './supply.operations';

const stages = ['GROWN', 'SORTED', 'PROCESSED', 'PACKED', 'STORED', 'INSPECTED'] as const;
type Stage = (typeof stages)[number];

/** A step for the public page: what, where, when. */
export function StageForm({ lotId, onSaved }: { lotId: string; onSaved: () => void }) {
  const t = useText(supply);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState({ stage: 'PACKED' as Stage, place: '', on: f.today() });
  const set = (change: Partial<typeof values>) => setValues((current) => ({ ...current, ...change }));
  const form = useMutationForm(LotStageAddDocument, {
    form: `supply-stage-${lotId}`,
    pick: (data) => data.lotStageAdd,
    onDone: () => {
      toast.success(t('supply.stageSaved'));
      setOpen(false);
      set({ place: '' });
      onSaved();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const place = values.place.trim();
    if (!form.check({ place: place ? null : t('form.required'), on: values.on ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, lotId, stage: values.stage, place, on: values.on } }));
  };
  if (!open)
    return (
      <Button icon={<Plus />} onClick={() => setOpen(true)}>
        {t('supply.stageAdd')}
      </Button>
    );
  return (
    <form noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} fieldId={(field) => `stage-${field}`} />
        <FieldRow>
          <Field id="stage-stage" label={t('supply.stage')} required>
            <Select
              value={values.stage}
              options={stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
              onChange={(event) => set({ stage: event.target.value as Stage })}
            />
          </Field>
          <Field id="stage-place" label={t('supply.stagePlace')} required error={form.errorOf('place')}>
            <TextInput value={values.place} maxLength={200} onChange={(event) => set({ place: event.target.value })} />
          </Field>
          <Field id="stage-on" label={t('supply.stageOn')} required error={form.errorOf('on')}>
            <DateField
              value={values.on}
              max={f.today()}
              locale={locale}
              labels={dateLabels}
              onValueChange={(on) => set({ on })}
            />
          </Field>
        </FieldRow>
        <div>
          <Button type="submit" variant="primary" loading={form.busy}>
            {t('supply.stageAdd')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
