import { quantity } from '@lienket/domain';
import { Button, Section, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { TripPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { DropDialog } from './trip-dialogs';
import { memberTones } from './trip-tones';
import s from '../fulfillment.module.css';

/** Who rides with how many kilograms: for whoever leads the trip and the Alliance. */
export function TripMembers({ trip, onReload }: { trip: TripPartsFragment; onReload: () => void }) {
  const t = useText(trips);
  const f = useFormats();
  const [dropping, setDropping] = useState<{ id: string; shortName: string } | null>(null);
  const leads = trip.availableActions.some(({ action, allowed }) => action === 'tripInvite' && allowed);
  return (
    <Section title={t('trip.members')}>
      {trip.members.length === 0 && <p className={s.small}>{t('trip.members.none')}</p>}
      <ul className={s.lines}>
        {trip.members.map(({ org, status, reason, weightKg }) => (
          <li key={org.id} className={s.line}>
            <div className={s.lineName}>
              <b>{org.shortName}</b>
              <StatusMark tone={memberTones[status]}>{t(`trip.member.${status}`)}</StatusMark>
            </div>
            <div className={s.lineName}>
              <span className={s.small}>
                {[quantity(weightKg).isPositive ? f.quantity(weightKg, 'kg') : t('trip.member.empty'), reason]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {leads && status !== 'DROPPED' && org.id !== trip.opener.id && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('trip.dropOf', { name: org.shortName })}
                  onClick={() => setDropping(org)}
                >
                  {t('trip.drop')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {dropping && <DropDialog trip={trip} org={dropping} onClose={() => setDropping(null)} onReload={onReload} />}
    </Section>
  );
}
