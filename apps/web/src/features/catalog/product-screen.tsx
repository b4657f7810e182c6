import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, Link, LinkButton, Notice, PageHeader, SeasonStrip, Section, Stack, Stars } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import { useParams } from 'react-router';
import { graphql } from '../../gql';
import type { ProductPageFragment } from '../../gql/graphql';
import { CertificateTable } from '../../shared/catalog/certificate-table';
import { packLabel } from '../../shared/catalog/pack-label';
import { SupplyStrip } from '../../shared/catalog/supply-strip';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { ReadinessPanel } from '../../shared/readiness/readiness-panel';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useSeason } from '../../shared/screen/use-season';
import { ShareButton } from '../../shared/screen/share-button';
import { useSession } from '../../shared/session/session';
import { CompareButton, KeepButton } from '../../shared/shortlist/keep-button';
import { ChannelLinks } from './channel-links';
import { ProductFacts } from './product-facts';
import { ProductMedia } from './product-media';
import { ProductPhotos } from './product-photos';
import { ProductPrices } from './product-prices';
import { SimilarProducts } from './similar-products';
import s from './catalog.module.css';

export const ProductPageParts = graphql(`
  fragment ProductPage on Product {
    id
    slug
    nameVi
    nameEn
    group
    subgroup
    description
    baseUnit
    netContent
    harvestMonths
    shelfLifeDays
    storage
    vatClass
    hsCode
    priceVisibility
    status
    photoUrl
    storageTempMin
    storageTempMax
    minRemainingDays
    origin
    originCommuneName
    story
    traceabilityUrl
    photos {
      id
      url
      altVi
      altEn
    }
    grades {
      id
      code
      name
      spec {
        measure
        operator
        value
        valueTo
        unit
        text
      }
    }
    channels {
      platform
      url
    }
    closures {
      id
      firstDay
      lastDay
      message
    }
    isDemo
    stars
    starsUntil
    priceFrom
    priceTo
    packs {
      id
      name
      sizeBase
      moqPacks
      gtin
      catchWeight
    }
    priceTiers {
      minQty
      unitPrice
      basis
      validFrom
    }
    certificates {
      ...CertificateRow
    }
    cooperative {
      id
      slug
      name
      kind
      communeName
      districtName
    }
  }
`);

const ProductDocument = graphql(`
  query Product($slug: String!) {
    product(slug: $slug) {
      ...ProductPage
    }
  }
`);

const words = { ...catalog, ...finding };

export default function ProductScreen() {
  const { slug = '' } = useParams();
  const query = useQuery(ProductDocument, { variables: { slug } });
  return (
    <AsyncScreen query={query} skeleton="block" count={3} missing={(data) => !data.product}>
      {(data) => <ProductPage product={data.product!} />}
    </AsyncScreen>
  );
}

function ProductPage({ product }: { product: ProductPageFragment }) {
  const t = useText(words);
  const f = useFormats();
  const season = useSeason();
  const { locale } = useLanguage();
  const { me } = useSession();
  useDemoMark(product.isDemo);
  const name = locale === 'en' && product.nameEn ? product.nameEn : product.nameVi;
  const { cooperative } = product;
  const place = [cooperative.communeName, cooperative.districtName].filter(Boolean).join(', ');
  const isOwn = me?.organization.id === cooperative.id;
  /** Whoever may read the prices here may have them on paper. */
  const seesPrices = Boolean(me) || product.priceVisibility === 'PUBLIC';
  const isBuying = me?.workplace === 'BUYER' && !isOwn && product.status === 'PUBLISHED';
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        back={{ href: '/catalog', label: t('catalog.title') }}
        mark={product.isDemo && <DemoMark text={t('demo')} />}
        title={name}
        meta={
          <>
            <span>{t(`group.${product.group}`)}</span>
            {product.stars && (
              <Stars
                count={product.stars}
                label={t('card.stars', { stars: product.stars, until: f.monthYear(product.starsUntil) })}
                until={product.starsUntil ? t('card.until', { until: f.monthYear(product.starsUntil) }) : undefined}
              />
            )}
            {product.status !== 'PUBLISHED' && <span>{t(`productStatus.${product.status}`)}</span>}
          </>
        }
        actions={
          <>
            {isOwn && <LinkButton href={`/products/${product.id}/edit`}>{t('product.edit')}</LinkButton>}
            {isBuying && (
              <>
                <LinkButton variant="primary" href={`/orders/new?seller=${cooperative.id}&products=${product.id}`}>
                  {t('product.order')}
                </LinkButton>
                <LinkButton href={`/rfqs/new?products=${product.id}`}>{t('buy.ask')}</LinkButton>
              </>
            )}
            <KeepButton product={{ id: product.id, name }} size="normal" />
            <CompareButton product={{ id: product.id, name }} size="normal" />
            {seesPrices && <LinkButton href={`/documents/offers/${product.id}.pdf`}>{t('buy.sheet')}</LinkButton>}
            <ShareButton title={name} />
          </>
        }
      />
      {product.status !== 'PUBLISHED' && !isOwn && <Notice>{t('buy.paused')}</Notice>}
      {product.closures.map((closure) => (
        <Notice
          key={closure.id}
          tone="warning"
          title={t('buy.closure', { from: f.date(closure.firstDay), to: f.date(closure.lastDay) })}
        >
          {closure.message}
        </Notice>
      ))}
      <div className={s.product}>
        <div className={s.productPicture}>
          <ProductPhotos product={product} name={name} />
        </div>
        <div className={s.productTerms}>
          <Stack>
            <ProductPrices product={product} isVisitor={!me} isOwn={isOwn} />
            <DescriptionList
              items={[
                ...product.packs.flatMap((pack) => [
                  {
                    term: t('product.pack'),
                    detail: packLabel(f, pack.name, pack.sizeBase, product.baseUnit),
                  },
                  {
                    term: t('product.moq'),
                    detail: t('product.moqDetail', {
                      count: pack.moqPacks,
                      quantity: f.quantity(
                        quantity(pack.sizeBase).timesRatio(BigInt(pack.moqPacks), 1n).toDecimalString(),
                        product.baseUnit,
                      ),
                    }),
                  },
                  ...(pack.gtin ? [{ term: t('product.gtin'), detail: pack.gtin }] : []),
                ]),
                ...(product.packs.some(({ catchWeight }) => catchWeight)
                  ? [{ term: t('buy.netWeight'), detail: t('buy.catchWeight') }]
                  : []),
              ]}
            />
            <div className={s.seller}>
              <p className={s.quiet}>{t(`orgKind.${cooperative.kind}`)}</p>
              <p className={s.sellerName}>
                <Link href={`/c/${cooperative.slug}`}>{cooperative.name}</Link>
              </p>
              {place && <p className={s.quiet}>{place}</p>}
            </div>
            <ChannelLinks links={product.channels} />
          </Stack>
        </div>
        <div className={s.productStory}>
          {product.description && <p className={s.lead}>{product.description}</p>}
          <Section title={t('product.season')} meta={f.months(product.harvestMonths)}>
            <SeasonStrip {...season(product.harvestMonths)} size="full" />
          </Section>
          <SupplyStrip productId={product.id} />
          <ProductFacts product={product} />
          <Section title={t('product.certificates')}>
            <CertificateTable certificates={product.certificates} />
          </Section>
          {me && (isOwn || me.workplace === 'BUYER' || me.workplace === 'OFFICER') && (
            <ReadinessPanel productId={product.id} isOwn={isOwn} />
          )}
          <ProductMedia productId={product.id} />
          <SimilarProducts product={product} />
        </div>
      </div>
    </>
  );
}
