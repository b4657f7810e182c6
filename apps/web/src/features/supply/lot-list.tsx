import { useQuery } from '@apollo/client/react';
import { Checkbox, EmptyState, LoadMore, Skeleton, StatusMark, Table, type Tone } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { LotState, StockLotRowFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { FailureState } from '../../shared/screen/async-screen';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { StockLotsDocument } from './supply.operations';

export const lotTones: Record<LotState, Tone> = {
  NOT_GOOD_YET: 'info',
  GOOD: 'success',
  LITTLE_LIFE: 'warning',
  EXPIRED: 'danger',
  EMPTY: 'neutral',
};

/** What expires first stands first, each with the days it has left. */
export function LotList({ productId }: { productId?: string }) {
  const t = useText(supply);
  const f = useFormats();
  const [params, setParams] = useSearchParams();
  const withEmpty = params.get('empty') === '1';
  const setWithEmpty = (wanted: boolean) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (wanted) next.set('empty', '1');
        else next.delete('empty');
        return next;
      },
      { replace: true },
    );
  const query = useQuery(StockLotsDocument, { variables: { productId: productId ?? null, withEmpty } });
  const { items, hasMore, loading, loadMore } = useLoadMore(query.data?.stockLots, query.fetchMore);
  if (query.error && !query.data) return <FailureState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton kind="rows" count={3} label={t('state.loading')} />;
  return (
    <>
      <Checkbox label={t('supply.lotsAll')} checked={withEmpty} onChange={(event) => setWithEmpty(event.target.checked)} />
      {items.length === 0 ? (
        <EmptyState title={t('supply.lotsNone')} detail={t('supply.lotsNoneDetail')} />
      ) : (
        <Table
          caption={t('supply.lots')}
          captionHidden
          rows={items}
          rowKey={(lot) => lot.id}
          rowHref={(lot) => `/supply/lots/${lot.id}`}
          rowTone={(lot) => (lot.state === 'EXPIRED' ? 'danger' : lot.state === 'LITTLE_LIFE' ? 'warning' : undefined)}
          columns={[
            { key: 'code', header: t('supply.lot'), primary: true, cell: (lot) => lot.code },
            ...(productId
              ? []
              : [{ key: 'product', header: t('supply.product'), cell: (lot: StockLotRowFragment) => lot.product.nameVi }]),
            {
              key: 'expires',
              header: t('supply.expires'),
              cell: (lot) => (lot.expiresOn ? `${f.date(lot.expiresOn)}, ${f.due(lot.expiresOn)}` : t('supply.noExpiry')),
            },
            { key: 'free', header: t('supply.free'), numeric: true, cell: (lot) => f.quantity(lot.free, lot.product.baseUnit) },
            {
              key: 'reserved',
              header: t('supply.reserved'),
              numeric: true,
              cell: (lot) => f.quantity(lot.reserved, lot.product.baseUnit),
            },
            {
              key: 'state',
              header: t('supply.state'),
              cell: (lot) => <StatusMark tone={lotTones[lot.state]}>{t(`lotState.${lot.state}`)}</StatusMark>,
            },
          ]}
        />
      )}
      {hasMore && (
        <LoadMore
          text={t('supply.shown', { shown: items.length })}
          label={t('action.more')}
          loading={loading}
          onMore={loadMore}
        />
      )}
    </>
  );
}
