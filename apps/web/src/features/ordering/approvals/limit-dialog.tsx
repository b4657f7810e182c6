import { useQuery } from '@apollo/client/react';
import { Button, DateField, Dialog, DialogClose, Field, FieldRow, NumberInput, Select, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { LimitPeriod } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { approvals } from '../../../shared/messages/vi/approvals';
import { OrderingPeopleDocument, PurchaseLimitSetDocument } from './approvals.operations';

const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'VALIDITY'] as const satisfies LimitPeriod[];
const SUBJECTS = ['BUYER', 'BUYER_MANAGER', 'PERSON', 'ALL'] as const;

/** A new limit: for whom, how much, over which time. A limit that no longer fits is ended and another set. */
export function LimitDialog({ onClose }: { onClose: () => void }) {
  const t = useText(approvals);
  const { today } = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const numbers = useTypedNumbers();
  const people = useQuery(OrderingPeopleDocument).data?.orderingPeople ?? [];
  const [values, setValues] = useState({
    subject: 'BUYER' as (typeof SUBJECTS)[number],
    userId: '',
    perOrder: '',
    perPeriod: '',
    period: 'MONTH' as LimitPeriod,
    validFrom: today(),
    validTo: '',
  });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const form = useMutationForm(PurchaseLimitSetDocument, {
    form: 'limit-new',
    pick: (data) => data.purchaseLimitSet,
    stale: ['purchaseLimits'],
    onDone: () => {
      toast.success(t('limits.set'));
      onClose();
    },
  });
  const send = () => {
    const { subject } = values;
    const typed = (text: string) => (text.trim() ? numbers.money(text) : null);
    const [perOrder, perPeriod] = [typed(values.perOrder), typed(values.perPeriod)];
    const fine = form.check({
      userId: subject === 'PERSON' && !values.userId ? t('limits.choosePerson') : null,
      perOrder: perOrder && !perOrder.ok ? perOrder.message : null,
      perPeriod: perPeriod && !perPeriod.ok ? perPeriod.message : null,
    });
    if (!fine) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        userId: subject === 'PERSON' ? values.userId : null,
        role: subject === 'BUYER' || subject === 'BUYER_MANAGER' ? subject : null,
        perOrder: perOrder?.ok ? perOrder.wire : null,
        perPeriod: perPeriod?.ok ? perPeriod.wire : null,
        period: perPeriod ? values.period : null,
        validFrom: values.validFrom,
        validTo: values.validTo || null,
      },
    }));
  };
  const subjectName = (subject: (typeof SUBJECTS)[number]) =>
    subject === 'PERSON' ? t('limits.onePerson') : subject === 'ALL' ? t('limits.all') : t(`limits.role.${subject}`);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('limits.add')}
      description={t('limits.hint')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('limits.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <Field id="subject" label={t('limits.subject')}>
          <Select
            value={values.subject}
            onChange={(event) => set({ subject: event.target.value as typeof values.subject })}
            options={SUBJECTS.map((value) => ({ value, label: subjectName(value) }))}
          />
        </Field>
        {values.subject === 'PERSON' && (
          <Field id="userId" label={t('limits.person')} required error={form.errorOf('userId')}>
            <Select
              value={values.userId}
              placeholder={t('limits.choosePerson')}
              onChange={(event) => set({ userId: event.target.value })}
              options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
            />
          </Field>
        )}
        <Field id="perOrder" label={t('limits.perOrder')} optionalText={t('state.optional')} error={form.errorOf('perOrder')}>
          <NumberInput unit="₫" value={values.perOrder} onChange={(event) => set({ perOrder: event.target.value })} />
        </Field>
        <FieldRow>
          <Field
            id="perPeriod"
            label={t('limits.perPeriod')}
            optionalText={t('state.optional')}
            error={form.errorOf('perPeriod')}
          >
            <NumberInput unit="₫" value={values.perPeriod} onChange={(event) => set({ perPeriod: event.target.value })} />
          </Field>
          <Field id="period" label={t('limits.period')} error={form.errorOf('period')}>
            <Select
              value={values.period}
              onChange={(event) => set({ period: event.target.value as LimitPeriod })}
              options={PERIODS.map((value) => ({ value, label: t(`limits.period.${value}`) }))}
            />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field id="validFrom" label={t('limits.validFrom')} required error={form.errorOf('validFrom')}>
            <DateField
              value={values.validFrom}
              onValueChange={(validFrom) => set({ validFrom })}
              min={today()}
              locale={locale}
              labels={dateLabels}
            />
          </Field>
          <Field id="validTo" label={t('limits.validTo')} optionalText={t('state.optional')} error={form.errorOf('validTo')}>
            <DateField
              value={values.validTo}
              onValueChange={(validTo) => set({ validTo })}
              min={values.validFrom || today()}
              locale={locale}
              labels={dateLabels}
            />
          </Field>
        </FieldRow>
      </Stack>
    </Dialog>
  );
}
