import { useQuery } from '@apollo/client/react';
import { EmptyState, Field, Figure, Figures, PageHeader, Select, Stack, StatusMark, Table } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { DutiesTabs } from './duties-tabs';
import { DutiesDocument } from './duties.operations';
import { dutyTone } from './duty-tone';
import s from './duties.module.css';

/** What a notice asks, of whom, and what is known of it. */
export default function DutiesScreen() {
  const t = useText(duties);
  const f = useFormats();
  const [params, setParams] = useSearchParams();
  const eventCode = params.get('event');
  const query = useQuery(DutiesDocument, { variables: { eventCode }, fetchPolicy: 'cache-and-network' });
  const shown = query.data ?? query.previousData;
  useDemoMark(shown?.duties.some(({ isDemo }) => isDemo) ?? false);
  return (
    <>
      <PageTitle>{t('noticeDuty.title')}</PageTitle>
      <PageHeader
        title={t('noticeDuty.title')}
        meta={t('noticeDuty.lead')}
        actions={<ExportButton list="duties" filter={{ event: eventCode }} />}
      />
      <DutiesTabs current="duties" />
      <Field id="event" label={t('noticeDuty.event')} className={s.filter}>
        <Select
          value={eventCode ?? ''}
          options={[
            { value: '', label: t('noticeDuty.allEvents') },
            ...(shown?.events ?? []).map(({ code, title }) => ({ value: code, label: title })),
          ]}
          onChange={(event) => setParams(event.target.value ? { event: event.target.value } : {}, { replace: true })}
        />
      </Field>
      <AsyncScreen
        query={{ ...query, data: shown }}
        empty={(data) =>
          data.duties.length === 0 && <EmptyState title={t('noticeDuty.none')} detail={t('noticeDuty.noneDetail')} />
        }
      >
        {({ duties: rows }) => {
          const count = (state: string) => f.count(rows.filter((row) => row.state === state).length);
          return (
            <Stack gap="large">
              <Figures>
                <Figure label={t('noticeDuty.total')} value={f.count(rows.length)} />
                <Figure label={t('noticeDuty.unknown')} value={count('UNKNOWN')} />
                <Figure label={t('noticeDuty.inProgress')} value={count('IN_PROGRESS')} />
                <Figure label={t('noticeDuty.done')} value={count('DONE')} />
              </Figures>
              <Table
                caption={t('noticeDuty.title')}
                captionHidden
                rows={rows}
                rowKey={({ id }) => id}
                rowHref={({ id }) => `/duties/${id}`}
                columns={[
                  {
                    key: 'duty',
                    header: t('noticeDuty.col.duty'),
                    primary: true,
                    width: 380,
                    cell: (row) => (
                      <span>
                        {row.title}
                        <span className={s.under}>
                          {t('noticeDuty.section', { section: row.section })}
                          {row.before && ` · ${t('noticeDuty.before', { day: f.date(row.before) })}`}
                          {row.continuing && ` · ${t('noticeDuty.continuing')}`}
                        </span>
                      </span>
                    ),
                  },
                  {
                    key: 'actor',
                    header: t('noticeDuty.col.actor'),
                    width: 240,
                    cell: (row) => (
                      <span>
                        {row.actorName}
                        {row.actorToday && <span className={s.under}>{t('noticeDuty.today', { name: row.actorToday })}</span>}
                      </span>
                    ),
                  },
                  {
                    key: 'state',
                    header: t('noticeDuty.col.state'),
                    width: 170,
                    cell: (row) => (
                      <span>
                        <StatusMark tone={dutyTone[row.state]}>{t(`dutyState.${row.state}`)}</StatusMark>{' '}
                        {row.dayHasCome && <StatusMark tone="warning">{t('noticeDuty.dayHasCome')}</StatusMark>}
                      </span>
                    ),
                  },
                  {
                    key: 'next',
                    header: t('noticeDuty.col.next'),
                    cell: (row) =>
                      row.nextMove
                        ? t('noticeDuty.nextOn', { move: row.nextMove, day: f.date(row.nextOn) })
                        : t(`dutyMover.${row.mover}`),
                  },
                ]}
              />
            </Stack>
          );
        }}
      </AsyncScreen>
    </>
  );
}
