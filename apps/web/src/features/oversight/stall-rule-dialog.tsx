import { Button, Dialog, DialogClose, Field, NumberInput, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { alerts } from '../../shared/messages/vi/alerts';
import { StallRuleSetDocument } from './alert.operations';
import type { Rule } from './stall-rules-screen';

interface Props {
  rule: Rule;
  title: string;
  eventCode: string | null;
  onClose: () => void;
}

const whole = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null);

/** One threshold with its own numbers only; the old row stays in the book until yesterday. */
export function StallRuleDialog({ rule, title, eventCode, onClose }: Props) {
  const t = useText(alerts);
  const [days, setDays] = useState(String(rule.days ?? ''));
  const [below, setBelow] = useState(String((rule.belowBp ?? 0) / 100));
  const [periods, setPeriods] = useState(String(rule.periods ?? ''));
  const [interval, setInterval] = useState(String(rule.intervalPct ?? ''));
  const [source, setSource] = useState('');
  const form = useMutationForm(StallRuleSetDocument, {
    form: `stall-rule-${rule.id}`,
    pick: (data) => data.stallRuleSet,
    stale: ['alerts', 'stallSummary', 'stallRuleBook'],
    onDone: () => {
      toast.success(t('stallRules.saved'));
      onClose();
    },
  });
  const send = () =>
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        eventCode,
        transition: rule.transition,
        variant: rule.variant,
        level: rule.level,
        days: rule.days === null ? null : whole(days),
        belowBp: rule.belowBp === null ? null : (whole(below) ?? 0) * 100,
        periods: rule.periods === null ? null : whole(periods),
        intervalPct: rule.intervalPct === null ? null : whole(interval),
        source,
      },
    }));
  const number = (id: string, label: string, value: string, onChange: (value: string) => void) => (
    <Field id={id} label={label} error={form.errorOf('value')} required>
      <NumberInput value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('alerts.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        {rule.days !== null && number('value', t('stallRules.days'), days, setDays)}
        {rule.belowBp !== null && number('below', t('stallRules.below'), below, setBelow)}
        {rule.periods !== null && number('periods', t('stallRules.periods'), periods, setPeriods)}
        {rule.intervalPct !== null && number('interval', t('stallRules.intervalPct'), interval, setInterval)}
        <Field id="source" label={t('stallRules.source')} error={form.errorOf('source')} required>
          <TextInput value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />
        </Field>
      </Stack>
    </Dialog>
  );
}
