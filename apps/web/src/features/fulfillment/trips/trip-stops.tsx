import { Button, Section, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { TripPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { ArrangeStops } from './arrange-stops';
import s from '../fulfillment.module.css';

/** Where the truck stops, with the weights the reader may know. */
export function TripStops({ trip, onReload }: { trip: TripPartsFragment; onReload: () => void }) {
  const t = useText(trips);
  const f = useFormats();
  const [arranging, setArranging] = useState(false);
  const leads = trip.availableActions.some(({ action, allowed }) => action === 'tripArrange' && allowed);
  const all = trip.role === 'OPENER' || trip.role === 'WATCHER';
  return (
    <Section
      title={t(all ? 'trip.stops' : 'trip.stops.own')}
      actions={
        leads &&
        !arranging &&
        trip.stops.length > 0 && (
          <Button size="small" onClick={() => setArranging(true)}>
            {t('trip.arrange')}
          </Button>
        )
      }
    >
      {trip.stops.length === 0 && <p className={s.small}>{t('trip.stops.none')}</p>}
      {arranging ? (
        <ArrangeStops trip={trip} onDone={() => setArranging(false)} onReload={onReload} />
      ) : (
        <ol className={s.lines}>
          {trip.stops.map((stop) => (
            <li key={stop.id} className={s.line}>
              <div className={s.lineName}>
                <b>
                  {t('trip.stop.of', { position: stop.position, count: trip.stopCount })} · {t(`trip.stop.${stop.kind}`)}:{' '}
                  {stop.placeName}
                </b>
                <StatusMark tone={stop.doneAt ? 'success' : 'neutral'}>
                  {stop.doneAt
                    ? t(stop.kind === 'LOAD' ? 'trip.stop.left' : 'trip.stop.off', { at: f.dateTime(stop.doneAt) })
                    : stop.expectedAt
                      ? t('trip.stop.expected', { at: f.dateTime(stop.expectedAt) })
                      : t('trip.stop.unknown')}
                </StatusMark>
              </div>
              {stop.address && <span className={s.small}>{stop.address}</span>}
              {stop.parts.length > 0 && (
                <span className={s.small}>
                  {stop.parts.map(({ seller, weightKg }) => `${seller.shortName}: ${f.quantity(weightKg, 'kg')}`).join(' · ')}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
