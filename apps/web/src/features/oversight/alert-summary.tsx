import { BarChart, Figure, Figures } from '@lienket/ui';
import type { StallSummaryQuery } from '../../gql/graphql';
import s from '../../shared/agreements/alerts.module.css';
import { useAlertWords } from '../../shared/agreements/use-alert-words';

interface Props {
  summary: StallSummaryQuery['stallSummary'];
  params: URLSearchParams;
}

/** Below this many, a share says more than is known. */
const FEW = 5;

/** How much stands still; each number opens its rows. */
export function AlertSummary({ summary, params }: Props) {
  const { t, f, reasonName } = useAlertWords();
  const to = (key: string, value: string) => {
    const next = new URLSearchParams(params.get('event') ? { event: params.get('event')! } : {});
    next.set(key, value);
    return `/alerts?${next}`;
  };
  const labels = { item: t('alerts.item'), value: t('alerts.count'), showTable: t('alerts.showTable') };
  const bars = (key: string, counts: readonly { code: string; count: number }[], name: (code: string) => string) =>
    counts.map(({ code, count }) => ({
      key: code,
      label: name(code),
      value: count,
      valueText: f.count(count),
      href: to(key, code),
      current: params.get(key) === code,
    }));
  const { agreements, stalled } = summary;
  return (
    <>
      <Figures>
        <Figure
          size="large"
          label={t('alerts.rate')}
          value={agreements < FEW ? f.count(stalled) : f.percentBp(Math.round((stalled * 10_000) / agreements))}
          detail={t('alerts.rateDetail', { stalled: f.count(stalled), total: f.count(agreements) })}
        />
        <Figure label={t('alerts.unanswered')} value={f.count(summary.unanswered)} />
      </Figures>
      <div className={s.charts}>
        <BarChart
          title={t('alerts.byLevel')}
          labels={labels}
          bars={bars('level', summary.byLevel, (code) => t(`stallLevel.${code as 'WATCH'}`))}
        />
        <BarChart
          title={t('alerts.byTransition')}
          labels={labels}
          bars={bars('transition', summary.byTransition, (code) => t(`stallTransition.${code as 'PACE'}`))}
        />
        <BarChart
          title={t('alerts.byActor')}
          labels={labels}
          bars={bars('actor', summary.byActor, (code) => t(`alertActor.${code as 'BOTH'}`))}
        />
        {summary.byReason.length > 0 ? (
          <BarChart title={t('alerts.byReason')} labels={labels} bars={bars('reason', summary.byReason, reasonName)} />
        ) : (
          <p className={s.soft}>{t('alerts.noReason')}</p>
        )}
      </div>
    </>
  );
}
