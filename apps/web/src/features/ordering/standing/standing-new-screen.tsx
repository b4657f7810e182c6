import { useQuery } from '@apollo/client/react';
import { addMonths, deliveryDays, placingDay } from '@lienket/domain';
import {
  Button,
  Checkbox,
  DateField,
  EmptyState,
  Field,
  FieldError,
  FieldRow,
  LinkButton,
  NumberInput,
  PageHeader,
  Select,
  Stack,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { StandingSourceQuery } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { PageTitle } from '../../../shared/screen/page-title';
import s from '../routes/routes.module.css';
import { StandingOrderCreateDocument, StandingSourceDocument } from './standing.operations';
import { useWeekdays, WEEK } from './use-weekdays';

const LEAD_MAX = 14;

/** `template` or `order` of the address says what is copied. */
export default function StandingNewScreen() {
  const t = useText(standing);
  const [params] = useSearchParams();
  const [templateId, orderId] = [params.get('template'), params.get('order')];
  const query = useQuery(StandingSourceDocument, {
    variables: {
      templateId: templateId ?? '',
      orderId: orderId ?? '',
      ofTemplate: !!templateId,
      ofOrder: !templateId && !!orderId,
    },
  });
  return (
    <>
      <PageTitle>{t('standing.newTitle')}</PageTitle>
      <PageHeader
        back={{ href: '/orders/standing', label: t('standing.back') }}
        title={t('standing.newTitle')}
        meta={t('standing.newLead')}
      />
      <AsyncScreen
        query={query}
        skeleton="block"
        empty={(data) =>
          !data.orderTemplate &&
          !data.order && (
            <EmptyState
              title={t('standing.sourceMissing')}
              action={<LinkButton href="/orders/templates">{t('standing.fromTemplate')}</LinkButton>}
            />
          )
        }
      >
        {(data) => <StandingForm source={data} />}
      </AsyncScreen>
    </>
  );
}

function StandingForm({ source: { orderTemplate, order, myOrganization } }: { source: StandingSourceQuery }) {
  const t = useText(standing);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const dateLabels = useDateLabels();
  const numbers = useTypedNumbers();
  const weekdays = useWeekdays();
  const today = f.today();
  const places = myOrganization.locations.filter(({ deactivatedAt }) => !deactivatedAt);
  const ordered = [...new Set(order?.lines.map(({ locationId }) => locationId))];
  const [values, setValues] = useState({
    name: orderTemplate?.name ?? '',
    weekdays: [] as number[],
    validFrom: today,
    validTo: addMonths(today, 3),
    leadDays: '2',
    maxTotal: '',
    deliveryLocationId: orderTemplate?.deliveryLocationId ?? ordered[0] ?? (places.length === 1 ? places[0]!.id : ''),
    buyerPoNo: '',
  });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const toggle = (day: number) =>
    set({
      weekdays: values.weekdays.includes(day)
        ? values.weekdays.filter((held) => held !== day)
        : [...values.weekdays, day].sort((a, b) => a - b),
    });
  const form = useMutationForm(StandingOrderCreateDocument, {
    form: `standing-new-${orderTemplate?.id ?? order?.id ?? ''}`,
    pick: (data) => data.standingOrderCreate,
    stale: ['standingOrders', 'orders', 'workItems'],
    onDone: ({ id, name }) => {
      toast.success(t('standing.created', { name }));
      void navigate(`/orders/standing/${id}`);
    },
  });
  const lead = /^\d{1,2}$/.test(values.leadDays.trim()) ? Number(values.leadDays) : NaN;
  const rule = { weekdays: values.weekdays, validFrom: values.validFrom, validTo: values.validTo, leadDays: lead };
  const dated = values.validFrom && values.validTo && values.weekdays.length > 0 && lead <= LEAD_MAX;
  const days = dated ? deliveryDays(rule, values.validFrom, values.validTo, 400) : null;
  const send = () => {
    const ceiling = values.maxTotal.trim() ? numbers.money(values.maxTotal) : null;
    const sound = form.check({
      name: values.name.trim() ? null : t('standing.nameMissing'),
      weekdays: values.weekdays.length ? null : t('standing.weekdaysMissing'),
      validFrom: values.validFrom ? null : t('standing.dateMissing'),
      validTo: values.validTo ? null : t('standing.dateMissing'),
      leadDays: lead <= LEAD_MAX ? null : t('standing.leadWrong'),
      maxTotal: ceiling && !ceiling.ok ? ceiling.message : null,
      deliveryLocationId: values.deliveryLocationId ? null : t('standing.placeChoose'),
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        templateId: orderTemplate?.id ?? null,
        orderId: order?.id ?? null,
        name: values.name,
        ...rule,
        maxTotal: ceiling?.ok ? ceiling.wire : null,
        deliveryLocationId: values.deliveryLocationId,
        buyerPoNo: values.buyerPoNo.trim() || null,
      },
    }));
  };
  return (
    <Stack>
      <FormErrors form={form} />
      <p>
        {t('standing.source')}{' '}
        <b>
          {orderTemplate
            ? t('standing.sourceTemplate', { name: orderTemplate.name })
            : t('standing.sourceOrder', { number: `${order?.number}, ${order?.seller.shortName}` })}
        </b>
      </p>
      <Field id="name" label={t('standing.name')} required error={form.errorOf('name')}>
        <TextInput value={values.name} maxLength={80} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <fieldset id="weekdays" tabIndex={-1} aria-describedby={form.errorOf('weekdays') ? 'weekdays-error' : undefined}>
        <legend>{t('standing.weekdays')}</legend>
        <div className={s.days}>
          {WEEK.map((day) => (
            <Checkbox key={day} label={weekdays.name(day)} checked={values.weekdays.includes(day)} onChange={() => toggle(day)} />
          ))}
        </div>
        {form.errorOf('weekdays') && <FieldError id="weekdays-error">{form.errorOf('weekdays')}</FieldError>}
      </fieldset>
      <FieldRow>
        <Field id="validFrom" label={t('standing.from')} required error={form.errorOf('validFrom')}>
          <DateField
            value={values.validFrom}
            onValueChange={(validFrom) => set({ validFrom })}
            min={today}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
        <Field id="validTo" label={t('standing.to')} required error={form.errorOf('validTo')}>
          <DateField
            value={values.validTo}
            onValueChange={(validTo) => set({ validTo })}
            min={values.validFrom || today}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field
          id="leadDays"
          label={t('standing.leadLabel')}
          hint={t('standing.leadHint')}
          required
          error={form.errorOf('leadDays')}
        >
          <NumberInput value={values.leadDays} onChange={(event) => set({ leadDays: event.target.value })} />
        </Field>
        <Field
          id="maxTotal"
          label={t('standing.ceilingLabel')}
          hint={t('standing.ceilingHint')}
          optionalText={t('state.optional')}
          error={form.errorOf('maxTotal')}
        >
          <NumberInput unit="₫" value={values.maxTotal} onChange={(event) => set({ maxTotal: event.target.value })} />
        </Field>
      </FieldRow>
      <Field
        id="deliveryLocationId"
        label={t('standing.placeLabel')}
        hint={t('standing.placeHint')}
        required
        error={form.errorOf('deliveryLocationId')}
      >
        <Select
          value={values.deliveryLocationId}
          placeholder={t('standing.placeChoose')}
          onChange={(event) => set({ deliveryLocationId: event.target.value })}
          options={places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
        />
      </Field>
      <Field id="buyerPoNo" label={t('standing.poNo')} optionalText={t('state.optional')} error={form.errorOf('buyerPoNo')}>
        <TextInput value={values.buyerPoNo} maxLength={200} onChange={(event) => set({ buyerPoNo: event.target.value })} />
      </Field>
      {days && (
        <p role="status">
          {days.length === 0
            ? t('standing.previewNone')
            : t('standing.preview', {
                count: days.length,
                first: f.date(days[0]!),
                placed: f.date(placingDay(days[0]!, rule) < today ? today : placingDay(days[0]!, rule)),
              })}
        </p>
      )}
      <div>
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('standing.create')}
        </Button>
      </div>
    </Stack>
  );
}
