import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, LoadMore, StatusMark, Table, type TableColumn, toast, type Tone } from '@lienket/ui';
import type { WebhookDeliveriesQuery, WebhookDeliveryState } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { connect } from '../../shared/messages/vi/connect';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { WebhookDeliveriesDocument, WebhookResendDocument } from './connect.operations';
import s from './connect.module.css';

type Delivery = WebhookDeliveriesQuery['webhookDeliveries']['edges'][number]['node'];
const tones: Record<WebhookDeliveryState, Tone> = { WAITING: 'warning', DELIVERED: 'success', FAILED: 'danger' };

/** What was sent, what came back, and when it is tried again. */
export function Deliveries() {
  const t = useText(connect);
  const f = useFormats();
  const query = useQuery(WebhookDeliveriesDocument, { variables: { first: 30 } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.webhookDeliveries, query.fetchMore);
  const columns: TableColumn<Delivery>[] = [
    { key: 'event', header: t('log.event'), primary: true, cell: ({ event }) => event },
    { key: 'url', header: t('log.url'), cell: ({ url }) => <span className={s.url}>{url}</span> },
    { key: 'at', header: t('log.at'), width: 150, cell: ({ createdAt }) => f.dateTime(createdAt) },
    {
      key: 'state',
      header: t('log.state'),
      cell: (row) => (
        <span>
          <StatusMark tone={tones[row.state]}>{t(`log.state.${row.state}`)}</StatusMark>
          <span className={s.under}>
            {[
              row.lastStatus ? t('log.http', { status: row.lastStatus }) : row.lastError,
              t('log.tries', { count: row.tries }),
              row.state === 'WAITING' && row.nextTryAt && t('log.next', { date: f.dateTime(row.nextTryAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'again',
      header: t('log.again'),
      width: 120,
      cell: (row) => row.state !== 'WAITING' && <Resend id={row.id} onDone={() => void query.refetch()} />,
    },
  ];
  return (
    <AsyncScreen
      query={query}
      empty={(data) =>
        data.webhookDeliveries.edges.length === 0 && <EmptyState title={t('log.empty')} detail={t('log.emptyDetail')} />
      }
    >
      {({ webhookDeliveries }) => (
        <>
          <Table
            caption={t('log.caption')}
            captionHidden
            density="compact"
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
          <LoadMore
            text={
              failed
                ? t('log.moreFailed')
                : t('state.shown', { shown: f.count(items.length), total: f.count(webhookDeliveries.totalCount) })
            }
            label={t('action.more')}
            onMore={loadMore}
            loading={loading}
            done={!hasMore}
          />
        </>
      )}
    </AsyncScreen>
  );
}

function Resend({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText(connect);
  const form = useMutationForm(WebhookResendDocument, {
    form: `webhook-resend-${id}`,
    pick: (data) => data.webhookResend,
    onDone: () => {
      toast.success(t('log.resent'));
      onDone();
    },
  });
  return (
    <>
      <FormErrors form={form} />
      <Button loading={form.busy} onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id } }))}>
        {t('log.resend')}
      </Button>
    </>
  );
}
