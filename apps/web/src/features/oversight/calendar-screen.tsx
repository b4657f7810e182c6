import { useQuery } from '@apollo/client/react';
import { addDays, addMonths, daysInMonth, startOfWeek, weekdayOf, type LocalDate } from '@lienket/domain';
import { Button, Cluster, EmptyState, Link, PageHeader, cx, useNarrow } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import type { CaseCalendarQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { cases } from '../../shared/messages/vi/cases';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import s from './calendar.module.css';

const CalendarDocument = graphql(`
  query CaseCalendar($from: LocalDate!, $to: LocalDate!) {
    caseCalendar(from: $from, to: $to) {
      id
      kind
      on
      mou {
        id
        registerNo
        title
      }
      text
      owner
    }
  }
`);

type CaseDay = CaseCalendarQuery['caseCalendar'][number];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Tasks, promises, next actions, days to look again and ends of terms: a month on wide screens, a list on phones. */
export default function CalendarScreen() {
  const t = useText(cases);
  const f = useFormats();
  const narrow = useNarrow();
  const [params, setParams] = useSearchParams();
  const asked = params.get('month') ?? '';
  const first: LocalDate = `${MONTH.test(asked) ? asked : f.today().slice(0, 7)}-01`;
  const last = `${first.slice(0, 8)}${daysInMonth(first)}`;
  const query = useQuery(CalendarDocument, { variables: { from: first, to: last } });
  const go = (months: number) => setParams({ month: addMonths(first, months).slice(0, 7) }, { replace: true });
  const title = t('calendar.month', { month: first.slice(5, 7), year: first.slice(0, 4) });
  return (
    <>
      <PageTitle>{t('calendar.title')}</PageTitle>
      <PageHeader title={t('calendar.title')} meta={t('calendar.lead')} back={{ href: '/board', label: t('calendar.board') }} />
      <Cluster>
        <Button onClick={() => go(-1)}>{t('calendar.previous')}</Button>
        <h2 aria-live="polite">{title}</h2>
        <Button onClick={() => go(1)}>{t('calendar.next')}</Button>
      </Cluster>
      <AsyncScreen
        query={{ ...query, data: query.data ?? query.previousData }}
        empty={(data) => (data.caseCalendar.length === 0 && !query.loading ? <EmptyState title={t('calendar.none')} /> : null)}
      >
        {({ caseCalendar }) =>
          narrow ? <DayList dates={caseCalendar} /> : <Month first={first} last={last} dates={caseCalendar} />
        }
      </AsyncScreen>
    </>
  );
}

function Item({ date }: { date: CaseDay }) {
  const t = useText(cases);
  return (
    <li className={s.item}>
      <span className={s.kind}>{t(`caseDate.${date.kind}`)}</span>
      <Link href={`/agreements/${date.mou.id}#${date.kind === 'FOLLOW_UP' ? 'alerts' : 'case'}`}>
        {date.text ?? `${date.mou.registerNo} ${date.mou.title}`}
      </Link>
      {date.owner && <span className={s.soft}>{date.owner}</span>}
    </li>
  );
}

function DayList({ dates }: { dates: readonly CaseDay[] }) {
  const f = useFormats();
  const days = [...new Set(dates.map(({ on }) => on))];
  return (
    <ul className={s.days}>
      {days.map((day) => (
        <li key={day}>
          <h3 className={s.day}>{f.date(day)}</h3>
          <ul className={s.items}>
            {dates
              .filter(({ on }) => on === day)
              .map((date) => (
                <Item key={date.id} date={date} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Month({ first, last, dates }: { first: LocalDate; last: LocalDate; dates: readonly CaseDay[] }) {
  const t = useText(cases);
  const f = useFormats();
  const weeks: LocalDate[] = [];
  for (let monday = startOfWeek(first); monday <= last; monday = addDays(monday, 7)) weeks.push(monday);
  return (
    <table className={s.month}>
      <caption className="visually-hidden">{t('calendar.title')}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((offset) => (
            <th key={offset} scope="col">
              {t(`calendar.weekday${weekdayOf(addDays(weeks[0]!, offset)) as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {[0, 1, 2, 3, 4, 5, 6].map((offset) => {
              const day = addDays(monday, offset);
              const inside = day >= first && day <= last;
              return (
                <td key={day} className={cx(!inside && s.outside, day === f.today() && s.today)}>
                  {inside && (
                    <>
                      <span className={s.number}>{Number(day.slice(8))}</span>
                      <ul className={s.items}>
                        {dates
                          .filter(({ on }) => on === day)
                          .map((date) => (
                            <Item key={date.id} date={date} />
                          ))}
                      </ul>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
