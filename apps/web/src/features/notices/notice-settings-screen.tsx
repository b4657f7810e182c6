import { useQuery } from '@apollo/client/react';
import { NOTICE_GROUPS, USUAL_HOURS } from '@lienket/domain';
import { Button, Checkbox, Field, FieldRow, PageHeader, RadioGroup, Section, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import type { NoticeSettingsPartsFragment, NoticeWay } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { notices } from '../../shared/messages/vi/notices';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { clockOf, minuteOf } from './minutes';
import { NoticeSettingsDocument, NoticeSettingsSaveDocument } from './notices.operations';
import s from './notices.module.css';

export default function NoticeSettingsScreen() {
  const t = useText(notices);
  const query = useQuery(NoticeSettingsDocument);
  return (
    <>
      <PageTitle>{t('noticeSettings.title')}</PageTitle>
      <PageHeader
        title={t('noticeSettings.title')}
        back={{ href: '/notices', label: t('noticeSettings.back') }}
        meta={
          query.data &&
          (query.data.noticeSettings.email
            ? t('noticeSettings.intro', { email: query.data.noticeSettings.email })
            : t('noticeSettings.noEmail'))
        }
      />
      <AsyncScreen query={query}>{({ noticeSettings }) => <SettingsForm settings={noticeSettings} />}</AsyncScreen>
    </>
  );
}

const valuesOf = ({ groups, quietFrom, quietTo, digestAt }: NoticeSettingsPartsFragment) => ({
  ways: Object.fromEntries(groups.map(({ group, way }) => [group, way])) as Record<string, NoticeWay>,
  quiet: quietFrom != null,
  quietFrom: clockOf(quietFrom ?? USUAL_HOURS.quiet!.from),
  quietTo: clockOf(quietTo ?? USUAL_HOURS.quiet!.to),
  digestAt: clockOf(digestAt),
});

/** From the loudest to none. */
const WAYS = ['EMAIL', 'DIGEST', 'APP', 'OFF'] as const satisfies readonly NoticeWay[];

function SettingsForm({ settings }: { settings: NoticeSettingsPartsFragment }) {
  const t = useText(notices);
  const { locale } = useLanguage();
  const { setLocale } = useSession();
  const [values, setValues] = useState(() => valuesOf(settings));
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(NoticeSettingsSaveDocument, {
    form: 'notice-settings',
    pick: (data) => data.noticeSettingsSave,
    onDone: () => toast.success(t('noticeSettings.saved')),
  });
  const options = WAYS.map((way) => ({ value: way, label: t(`noticeSettings.way.${way}`) }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const [from, to, digestAt] = [minuteOf(values.quietFrom), minuteOf(values.quietTo), minuteOf(values.digestAt)];
    const wrong = t('noticeSettings.time');
    const sound = form.check({
      quietFrom: values.quiet && from === null ? wrong : null,
      quietTo: values.quiet && to === null ? wrong : null,
      digestAt: digestAt === null ? wrong : null,
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        ways: settings.groups.flatMap(({ group, mandatory }) => (mandatory ? [] : [{ group, way: values.ways[group]! }])),
        quietFrom: values.quiet ? from : null,
        quietTo: values.quiet ? to : null,
        digestAt: digestAt!,
      },
    }));
  };
  const time = (key: 'quietFrom' | 'quietTo' | 'digestAt') => (
    <TextInput
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      value={values[key]}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <FormErrors form={form} />
      <Section title={t('noticeSettings.groups')} meta={t('noticeSettings.offHint')}>
        <div className={s.groups}>
          {settings.groups.map(({ group, mandatory }) => (
            <div key={group} className={s.group}>
              <div>
                <label htmlFor={`way-${group}`}>{NOTICE_GROUPS[group][locale]}</label>
                {mandatory && <p className={s.hint}>{t('noticeSettings.mandatory')}</p>}
              </div>
              <Select
                id={`way-${group}`}
                disabled={mandatory}
                value={values.ways[group]}
                options={options}
                onChange={(event) => set({ ways: { ...values.ways, [group]: event.target.value as NoticeWay } })}
              />
            </div>
          ))}
        </div>
      </Section>
      <Section title={t('noticeSettings.hours')}>
        <Stack>
          <Checkbox
            label={t('noticeSettings.quiet')}
            hint={t('noticeSettings.quietHint')}
            checked={values.quiet}
            onChange={(event) => set({ quiet: event.target.checked })}
          />
          {values.quiet && (
            <FieldRow>
              <Field id="quietFrom" label={t('noticeSettings.quietFrom')} error={form.errorOf('quietFrom')}>
                {time('quietFrom')}
              </Field>
              <Field id="quietTo" label={t('noticeSettings.quietTo')} error={form.errorOf('quietTo')}>
                {time('quietTo')}
              </Field>
            </FieldRow>
          )}
          <Field
            id="digestAt"
            label={t('noticeSettings.digestAt')}
            hint={t('noticeSettings.digestHint')}
            error={form.errorOf('digestAt')}
          >
            {time('digestAt')}
          </Field>
          <RadioGroup
            legend={t('noticeSettings.language')}
            name="locale"
            inline
            value={locale}
            options={(['vi', 'en'] as const).map((code) => ({ value: code, label: t(`noticeSettings.language.${code}`) }))}
            onValueChange={(code) => setLocale(code === 'en' ? 'en' : 'vi')}
          />
          <div>
            <Button type="submit" variant="primary" loading={form.busy}>
              {t('action.save')}
            </Button>
          </div>
        </Stack>
      </Section>
    </form>
  );
}
