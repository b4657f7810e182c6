import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { OrderPad } from './pad/order-pad';
import type { Pads } from './pad/pad-calendars';
import { OrderPadDocument, OrderPadsDocument } from './pad/pad.operations';
import { SellerChoice } from './pad/seller-choice';

const listOf = (text: string | null) => (text ?? '').split(',').filter(Boolean);

/** `seller` (with `contract`, or with more sellers in `also`), `products` orders to place `again` and a `template` say what the sheet is for. */
export default function OrderNewScreen() {
  const t = useText(ordering);
  const [params] = useSearchParams();
  const [seller, contract] = [params.get('seller'), params.get('contract')];
  const products = useMemo(() => listOf(params.get('products')), [params]);
  const again = useMemo(() => listOf(params.get('again')), [params]);
  const filled = { products, again, templateId: params.get('template') };
  return (
    <>
      <PageTitle>{t('pad.title')}</PageTitle>
      {contract ? (
        <PadOfContract key={contract} sellerOrgId={seller} contractId={contract} {...filled} />
      ) : seller ? (
        <PadOfSellers key={seller} seller={seller} {...filled} />
      ) : (
        <SellerChoice />
      )}
    </>
  );
}

/** What the sheet is filled from. */
interface Filling {
  products: readonly string[];
  again: readonly string[];
  templateId: string | null;
}

interface PadOfContractProps extends Filling {
  sellerOrgId: string | null;
  contractId: string;
}

function PadOfContract({ sellerOrgId, contractId, ...filled }: PadOfContractProps) {
  const nothing = useNothingOnSale();
  const query = useQuery(OrderPadDocument, { variables: { sellerOrgId, contractId } });
  return (
    <AsyncScreen query={query} empty={({ orderPad }) => nothing([orderPad])}>
      {({ orderPad }) => <OrderPad pads={[orderPad]} {...filled} />}
    </AsyncScreen>
  );
}

interface PadOfSellersProps extends Filling {
  seller: string;
}

function PadOfSellers({ seller, ...filled }: PadOfSellersProps) {
  const nothing = useNothingOnSale();
  const [params, setParams] = useSearchParams();
  const also = params.get('also');
  const sellerOrgIds = useMemo(() => [seller, ...listOf(also)], [seller, also]);
  const query = useQuery(OrderPadsDocument, { variables: { sellerOrgIds } });
  // The sheet stays as it is while one more seller's goods arrive.
  const data = query.data ?? (query.loading ? query.previousData : undefined);
  const pads = data?.orderPads;
  const held = useMemo(() => (pads?.length ? (pads as unknown as Pads) : null), [pads]);
  const setSellers = (ids: readonly string[]) => {
    const next = new URLSearchParams(params);
    if (ids.length) next.set('also', ids.join(','));
    else next.delete('also');
    setParams(next, { replace: true });
  };
  return (
    <AsyncScreen query={{ ...query, data }} empty={({ orderPads }) => nothing(orderPads)}>
      {() => held && <OrderPad pads={held} {...filled} onSellers={setSellers} />}
    </AsyncScreen>
  );
}

/** Said where none of the sellers sells anything; null otherwise. */
function useNothingOnSale() {
  const t = useText(ordering);
  return (pads: readonly Pads[number][]) =>
    pads.some(({ items }) => items.length > 0) ? null : (
      <>
        <PageHeader title={t('pad.titleFor', { seller: pads[0]?.seller.shortName })} />
        <EmptyState
          title={t('pad.noItems')}
          detail={t('pad.noItemsDetail')}
          action={<LinkButton href="/orders/new">{t('pad.change')}</LinkButton>}
        />
      </>
    );
}
