import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { OrderPad } from './pad/order-pad';
import { OrderPadDocument } from './pad/pad.operations';
import { SellerChoice } from './pad/seller-choice';

export default function OrderNewScreen() {
  const t = useText(ordering);
  const [params] = useSearchParams();
  const [seller, contract] = [params.get('seller'), params.get('contract')];
  const products = useMemo(() => (params.get('products') ?? '').split(',').filter(Boolean), [params]);
  return (
    <>
      <PageTitle>{t('pad.title')}</PageTitle>
      {seller || contract ? (
        <PadOf key={`${seller}:${contract}`} sellerOrgId={seller} contractId={contract} products={products} />
      ) : (
        <SellerChoice />
      )}
    </>
  );
}

function PadOf({ products, ...chosen }: { sellerOrgId: string | null; contractId: string | null; products: readonly string[] }) {
  const t = useText(ordering);
  const query = useQuery(OrderPadDocument, { variables: chosen });
  const change = <LinkButton href="/orders/new">{t('pad.change')}</LinkButton>;
  return (
    <AsyncScreen
      query={query}
      empty={({ orderPad }) =>
        orderPad.items.length === 0 && (
          <>
            <PageHeader title={t('pad.titleFor', { seller: orderPad.seller.shortName })} />
            <EmptyState title={t('pad.noItems')} detail={t('pad.noItemsDetail')} action={change} />
          </>
        )
      }
    >
      {({ orderPad }) => <OrderPad pad={orderPad} products={products} />}
    </AsyncScreen>
  );
}
