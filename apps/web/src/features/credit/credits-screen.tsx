import { useQuery } from '@apollo/client/react';
import { EmptyState, Figure, Figures, FilterChips, LinkButton, LoadMore, PageHeader, SearchInput, Toolbar } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { CreditStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useSession } from '../../shared/session/session';
import { CreditTable } from './credit-table';
import { CreditAgreementsDocument, CreditTotalsDocument } from './credit.operations';

const OPEN: CreditStatus[] = ['RECORDED', 'SIGNED', 'FILED', 'APPRAISING', 'APPROVED', 'GRANTED'];
const FLAGS = ['open', 'late'] as const;

export default function CreditsScreen() {
  const t = useText(lending);
  const f = useFormats();
  const { me, may } = useSession();
  const [params, setParams] = useSearchParams();
  const search = useDebounced(params.get('q') ?? '', 250);
  const filter = { search: search || null, status: params.has('open') ? OPEN : null, late: params.has('late') || null };
  const query = useQuery(CreditAgreementsDocument, { variables: { filter, first: 30 } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.creditAgreements, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const put = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const filtered = Boolean(search) || FLAGS.some((flag) => params.has(flag));
  const records = Boolean(me) && may('credit.record', { partyOrgIds: [me!.organization.id] });
  return (
    <>
      <PageTitle>{t('lending.title')}</PageTitle>
      <PageHeader
        title={t('lending.title')}
        meta={t('lending.meta')}
        actions={
          records && (
            <LinkButton variant="primary" href="/credits/new">
              {t('lending.record')}
            </LinkButton>
          )
        }
      />
      <CreditFigures />
      <Toolbar label={t('lending.filters')}>
        <SearchInput
          label={t('lending.search')}
          placeholder={t('lending.search')}
          value={params.get('q') ?? ''}
          onChange={(event) => put('q', event.target.value || null)}
        />
      </Toolbar>
      <FilterChips
        label={t('lending.filters')}
        chips={FLAGS.map((flag) => ({ key: flag, label: t(`lending.${flag}`), selected: params.has(flag) }))}
        onToggle={(key) => put(key, params.has(key) ? null : '')}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.creditAgreements.edges.length === 0 &&
          (filtered ? (
            <EmptyState title={t('lending.emptyFiltered')} />
          ) : (
            <EmptyState title={t('lending.empty')} detail={t('lending.emptyDetail')} />
          ))
        }
      >
        {(data) => (
          <>
            <CreditTable rows={items} />
            <LoadMore
              text={
                failed
                  ? t('lending.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(data.creditAgreements.totalCount) })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

/** Counts with what they are counted of; a sum that could give one agreement away is not told. */
function CreditFigures() {
  const t = useText(lending);
  const f = useFormats();
  const { data } = useQuery(CreditTotalsDocument);
  const totals = data?.creditTotals;
  if (!totals || totals.agreements === 0) return null;
  return (
    <Figures>
      <Figure
        label={t('lending.total')}
        value={f.count(totals.agreements)}
        detail={t('lending.totalDetail', { quantified: totals.quantified })}
      />
      <Figure
        label={t('lending.withMoney')}
        value={f.count(totals.withMoney)}
        detail={t('lending.unsecuredCount', { count: totals.unsecured })}
      />
      <Figure
        label={t('lending.realised')}
        value={totals.rateBp === null || totals.rateBp === undefined ? t('lending.tooFew') : f.percentBp(totals.rateBp)}
        unknown={totals.rateBp === null || totals.rateBp === undefined}
        detail={
          totals.amount
            ? t('lending.realisedDetail', { paid: f.vndShort(totals.disbursed ?? 0), amount: f.vndShort(totals.amount) })
            : t('lending.tooFewDetail')
        }
      />
    </Figures>
  );
}
