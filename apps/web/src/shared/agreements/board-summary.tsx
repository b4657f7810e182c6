import { Link, cx } from '@lienket/ui';
import type { BoardSummaryQuery } from '../../gql/graphql';
import { useText } from '../i18n/use-text';
import { agreements } from '../messages/vi/agreements';
import { AND_ABOVE, onlyFilter } from './board-filter';
import s from './board.module.css';

type Summary = BoardSummaryQuery['boardSummary'];

interface Props {
  summary: Summary;
  params: URLSearchParams;
  path: string;
}

/** How far the agreements have come and who must move; each number leads to its rows. */
export function BoardSummary({ summary, params, path }: Props) {
  const t = useText(agreements);
  const most = Math.max(1, summary.total);
  const to = (key: 'rung' | 'actor' | 'real', value: string) => `${path}${onlyFilter(params, key, value)}`;
  return (
    <div className={s.summary}>
      <section aria-labelledby="board-rungs">
        <h2 className={s.heading} id="board-rungs">
          {t('board.byRung')}
        </h2>
        <ol className={s.funnel}>
          {summary.byRung.map(({ rung, here, reached }) => (
            <li key={rung} className={cx(s.rung, [rung, rung + AND_ABOVE].includes(params.get('rung') ?? '') && s.chosen)}>
              <span className={s.rungName}>{t(`rung.${rung}`)}</span>
              <svg className={s.bar} height="12" aria-hidden="true">
                <rect className={s.reached} width={`${(reached / most) * 100}%`} height="12" />
                <line className={s.zero} x1="0.5" x2="0.5" y1="0" y2="12" />
              </svg>
              <Link
                className={s.count}
                href={to('rung', rung + AND_ABOVE)}
                aria-current={params.get('rung') === rung + AND_ABOVE || undefined}
              >
                {t('board.reached', { count: reached })}
              </Link>
              <Link className={s.here} href={to('rung', rung)} aria-current={params.get('rung') === rung || undefined}>
                {t('board.here', { count: here })}
              </Link>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="board-actors">
        <h2 className={s.heading} id="board-actors">
          {t('board.byActor')}
        </h2>
        <ul className={s.numbers}>
          {summary.byActor.map(({ actor, count }) => (
            <li key={actor} className={cx(params.get('actor') === actor && s.chosen)}>
              <Link href={to('actor', actor)} className={s.number} aria-current={params.get('actor') === actor || undefined}>
                <span>{t(`actorTurn.${actor}`)}</span>
                <b>{count}</b>
              </Link>
            </li>
          ))}
        </ul>
        <h2 className={s.heading}>{t('board.measured')}</h2>
        <ul className={s.numbers}>
          <li className={cx(params.get('real') === 'NOT_QUANTIFIED' && s.chosen)}>
            <Link
              href={to('real', 'NOT_QUANTIFIED')}
              className={s.number}
              aria-current={params.get('real') === 'NOT_QUANTIFIED' || undefined}
            >
              <span>{t('board.notQuantified')}</span>
              <b>{summary.notQuantified}</b>
            </Link>
          </li>
        </ul>
        <p className={s.note}>{t('board.coverage', { coverage: summary.coverage })}</p>
      </section>
    </div>
  );
}
