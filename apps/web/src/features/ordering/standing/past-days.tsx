import { useQuery } from '@apollo/client/react';
import { Link, LoadMore, Section, Stack, StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { StandingOrderDaysQuery, StandingOrderPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import s from '../ordering.module.css';
import { DayActs } from './day-acts';
import { dayTone } from './day-tone';
import { StandingOrderDaysDocument } from './standing.operations';

type Day = StandingOrderDaysQuery['standingOrderDays']['edges'][number]['node'];

/** What became of each day, the latest first: its orders, or why there are none. */
export function PastDays({ order }: { order: StandingOrderPartsFragment }) {
  const t = useText(standing);
  const { count } = useFormats();
  const query = useQuery(StandingOrderDaysDocument, { variables: { id: order.id }, fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.standingOrderDays, query.fetchMore);
  return (
    <Section title={t('standing.past')}>
      <AsyncScreen
        query={query}
        count={3}
        empty={({ standingOrderDays }) => standingOrderDays.edges.length === 0 && <p>{t('standing.pastNone')}</p>}
      >
        {({ standingOrderDays }) => (
          <>
            <DayTable id={order.id} rows={items} />
            <LoadMore
              text={
                failed
                  ? t('standing.moreFailed')
                  : t('state.shown', { shown: count(items.length), total: count(standingOrderDays.totalCount) })
              }
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

function DayTable({ id, rows }: { id: string; rows: readonly Day[] }) {
  const t = useText(standing);
  const f = useFormats();
  const columns: TableColumn<Day>[] = [
    { key: 'day', header: t('standing.day'), primary: true, width: 112, cell: (day) => f.date(day.day) },
    { key: 'state', header: t('standing.became'), cell: (day) => <Became day={day} /> },
    {
      key: 'detail',
      header: t('standing.detail'),
      cell: (day) => (
        <Stack gap="small">
          <DayDetail day={day} />
          {day.state === 'FAILED' && <DayActs id={id} day={day} urgent />}
        </Stack>
      ),
    },
    {
      key: 'when',
      header: t('standing.when'),
      width: 168,
      cell: (day) => (
        <span>
          {f.dateTime(day.decidedAt)}
          <span className={s.under}>{day.decidedByName ?? t('standing.byClock')}</span>
        </span>
      ),
    },
  ];
  return (
    <Table caption={t('standing.past')} captionHidden density="compact" columns={columns} rows={rows} rowKey={(day) => day.id} />
  );
}

/** A request that somebody decided says what came of it. */
function Became({ day: { state, requestState } }: { day: Day }) {
  const t = useText(standing);
  if (state === 'ASKED' && requestState === 'PLACED') return <StatusMark tone="success">{t('standing.day.PLACED')}</StatusMark>;
  if (state === 'ASKED' && (requestState === 'REFUSED' || requestState === 'WITHDRAWN')) {
    return <StatusMark tone="danger">{t(`standing.day.${requestState}`)}</StatusMark>;
  }
  return <StatusMark tone={dayTone[state]}>{t(`standing.day.${state}`)}</StatusMark>;
}

function DayDetail({ day }: { day: Day }) {
  const t = useText(standing);
  if (day.orderId) return <Link href={`/orders/${day.orderId}`}>{t('standing.order', { number: day.number })}</Link>;
  if (day.groupId) return <Link href={`/orders/groups/${day.groupId}`}>{t('standing.group', { number: day.number })}</Link>;
  if (day.requestId) return <Link href={`/orders/requests/${day.requestId}`}>{t('standing.request')}</Link>;
  if (day.reasons.length === 0) return null;
  return (
    <ul className={s.parts}>
      {day.reasons.map(({ about, text }, index) => (
        <li key={index}>{about ? `${about}: ${text}` : text}</li>
      ))}
    </ul>
  );
}
