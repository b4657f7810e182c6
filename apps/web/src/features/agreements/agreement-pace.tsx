import { EmptyState, PaceChart } from '@lienket/ui';
import type { MouPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';

/** "08/26": twelve of them fit under the chart. */
const shortMonth = (month: string) => `${month.slice(5)}/${month.slice(2, 4)}`;

/** Planned against accepted over the months; months to come have a plan but no result. */
export function AgreementPace({ mou }: { mou: MouPageFragment }) {
  const t = useText(agreements);
  const f = useFormats();
  const thisMonth = f.today().slice(0, 7);
  const monthOf = (month: string) => month.slice(0, 7);
  if (mou.pace.length === 0) {
    return (
      <EmptyState title={t(mou.realisation.kind === 'NOT_QUANTIFIED' ? 'agreement.paceUnquantified' : 'agreement.paceEmpty')} />
    );
  }
  const at = mou.pace.findIndex((point) => monthOf(point.month) === thisMonth);
  return (
    <PaceChart
      title={t('agreement.paceTitle')}
      todayIndex={at < 0 ? undefined : at}
      labels={{
        planned: t('agreement.planned'),
        accepted: t('agreement.accepted'),
        today: t('season.today'),
        period: t('agreement.month'),
        showTable: t('agreement.paceTable'),
      }}
      points={mou.pace.map((point) => {
        const past = monthOf(point.month) <= thisMonth;
        return {
          key: point.month,
          label: shortMonth(monthOf(point.month)),
          planned: point.plannedBp / 100,
          accepted: past ? point.acceptedBp / 100 : null,
          plannedText: f.percentBp(point.plannedBp),
          acceptedText: past ? f.percentBp(point.acceptedBp) : '—',
        };
      })}
    />
  );
}
