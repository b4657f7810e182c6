import { LADDER_RUNGS, STALL_LEVELS } from '@lienket/domain';
import { Cluster, Button, EmptyState, LinkButton, LoadMore, SearchInput, Select, Skeleton, useNarrow } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import type { BoardEventsQuery } from '../../gql/graphql';
import { useText } from '../i18n/use-text';
import { agreements } from '../messages/vi/agreements';
import { alerts } from '../messages/vi/alerts';
import { AsyncScreen } from '../screen/async-screen';
import { ExportButton } from '../screen/export-button';
import { useDemoMark } from '../screen/demo-flag';
import { useDebounced } from '../screen/use-debounced';
import { useLoadMore } from '../screen/use-load-more';
import { AgreementTable } from './agreement-table';
import {
  AND_ABOVE,
  ACTORS,
  FILTER_KEYS,
  GROUPS,
  KINDS,
  filterFrom,
  summaryFilterOf,
  withFilter,
  type FilterKey,
} from './board-filter';
import { useBoardAreas } from './use-board-areas';
import { BoardSummary } from './board-summary';
import s from './board.module.css';

const BoardDocument = graphql(`
  query AgreementBoard($filter: AgreementFilter, $after: String) {
    agreementBoard(filter: $filter, first: 40, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...AgreementRow
        }
      }
    }
  }
`);

const SummaryDocument = graphql(`
  query BoardSummary($filter: AgreementFilter) {
    boardSummary(filter: $filter) {
      total
      notQuantified
      coverage
      byRung {
        rung
        here
        reached
      }
      byActor {
        actor
        count
      }
    }
  }
`);

const EventsDocument = graphql(`
  query BoardEvents {
    events {
      code
      title
      heldOn
      sourceTitle
      signingPartyCount
    }
  }
`);

type Events = BoardEventsQuery['events'];

