import { weekdayOf } from '@lienket/domain';
import { Section, StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { StandingOrderPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import s from '../ordering.module.css';
import { DayActs } from './day-acts';
import { dayTone } from './day-tone';
import { useWeekdays } from './use-weekdays';

type Day = StandingOrderPartsFragment['ahead'][number];

/** The next days of delivery: each may be left out, brought back, or placed before its time. */
export function DaysAhead({ order }: { order: StandingOrderPartsFragment }) {
  const t = useText(standing);
  const f = useFormats();
  const weekdays = useWeekdays();
  const columns: TableColumn<Day>[] = [
    {
      key: 'day',
      header: t('standing.day'),
      primary: true,
      cell: (day) => (
        <span>
          {f.date(day.day)}
          <span className={s.under}>{weekdays.name(weekdayOf(day.day))}</span>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('standing.state'),
      cell: (day) =>
        day.state ? (
          <StatusMark tone={dayTone[day.state]}>{t(`standing.day.${day.state}`)}</StatusMark>
        ) : (
          <span>
            {t('standing.open')}
            <span className={s.under}>
              {day.placesOn <= f.today() ? t('standing.placesNow') : t('standing.placesOn', { date: f.date(day.placesOn) })}
            </span>
          </span>
        ),
    },
    {
      key: 'act',
      header: t('standing.act'),
      headerHidden: true,
      cell: (day) => <DayActs id={order.id} day={day} urgent={day.state === 'FAILED'} />,
    },
  ];
  return (
    <Section title={t('standing.ahead')}>
      {order.ahead.length === 0 ? (
        <p>{t('standing.aheadNone')}</p>
      ) : (
        <Table
          caption={t('standing.ahead')}
          captionHidden
          density="compact"
          columns={columns}
          rows={order.ahead}
          rowKey={(day) => day.day}
        />
      )}
    </Section>
  );
}
