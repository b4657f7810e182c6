import { Field, FieldRow, Notice, Select, TextArea, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { IndicatorPartsFragment, IndicatorQualifier } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { IndicatorEnterDocument } from './duties.operations';
import { useIndicatorWords } from './indicator-words';

const QUALIFIERS: readonly IndicatorQualifier[] = ['EXACT', 'MORE_THAN', 'ABOUT'];

/** The next period of a series; a period that has a figure is corrected, with the reason. */
export function IndicatorDialog({ indicator, onClose }: { indicator: IndicatorPartsFragment; onClose: () => void }) {
  const { t, unit, figure } = useIndicatorWords();
  const numbers = useTypedNumbers();
  const [values, setValues] = useState({
    period: '',
    value: '',
    qualifier: 'EXACT' as IndicatorQualifier,
    plan: '',
    source: '',
    reason: '',
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const told = indicator.values.find(({ period }) => period === values.period.trim());
  const form = useMutationForm(IndicatorEnterDocument, {
    form: `indicator-${indicator.code}`,
    pick: (data) => data.indicatorEnter,
    stale: ['sectorIndicators'],
    onDone: () => {
      toast.success(t('noticeDuty.saved'));
      onClose();
    },
  });
  const send = () => {
    const missing = (text: string) => (text.trim() ? null : t('form.required'));
    const value = numbers.quantity(values.value);
    const plan = values.plan.trim() ? numbers.quantity(values.plan) : null;
    const fine = form.check({
      period: missing(values.period),
      value: missing(values.value) ?? (value.ok ? null : value.message),
      plan: plan && !plan.ok ? plan.message : null,
      source: missing(values.source),
    });
    if (!fine || !value.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        code: indicator.code,
        period: values.period.trim(),
        revision: told?.revision ?? 0,
        value: value.wire,
        qualifier: values.qualifier,
        plan: plan?.ok ? plan.wire : null,
        source: values.source,
        reason: told ? values.reason : null,
      },
    }));
  };
  const title = t('indicators.enterTitle', { name: indicator.name });
  const text = (key: 'value' | 'plan', label: string, required: boolean) => (
    <Field
      id={key}
      label={label}
      error={form.errorOf(key)}
      required={required}
      optionalText={required ? undefined : t('state.optional')}
    >
      <TextInput
        inputMode="decimal"
        maxLength={16}
        value={values[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <CaseDialog title={title} form={form} submit={t('indicators.enter')} onSend={send} onClose={onClose}>
      <Field id="period" label={t('indicators.period')} hint={t('indicators.periodHint')} error={form.errorOf('period')} required>
        <TextInput maxLength={10} value={values.period} onChange={(event) => set({ period: event.target.value })} />
      </Field>
      {told && <Notice tone="warning">{t('indicators.revised', { value: figure(indicator, told) })}</Notice>}
      <FieldRow>
        <Field id="qualifier" label={t('indicators.qualifier')}>
          <Select
            value={values.qualifier}
            options={QUALIFIERS.map((value) => ({ value, label: t(`qualifier.${value}`) }))}
            onChange={(event) => set({ qualifier: event.target.value as IndicatorQualifier })}
          />
        </Field>
        {text('value', t('indicators.value', { unit: unit(indicator) }), true)}
        {text('plan', t('indicators.plan'), false)}
      </FieldRow>
      <Field id="source" label={t('indicators.source')} hint={t('indicators.sourceHint')} error={form.errorOf('source')} required>
        <TextArea rows={2} maxLength={1000} value={values.source} onChange={(event) => set({ source: event.target.value })} />
      </Field>
      {told && (
        <Field id="reason" label={t('indicators.reason')} error={form.errorOf('reason')} required>
          <TextInput maxLength={500} value={values.reason} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
      )}
    </CaseDialog>
  );
}