/** All agreements the reader may see: the Alliance's board, or a party's own list. */
export function AgreementBoard({ mayRecord }: { mayRecord: boolean }) {
  const t = useText(agreements);
  const { pathname } = useLocation();
  const narrow = useNarrow();
  const [params, setParams] = useSearchParams();
  const filter = filterFrom(params);
  const board = useQuery(BoardDocument, { variables: { filter } });
  const summary = useQuery(SummaryDocument, { variables: { filter: summaryFilterOf(filter) } });
  const events = useQuery(EventsDocument, { fetchPolicy: 'cache-first' }).data?.events ?? [];
  const more = useLoadMore(board.data?.agreementBoard, board.fetchMore);
  useDemoMark(more.items.some((row) => row.isDemo));
  const filtered = FILTER_KEYS.some((key) => params.get(key));
  const counts = summary.data ?? summary.previousData;
  const overview = counts ? (
    <BoardSummary summary={counts.boardSummary} params={params} path={pathname} />
  ) : summary.error ? null : (
    <Skeleton kind="block" count={1} />
  );
  // A party with nothing yet needs its first step, not nine zeros.
  const worthSumming = counts?.boardSummary.total !== 0;
  return (
    <>
      {worthSumming &&
        (narrow ? (
          <details className={s.fold}>
            <summary>{t('board.summary', { total: counts?.boardSummary.total ?? 0 })}</summary>
            {overview}
          </details>
        ) : (
          overview
        ))}
      {(filtered || worthSumming) && (
        <BoardFilters
          params={params}
          events={events}
          onChange={(key, value) => setParams((now) => withFilter(now, key, value), { replace: true })}
          onClear={filtered ? () => setParams({}) : undefined}
        />
      )}
      {worthSumming && (
        <Cluster>
          <ExportButton
            list="agreements"
            filter={{
              event: filter.eventCode,
              rung: filter.rung,
              rungAtLeast: filter.rungAtLeast,
              actor: filter.actor,
              realisation: filter.realisation,
              search: filter.search,
            }}
          />
          <ExportButton list="contracts" label={t('board.exportContracts')} />
        </Cluster>
      )}
      <AsyncScreen
        query={{ ...board, data: board.data ?? board.previousData }}
        count={8}
        empty={(data) =>
          data.agreementBoard.edges.length === 0 && !board.loading ? (
            <Nothing filtered={filtered} params={params} events={events} mayRecord={mayRecord} onClear={() => setParams({})} />
          ) : null
        }
      >
        {(data) => (
          <>
            <AgreementTable
              caption={t('board.caption')}
              rows={more.items.length ? more.items : data.agreementBoard.edges.map((edge) => edge.node)}
            />
            <LoadMore
              text={t('state.shown', { shown: more.items.length, total: data.agreementBoard.totalCount })}
              label={t('action.more')}
              onMore={more.loadMore}
              loading={more.loading}
              done={!more.hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

interface FilterProps {
  params: URLSearchParams;
  events: Events;
  onChange: (key: FilterKey, value: string) => void;
  onClear: (() => void) | undefined;
}

function BoardFilters({ params, events, onChange, onClear }: FilterProps) {
  const t = useText(agreements);
  const w = useText(alerts);
  const areas = useBoardAreas();
  const inAddress = params.get('q') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const settled = useDebounced(typed);
  useEffect(() => setTyped(inAddress), [inAddress]);
  useEffect(() => {
    if (settled === typed && settled !== inAddress) onChange('q', settled);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what has been typed moves the address
  }, [settled]);
  const select = (key: FilterKey, all: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={all}
      placeholder={all}
      value={params.get(key) ?? ''}
      options={options}
      onChange={(event) => onChange(key, event.target.value)}
    />
  );
  return (
    <div className={s.filters} role="group" aria-label={t('board.filters')} data-print="hide">
      <SearchInput
        label={t('board.search')}
        placeholder={t('board.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        shortcut="/"
      />
      {select(
        'event',
        t('board.anyEvent'),
        events.map(({ code, title }) => ({ value: code, label: title })),
      )}
      {select('rung', t('board.anyRung'), [
        ...LADDER_RUNGS.map((code) => ({ value: code as string, label: t(`rung.${code}`) })),
        ...LADDER_RUNGS.map((code) => ({ value: code + AND_ABOVE, label: t('board.andAbove', { rung: t(`rung.${code}`) }) })),
      ])}
      {select(
        'actor',
        t('board.anyActor'),
        ACTORS.map((code) => ({ value: code, label: t(`actorTurn.${code}`) })),
      )}
      {select(
        'real',
        t('board.anyRealisation'),
        KINDS.map((code) => ({ value: code, label: t(`real.${code}`) })),
      )}
      {select('stall', w('alerts.anyStall'), [
        { value: 'OPEN', label: w('alerts.open') },
        ...[...STALL_LEVELS].reverse().map((code) => ({ value: code as string, label: w(`stallLevel.${code}`) })),
        { value: 'CLEAN', label: w('alerts.clean') },
      ])}
      {select(
        'group',
        w('alerts.anyGroup'),
        GROUPS.map((code) => ({ value: code, label: t(`group.${code}`) })),
      )}
      {areas.length > 0 && select('area', w('alerts.anyArea'), areas)}
      {onClear && (
        <Button variant="quiet" className={s.clear} onClick={onClear}>
          {t('action.clearFilters')}
        </Button>
      )}
    </div>
  );
}

interface NothingProps {
  filtered: boolean;
  params: URLSearchParams;
  events: Events;
  mayRecord: boolean;
  onClear: () => void;
}

/** Why there is nothing: no match, nothing recorded yet, or a conference whose register nobody has imported. */
function Nothing({ filtered, params, events, mayRecord, onClear }: NothingProps) {
  const t = useText(agreements);
  const onlyEvent = FILTER_KEYS.every((key) => key === 'event' || !params.get(key));
  const event = events.find(({ code }) => code === params.get('event'));
  const record = mayRecord && (
    <LinkButton variant="primary" href={event ? `/agreements/new?event=${encodeURIComponent(event.code)}` : '/agreements/new'}>
      {t('agreement.record')}
    </LinkButton>
  );
  if (event && onlyEvent) {
    return (
      <EmptyState
        title={t('board.notImported', { event: event.title })}
        detail={
          event.signingPartyCount
            ? t('board.notImportedDetail', { source: event.sourceTitle, count: event.signingPartyCount })
            : t('board.notImportedUnknown', { source: event.sourceTitle })
        }
        action={record}
      />
    );
  }
  if (filtered) {
    return (
      <EmptyState
        title={t('board.noMatch')}
        detail={t('board.noMatchDetail')}
        action={<Button onClick={onClear}>{t('action.clearFilters')}</Button>}
      />
    );
  }
  return <EmptyState title={t('board.empty')} detail={t('board.emptyDetail')} action={record} />;
}
