import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, LinkButton, PageHeader, useNarrow, toast } from '@lienket/ui';
import { quantity, Quantity, quantityInputText } from '@lienket/domain';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { RfqComparisonQuery } from '../../gql/graphql';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { AwardReview } from './award-review';
import { cheapestPicks, comparisonText } from './comparison-picks';
import { ComparisonCards } from './comparison-cards';
import { ComparisonTable } from './comparison-table';
import { QuoteDialog } from './quote-dialog';
import { RfqComparisonDocument } from './sourcing.operations';
import s from './sourcing.module.css';

export type Comparison = RfqComparisonQuery['rfqComparison'];
/** What is typed beside an offer, by quote line. */
export type Picks = Readonly<Record<string, string>>;

/** All quotes at one unit price, and the choice among them. */
export default function CompareScreen() {
  const t = useText(sourcing);
  const { id = '' } = useParams();
  const query = useQuery(RfqComparisonDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageTitle>{t('compare.title')}</PageTitle>
      <AsyncScreen
        query={query}
        missing={(data) => !data.rfq}
        empty={(data) =>
          data.rfqComparison.columns.length === 0 && (
            <EmptyState
              title={t('compare.empty')}
              detail={t('compare.emptyDetail')}
              action={<LinkButton href={`/rfqs/${id}`}>{t('rfq.back')}</LinkButton>}
            />
          )
        }
      >
        {(data) => <Compare rfq={data.rfq!} comparison={data.rfqComparison} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

interface CompareProps {
  rfq: NonNullable<RfqComparisonQuery['rfq']>;
  comparison: Comparison;
  reload: () => void;
}

function Compare({ rfq, comparison, reload }: CompareProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const narrow = useNarrow();
  const numbers = useTypedNumbers();
  useDemoMark(rfq.isDemo);
  const [picks, setPicks] = useState<Picks>({});
  const [reviewing, setReviewing] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const mayAward = rfq.availableActions.some(({ action, allowed }) => action === 'rfqAward' && allowed);
  const pick = (lineId: string, text: string) => setPicks((all) => ({ ...all, [lineId]: text }));
  const cheapest = () =>
    setPicks(Object.fromEntries(cheapestPicks(comparison).map(({ offerId, qty }) => [offerId, quantityInputText(qty, locale)])));
  const pickedOf = (line: Comparison['lines'][number]) =>
    Quantity.sum(
      line.cells.flatMap((cell) => {
        const typed = picks[cell.line.id]?.trim() ? numbers.quantity(picks[cell.line.id]!) : null;
        return typed?.ok ? [quantity(typed.wire)] : [];
      }),
    );
  const copy = async () => {
    await navigator.clipboard.writeText(comparisonText(comparison, { goods: t('compare.line'), unit: t('rfqForm.unit') }));
    toast.success(t('compare.exported'));
  };
  const Shown = narrow ? ComparisonCards : ComparisonTable;
  return (
    <>
      <PageHeader
        back={{ href: `/rfqs/${rfq.id}`, label: rfq.title }}
        title={t('compare.title')}
        meta={t('compare.meta', { basis: t(`rfqBasis.${comparison.basis}`) })}
        actions={
          <>
            <ExportButton list="quotes" filter={{ rfq: rfq.id }} />
            <Button variant="quiet" onClick={() => void copy()}>
              {t('compare.export')}
            </Button>
          </>
        }
      />
      <Shown comparison={comparison} picks={picks} onPick={mayAward ? pick : undefined} onRead={setReading} pickedOf={pickedOf} />
      {mayAward && (
        <div className={s.bar}>
          <Cluster>
            <Button onClick={cheapest}>{t('compare.cheapest')}</Button>
            <Button variant="quiet" onClick={() => setPicks({})}>
              {t('compare.clear')}
            </Button>
            <Button variant="primary" onClick={() => setReviewing(true)}>
              {t('compare.review')}
            </Button>
            <span role="status" className={s.under}>
              {comparison.lines
                .map((line) =>
                  t('compare.picked', {
                    picked: f.quantity(pickedOf(line).toDecimalString()),
                    asked: f.quantity(line.askedQty, line.baseUnit),
                  }),
                )
                .join(' · ')}
            </span>
          </Cluster>
        </div>
      )}
      {reading && <QuoteDialog id={reading} onClose={() => setReading(null)} />}
      {reviewing && (
        <AwardReview rfqId={rfq.id} comparison={comparison} picks={picks} onClose={() => setReviewing(false)} reload={reload} />
      )}
    </>
  );
}
