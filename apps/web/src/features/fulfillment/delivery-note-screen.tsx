import { useQuery } from '@apollo/client/react';
import { LinkButton, PageHeader, PrintButton } from '@lienket/ui';
import { FileDown } from 'lucide-react';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { DeliveryNote } from './delivery-note';
import { NoteOrderDocument, ShipmentDocument } from './fulfillment.operations';
import s from './fulfillment.module.css';

export default function DeliveryNoteScreen() {
  const t = useText(fulfillment);
  const { id = '' } = useParams();
  const query = useQuery(ShipmentDocument, { variables: { id } });
  const shipment = query.data?.shipment;
  const order = useQuery(NoteOrderDocument, { variables: { id: shipment?.orderId ?? '' }, skip: !shipment }).data?.order;
  useDemoMark(shipment?.seller.isDemo);
  return (
    <>
      <PageTitle>{t('note.title', { number: shipment?.number ?? '' })}</PageTitle>
      <AsyncScreen query={query} skeleton="block" count={1} missing={(data) => !data.shipment}>
        {(data) => (
          <>
            <div data-print="hide">
              <PageHeader
                back={{ href: `/shipments/${id}`, label: t('note.back', { number: data.shipment!.number }) }}
                title={t('note.title', { number: data.shipment!.number })}
                meta={t('note.hint')}
              />
              <div className={s.paperTools}>
                <PrintButton label={t('action.print')} variant="primary" />
                <LinkButton href={data.shipment!.deliveryNoteUrl} icon={<FileDown />} target="_blank" rel="noreferrer">
                  {t('shipment.do.pdf')}
                </LinkButton>
              </div>
            </div>
            <DeliveryNote shipment={data.shipment!} order={order ?? null} />
          </>
        )}
      </AsyncScreen>
    </>
  );
}
