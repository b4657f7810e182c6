import { LinkButton, Notice, Table } from '@lienket/ui';
import { useLocation } from 'react-router';
import type { ProductPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';

interface ProductPricesProps {
  product: Pick<ProductPageFragment, 'priceTiers' | 'priceFrom' | 'priceTo' | 'baseUnit'>;
  isVisitor: boolean;
  isOwn: boolean;
}

/** The prices this reader may see, or what to do to see them. */
export function ProductPrices({ product, isVisitor, isOwn }: ProductPricesProps) {
  const t = useText(catalog);
  const f = useFormats();
  const { pathname } = useLocation();
  const tiers = product.priceTiers;
  if (tiers?.length) {
    const [first] = tiers;
    return (
      <div>
        <Table
          caption={t('prices.title', { unit: product.baseUnit })}
          density="compact"
          stickyHeader={false}
          rows={tiers}
          rowKey={(tier) => tier.minQty}
          columns={[
            {
              key: 'from',
              header: t('prices.from'),
              cell: (tier) => (Number(tier.minQty) === 0 ? t('prices.least') : f.quantity(tier.minQty, product.baseUnit)),
              primary: true,
            },
            { key: 'price', header: t('prices.price'), numeric: true, cell: (tier) => f.vnd(tier.unitPrice) },
          ]}
        />
        <p>{t('prices.note', { basis: t(`priceBasis.${first!.basis}`), day: f.date(first!.validFrom) })}</p>
      </div>
    );
  }
  const band = product.priceFrom != null && product.priceTo != null && f.vndRange(product.priceFrom, product.priceTo);
  if (isOwn) return <Notice>{t('prices.ownNone')}</Notice>;
  return (
    <Notice
      title={band ? t('prices.band', { band, unit: product.baseUnit }) : t('prices.hiddenTitle')}
      action={
        isVisitor && (
          <LinkButton size="small" href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
            {t('prices.signIn')}
          </LinkButton>
        )
      }
    >
      {t(band ? 'prices.bandNote' : isVisitor ? 'prices.hiddenVisitor' : 'prices.hiddenOther')}
    </Notice>
  );
}
