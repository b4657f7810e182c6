import { addMonths, deliveryDays, placingDay, type StandingRule } from '@lienket/domain';
import { Checkbox, DateField, Field, FieldError, FieldRow, NumberInput, Select, TextInput } from '@lienket/ui';
import type { StandingSourceQuery } from '../../../gql/graphql';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import s from '../routes/routes.module.css';
import { useWeekdays, WEEK } from './use-weekdays';

const LEAD_MAX = 14;

/** What is typed of a rule; numbers as text. */
export interface RuleValues {
  weekdays: number[];
  validFrom: string;
  validTo: string;
  leadDays: string;
  maxTotal: string;
  deliveryLocationId: string;
  buyerPoNo: string;
}

export const newRule = (today: string): RuleValues => ({
  ...{
    weekdays: [],
    validFrom: today,
    validTo: addMonths(today, 3),
    leadDays: '2',
    maxTotal: '',
    deliveryLocationId: '',
    buyerPoNo: '',
  },
});

const leadOf = ({ leadDays }: RuleValues) => (/^\d{1,2}$/.test(leadDays.trim()) ? Number(leadDays) : NaN);

const ruleOf = (values: RuleValues): StandingRule => ({
  ...{ weekdays: values.weekdays, validFrom: values.validFrom, validTo: values.validTo, leadDays: leadOf(values) },
});

/** What is missing or unclear by field, and what goes to the server. */
export function useRuleCheck() {
  const t = useText(standing);
  const numbers = useTypedNumbers();
  return (values: RuleValues) => {
    const ceiling = values.maxTotal.trim() ? numbers.money(values.maxTotal) : null;
    return {
      problems: {
        weekdays: values.weekdays.length ? null : t('standing.weekdaysMissing'),
        validFrom: values.validFrom ? null : t('standing.dateMissing'),
        validTo: values.validTo ? null : t('standing.dateMissing'),
        leadDays: leadOf(values) <= LEAD_MAX ? null : t('standing.leadWrong'),
        maxTotal: ceiling && !ceiling.ok ? ceiling.message : null,
        deliveryLocationId: values.deliveryLocationId ? null : t('standing.placeChoose'),
      },
      input: {
        ...{ weekdays: values.weekdays, validFrom: values.validFrom, validTo: values.validTo, leadDays: leadOf(values) },
        maxTotal: ceiling?.ok ? ceiling.wire : null,
        deliveryLocationId: values.deliveryLocationId,
        buyerPoNo: values.buyerPoNo.trim() || null,
      },
    };
  };
}

interface RuleFieldsProps {
  values: RuleValues;
  onChange: (change: Partial<RuleValues>) => void;
  errorOf: (field: string) => string | undefined;
  /** The first day that may be chosen. */
  earliest: string;
  fromLabel: string;
  fromHint?: string;
  places: StandingSourceQuery['myOrganization']['locations'];
}

/** Weekdays, season, lead, ceiling, place: the fields of a rule, and what it would come to. */
export function RuleFields({ values, onChange, errorOf, earliest, fromLabel, fromHint, places }: RuleFieldsProps) {
  const t = useText(standing);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const weekdays = useWeekdays();
  const toggle = (day: number) =>
    onChange({
      weekdays: values.weekdays.includes(day)
        ? values.weekdays.filter((held) => held !== day)
        : [...values.weekdays, day].sort((a, b) => a - b),
    });
  const open = places.filter(({ deactivatedAt }) => !deactivatedAt);
  return (
    <>
      <fieldset id="weekdays" tabIndex={-1} aria-describedby={errorOf('weekdays') ? 'weekdays-error' : undefined}>
        <legend>{t('standing.weekdays')}</legend>
        <div className={s.days}>
          {WEEK.map((day) => (
            <Checkbox key={day} label={weekdays.name(day)} checked={values.weekdays.includes(day)} onChange={() => toggle(day)} />
          ))}
        </div>
        {errorOf('weekdays') && <FieldError id="weekdays-error">{errorOf('weekdays')}</FieldError>}
      </fieldset>
      <FieldRow>
        <Field id="validFrom" label={fromLabel} hint={fromHint} required error={errorOf('validFrom')}>
          <DateField
            value={values.validFrom}
            onValueChange={(validFrom) => onChange({ validFrom })}
            min={earliest}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
        <Field id="validTo" label={t('standing.to')} required error={errorOf('validTo')}>
          <DateField
            value={values.validTo}
            onValueChange={(validTo) => onChange({ validTo })}
            min={values.validFrom || earliest}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field id="leadDays" label={t('standing.leadLabel')} hint={t('standing.leadHint')} required error={errorOf('leadDays')}>
          <NumberInput value={values.leadDays} onChange={(event) => onChange({ leadDays: event.target.value })} />
        </Field>
        <Field
          id="maxTotal"
          label={t('standing.ceilingLabel')}
          hint={t('standing.ceilingHint')}
          optionalText={t('state.optional')}
          error={errorOf('maxTotal')}
        >
          <NumberInput unit="₫" value={values.maxTotal} onChange={(event) => onChange({ maxTotal: event.target.value })} />
        </Field>
      </FieldRow>
      <Field
        id="deliveryLocationId"
        label={t('standing.placeLabel')}
        hint={t('standing.placeHint')}
        required
        error={errorOf('deliveryLocationId')}
      >
        <Select
          value={values.deliveryLocationId}
          placeholder={t('standing.placeChoose')}
          onChange={(event) => onChange({ deliveryLocationId: event.target.value })}
          options={open.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
        />
      </Field>
      <Field id="buyerPoNo" label={t('standing.poNo')} optionalText={t('state.optional')} error={errorOf('buyerPoNo')}>
        <TextInput value={values.buyerPoNo} maxLength={200} onChange={(event) => onChange({ buyerPoNo: event.target.value })} />
      </Field>
      <RulePreview values={values} today={f.today()} />
    </>
  );
}

function RulePreview({ values, today }: { values: RuleValues; today: string }) {
  const t = useText(standing);
  const f = useFormats();
  const rule = ruleOf(values);
  if (!values.validFrom || !values.validTo || values.weekdays.length === 0 || !(rule.leadDays <= LEAD_MAX)) return null;
  const [first, ...others] = deliveryDays(rule, rule.validFrom, rule.validTo, 400);
  if (!first) return <p role="status">{t('standing.previewNone')}</p>;
  const placed = placingDay(first, rule);
  return (
    <p role="status">
      {t('standing.preview', {
        ...{ count: others.length + 1, first: f.date(first) },
        placed: f.date(placed < today ? today : placed),
      })}
    </p>
  );
}
