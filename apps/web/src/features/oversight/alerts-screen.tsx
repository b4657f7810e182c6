import { useQuery } from '@apollo/client/react';
import { STALL_LEVELS, STALL_TRANSITIONS } from '@lienket/domain';
import { Button, EmptyState, Field, FieldRow, Link, LinkButton, LoadMore, PageHeader, Select, Stack } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { AlertFilter } from '../../gql/graphql';
import { AlertCard } from '../../shared/agreements/alert-card';
import s from '../../shared/agreements/alerts.module.css';
import { useAlertWords } from '../../shared/agreements/use-alert-words';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { AlertSummary } from './alert-summary';
import { AlertsDocument, StallSummaryDocument } from './alert.operations';

const STATUSES = ['RAISED', 'ACKNOWLEDGED', 'CLEARED'] as const;
const ACTORS = ['SELLER', 'BUYER', 'BOTH'] as const;
const KEYS = ['level', 'transition', 'actor', 'status', 'reason', 'event'] as const;
const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined => known.find((code) => code === text);

function filterOf(params: URLSearchParams): AlertFilter {
  const level = oneOf(STALL_LEVELS, params.get('level'));
  const transition = oneOf(STALL_TRANSITIONS, params.get('transition'));
  const actor = oneOf(ACTORS, params.get('actor'));
  const status = oneOf(STATUSES, params.get('status'));
  const [reasonCode, eventCode] = [params.get('reason'), params.get('event')];
  return {
    ...(level && { level }),
    ...(transition && { transition }),
    ...(actor && { actor }),
    ...(status && { status }),
    ...(reasonCode && { reasonCode }),
    ...(eventCode && { eventCode }),
  };
}

/** All that stands still, the gravest first, with the fact, the clock, whose move it is and what officers answered. */
export default function AlertsScreen() {
  const { t, f, reasonOptions } = useAlertWords();
  const [params, setParams] = useSearchParams();
  const query = useQuery(AlertsDocument, { variables: { filter: filterOf(params) } });
  const summary = useQuery(StallSummaryDocument, { variables: { eventCode: params.get('event') } }).data;
  const more = useLoadMore(query.data?.alerts, query.fetchMore);
  const filtered = KEYS.some((key) => params.get(key));
  const select = (key: (typeof KEYS)[number], label: string, all: string, options: { value: string; label: string }[]) => (
    <Field id={key} label={label}>
      <Select
        value={params.get(key) ?? ''}
        options={[{ value: '', label: all }, ...options]}
        onChange={(event) =>
          setParams(
            (now) => {
              const next = new URLSearchParams(now);
              if (event.target.value) next.set(key, event.target.value);
              else next.delete(key);
              return next;
            },
            { replace: true },
          )
        }
      />
    </Field>
  );
  return (
    <>
      <PageTitle>{t('alerts.title')}</PageTitle>
      <PageHeader
        title={t('alerts.title')}
        meta={t('alerts.lead')}
        back={{ href: '/board', label: t('alerts.toBoard') }}
        actions={
          <>
            <ExportButton list="alerts" filter={params} />
            <LinkButton href="/calendar">{t('alerts.calendar')}</LinkButton>
            <LinkButton href="/alerts/rules">{t('alerts.rules')}</LinkButton>
          </>
        }
      />
      <Stack gap="large">
        {summary && <AlertSummary summary={summary.stallSummary} params={params} />}
        <FieldRow>
          {select(
            'level',
            t('stallRules.level'),
            t('alerts.anyLevel'),
            STALL_LEVELS.map((code) => ({ value: code, label: t(`stallLevel.${code}`) })),
          )}
          {select(
            'transition',
            t('stallRules.transition'),
            t('alerts.anyTransition'),
            STALL_TRANSITIONS.map((code) => ({ value: code, label: t(`stallTransition.${code}`) })),
          )}
          {select(
            'status',
            t('alerts.answer'),
            t('alerts.anyStatus'),
            STATUSES.map((code) => ({ value: code, label: t(`alertStatus.${code}`) })),
          )}
          {select('reason', t('alerts.reason'), t('alerts.anyReason'), reasonOptions)}
        </FieldRow>
        <AsyncScreen
          query={{ ...query, data: query.data ?? query.previousData }}
          empty={(data) =>
            data.alerts.edges.length === 0 && !query.loading ? (
              <EmptyState
                title={t(filtered ? 'alerts.noneFilter' : 'alerts.none')}
                action={filtered && <Button onClick={() => setParams({})}>{t('action.clearFilters')}</Button>}
              />
            ) : null
          }
        >
          {(data) => (
            <>
              <ul className={s.list} aria-label={t('alerts.caption')}>
                {more.items.map((alert) => (
                  <AlertCard
                    key={alert.id}
                    alert={alert}
                    title={
                      <Link href={`/agreements/${alert.mou.id}#alerts`}>{`${alert.mou.registerNo} ${alert.mou.title}`}</Link>
                    }
                  />
                ))}
              </ul>
              <LoadMore
                text={t('state.shown', { shown: f.count(more.items.length), total: f.count(data.alerts.totalCount) })}
                label={t('action.more')}
                onMore={more.loadMore}
                loading={more.loading}
                done={!more.hasMore}
              />
            </>
          )}
        </AsyncScreen>
      </Stack>
    </>
  );
}
