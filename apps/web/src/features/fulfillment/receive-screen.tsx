import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { ShipmentDocument } from './fulfillment.operations';
import { ReceiveForm } from './receive-form';

export default function ReceiveScreen() {
  const t = useText(fulfillment);
  const { id = '' } = useParams();
  const query = useQuery(ShipmentDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('receive.title', { number: query.data?.shipment?.number ?? '' })}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="cards"
        missing={(data) => !data.shipment}
        empty={({ shipment }) => {
          const open = shipment?.availableActions.find(({ action }) => action === 'receiptPost');
          return (
            shipment &&
            !open?.allowed && (
              <>
                <PageHeader title={t('receive.title', { number: shipment.number })} />
                <EmptyState
                  title={t('receive.closed')}
                  detail={open?.reason}
                  action={<LinkButton href={`/shipments/${shipment.id}`}>{t('receive.closedAction')}</LinkButton>}
                />
              </>
            )
          );
        }}
      >
        {(data) => <ReceiveForm shipment={data.shipment!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}
