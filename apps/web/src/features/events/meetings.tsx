import { Button, Cluster, EmptyState, Field, Section, Select, StatusMark, TextInput, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { EventDayQuery, MeetingStatus, OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { useMe } from '../../shared/session/session';
import { clockOf } from './clock-time';
import {
  MeetingAcceptDocument,
  MeetingCancelDocument,
  MeetingDeclineDocument,
  MeetingMoveDocument,
  MeetingRequestDocument,
} from './day-operations';
import s from './event.module.css';

type Day = NonNullable<EventDayQuery['eventDay']>;
type Meeting = Day['meetings'][number];
type Event = NonNullable<EventDayQuery['event']>;

const tones: Record<MeetingStatus, Tone> = {
  REQUESTED: 'warning',
  ACCEPTED: 'success',
  DECLINED: 'neutral',
  CANCELLED: 'neutral',
};

/** Meetings before the day: asked for, then given a table and a time. */
export function Meetings({ event, day, onChanged }: { event: Event; day: Day; onChanged: () => void }) {
  const t = useText(events);
  const { workplace } = useMe();
  return (
    <Section title={t('meetings.title')}>
      {day.meetings.length === 0 && <EmptyState title={t('meetings.none')} />}
      <ul className={s.list}>
        {day.meetings.map((meeting) => (
          <li key={meeting.id} className={s.card}>
            <MeetingLine key={meeting.version} meeting={meeting} event={event} day={day} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      {(workplace === 'SELLER' || workplace === 'BUYER') && <Ask event={event} onChanged={onChanged} />}
    </Section>
  );
}

function MeetingLine({ meeting, event, day, onChanged }: { meeting: Meeting; event: Event; day: Day; onChanged: () => void }) {
  const t = useText(events);
  const step = { onDone: onChanged, stale: ['workItems'] };
  const decline = useMutationForm(MeetingDeclineDocument, {
    form: `meeting-decline-${meeting.id}`,
    pick: (data) => data.meetingDecline,
    ...step,
  });
  const cancel = useMutationForm(MeetingCancelDocument, {
    form: `meeting-cancel-${meeting.id}`,
    pick: (data) => data.meetingCancel,
    ...step,
  });
  const input = (clientKey: string) => ({ input: { clientKey, id: meeting.id, version: meeting.version } });
  const can = (action: string) => meeting.actions.includes(action);
  return (
    <>
      <p>
        <b>{t('meetings.between', { from: meeting.from.name, to: meeting.to.name })}</b>{' '}
        <StatusMark tone={tones[meeting.status]}>{t(`meetings.status.${meeting.status}`)}</StatusMark>
      </p>
      {meeting.wish && <p className={s.quiet}>{meeting.wish}</p>}
      {meeting.slot && meeting.tableNo != null && (
        <p>
          {t('meetings.place', {
            time: clockOf(meeting.slot.startsAt),
            end: clockOf(meeting.slot.endsAt),
            table: String(meeting.tableNo),
          })}
        </p>
      )}
      <FormErrors form={decline} />
      <FormErrors form={cancel} />
      {can('accept') && <Place kind="accept" meeting={meeting} event={event} day={day} onChanged={onChanged} />}
      {can('move') && <Place kind="move" meeting={meeting} event={event} day={day} onChanged={onChanged} />}
      <Cluster>
        {can('decline') && (
          <Button size="small" loading={decline.busy} onClick={() => void decline.submit(input)}>
            {t('meetings.decline')}
          </Button>
        )}
        {can('cancel') && (
          <Button size="small" variant="quiet" loading={cancel.busy} onClick={() => void cancel.submit(input)}>
            {t('meetings.cancel')}
          </Button>
        )}
      </Cluster>
    </>
  );
}

/** Free tables only; the server looks again, because another may be quicker. */
function Place({
  kind,
  meeting,
  event,
  day,
  onChanged,
}: {
  kind: 'accept' | 'move';
  meeting: Meeting;
  event: Event;
  day: Day;
  onChanged: () => void;
}) {
  const t = useText(events);
  const [slotId, setSlot] = useState(meeting.slot?.id ?? '');
  const [tableNo, setTable] = useState(meeting.tableNo?.toString() ?? '');
  const options = { onDone: onChanged, stale: ['workItems'] };
  const accept = useMutationForm(MeetingAcceptDocument, {
    form: `meeting-accept-${meeting.id}`,
    pick: (data) => data.meetingAccept,
    ...options,
  });
  const move = useMutationForm(MeetingMoveDocument, {
    form: `meeting-move-${meeting.id}-${meeting.version}`,
    pick: (data) => data.meetingMove,
    ...options,
  });
  const form = kind === 'accept' ? accept : move;
  const taken = new Set(day.takenSeats.filter((seat) => seat.slotId === slotId).map((seat) => seat.tableNo));
  const tables = Array.from({ length: event.tableCount ?? 0 }, (_, i) => i + 1).filter(
    (table) => !taken.has(table) || table === meeting.tableNo,
  );
  if (day.slots.length === 0 || !event.tableCount)
    return kind === 'accept' ? <p className={s.quiet}>{t('meetings.noTables')}</p> : null;
  return (
    <div className={s.place}>
      <FormErrors form={form} fieldId={(field) => `${field}-${meeting.id}`} />
      <Cluster>
        <Field id={`slotId-${meeting.id}`} label={t('meetings.time')} error={form.errorOf('slotId')}>
          <Select
            value={slotId}
            placeholder={t('meetings.choose')}
            onChange={({ target }) => setSlot(target.value)}
            options={day.slots.map(({ id, startsAt, endsAt }) => ({
              value: id,
              label: `${clockOf(startsAt)}–${clockOf(endsAt)}`,
            }))}
          />
        </Field>
        <Field id={`tableNo-${meeting.id}`} label={t('meetings.table')} error={form.errorOf('tableNo')}>
          <Select
            value={tableNo}
            placeholder={t('meetings.choose')}
            onChange={({ target }) => setTable(target.value)}
            options={tables.map((table) => ({ value: String(table), label: String(table) }))}
          />
        </Field>
        <Button
          variant={kind === 'accept' ? 'primary' : 'secondary'}
          disabled={!slotId || !tableNo}
          loading={form.busy}
          onClick={() =>
            void form.submit((clientKey) => ({
              input: { clientKey, id: meeting.id, version: meeting.version, slotId, tableNo: Number(tableNo) },
            }))
          }
        >
          {t(kind === 'accept' ? 'meetings.accept' : 'meetings.move')}
        </Button>
      </Cluster>
    </div>
  );
}

function Ask({ event, onChanged }: { event: Event; onChanged: () => void }) {
  const t = useText(events);
  const [organization, setOrganization] = useState<OrganizationPartsFragment | null>(null);
  const [wish, setWish] = useState('');
  const form = useMutationForm(MeetingRequestDocument, {
    form: `meeting-ask-${event.id}`,
    pick: (data) => data.meetingRequest,
    onDone: () => {
      setOrganization(null);
      setWish('');
      onChanged();
    },
  });
  return (
    <div className={s.narrow}>
      <h3>{t('meetings.ask')}</h3>
      <FormErrors form={form} />
      <Field id="toOrgId" label={t('meetings.with')} error={form.errorOf('toOrgId')}>
        <OrganizationCombobox value={organization} onChange={setOrganization} />
      </Field>
      <Field id="wish" label={t('meetings.wish')}>
        <TextInput value={wish} maxLength={500} onChange={({ target }) => setWish(target.value)} />
      </Field>
      <div>
        <Button
          variant="primary"
          disabled={!organization}
          loading={form.busy}
          onClick={() =>
            void form.submit((clientKey) => ({
              input: { clientKey, eventCode: event.code, toOrgId: organization!.id, wish: wish || null },
            }))
          }
        >
          {t('meetings.send')}
        </Button>
      </div>
    </div>
  );
}
