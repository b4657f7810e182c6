import { REGISTRABLE_KINDS, type RegistrableKind, taxCodeIsValid } from '@lienket/domain';
import {
  Button,
  Checkbox,
  Field,
  FieldRow,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Select,
  Stack,
  TextInput,
} from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { registry } from '../../shared/messages/vi/registry';
import { CommunePicker } from '../../shared/places/commune-picker';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import s from './organization.module.css';

const RegisterDocument = graphql(`
  mutation OrganizationRegister($input: OrganizationRegisterInput!) {
    organizationRegister(input: $input) {
      ... on RegistrationReceived {
        name
        organizationId
      }
      ...RefusalParts
    }
  }
`);

const both = { ...organizations, ...registry };
const empty = {
  kind: 'COOPERATIVE' as RegistrableKind,
  name: '',
  taxCode: '',
  communeCode: '',
  fullName: '',
  phone: '',
  email: '',
  password: '',
  consent: false,
};

export default function RegisterScreen() {
  const t = useText(both);
  const { me, pending } = useSession();
  const [received, setReceived] = useState<{ name: string; organizationId?: string | null } | null>(null);
  if (pending) return null;
  return (
    <div className={s.page}>
      <PageTitle>{t('register.title')}</PageTitle>
      <PageHeader
        title={t('register.title')}
        meta={t('register.lead')}
        actions={!me && <LinkButton href="/sign-in?next=%2Fregister">{t('register.signIn')}</LinkButton>}
      />
      {received ? <Received received={received} /> : <RegisterForm onReceived={setReceived} />}
    </div>
  );
}

function Received({ received: { name, organizationId } }: { received: { name: string; organizationId?: string | null } }) {
  const t = useText(both);
  const { me } = useSession();
  if (me) {
    return (
      <Notice
        tone="success"
        live
        title={t('register.forOthersDone', { name })}
        action={<LinkButton href={`/organizations/${organizationId ?? ''}`}>{t('orgs.open')}</LinkButton>}
      />
    );
  }
  return (
    <Notice
      tone="success"
      live
      title={t('register.done', { name })}
      action={
        <LinkButton variant="primary" href="/sign-in?next=%2Forganization">
          {t('register.signIn')}
        </LinkButton>
      }
    >
      <p>{t('register.doneNext')}</p>
      <p>{t('register.doneKnown')}</p>
    </Notice>
  );
}

function RegisterForm({ onReceived }: { onReceived: (received: { name: string; organizationId?: string | null }) => void }) {
  const t = useText(both);
  const navigate = useNavigate();
  const { me, switchOrganization } = useSession();
  const [values, setValues] = useState(empty);
  const set = (change: Partial<typeof empty>) => setValues((current) => ({ ...current, ...change }));
  const forOthers = me?.organization.kind === 'ALLIANCE';
  const form = useMutationForm(RegisterDocument, {
    form: 'organization-register',
    pick: (data) => data.organizationRegister,
    stale: ['organizationFiles'],
    onDone: (answer) => {
      if (!me || forOthers || !answer.organizationId) return onReceived(answer);
      void switchOrganization(answer.organizationId).then(() => navigate('/organization'));
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const missing = (text: string) => (text.trim() ? null : t('form.required'));
    const code = values.taxCode.replace(/\s/g, '');
    const sound = form.check({
      name: missing(values.name),
      communeCode: missing(values.communeCode),
      taxCode: values.kind === 'COOPERATIVE_GROUP' && !code ? null : (missing(code) ?? (taxCodeIsValid(code) ? null : t(hint))),
      ...(me
        ? {}
        : {
            fullName: missing(values.fullName),
            phone: values.phone.trim() || values.email.trim() ? null : t('register.either'),
            password: missing(values.password),
          }),
    });
    if (!sound) return;
    const account = me
      ? {}
      : {
          fullName: values.fullName,
          phone: values.phone.trim() || null,
          email: values.email.trim() || null,
          password: values.password,
          consent: values.consent,
        };
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        kind: values.kind,
        name: values.name,
        taxCode: code || null,
        communeCode: values.communeCode,
        ...account,
      },
    }));
  };
  const hint =
    values.kind === 'HOUSEHOLD_BUSINESS'
      ? 'register.householdCodeHint'
      : values.kind === 'COOPERATIVE_GROUP'
        ? 'register.groupCodeHint'
        : 'register.taxCodeHint';
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <FormErrors form={form} />
      {forOthers && <Notice>{t('register.forOthers')}</Notice>}
      <Section title={t('register.organization')}>
        <Stack>
          <Field id="kind" label={t('register.kind')} required error={form.errorOf('kind')}>
            <Select
              value={values.kind}
              options={REGISTRABLE_KINDS.map((kind) => ({ value: kind, label: t(`orgKind.${kind}`) }))}
              onChange={(event) => set({ kind: event.target.value as RegistrableKind })}
            />
          </Field>
          <Field id="name" label={t('register.name')} required error={form.errorOf('name')}>
            <TextInput
              autoComplete="organization"
              value={values.name}
              maxLength={200}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <FieldRow>
            <Field
              id="taxCode"
              label={t('register.taxCode')}
              hint={t(hint)}
              required={values.kind !== 'COOPERATIVE_GROUP'}
              error={form.errorOf('taxCode')}
            >
              <TextInput
                inputMode="numeric"
                autoComplete="off"
                value={values.taxCode}
                maxLength={16}
                onChange={(event) => set({ taxCode: event.target.value })}
              />
            </Field>
            <Field
              id="communeCode"
              label={t('register.commune')}
              hint={t('register.communeHint')}
              required
              error={form.errorOf('communeCode')}
            >
              <CommunePicker value={values.communeCode} onValueChange={(communeCode) => set({ communeCode })} />
            </Field>
          </FieldRow>
        </Stack>
      </Section>
      {!me && (
        <Section title={t('register.person')} meta={t('register.personNote')}>
          <Stack>
            <Field id="fullName" label={t('register.fullName')} required error={form.errorOf('fullName')}>
              <TextInput
                autoComplete="name"
                value={values.fullName}
                maxLength={120}
                onChange={(event) => set({ fullName: event.target.value })}
              />
            </Field>
            <FieldRow>
              <Field id="phone" label={t('register.phone')} hint={t('register.either')} error={form.errorOf('phone')}>
                <TextInput
                  type="tel"
                  inputMode="tel"
                  autoComplete="tel"
                  value={values.phone}
                  maxLength={20}
                  onChange={(event) => set({ phone: event.target.value })}
                />
              </Field>
              <Field id="email" label={t('register.email')} hint={t('register.either')} error={form.errorOf('email')}>
                <TextInput
                  type="email"
                  inputMode="email"
                  autoComplete="email"
                  autoCapitalize="none"
                  value={values.email}
                  maxLength={200}
                  onChange={(event) => set({ email: event.target.value })}
                />
              </Field>
            </FieldRow>
            <Field
              id="password"
              label={t('register.password')}
              hint={t('register.passwordHint')}
              required
              error={form.errorOf('password')}
            >
              <TextInput
                type="password"
                autoComplete="new-password"
                value={values.password}
                onChange={(event) => set({ password: event.target.value })}
              />
            </Field>
            <Checkbox
              id="consent"
              label={t('register.consent')}
              checked={values.consent}
              error={form.errorOf('consent')}
              onChange={(event) => set({ consent: event.target.checked })}
            />
          </Stack>
        </Section>
      )}
      <div className={s.edit}>
        <Button type="submit" variant="primary" loading={form.busy}>
          {t('register.submit')}
        </Button>
      </div>
    </form>
  );
}
