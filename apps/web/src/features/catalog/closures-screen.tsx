import { useQuery } from '@apollo/client/react';
import { Button, DateField, EmptyState, Field, FieldRow, PageHeader, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { graphql } from '../../gql';
import type { HolidayClosuresQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { closures } from '../../shared/messages/vi/closures';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import f from './product-form.module.css';
import s from './prices/prices.module.css';

const ClosuresDocument = graphql(`
  query HolidayClosures {
    holidayClosures {
      id
      firstDay
      lastDay
      message
    }
  }
`);

const CreateDocument = graphql(`
  mutation HolidayClosureCreate($input: HolidayClosureCreateInput!) {
    holidayClosureCreate(input: $input) {
      ... on HolidayClosure {
        id
      }
      ...RefusalParts
    }
  }
`);

const CancelDocument = graphql(`
  mutation HolidayClosureCancel($input: HolidayClosureCancelInput!) {
    holidayClosureCancel(input: $input) {
      ... on HolidayClosure {
        id
      }
      ...RefusalParts
    }
  }
`);

const stale = ['holidayClosures', 'product', 'productById', 'orderPad', 'organization'];

/** Days on which the whole cooperative delivers nothing. */
export default function ClosuresScreen() {
  const t = useText(closures);
  const query = useQuery(ClosuresDocument);
  return (
    <>
      <PageTitle>{t('closures.title')}</PageTitle>
      <PageHeader
        back={{ href: '/products', label: t('closures.back') }}
        title={t('closures.title')}
        meta={t('closures.lead')}
        actions={<ExportButton list="closures" />}
      />
      <Stack>
        <AsyncScreen
          query={query}
          skeleton="rows"
          count={2}
          empty={(data) => data.holidayClosures.length === 0 && <EmptyState title={t('closures.none')} />}
        >
          {(data) => (
            <ul className={s.list}>
              {data.holidayClosures.map((closure) => (
                <ClosureLine key={closure.id} closure={closure} />
              ))}
            </ul>
          )}
        </AsyncScreen>
        <NewClosure />
      </Stack>
    </>
  );
}

function NewClosure() {
  const t = useText(closures);
  const { today } = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [firstDay, setFirstDay] = useState('');
  const [lastDay, setLastDay] = useState('');
  const [message, setMessage] = useState('');
  const form = useMutationForm(CreateDocument, {
    form: 'holiday-closure-new',
    pick: (data) => data.holidayClosureCreate,
    stale,
    onDone: () => {
      setFirstDay('');
      setLastDay('');
      setMessage('');
      toast.success(t('closures.added'));
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.check({
      firstDay: firstDay ? null : t('closures.dayMissing'),
      lastDay: lastDay ? null : t('closures.dayMissing'),
      message: message.trim() ? null : t('closures.messageMissing'),
    });
    if (sound) void form.submit((clientKey) => ({ input: { clientKey, firstDay, lastDay, message: message.trim() } }));
  };
  return (
    <form className={f.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} />
        <FieldRow>
          <Field label={t('closures.first')} id="firstDay" required error={form.errorOf('firstDay')}>
            <DateField value={firstDay} onValueChange={setFirstDay} min={today()} locale={locale} labels={dateLabels} />
          </Field>
          <Field label={t('closures.last')} id="lastDay" required error={form.errorOf('lastDay')}>
            <DateField value={lastDay} onValueChange={setLastDay} min={firstDay || today()} locale={locale} labels={dateLabels} />
          </Field>
        </FieldRow>
        <Field
          label={t('closures.message')}
          id="message"
          required
          hint={t('closures.messageHint')}
          error={form.errorOf('message')}
        >
          <TextInput value={message} maxLength={300} onChange={(event) => setMessage(event.target.value)} />
        </Field>
        <div>
          <Button variant="primary" type="submit" loading={form.busy}>
            {t('closures.add')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function ClosureLine({ closure }: { closure: HolidayClosuresQuery['holidayClosures'][number] }) {
  const t = useText(closures);
  const { date } = useFormats();
  const form = useMutationForm(CancelDocument, {
    form: `holiday-closure-cancel-${closure.id}`,
    pick: (data) => data.holidayClosureCancel,
    stale,
    onDone: () => toast.success(t('closures.cancelled')),
  });
  return (
    <li className={s.line}>
      <div className={s.words}>
        <FormErrors form={form} />
        <p className={s.name}>{t('closures.period', { from: date(closure.firstDay), to: date(closure.lastDay) })}</p>
        <p>{closure.message}</p>
      </div>
      <div className={s.actions}>
        <Button
          size="small"
          loading={form.busy}
          onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: closure.id } }))}
        >
          {t('closures.cancel')}
        </Button>
      </div>
    </li>
  );
}
