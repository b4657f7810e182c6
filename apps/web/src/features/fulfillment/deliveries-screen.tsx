import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, LinkButton, Notice, PageHeader, Section, StatusMark, type Tone } from '@lienket/ui';
import { useEffect, useState } from 'react';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useConnectionLost } from '../../shared/apollo/connection';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { DefectReasonsDocument, DeliveriesDocument } from './fulfillment.operations';
import { dropAct, type KeptAct, keepList, keepShipment, keptList } from './offline/offline-store';
import { trips } from '../../shared/messages/vi/trips';
import { useOutbox } from './offline/use-outbox';
import s from './fulfillment.module.css';

const tones: Record<KeptAct['state'], Tone> = { WAITING: 'warning', SENT: 'success', REFUSED: 'danger' };

/** What is on its way to or from one's own side, kept in the phone for the ramp; and what the phone still has to send. */
export default function DeliveriesScreen() {
  const t = useText(fulfillment);
  const me = useMe();
  const query = useQuery(DeliveriesDocument);
  const reasons = useQuery(DefectReasonsDocument).data?.defectReasons;
  const [kept, setKept] = useState<readonly ShipmentPartsFragment[] | null>(null);
  const fresh = query.data?.deliveries;
  const failed = Boolean(query.error) && !query.data;
  useEffect(() => {
    // What is another's does not stay in the officer's phone.
    if (!fresh || me.standIn) return;
    void keepList(me.userId, 'deliveries', fresh);
    for (const shipment of fresh) void keepShipment(me.userId, shipment);
    // The screens of the ramp come into the phone while there is a network.
    void Promise.all([import('./receive-screen'), import('./proof-screen'), import('./shipment-screen')]).catch(() => undefined);
  }, [fresh, me.standIn, me.userId]);
  useEffect(() => {
    if (reasons) void keepList(me.userId, 'reasons', reasons);
  }, [reasons, me.userId]);
  useEffect(() => {
    if (failed) void keptList<ShipmentPartsFragment>(me.userId, 'deliveries').then((rows) => setKept(rows ?? []));
  }, [failed, me.userId]);
  const shown = failed && kept ? { ...query, error: undefined, data: { deliveries: kept } } : query;
  useDemoMark(Boolean(fresh?.some(({ seller }) => seller.isDemo)));
  return (
    <>
      <PageTitle>{t('deliveries.title')}</PageTitle>
      <PageHeader title={t('deliveries.title')} meta={t('deliveries.lead')} actions={<ExportButton list="deliveries" />} />
      <Queue userId={me.userId} />
      <AsyncScreen
        query={{ ...shown, refetch: () => void query.refetch() }}
        skeleton="cards"
        empty={({ deliveries }) =>
          deliveries.length === 0 && <EmptyState title={t('deliveries.none')} detail={t('deliveries.noneDetail')} />
        }
      >
        {({ deliveries }) => (
          <ul className={s.lines}>
            {deliveries.map((shipment) => (
              <Delivery key={shipment.id} shipment={shipment} orgId={me.organization.id} />
            ))}
          </ul>
        )}
      </AsyncScreen>
    </>
  );
}

function Delivery({ shipment, orgId }: { shipment: ShipmentPartsFragment; orgId: string }) {
  const t = useText(fulfillment);
  const c = useText(claims);
  const x = useText(trips);
  const f = useFormats();
  const may = (action: string) => shipment.availableActions.find((one) => one.action === action)?.allowed;
  const late = shipment.status === 'DISPATCHED' && shipment.expectedOn < f.today();
  return (
    <li className={s.line}>
      <p className={s.lineName}>
        <b>
          {shipment.number} · {orgId === shipment.buyer.id ? shipment.seller.shortName : shipment.buyer.shortName}
        </b>
        <StatusMark tone={late ? 'danger' : shipment.status === 'ARRIVED' ? 'warning' : 'info'}>
          {t(`shipment.status.${shipment.status}`)}
        </StatusMark>
      </p>
      <p className={s.small}>
        {[
          shipment.autoReceiptAt
            ? c('proof.autoAt', { date: f.dateTime(shipment.autoReceiptAt) })
            : t('shipment.due', { date: f.date(shipment.expectedOn), due: f.due(shipment.expectedOn) }),
          shipment.vehicle,
          // A list kept in the phone before trucks were shared says nothing of a trip.
          shipment.trip && `${x('trip.share')} ${shipment.trip.number}`,
          t('deliveries.lines', { count: shipment.lines.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Cluster>
        {may('receiptPost') && (
          <LinkButton size="small" href={`/shipments/${shipment.id}/receive`}>
            {t('shipment.do.receive')}
          </LinkButton>
        )}
        {may('deliveryProof') && (
          <LinkButton size="small" href={`/shipments/${shipment.id}/proof`}>
            {c('proof.do')}
          </LinkButton>
        )}
        <LinkButton size="small" variant="quiet" href={`/shipments/${shipment.id}`}>
          {t('receive.closedAction')}
        </LinkButton>
        {shipment.trip && (
          <LinkButton size="small" variant="quiet" href={`/trips/${shipment.trip.id}`}>
            {x('trip.share.all')}
          </LinkButton>
        )}
      </Cluster>
    </li>
  );
}

/** Each act with its own state: waiting, sent, or refused with the server's sentence. */
function Queue({ userId }: { userId: string }) {
  const t = useText(fulfillment);
  const f = useFormats();
  const lost = useConnectionLost();
  const { acts, waiting, sending, send } = useOutbox(userId);
  if (acts.length === 0) return lost ? <Notice tone="warning">{t('offline.noNetwork')}</Notice> : null;
  return (
    <Section
      title={t('offline.queue')}
      meta={lost ? t('offline.noNetwork') : undefined}
      actions={
        waiting > 0 && (
          <Button size="small" loading={sending} onClick={() => void send()}>
            {t('offline.sendNow')}
          </Button>
        )
      }
    >
      <ul className={s.lines} aria-live="polite">
        {acts.map((act) => (
          <li key={act.key} className={s.line} data-state={act.state}>
            <p className={s.lineName}>
              <b>{t(`offline.kind.${act.kind}`, { number: act.number })}</b>
              <StatusMark tone={tones[act.state]}>{t(`offline.state.${act.state}`)}</StatusMark>
            </p>
            <p className={s.small}>
              {[
                t('offline.madeAt', { date: f.dateTime(act.madeAt) }),
                act.files.length > 0 && t('offline.files', { count: act.files.length }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {act.message && <p>{act.message}</p>}
            {act.state !== 'WAITING' && (
              <Cluster>
                <LinkButton size="small" href={`/shipments/${act.shipmentId}`}>
                  {t('receive.closedAction')}
                </LinkButton>
                <Button size="small" variant="quiet" onClick={() => void dropAct(act.key)}>
                  {t('offline.drop')}
                </Button>
              </Cluster>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
