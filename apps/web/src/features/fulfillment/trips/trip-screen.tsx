import { useQuery } from '@apollo/client/react';
import { Button, DemoMark, DescriptionList, LinkButton, Notice, PageHeader, Section, StatusMark } from '@lienket/ui';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { TripPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { TripAnswer } from './trip-answer';
import { CancelDialog, InviteDialog, LeaveDialog } from './trip-dialogs';
import { TripLoads } from './trip-loads';
import { TripMembers } from './trip-members';
import { TripStops } from './trip-stops';
import { tripTones } from './trip-tones';
import { TripDocument } from './trips.operations';

export default function TripScreen() {
  const t = useText(trips);
  const { id = '' } = useParams();
  const query = useQuery(TripDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('trip.title', { number: query.data?.trip?.number ?? '' })}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.trip}>
        {(data) => <TripPage trip={data.trip!} onReload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

/** One page for whoever opened the trip, its members, the buyers and the Alliance: each sees and does what is its own. */
function TripPage({ trip, onReload }: { trip: TripPartsFragment; onReload: () => void }) {
  const t = useText(trips);
  const f = useFormats();
  const [dialog, setDialog] = useState<'invite' | 'cancel' | 'leave' | null>(null);
  useDemoMark(trip.isDemo);
  const action = (name: string) => trip.availableActions.find((one) => one.action === name);
  const kg = (weight: string | null | undefined) => (weight == null ? null : f.quantity(weight, 'kg'));
  const close = () => setDialog(null);
  const facts = [
    [t('trip.departs'), f.dateTime(trip.departsAt)],
    [t('trip.vehicle'), trip.vehicle],
    [t('trip.driver'), trip.driverName],
    [t('trip.phone'), <a href={`tel:${trip.driverPhone.replace(/\s/g, '')}`}>{trip.driverPhone}</a>],
    [t('trip.capacity'), kg(trip.capacityKg)],
    [t('trip.booked'), kg(trip.bookedKg)],
    [t('trip.free'), kg(trip.freeKg)],
    [t('trip.noteShort'), trip.note],
  ] as const;
  const leave = trip.standing === 'JOINED' && action('tripDecline');
  return (
    <>
      <PageHeader
        back={{ href: '/trips', label: t('trips.title') }}
        mark={trip.isDemo && <DemoMark text={t('demo')} />}
        title={t('trip.title', { number: trip.number })}
        meta={
          <>
            <StatusMark tone={tripTones[trip.state]}>{t(`trip.state.${trip.state}`)}</StatusMark>
            <span>{t('trip.by', { opener: trip.opener.shortName })}</span>
          </>
        }
        actions={
          <>
            {action('tripInvite')?.allowed && <Button onClick={() => setDialog('invite')}>{t('trip.invite')}</Button>}
            <LinkButton href={trip.sheetUrl} icon={<FileDown />} target="_blank" rel="noreferrer">
              {t('trip.sheet')}
            </LinkButton>
            {action('tripCancel')?.allowed && (
              <Button variant="quiet" onClick={() => setDialog('cancel')}>
                {t('trip.cancel')}
              </Button>
            )}
            {leave && leave.allowed && (
              <Button variant="quiet" onClick={() => setDialog('leave')}>
                {t('trip.leave')}
              </Button>
            )}
          </>
        }
      />
      {trip.state === 'CANCELLED' && <Notice tone="danger">{t('trip.cancelled', { reason: trip.cancelReason ?? '' })}</Notice>}
      {action('tripJoin')?.allowed && <TripAnswer trip={trip} onReload={onReload} />}
      <Section title={t('trip.dispatch')}>
        <DescriptionList columns={2} items={facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []))} />
      </Section>
      <TripLoads trip={trip} onReload={onReload} />
      <TripStops trip={trip} onReload={onReload} />
      {(trip.role === 'OPENER' || trip.role === 'WATCHER') && <TripMembers trip={trip} onReload={onReload} />}
      {dialog === 'invite' && <InviteDialog trip={trip} onClose={close} onReload={onReload} />}
      {dialog === 'cancel' && <CancelDialog trip={trip} onClose={close} onReload={onReload} />}
      {dialog === 'leave' && <LeaveDialog trip={trip} onClose={close} onReload={onReload} />}
    </>
  );
}
