import { DescriptionList, LinkButton, Notice, Section } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { useMe } from '../../../shared/session/session';

/** That goods came or come by a shared truck, where in its stops, and what of the same buyer waits on it still. */
export function ShipmentTrip({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(trips);
  const f = useFormats();
  const me = useMe();
  const { trip } = shipment;
  if (!trip) return null;
  const buys = shipment.buyer.id === me.organization.id;
  const next = trip.others.find(({ waits }) => waits);
  return (
    <Section
      title={t('trip.share')}
      meta={t('trip.share.what')}
      actions={
        <LinkButton size="small" href={`/trips/${trip.id}`}>
          {t('trip.share.all')}
        </LinkButton>
      }
    >
      {buys && next && (
        <Notice
          tone="info"
          title={t('trip.share.next', { seller: next.sellerName })}
          action={
            <LinkButton size="small" href={`/shipments/${next.id}/receive`}>
              {t('trip.share.nextDo', { number: next.number })}
            </LinkButton>
          }
        />
      )}
      <DescriptionList
        columns={2}
        items={[
          { term: t('trips.number'), detail: trip.number },
          {
            term: t('trip.share.stop'),
            detail: `${t('trip.stop.of', { position: trip.position, count: trip.stopCount })} · ${trip.placeName}`,
          },
          ...(trip.expectedAt ? [{ term: t('trip.share.expected'), detail: f.dateTime(trip.expectedAt) }] : []),
        ]}
      />
    </Section>
  );
}
