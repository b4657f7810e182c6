import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, LinkButton, Notice, PageHeader, Section, StatusMark, type Tone } from '@lienket/ui';
import { FileDown, FileText, Tag } from 'lucide-react';
import { useParams } from 'react-router';
import type { ShipmentPartsFragment, ShipmentStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { Stamps } from '../../shared/assistance/stamps';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { claims } from '../../shared/messages/vi/claims';
import { ThreadSection } from '../../shared/threads/thread-section';
import { BackGoods } from './back-goods';
import { ShipmentDocument } from './fulfillment.operations';
import { ProofSection } from './proof-section';
import { ReceiptSection } from './receipt-section';
import { ShipmentTrip } from './trips/shipment-trip';
import { ShipmentLines } from './shipment-lines';

export default function ShipmentScreen() {
  const t = useText(fulfillment);
  const { id = '' } = useParams();
  const query = useQuery(ShipmentDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('shipment.title', { number: query.data?.shipment?.number ?? '' })}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.shipment}>
        {(data) => <ShipmentPage shipment={data.shipment!} />}
      </AsyncScreen>
    </>
  );
}

const tones: Record<ShipmentStatus, Tone> = { DISPATCHED: 'info', ARRIVED: 'warning', RECEIVED: 'success', RETURNED: 'danger' };

function ShipmentPage({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(fulfillment);
  const f = useFormats();
  const me = useMe();
  useDemoMark(shipment.seller.isDemo);
  const receive = shipment.availableActions.find(({ action }) => action === 'receiptPost');
  const c = useText(claims);
  const handOver = shipment.availableActions.find(({ action }) => action === 'deliveryProof');
  const who = shipment.buyer.id === me.organization.id ? t('shipment.you') : shipment.buyer.shortName;
  const facts = [
    [t('shipment.dispatchedAt'), f.dateTime(shipment.dispatchedAt)],
    [t('shipment.expectedOn'), f.date(shipment.expectedOn)],
    [t('shipment.vehicle'), shipment.vehicle],
    [t('shipment.driver'), shipment.driverName],
    [
      t('shipment.phone'),
      shipment.driverPhone && <a href={`tel:${shipment.driverPhone.replace(/\s/g, '')}`}>{shipment.driverPhone}</a>,
    ],
    [t('shipment.note'), shipment.note],
  ] as const;
  return (
    <>
      <PageHeader
        back={{ href: `/orders/${shipment.orderId}`, label: t('shipment.back', { number: shipment.orderNumber }) }}
        mark={shipment.seller.isDemo && <DemoMark text={t('demo')} />}
        title={t('shipment.title', { number: shipment.number })}
        meta={
          <>
            <StatusMark tone={tones[shipment.status]}>{t(`shipment.status.${shipment.status}`)}</StatusMark>
            <span>{t('shipment.between', { seller: shipment.seller.shortName, buyer: shipment.buyer.shortName })}</span>
          </>
        }
        actions={
          <>
            {receive?.allowed && (
              <LinkButton variant="primary" href={`/shipments/${shipment.id}/receive`}>
                {t('shipment.do.receive')}
              </LinkButton>
            )}
            {handOver?.allowed && <LinkButton href={`/shipments/${shipment.id}/proof`}>{c('proof.do')}</LinkButton>}
            <LinkButton href={`/shipments/${shipment.id}/note`} icon={<FileText />}>
              {t('shipment.do.note')}
            </LinkButton>
            <LinkButton href={shipment.labelsUrl} icon={<Tag />} target="_blank" rel="noreferrer">
              {c('shipment.do.labels')}
            </LinkButton>
            <LinkButton href={shipment.deliveryNoteUrl} icon={<FileDown />} target="_blank" rel="noreferrer">
              {t('shipment.do.pdf')}
            </LinkButton>
          </>
        }
      />
      {(shipment.status === 'DISPATCHED' || shipment.status === 'ARRIVED') && (
        <Notice tone={shipment.expectedOn < f.today() ? 'warning' : 'info'} title={t('shipment.turnReceive', { who })}>
          {shipment.autoReceiptAt
            ? c('proof.autoAt', { date: f.dateTime(shipment.autoReceiptAt) })
            : t('shipment.due', { date: f.date(shipment.expectedOn), due: f.due(shipment.expectedOn) })}
          {receive && !receive.allowed && <p>{receive.reason}</p>}
        </Notice>
      )}
      <Stamps stamps={shipment.stamps} />
      <ShipmentTrip shipment={shipment} />
      <ProofSection shipment={shipment} />
      <ReceiptSection shipment={shipment} />
      <BackGoods shipment={shipment} />
      <Section title={t('shipment.lines')}>
        <ShipmentLines shipment={shipment} />
      </Section>
      <ThreadSection documentType="SHIPMENT" documentId={shipment.id} between={[shipment.seller.id, shipment.buyer.id]} />
      <Section title={t('shipment.facts')}>
        <DescriptionList columns={2} items={facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []))} />
      </Section>
    </>
  );
}
