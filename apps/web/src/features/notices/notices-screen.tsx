import { useQuery } from '@apollo/client/react';
import { NOTICE_GROUP_NAMES, NOTICE_GROUPS } from '@lienket/domain';
import { Button, Cluster, EmptyState, FilterChips, LinkButton, LoadMore, PageHeader, toast } from '@lienket/ui';
import { Settings2 } from 'lucide-react';
import { useSearchParams } from 'react-router';
import type { NoticeGroup } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { notices } from '../../shared/messages/vi/notices';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { UnreadDocument } from '../../shared/session/unread';
import { NoticeList } from './notice-list';
import { NotificationsDocument } from './notices.operations';
import { useReading } from './use-reading';

const UNREAD = 'unread';

export default function NoticesScreen() {
  const t = useText(notices);
  const f = useFormats();
  const { locale } = useLanguage();
  const [params, setParams] = useSearchParams();
  const group = NOTICE_GROUP_NAMES.find((name) => name === params.get('group')) ?? null;
  const unreadOnly = params.has(UNREAD);
  const query = useQuery(NotificationsDocument, { variables: { filter: { group, unreadOnly }, first: 30 } });
  const unread = useQuery(UnreadDocument).data?.unreadNotifications ?? 0;
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.notifications, query.fetchMore);
  const { read, readAll } = useReading();
  const say = (act: Promise<void>, done?: string) =>
    void act.then(() => done && toast.success(done)).catch(() => toast.error(t('error.network')));
  const choose = (next: { group: NoticeGroup | null; unread: boolean }) =>
    setParams({ ...(next.group && { group: next.group }), ...(next.unread && { [UNREAD]: '' }) }, { replace: true });
  const toggle = (key: string) =>
    key === UNREAD
      ? choose({ group, unread: !unreadOnly })
      : choose({ group: key === group ? null : (key as NoticeGroup), unread: unreadOnly });
  return (
    <>
      <PageTitle>{t('notices.title')}</PageTitle>
      <PageHeader
        title={t('notices.title')}
        meta={unread > 0 ? t('notices.count', { count: unread > 99 ? t('notices.many') : unread }) : undefined}
        actions={
          <Cluster>
            {unread > 0 && (
              <Button onClick={() => say(readAll(items, group), t('notices.allRead'))}>{t('notices.readAll')}</Button>
            )}
            <ExportButton list="notices" filter={{ group, unread: unreadOnly || null }} />
            <LinkButton href="/notices/settings" variant="quiet" icon={<Settings2 />}>
              {t('notices.settings')}
            </LinkButton>
          </Cluster>
        }
      />
      <FilterChips
        label={t('notices.filters')}
        chips={[
          { key: UNREAD, label: t('notices.unreadOnly'), selected: unreadOnly },
          ...NOTICE_GROUP_NAMES.map((key) => ({ key, label: NOTICE_GROUPS[key][locale], selected: key === group })),
        ]}
        onToggle={toggle}
        clearLabel={t('notices.clear')}
        onClear={() => choose({ group: null, unread: false })}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.notifications.edges.length === 0 &&
          (group || unreadOnly ? (
            <EmptyState title={t('notices.emptyFiltered')} />
          ) : (
            <EmptyState title={t('notices.empty')} detail={t('notices.emptyDetail')} />
          ))
        }
      >
        {({ notifications }) => (
          <>
            <NoticeList items={items} onRead={(ids) => say(read(ids))} />
            <LoadMore
              text={
                failed
                  ? t('notices.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(notifications.totalCount) })
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
