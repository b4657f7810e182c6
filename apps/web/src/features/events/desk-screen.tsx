import { useQuery } from '@apollo/client/react';
import { Button, LinkButton, PageHeader, Section, Stack, Table } from '@lienket/ui';
import { useParams } from 'react-router';
import type { EventDeskPartsFragment, ProgrammePart } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { clockOf, minutesOf } from './clock-time';
import {
  CommendationAddDocument,
  EventDeskDocument,
  MediaAddDocument,
  ProgrammeRemoveDocument,
  SlotsPlanDocument,
  TalkAddDocument,
  BoothSaveDocument,
} from './day-operations';
import { DayTables } from './day-tables';
import { DeskForm } from './desk-form';
import { EventForm } from './event-form';
import s from './event.module.css';
import { Programme } from './programme';

type Event = EventDeskPartsFragment;

/** The officer's desk of one conference: all that is made and changed without code. */
export default function DeskScreen() {
  const t = useText(events);
  const { code = '' } = useParams();
  const query = useQuery(EventDeskDocument, { variables: { code } });
  return (
    <AsyncScreen query={query} skeleton="text" missing={(data) => !data.event}>
      {({ event }) => (
        <>
          <PageTitle>{event!.title}</PageTitle>
          <PageHeader
            title={event!.title}
            back={{ href: `/events/${event!.code}`, label: t('desk.toEvent') }}
            actions={
              <>
                <LinkButton href={`/registers?event=${encodeURIComponent(event!.code)}`}>{t('desk.register')}</LinkButton>
                <LinkButton href={`/booth-sheets/${event!.code}.pdf`}>{t('desk.codes')}</LinkButton>
                <LinkButton href={`/board?event=${encodeURIComponent(event!.code)}`}>{t('desk.signings')}</LinkButton>
                <LinkButton href="/events/compare">{t('desk.compare')}</LinkButton>
              </>
            }
          />
          <Stack gap="large">
            <Section title={t('desk.facts')}>
              <div className={s.narrow}>
                <EventForm key={event!.version} event={event!} onReload={() => void query.refetch()} />
              </div>
            </Section>
            <Booths event={event!} />
            <Section title={t('desk.programme')}>
              <Programme
                event={event!}
                removal={(part, id, name) => <RemovePart code={event!.code} part={part} id={id} name={name} />}
              />
              <div className={s.forms}>
                <Talk event={event!} />
                <Commend event={event!} />
                <Media event={event!} />
              </div>
            </Section>
            <Slots event={event!} />
            <DayTables code={event!.code} />
          </Stack>
        </>
      )}
    </AsyncScreen>
  );
}

function RemovePart({ code, part, id, name }: { code: string; part: ProgrammePart; id: string; name: string }) {
  const t = useText(events);
  const form = useMutationForm(ProgrammeRemoveDocument, { form: `remove-${id}`, pick: (data) => data.programmeRemove });
  return (
    <>
      {' '}
      <FormErrors form={form} />
      <Button
        size="small"
        variant="quiet"
        loading={form.busy}
        aria-label={t('desk.removeNamed', { name })}
        onClick={() => void form.submit((clientKey) => ({ input: { clientKey, eventCode: code, part, id } }))}
      >
        {t('desk.remove')}
      </Button>
    </>
  );
}

function Booths({ event }: { event: Event }) {
  const t = useText(events);
  const form = useMutationForm(BoothSaveDocument, { form: `booth-${event.id}`, pick: (data) => data.boothSave });
  return (
    <Section title={t('event.booths')} meta={t('event.boothCount', { count: event.booths.length })}>
      {event.booths.length > 0 && (
        <Table
          caption={t('event.booths')}
          captionHidden
          density="compact"
          rows={event.booths}
          rowKey={({ position }) => String(position)}
          rowHref={({ position }) => `/events/${event.code}/booths/${position}`}
          columns={[
            { key: 'position', header: t('desk.position'), primary: true, width: 90, cell: ({ position }) => position },
            { key: 'title', header: t('desk.boothTitle'), cell: ({ title }) => title ?? '–' },
            {
              key: 'owner',
              header: t('desk.boothOwner'),
              cell: ({ owner, ownerUnitName }) => owner?.name ?? ownerUnitName ?? t('event.unknown'),
            },
            { key: 'goods', header: t('desk.goods'), cell: ({ goods }) => goods ?? '–' },
          ]}
        />
      )}
      <div className={s.narrow}>
        <DeskForm
          name="booth"
          title={t('desk.newBooth')}
          form={form}
          submitLabel={t('desk.boothSave')}
          fields={[
            { name: 'position', label: t('desk.position'), kind: 'number', required: true },
            { name: 'title', label: t('desk.boothTitle') },
            { name: 'ownerOrgId', label: t('desk.boothOwner'), kind: 'organization' },
            { name: 'ownerUnitCode', label: t('desk.boothUnit'), hint: t('desk.boothUnitHint') },
            { name: 'goods', label: t('desk.goods') },
          ]}
          onSubmit={({ text, organization }) =>
            form.submit((clientKey) => ({
              input: {
                clientKey,
                eventCode: event.code,
                position: Number(text['position']) || 0,
                title: text['title'] || null,
                ownerOrgId: organization?.id ?? null,
                ownerUnitCode: text['ownerUnitCode'] || null,
                goods: text['goods'] || null,
              },
            }))
          }
        />
      </div>
    </Section>
  );
}

