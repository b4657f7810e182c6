import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, Link, Section, Table } from '@lienket/ui';
import { useNavigate } from 'react-router';
import type { EventDayQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useSession } from '../../shared/session/session';
import { EventDayDocument, SlipDraftDocument } from './day-operations';
import { Delegates } from './delegates';
import { Meetings } from './meetings';

type Day = NonNullable<EventDayQuery['eventDay']>;

/** Meetings, slips and delegates: one's own, or all of them at the officer's desk. */
export function DayTables({ code }: { code: string }) {
  const query = useQuery(EventDayDocument, { variables: { code }, fetchPolicy: 'cache-and-network' });
  return (
    <AsyncScreen query={query} missing={(data) => !data.event || !data.eventDay}>
      {({ event, eventDay }) => (
        <>
          <Meetings event={event!} day={eventDay!} onChanged={() => void query.refetch()} />
          <Slips day={eventDay!} onChanged={() => void query.refetch()} />
          <Delegates code={code} delegates={eventDay!.delegates} onChanged={() => void query.refetch()} />
        </>
      )}
    </AsyncScreen>
  );
}

function Slips({ day, onChanged }: { day: Day; onChanged: () => void }) {
  const t = useText(events);
  const f = useFormats();
  return (
    <Section title={t('slips.title')}>
      {day.slips.length === 0 ? (
        <EmptyState title={t('slips.none')} detail={t('slips.noneDetail')} />
      ) : (
        <Table
          caption={t('slips.title')}
          captionHidden
          rows={day.slips}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'goods',
              header: t('slips.goods'),
              primary: true,
              cell: ({ goods, qty, unit }) => `${goods}: ${qty ? f.quantity(qty, unit ?? '') : t('slips.noQty')}`,
            },
            { key: 'buyer', header: t('slips.buyer'), cell: ({ buyer }) => buyer.name },
            {
              key: 'booth',
              header: t('slips.booth'),
              cell: ({ booth, seller }) => `${booth}${seller ? ` · ${seller.name}` : ''}`,
            },
            { key: 'note', header: t('slips.note'), cell: ({ note }) => note ?? '–' },
            { key: 'when', header: t('slips.when'), cell: ({ createdAt }) => f.dateTime(createdAt) },
            { key: 'draft', header: t('slips.draft'), cell: (slip) => <Draft slip={slip} onDone={onChanged} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Draft({ slip, onDone }: { slip: Day['slips'][number]; onDone: () => void }) {
  const t = useText(events);
  const navigate = useNavigate();
  const { may } = useSession();
  const form = useMutationForm(SlipDraftDocument, {
    form: `slip-${slip.id}`,
    pick: (data) => data.slipDraft,
    stale: ['agreementBoard', 'workItems'],
    onDone: ({ mouId }) => {
      onDone();
      void navigate(`/agreements/${mouId}`);
    },
  });
  if (slip.mouId) return <Link href={`/agreements/${slip.mouId}`}>{t('slips.toDraft')}</Link>;
  if (!slip.seller || !may('slip.answer', { ownerOrgId: slip.seller.id })) return <>–</>;
  return (
    <>
      <FormErrors form={form} />
      <Button
        size="small"
        loading={form.busy}
        onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: slip.id } }))}
      >
        {t('slips.makeDraft')}
      </Button>
    </>
  );
}
