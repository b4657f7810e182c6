import { Button, Cluster, Field, Section, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { TripPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { AFTER_TRIP, TripAnswerDocument } from './trips.operations';
import s from '../fulfillment.module.css';

/** The invited cooperative joins or declines; who declined may still change its mind. */
export function TripAnswer({ trip, onReload }: { trip: TripPartsFragment; onReload: () => void }) {
  const t = useText(trips);
  const [place, setPlace] = useState('');
  const form = useMutationForm(TripAnswerDocument, {
    form: `trip-answer-${trip.id}`,
    pick: (data) => data.tripAnswer,
    stale: AFTER_TRIP,
    onDone: (saved) => toast.success(t(saved.standing === 'JOINED' ? 'trip.joined' : 'trip.declined')),
  });
  const send = (join: boolean) =>
    void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, join, place: place.trim() || null } }));
  const invited = trip.standing === 'INVITED';
  return (
    <Section id="answer" title={t(invited ? 'trip.answer' : 'trip.again')} meta={t('trip.answerWhat')}>
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={onReload} />
      <div className={s.fields}>
        <Field
          id="place"
          label={t('trip.place')}
          hint={t('trip.placeHint')}
          optionalText={t('state.optional')}
          error={form.errorOf('place')}
        >
          <TextInput value={place} maxLength={200} onChange={(event) => setPlace(event.target.value)} />
        </Field>
        <Cluster>
          <Button variant="primary" loading={form.busy} onClick={() => send(true)}>
            {t('trip.join')}
          </Button>
          {invited && (
            <Button disabled={form.busy} onClick={() => send(false)}>
              {t('trip.decline')}
            </Button>
          )}
        </Cluster>
      </div>
    </Section>
  );
}
