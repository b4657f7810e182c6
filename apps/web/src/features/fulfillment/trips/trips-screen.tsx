import { useQuery } from '@apollo/client/react';
import { DemoMark, EmptyState, LinkButton, LoadMore, PageHeader, StatusMark, Table } from '@lienket/ui';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import { useMe } from '../../../shared/session/session';
import { tripTones } from './trip-tones';
import { TripsDocument } from './trips.operations';

/** Trucks that the reader's side shares, latest departure first; the Alliance sees all. */
export default function TripsScreen() {
  const t = useText(trips);
  const f = useFormats();
  const me = useMe();
  const query = useQuery(TripsDocument);
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.trips, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const opens = (me.workplace === 'SELLER' || me.workplace === 'OFFICER') && !me.standIn;
  const open = opens && (
    <LinkButton variant="primary" href="/trips/new">
      {t('trips.new')}
    </LinkButton>
  );
  return (
    <>
      <PageTitle>{t('trips.title')}</PageTitle>
      <PageHeader title={t('trips.title')} meta={t('trips.lead')} actions={open} />
      <AsyncScreen
        query={query}
        empty={() =>
          items.length === 0 && (
            <EmptyState
              title={t('trips.none')}
              detail={t(opens ? 'trips.noneDetail' : 'trips.noneBuyer')}
              action={open || undefined}
            />
          )
        }
      >
        {() => (
          <>
            <Table
              caption={t('trips.title')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/trips/${id}`}
              columns={[
                {
                  key: 'number',
                  header: t('trips.number'),
                  primary: true,
                  cell: (row) => (
                    <>
                      {row.number} {row.isDemo && <DemoMark text={t('demo')} />}
                    </>
                  ),
                },
                { key: 'opener', header: t('trips.opener'), cell: (row) => row.opener.shortName },
                { key: 'vehicle', header: t('trip.vehicle'), cell: (row) => row.vehicle },
                { key: 'departs', header: t('trip.departs'), cell: (row) => f.dateTime(row.departsAt) },
                {
                  key: 'free',
                  header: t('trip.free'),
                  numeric: true,
                  cell: (row) => (row.freeKg == null ? '—' : f.quantity(row.freeKg, 'kg')),
                },
                {
                  key: 'state',
                  header: t('trips.state'),
                  cell: (row) => <StatusMark tone={tripTones[row.state]}>{t(`trip.state.${row.state}`)}</StatusMark>,
                },
              ]}
            />
            <LoadMore
              text={
                failed
                  ? t('error.network')
                  : t('state.shown', {
                      shown: f.count(items.length),
                      total: f.count(query.data?.trips.totalCount ?? items.length),
                    })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}
