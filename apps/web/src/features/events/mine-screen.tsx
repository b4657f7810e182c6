import { useQuery } from '@apollo/client/react';
import { PageHeader, Stack } from '@lienket/ui';
import { useParams } from 'react-router';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { EventDayDocument } from './day-operations';
import { DayTables } from './day-tables';

/** A delegate's own day: whom to meet, and the slips left at the booth. */
export default function MineScreen() {
  const t = useText(events);
  const f = useFormats();
  const { code = '' } = useParams();
  const query = useQuery(EventDayDocument, { variables: { code } });
  return (
    <AsyncScreen query={query} missing={(data) => !data.event}>
      {({ event }) => (
        <>
          <PageTitle>{t('mine.title')}</PageTitle>
          <PageHeader
            title={t('mine.title')}
            back={{ href: `/events/${event!.code}`, label: event!.title }}
            meta={t('events.heldOn', { day: f.date(event!.heldOn) })}
          />
          <Stack gap="large">
            <DayTables code={event!.code} />
          </Stack>
        </>
      )}
    </AsyncScreen>
  );
}
