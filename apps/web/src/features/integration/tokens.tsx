import { useQuery } from '@apollo/client/react';
import { API_SCOPES } from '@lienket/domain';
import {
  Button,
  Checkbox,
  DateField,
  EmptyState,
  Field,
  FieldRow,
  Notice,
  Section,
  Stack,
  StatusMark,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import type { ApiTokensQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { connect } from '../../shared/messages/vi/connect';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ApiTokenCreateDocument, ApiTokenRevokeDocument, ApiTokensDocument } from './connect.operations';
import s from './connect.module.css';

type Token = ApiTokensQuery['apiTokens'][number];

export function Tokens() {
  const t = useText(connect);
  const query = useQuery(ApiTokensDocument);
  const reload = () => void query.refetch();
  return (
    <>
      <NewToken onMade={reload} />
      <Section title={t('keys.list')}>
        <AsyncScreen
          query={query}
          empty={(data) => data.apiTokens.length === 0 && <EmptyState title={t('keys.empty')} detail={t('keys.emptyDetail')} />}
        >
          {({ apiTokens }) => (
            <ul className={s.list}>
              {apiTokens.map((token) => (
                <TokenRow key={token.id} token={token} onDone={reload} />
              ))}
            </ul>
          )}
        </AsyncScreen>
      </Section>
    </>
  );
}

function NewToken({ onMade }: { onMade: () => void }) {
  const t = useText(connect);
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['orders:read']);
  const [expiresOn, setExpiresOn] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const form = useMutationForm(ApiTokenCreateDocument, {
    form: 'api-token-create',
    pick: (data) => data.apiTokenCreate,
    stale: ['apiTokens'],
    onDone: (token) => {
      setKey(token.key ?? null);
      setName('');
      onMade();
    },
  });
  const send = () => {
    if (!form.check({ name: name.trim() ? null : t('form.required'), scopes: scopes.length ? null : t('keys.noScope') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, name, scopes: [...scopes], expiresOn: expiresOn || null } }));
  };
  return (
    <Section title={t('keys.new')}>
      <Stack>
        {key && (
          <Notice tone="warning" title={t('keys.once')}>
            <code className={s.code}>{key}</code>
          </Notice>
        )}
        <FormErrors form={form} />
        <FieldRow>
          <Field id="name" label={t('keys.name')} hint={t('keys.nameHint')} error={form.errorOf('name')} required>
            <TextInput value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field id="expiresOn" label={t('keys.expiresOn')} optionalText={t('state.optional')} error={form.errorOf('expiresOn')}>
            <DateField value={expiresOn} onValueChange={setExpiresOn} locale={locale} labels={dateLabels} />
          </Field>
        </FieldRow>
        <fieldset className={s.scopes} id="scopes">
          <legend>{t('keys.scopes')}</legend>
          {form.errorOf('scopes') && <p className={s.error}>{form.errorOf('scopes')}</p>}
          {API_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={t(`scope.${scope}`)}
              hint={scope}
              checked={scopes.includes(scope)}
              onChange={(event) => setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
            />
          ))}
        </fieldset>
        <div>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('keys.create')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

function TokenRow({ token, onDone }: { token: Token; onDone: () => void }) {
  const t = useText(connect);
  const f = useFormats();
  const form = useMutationForm(ApiTokenRevokeDocument, {
    form: `api-token-revoke-${token.id}`,
    pick: (data) => data.apiTokenRevoke,
    onDone: () => {
      toast.success(t('keys.revoked'));
      onDone();
    },
  });
  const expired = token.expiresOn !== null && token.expiresOn !== undefined && token.expiresOn < f.today();
  return (
    <li className={s.item}>
      <p className={s.head}>
        <b>{token.name}</b>
        <StatusMark tone={token.revokedAt || expired ? 'neutral' : 'success'}>
          {token.revokedAt ? t('keys.stateRevoked') : expired ? t('keys.stateExpired') : t('keys.stateLive')}
        </StatusMark>
      </p>
      <code className={s.code}>{token.prefix}…</code>
      <p className={s.small}>{token.scopes.map((scope) => t(`scope.${scope as (typeof API_SCOPES)[number]}`)).join(' · ')}</p>
      <p className={s.small}>
        {[
          t('keys.madeBy', { who: token.createdByName, date: f.date(token.createdAt) }),
          token.lastUsedAt ? t('keys.lastUsed', { date: f.dateTime(token.lastUsedAt) }) : t('keys.neverUsed'),
          token.expiresOn && t('keys.until', { date: f.date(token.expiresOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <FormErrors form={form} />
      {!token.revokedAt && (
        <div>
          <Button loading={form.busy} onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: token.id } }))}>
            {t('keys.revoke')}
          </Button>
        </div>
      )}
    </li>
  );
}
