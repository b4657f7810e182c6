import { Button, Cluster, LinkButton, Section, StatusMark, toast } from '@lienket/ui';
import { useState } from 'react';
import type { TripPartsFragment } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { PutLoad } from './put-load';
import { loadTones } from './trip-tones';
import { AFTER_TRIP, TripLoadRemoveDocument } from './trips.operations';
import s from '../fulfillment.module.css';

/** The reader's own goods on the truck: to send off for their seller, to receive one after the other for their buyer. */
export function TripLoads({ trip, onReload }: { trip: TripPartsFragment; onReload: () => void }) {
  const t = useText(trips);
  const f = useFormats();
  const [adding, setAdding] = useState(false);
  const buys = trip.role === 'BUYER';
  const mayPut = trip.availableActions.some(({ action, allowed }) => action === 'tripLoadPut' && allowed);
  const form = useMutationForm(TripLoadRemoveDocument, {
    form: `trip-remove-${trip.id}`,
    pick: (data) => data.tripLoadRemove,
    stale: AFTER_TRIP,
    onDone: () => toast.success(t('trip.load.removed')),
  });
  if (!buys && !mayPut && trip.loads.length === 0) return null;
  return (
    <Section
      id="loads"
      title={t(buys ? 'trip.loads.buyer' : 'trip.loads')}
      actions={
        mayPut &&
        !adding && (
          <Button variant={trip.loads.length === 0 ? 'primary' : 'secondary'} size="small" onClick={() => setAdding(true)}>
            {t('trip.put')}
          </Button>
        )
      }
    >
      <FormErrors form={form} />
      {trip.loads.length === 0 && !adding && <p className={s.small}>{t('trip.loads.none')}</p>}
      <ul className={s.lines}>
        {trip.loads.map((load) => (
          <li key={load.id} className={s.line}>
            <div className={s.lineName}>
              <b>
                {buys
                  ? t('trip.load.from', { seller: load.seller.shortName, order: load.orderNumber })
                  : t('trip.load.to', { order: load.orderNumber, place: load.placeName })}
              </b>
              <StatusMark tone={loadTones[load.state]}>{t(`trip.load.${load.state}`)}</StatusMark>
            </div>
            <span className={s.small}>
              {[f.quantity(load.weightKg, 'kg'), buys ? load.placeName : load.buyer.shortName, load.shipmentNumber]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Cluster>
              {buys && load.shipmentId && load.state !== 'OFF' && (
                <LinkButton size="small" href={`/shipments/${load.shipmentId}/receive`}>
                  {t('trip.load.receive')}
                </LinkButton>
              )}
              {load.shipmentId && (
                <LinkButton size="small" variant="quiet" href={`/shipments/${load.shipmentId}`}>
                  {t('trip.load.see')}
                </LinkButton>
              )}
              {load.mayChange && (
                <>
                  <LinkButton size="small" href={`/orders/${load.orderId}/dispatch`}>
                    {t('trip.load.dispatch')}
                  </LinkButton>
                  <Button
                    size="small"
                    variant="quiet"
                    loading={form.busy}
                    aria-label={t('trip.load.removeOf', { order: load.orderNumber })}
                    onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, loadId: load.id } }))}
                  >
                    {t('trip.load.remove')}
                  </Button>
                </>
              )}
            </Cluster>
          </li>
        ))}
      </ul>
      {adding && <PutLoad trip={trip} onDone={() => setAdding(false)} onReload={onReload} />}
    </Section>
  );
}
