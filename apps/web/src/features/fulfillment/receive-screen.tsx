import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { useOutbox } from './offline/use-outbox';
import { useShipment } from './offline/use-shipment';
import { ReceiveForm } from './receive-form';

export default function ReceiveScreen() {
  const t = useText(fulfillment);
  const { id = '' } = useParams();
  const query = useShipment(id);
  const { acts } = useOutbox(useMe().userId);
  const counted = acts.some((act) => act.kind === 'receiptPost' && act.shipmentId === id && act.state === 'WAITING');
  return (
    <>
      <PageTitle>{t('receive.title', { number: query.data?.shipment?.number ?? '' })}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="cards"
        missing={(data) => !data.shipment}
        empty={({ shipment }) => {
          const open = shipment?.availableActions.find(({ action }) => action === 'receiptPost');
          if (!shipment || (open?.allowed && !counted)) return null;
          return (
            <>
              <PageHeader title={t('receive.title', { number: shipment.number })} />
              {counted ? (
                <EmptyState
                  title={t('offline.countedAlready')}
                  detail={t('offline.countedAlreadyDetail')}
                  action={<LinkButton href="/deliveries">{t('offline.queue')}</LinkButton>}
                />
              ) : (
                <EmptyState
                  title={t('receive.closed')}
                  detail={open?.reason}
                  action={<LinkButton href={`/shipments/${shipment.id}`}>{t('receive.closedAction')}</LinkButton>}
                />
              )}
            </>
          );
        }}
      >
        {(data) => <ReceiveForm shipment={data.shipment!} />}
      </AsyncScreen>
    </>
  );
}
