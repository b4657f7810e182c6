import { useQuery } from '@apollo/client/react';
import {
  Cluster,
  EmptyState,
  Field,
  FileDrop,
  LinkButton,
  LoadMore,
  PageHeader,
  Section,
  Select,
  StatusMark,
  Table,
} from '@lienket/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { RegisterBatchesQuery, RegisterStartQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { register } from '../../shared/messages/vi/register';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { RegisterBatchesDocument, RegisterStartDocument } from './register-operations';
import { registerTones } from './register-status';
import s from './register.module.css';
import { uploadRegister } from './upload-register';

type Row = RegisterBatchesQuery['registerBatches']['edges'][number]['node'];

/** Where a conference's register comes in: which conference, from which template, and the file. */
export default function RegistersScreen() {
  const t = useText(register);
  const start = useQuery(RegisterStartDocument);
  return (
    <>
      <PageTitle>{t('registers.title')}</PageTitle>
      <PageHeader title={t('registers.title')} meta={t('registers.lead')} />
      <AsyncScreen query={start}>{({ events }) => <Start events={events} />}</AsyncScreen>
      <Past />
    </>
  );
}

function Start({ events }: { events: RegisterStartQuery['events'] }) {
  const t = useText(register);
  const f = useFormats();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const event = events.find(({ code }) => code === params.get('event'))?.code ?? events[0]?.code ?? '';
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (file: File) => {
    setSending(true);
    setError(undefined);
    const answer = await uploadRegister(event, file);
    setSending(false);
    if ('id' in answer) void navigate(`/registers/${answer.id}`);
    else setError(answer.message || t('registers.failed'));
  };
  return (
    <div className={s.start}>
      <Field id="event" label={t('registers.event')}>
        <Select
          value={event}
          onChange={({ target }) => setParams({ event: target.value }, { replace: true })}
          options={events.map(({ code, title, heldOn }) => ({ value: code, label: `${title} (${f.date(heldOn)})` }))}
        />
      </Field>
      <Cluster>
        <LinkButton icon={<Download />} href="/register-files/template.xlsx">
          {t('registers.template')}
        </LinkButton>
      </Cluster>
      <Field id="file" label={t('registers.file')} error={error}>
        <FileDrop
          chooseLabel={sending ? t('registers.sending') : t('registers.choose')}
          dropLabel={t('registers.drop')}
          hint={t('registers.fileHint')}
          removeLabel={({ name }) => name}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={sending || !event}
          files={[]}
          onAdd={([file]) => file && void send(file)}
        />
      </Field>
    </div>
  );
}

function Past() {
  const t = useText(register);
  const f = useFormats();
  const query = useQuery(RegisterBatchesDocument, { fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, loadMore } = useLoadMore<Row>(query.data?.registerBatches, query.fetchMore);
  return (
    <Section title={t('registers.past')} actions={items.length > 0 && <ExportButton list="registers" />}>
      <AsyncScreen query={query} empty={() => items.length === 0 && <EmptyState title={t('registers.none')} />}>
        {(data) => (
          <>
            <Table
              caption={t('registers.past')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/registers/${id}`}
              columns={[
                { key: 'file', header: t('registers.col.file'), primary: true, cell: ({ fileName }) => fileName },
                { key: 'event', header: t('registers.col.event'), cell: ({ event }) => event.title },
                {
                  key: 'status',
                  header: t('registers.col.status'),
                  cell: ({ status }) => <StatusMark tone={registerTones[status]}>{t(`registers.status.${status}`)}</StatusMark>,
                },
                { key: 'by', header: t('registers.col.by'), cell: ({ createdByName }) => createdByName },
                { key: 'when', header: t('registers.col.when'), cell: ({ createdAt }) => f.dateTime(createdAt) },
              ]}
            />
            <LoadMore
              text={t('state.shown', { shown: f.count(items.length), total: f.count(data.registerBatches.totalCount) })}
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </Section>
  );
}
