import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, EmptyState, Field, Notice, Section, Stack, StatusMark, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { WebhooksQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { connect } from '../../shared/messages/vi/connect';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { WebhookCreateDocument, WebhookEndDocument, WebhooksDocument } from './connect.operations';
import s from './connect.module.css';

type Endpoint = WebhooksQuery['webhooks'][number];

export function Endpoints() {
  const t = useText(connect);
  const query = useQuery(WebhooksDocument);
  const reload = () => void query.refetch();
  return (
    <AsyncScreen query={query}>
      {({ webhooks, webhookEvents }) => (
        <>
          <NewEndpoint events={webhookEvents} onMade={reload} />
          <Section title={t('hooks.list')}>
            {webhooks.length === 0 ? (
              <EmptyState title={t('hooks.empty')} detail={t('hooks.emptyDetail')} />
            ) : (
              <ul className={s.list}>
                {webhooks.map((endpoint) => (
                  <EndpointRow key={endpoint.id} endpoint={endpoint} onDone={reload} />
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </AsyncScreen>
  );
}

function NewEndpoint({ events, onMade }: { events: readonly string[]; onMade: () => void }) {
  const t = useText(connect);
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useMutationForm(WebhookCreateDocument, {
    form: 'webhook-create',
    pick: (data) => data.webhookCreate,
    stale: ['webhooks'],
    onDone: (endpoint) => {
      setSecret(endpoint.secret ?? null);
      setUrl('');
      onMade();
    },
  });
  const send = () => {
    if (!form.check({ url: url.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, url, events: [...chosen] } }));
  };
  return (
    <Section title={t('hooks.new')}>
      <Stack>
        {secret && (
          <Notice tone="warning" title={t('hooks.once')}>
            <code className={s.code}>{secret}</code>
          </Notice>
        )}
        <FormErrors form={form} />
        <Field id="url" label={t('hooks.url')} hint={t('hooks.urlHint')} error={form.errorOf('url')} required>
          <TextInput type="url" value={url} maxLength={500} onChange={(event) => setUrl(event.target.value)} />
        </Field>
        <details className={s.events}>
          <summary>{t('hooks.events', { count: chosen.length })}</summary>
          <div className={s.eventGrid}>
            {events.map((event) => (
              <Checkbox
                key={event}
                label={event}
                checked={chosen.includes(event)}
                onChange={(change) =>
                  setChosen(change.target.checked ? [...chosen, event] : chosen.filter((one) => one !== event))
                }
              />
            ))}
          </div>
        </details>
        <div>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('hooks.create')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

function EndpointRow({ endpoint, onDone }: { endpoint: Endpoint; onDone: () => void }) {
  const t = useText(connect);
  const f = useFormats();
  const form = useMutationForm(WebhookEndDocument, {
    form: `webhook-end-${endpoint.id}`,
    pick: (data) => data.webhookEnd,
    onDone: () => {
      toast.success(t('hooks.ended'));
      onDone();
    },
  });
  return (
    <li className={s.item}>
      <p className={s.head}>
        <code className={s.code}>{endpoint.url}</code>
        <StatusMark tone={endpoint.endedAt ? 'neutral' : endpoint.failed > 0 ? 'danger' : 'success'}>
          {endpoint.endedAt
            ? t('hooks.stateEnded')
            : endpoint.failed > 0
              ? t('hooks.stateFailing', { count: endpoint.failed })
              : t('hooks.stateLive')}
        </StatusMark>
      </p>
      <p className={s.small}>
        {[
          endpoint.events.length === 0 ? t('hooks.all') : endpoint.events.join(', '),
          t('hooks.since', { date: f.date(endpoint.createdAt) }),
          endpoint.waiting > 0 && t('hooks.waiting', { count: endpoint.waiting }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <FormErrors form={form} />
      {!endpoint.endedAt && (
        <div>
          <Button
            loading={form.busy}
            onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: endpoint.id } }))}
          >
            {t('hooks.end')}
          </Button>
        </div>
      )}
    </li>
  );
}
