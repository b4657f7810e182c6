import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { AnswerForm } from './answer/answer-form';
import { OrderDocument } from './ordering.operations';

export default function OrderAcknowledgeScreen() {
  const t = useText(ordering);
  const { id = '' } = useParams();
  const query = useQuery(OrderDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('order.do.acknowledge')}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="cards"
        missing={(data) => !data.order}
        empty={({ order }) => {
          const open = order?.availableActions.find(({ action }) => action === 'orderAcknowledge');
          return (
            order &&
            !open?.allowed && (
              <>
                <PageHeader title={t('ack.title', { number: order.number })} />
                <EmptyState
                  title={t('ack.closed')}
                  detail={open?.reason}
                  action={<LinkButton href={`/orders/${order.id}`}>{t('ack.closedAction')}</LinkButton>}
                />
              </>
            )
          );
        }}
      >
        {(data) => <AnswerForm order={data.order!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}
