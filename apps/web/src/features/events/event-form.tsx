import { useNavigate } from 'react-router';
import type { EventDeskPartsFragment } from '../../gql/graphql';
import { ConflictDialog } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { EventSaveDocument } from './day-operations';
import { DeskForm, type DeskValues } from './desk-form';

/** A conference's own facts, for a new one and for one that is there. */
export function EventForm({ event, onReload }: { event: EventDeskPartsFragment | null; onReload?: () => void }) {
  const t = useText(events);
  const navigate = useNavigate();
  const form = useMutationForm(EventSaveDocument, {
    form: event ? `event-${event.id}-${event.version}` : 'event-new',
    pick: (data) => data.eventSave,
    stale: ['events'],
  });
  const save = async ({ text }: DeskValues) => {
    const whole = (value: string | undefined) => (value?.trim() ? Number(value) : null);
    const saved = await form.submit((clientKey) => ({
      input: {
        clientKey,
        id: event?.id ?? null,
        version: event?.version ?? null,
        code: text['code'] ?? '',
        title: text['title'] ?? '',
        heldOn: text['heldOn'] ?? '',
        host: text['host'] ?? '',
        chair: text['chair'] || null,
        sourceTitle: text['sourceTitle'] ?? '',
        sourceNumber: text['sourceNumber'] || null,
        sourceSignedOn: text['sourceSignedOn'] || null,
        boothCount: whole(text['boothCount']),
        tableCount: whole(text['tableCount']),
      },
    }));
    if (saved && !event) void navigate(`/events/${saved.code}/desk`);
    return saved;
  };
  return (
    <>
      <DeskForm
        name="event"
        keep
        form={form}
        onSubmit={save}
        submitLabel={t(event ? 'desk.save' : 'desk.create')}
        initial={
          event
            ? {
                code: event.code,
                title: event.title,
                heldOn: event.heldOn,
                host: event.host,
                chair: event.chair ?? '',
                sourceTitle: event.sourceTitle,
                sourceNumber: event.sourceNumber ?? '',
                sourceSignedOn: event.sourceSignedOn ?? '',
                boothCount: event.boothCount?.toString() ?? '',
                tableCount: event.tableCount?.toString() ?? '',
              }
            : {}
        }
        fields={[
          { name: 'code', label: t('desk.code'), hint: t('desk.codeHint'), required: true },
          { name: 'title', label: t('desk.title'), required: true },
          { name: 'heldOn', label: t('desk.heldOn'), kind: 'date', required: true },
          { name: 'host', label: t('event.host'), required: true },
          { name: 'chair', label: t('event.chair') },
          { name: 'sourceTitle', label: t('desk.source'), hint: t('desk.sourceHint'), required: true },
          { name: 'sourceNumber', label: t('desk.sourceNumber') },
          { name: 'sourceSignedOn', label: t('desk.sourceSignedOn'), kind: 'date' },
          { name: 'boothCount', label: t('event.booths'), kind: 'number' },
          { name: 'tableCount', label: t('desk.tables'), kind: 'number' },
        ]}
      />
      <ConflictDialog form={form} onReload={() => onReload?.()} />
    </>
  );
}
