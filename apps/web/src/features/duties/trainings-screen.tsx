import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, Link, LoadMore, PageHeader, Table } from '@lienket/ui';
import { useState } from 'react';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useSession } from '../../shared/session/session';
import { DutiesTabs } from './duties-tabs';
import { TrainingsDocument } from './duties.operations';
import { TrainingDialog } from './training-dialog';
import s from './duties.module.css';

/** The register of trainings and guidance; who attended sees its own. */
export default function TrainingsScreen() {
  const t = useText(duties);
  const f = useFormats();
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  const query = useQuery(TrainingsDocument, { fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, loadMore } = useLoadMore(query.data?.trainings, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  return (
    <>
      <PageTitle>{t('trainings.title')}</PageTitle>
      <PageHeader
        title={t('trainings.title')}
        meta={t('trainings.lead')}
        actions={
          <>
            <ExportButton list="trainings" />
            {may('training.record') && (
              <Button variant="primary" onClick={() => setAdding(true)}>
                {t('trainings.add')}
              </Button>
            )}
          </>
        }
      />
      <DutiesTabs current="trainings" />
      <AsyncScreen
        query={query}
        empty={(data) => data.trainings.edges.length === 0 && <EmptyState title={t('trainings.none')} />}
      >
        {(data) => (
          <>
            <Table
              caption={t('trainings.title')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'topic',
                  header: t('trainings.topic'),
                  primary: true,
                  width: 320,
                  cell: (row) => (
                    <span>
                      {row.topic}
                      <span className={s.under}>
                        {[t(`trainingKind.${row.kind}`), row.place, row.duty].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                  ),
                },
                { key: 'day', header: t('trainings.heldOn'), width: 110, cell: ({ heldOn }) => f.date(heldOn) },
                { key: 'organizer', header: t('trainings.organizer'), width: 220, cell: ({ organizer }) => organizer },
                {
                  key: 'attendees',
                  header: t('trainings.attendees'),
                  cell: ({ attendees, people }) => (
                    <span>
                      {t('trainings.count', { orgs: f.count(attendees.length), people: f.count(people) })}
                      <span className={s.under}>{attendees.join('; ')}</span>
                    </span>
                  ),
                },
                {
                  key: 'file',
                  header: t('trainings.file'),
                  cell: ({ file }) => (file ? <Link href={`/files/${file.id}`}>{file.name}</Link> : '–'),
                },
              ]}
            />
            <LoadMore
              text={t('state.shown', { shown: f.count(items.length), total: f.count(data.trainings.totalCount) })}
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
      {adding && <TrainingDialog onClose={() => setAdding(false)} />}
    </>
  );
}
