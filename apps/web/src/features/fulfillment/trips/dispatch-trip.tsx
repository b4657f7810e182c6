import { useQuery } from '@apollo/client/react';
import { RadioGroup } from '@lienket/ui';
import type { OrderTripsQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips as words } from '../../../shared/messages/vi/trips';
import { OrderTripsDocument } from './trips.operations';

type Held = OrderTripsQuery['orderTrips'];

/** On which shared trucks room is held for goods of the order; none until that is known. */
export function useOrderTrips(orderId: string): Held {
  return useQuery(OrderTripsDocument, { variables: { orderId }, fetchPolicy: 'cache-and-network' }).data?.orderTrips ?? [];
}

interface Props {
  trips: Held;
  /** Empty: an own vehicle. */
  value: string;
  error?: string;
  onChange: (tripId: string) => void;
}

/** Which truck the goods go on, where room is held on a shared one. */
export function DispatchTrip({ trips, value, error, onChange }: Props) {
  const t = useText(words);
  const f = useFormats();
  if (trips.length === 0) return null;
  const ids = [...new Set(trips.map(({ tripId }) => tripId))];
  return (
    <RadioGroup
      name="tripId"
      legend={t('trip.dispatch')}
      value={value}
      error={error}
      onValueChange={onChange}
      options={[
        ...ids.map((id) => {
          const held = trips.filter(({ tripId }) => tripId === id);
          const { number, vehicle, departsAt } = held[0]!;
          return {
            value: id,
            label: t('trip.dispatch.trip', { number, vehicle, at: f.dateTime(departsAt) }),
            hint: held
              .map(({ weightKg, placeName }) => t('trip.dispatch.room', { qty: f.quantity(weightKg, 'kg'), place: placeName }))
              .join(' · '),
          };
        }),
        { value: '', label: t('trip.dispatch.own') },
      ]}
    />
  );
}
