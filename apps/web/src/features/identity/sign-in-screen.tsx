import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Field, Link, Notice, PageHeader, Stack, TextInput } from '@lienket/ui';
import { useRef, useState, type FormEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import { failureOf } from '../../shared/apollo/errors';
import { useText } from '../../shared/i18n/use-text';
import { identity } from '../../shared/messages/vi/identity';
import { PageTitle } from '../../shared/screen/page-title';
import { SessionDocument, useSession } from '../../shared/session/session';
import { stoodInFor } from '../../shared/session/standing-in';
import { DemoAccounts } from './demo-accounts';
import s from './sign-in.module.css';

const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...SessionParts
      ...RefusalParts
    }
  }
`);

type Errors = { login?: string; password?: string; form?: string };

/** Only addresses of this app: "//elsewhere" would lead away. */
const safe = (next: string | null) => (next && /^\/(?![/\\])/.test(next) ? next : '/work');

export default function SignInScreen() {
  const t = useText(identity);
  const client = useApolloClient();
  const { me } = useSession();
  const [params] = useSearchParams();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [run, { loading }] = useMutation(SignInDocument);
  const form = useRef<HTMLFormElement>(null);
  const actedFor = stoodInFor();
  if (me) return <Navigate replace to={safe(params.get('next'))} />;

  const fail = (found: Errors) => {
    setErrors(found);
    form.current?.querySelector<HTMLInputElement>(found.login || found.form ? '#login' : '#password')?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    if (!login.trim()) return fail({ login: t('signIn.loginMissing') });
    if (!password) return fail({ password: t('signIn.passwordMissing') });
    setErrors({});
    try {
      const answer = (await run({ variables: { input: { login: login.trim(), password } } })).data?.signIn;
      if (answer?.__typename === 'Me') {
        // What a visitor saw is not what this person may see: everything on screen is asked anew, the session first.
        client.writeQuery({ query: SessionDocument, data: { __typename: 'Query', me: answer } });
        await client.resetStore();
      } else if (answer) {
        fail(answer.field === 'password' ? { password: answer.message } : { login: answer.message });
      }
    } catch (error) {
      const failure = failureOf(error);
      fail({ form: failure.message ?? t(failure.kind === 'network' ? 'error.network' : 'error.detail') });
    }
  };

  return (
    <div className={s.page}>
      <PageTitle>{t('signIn.title')}</PageTitle>
      <PageHeader title={t('signIn.title')} />
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {actedFor && (
            <Notice tone="warning" live>
              {t('signIn.mandateOver', { organization: actedFor })}
            </Notice>
          )}
          {errors.form && (
            <Notice tone="danger" live>
              {errors.form}
            </Notice>
          )}
          <Field label={t('signIn.login')} id="login" required error={errors.login}>
            <TextInput
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              inputMode="email"
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          </Field>
          <Field label={t('signIn.password')} id="password" required error={errors.password}>
            <TextInput
              name="password"
              type={shown ? 'text' : 'password'}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              suffix={
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t(shown ? 'signIn.hideLabel' : 'signIn.showLabel')}
                  aria-pressed={shown}
                  onClick={() => setShown(!shown)}
                >
                  {t(shown ? 'signIn.hide' : 'signIn.show')}
                </Button>
              }
            />
          </Field>
          <Button variant="primary" type="submit" block loading={loading}>
            {t('signIn.submit')}
          </Button>
          <p className={s.quiet}>{t('signIn.help')}</p>
          <p>
            <Link href="/register">{t('signIn.register')}</Link>
          </p>
        </Stack>
      </form>
      <DemoAccounts
        onPick={(account) => {
          setLogin(account.login);
          setPassword(account.password);
          setErrors({});
        }}
      />
    </div>
  );
}
