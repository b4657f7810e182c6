import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { DispatchForm } from './dispatch-form';
import { DispatchOrderDocument } from './fulfillment.operations';

export default function DispatchScreen() {
  const t = useText(fulfillment);
  const { id = '' } = useParams();
  const query = useQuery(DispatchOrderDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('dispatch.title', { number: query.data?.order?.number ?? '' })}</PageTitle>
      <AsyncScreen
        query={query}
        missing={(data) => !data.order}
        empty={({ order }) => {
          const open = order?.availableActions.find(({ action }) => action === 'shipmentDispatch');
          return (
            order &&
            !open?.allowed && (
              <>
                <PageHeader title={t('dispatch.title', { number: order.number })} />
                <EmptyState
                  title={t('dispatch.closed')}
                  detail={open?.reason}
                  action={<LinkButton href={`/orders/${order.id}`}>{t('dispatch.closedAction')}</LinkButton>}
                />
              </>
            )
          );
        }}
      >
        {(data) => <DispatchForm order={data.order!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}