function Talk({ event }: { event: Event }) {
  const t = useText(events);
  const form = useMutationForm(TalkAddDocument, { form: `talk-${event.id}`, pick: (data) => data.talkAdd });
  return (
    <DeskForm
      name="talk"
      title={t('desk.newTalk')}
      form={form}
      submitLabel={t('desk.talkAdd')}
      fields={[
        { name: 'startsAt', label: t('desk.startsAt'), hint: t('desk.timeHint') },
        { name: 'title', label: t('desk.talkTitle'), required: true },
        { name: 'speaker', label: t('desk.speaker') },
        { name: 'orgId', label: t('desk.organization'), kind: 'organization' },
      ]}
      onSubmit={({ text, organization }) =>
        form.submit((clientKey) => ({
          input: {
            clientKey,
            eventCode: event.code,
            startsAt: text['startsAt'] ? (minutesOf(text['startsAt']) ?? -1) : null,
            title: text['title'] ?? '',
            speaker: text['speaker'] || null,
            orgId: organization?.id ?? null,
          },
        }))
      }
    />
  );
}

function Commend({ event }: { event: Event }) {
  const t = useText(events);
  const form = useMutationForm(CommendationAddDocument, { form: `commend-${event.id}`, pick: (data) => data.commendationAdd });
  return (
    <DeskForm
      name="commend"
      title={t('desk.newCommend')}
      form={form}
      submitLabel={t('desk.commendAdd')}
      fields={[
        { name: 'orgId', label: t('desk.organization'), kind: 'organization', required: true },
        { name: 'title', label: t('desk.commendTitle'), required: true },
        { name: 'issuer', label: t('desk.issuer') },
        { name: 'decisionNo', label: t('desk.decisionNo') },
        { name: 'decisionOn', label: t('desk.decisionOn'), kind: 'date' },
        { name: 'decisionFileId', label: t('desk.decisionFile'), hint: t('desk.decisionFileHint'), kind: 'file' },
      ]}
      onSubmit={({ text, organization, fileId }) =>
        form.submit((clientKey) => ({
          input: {
            clientKey,
            eventCode: event.code,
            orgId: organization!.id,
            title: text['title'] ?? '',
            issuer: text['issuer'] || null,
            decisionNo: text['decisionNo'] || null,
            decisionOn: text['decisionOn'] || null,
            decisionFileId: fileId,
          },
        }))
      }
    />
  );
}

function Media({ event }: { event: Event }) {
  const t = useText(events);
  const form = useMutationForm(MediaAddDocument, { form: `media-${event.id}`, pick: (data) => data.mediaAdd });
  return (
    <DeskForm
      name="media"
      title={t('desk.newMedia')}
      form={form}
      submitLabel={t('desk.mediaAdd')}
      fields={[
        { name: 'outlet', label: t('desk.outlet'), required: true },
        { name: 'title', label: t('desk.mediaTitle'), required: true },
        { name: 'url', label: t('desk.url'), required: true },
        { name: 'publishedOn', label: t('desk.publishedOn'), kind: 'date', required: true },
        { name: 'orgId', label: t('desk.mediaOrg'), kind: 'organization' },
        { name: 'productId', label: t('desk.mediaProduct'), hint: t('desk.mediaProductHint'), kind: 'product' },
      ]}
      onSubmit={async ({ text, organization, productId }) => {
        // An organization alone says of no product anything.
        if (!form.check({ productId: organization && !productId ? t('form.required') : null })) return null;
        return form.submit((clientKey) => ({
          input: {
            clientKey,
            eventCode: event.code,
            outlet: text['outlet'] ?? '',
            title: text['title'] ?? '',
            url: text['url'] ?? '',
            publishedOn: text['publishedOn'] ?? '',
            productId,
          },
        }));
      }}
    />
  );
}

function Slots({ event }: { event: Event }) {
  const t = useText(events);
  const f = useFormats();
  const form = useMutationForm(SlotsPlanDocument, {
    form: `slots-${event.id}`,
    pick: (data) => data.slotsPlan,
    stale: ['eventDay'],
  });
  return (
    <Section
      title={t('desk.slots')}
      meta={t('desk.slotsMeta', { slots: f.count(event.slots.length), tables: f.count(event.tableCount ?? 0) })}
    >
      {event.slots.length > 0 && (
        <p>{event.slots.map(({ startsAt, endsAt }) => `${clockOf(startsAt)}–${clockOf(endsAt)}`).join(', ')}</p>
      )}
      <div className={s.narrow}>
        <DeskForm
          name="slots"
          form={form}
          submitLabel={t('desk.slotsPlan')}
          fields={[
            { name: 'startsAt', label: t('desk.firstSlot'), hint: t('desk.timeHint'), required: true },
            { name: 'minutes', label: t('desk.minutes'), kind: 'number', required: true },
            { name: 'count', label: t('desk.slotCount'), kind: 'number', required: true },
          ]}
          onSubmit={({ text }) =>
            form.submit((clientKey) => ({
              input: {
                clientKey,
                eventCode: event.code,
                startsAt: minutesOf(text['startsAt'] ?? '') ?? -1,
                minutes: Number(text['minutes']) || 0,
                count: Number(text['count']) || 0,
              },
            }))
          }
        />
      </div>
    </Section>
  );
}
