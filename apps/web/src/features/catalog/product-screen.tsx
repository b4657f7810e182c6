import { useQuery } from '@apollo/client/react';
import {
  DemoMark,
  DescriptionList,
  DrawnPlaceholder,
  Link,
  LinkButton,
  PageHeader,
  SeasonStrip,
  Section,
  Stack,
  Stars,
} from '@lienket/ui';
import { quantity } from '@lienket/domain';
import { useParams } from 'react-router';
import { graphql } from '../../gql';
import type { ProductPageFragment } from '../../gql/graphql';
import { CertificateTable } from '../../shared/catalog/certificate-table';
import { packLabel } from '../../shared/catalog/pack-label';
import { motifFor } from '../../shared/catalog/product-picture';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { ReadinessPanel } from '../../shared/readiness/readiness-panel';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useSeason } from '../../shared/screen/use-season';
import { useSession } from '../../shared/session/session';
import { ProductPrices } from './product-prices';
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
  const t = useText(catalog);
  const f = useFormats();
  const season = useSeason();
  const { locale } = useLanguage();
  const { me } = useSession();
  useDemoMark(product.isDemo);
  const name = locale === 'en' && product.nameEn ? product.nameEn : product.nameVi;
  const { cooperative } = product;
  const place = [cooperative.communeName, cooperative.districtName].filter(Boolean).join(', ');
  const isOwn = me?.organization.id === cooperative.id;
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
          isOwn ? (
            <LinkButton href={`/products/${product.id}/edit`}>{t('product.edit')}</LinkButton>
          ) : (
            me?.workplace === 'BUYER' &&
            product.status === 'PUBLISHED' && (
              <LinkButton variant="primary" href={`/orders/new?seller=${cooperative.id}`}>
                {t('product.order')}
              </LinkButton>
            )
          )
        }
      />
      <div className={s.product}>
        <div className={s.productPicture}>
          {product.photoUrl ? (
            <img className={s.picture} src={product.photoUrl} alt={name} />
          ) : (
            <DrawnPlaceholder
              className={s.picture}
              seed={`${product.group} ${product.nameVi}`}
              label={t('card.drawing')}
              motif={motifFor(product.nameVi, product.group)}
            />
          )}
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
                { term: t('product.storage'), detail: t(`storage.${product.storage}`) },
                {
                  term: t('product.shelfLife'),
                  detail: product.shelfLifeDays ? t('product.days', { count: product.shelfLifeDays }) : t('product.notStated'),
                },
                ...(product.netContent ? [{ term: t('product.netContent'), detail: product.netContent }] : []),
                { term: t('product.vatClass'), detail: t(`vatClass.${product.vatClass}`) },
                ...(product.hsCode ? [{ term: t('product.hsCode'), detail: product.hsCode }] : []),
              ]}
            />
            <div className={s.seller}>
              <p className={s.quiet}>{t(`orgKind.${cooperative.kind}`)}</p>
              <p className={s.sellerName}>
                <Link href={`/c/${cooperative.slug}`}>{cooperative.name}</Link>
              </p>
              {place && <p className={s.quiet}>{place}</p>}
            </div>
          </Stack>
        </div>
        <div className={s.productStory}>
          {product.description && <p className={s.lead}>{product.description}</p>}
          <Section title={t('product.season')} meta={f.months(product.harvestMonths)}>
            <SeasonStrip {...season(product.harvestMonths)} size="full" />
          </Section>
          <Section title={t('product.certificates')}>
            <CertificateTable certificates={product.certificates} />
          </Section>
          {me && (isOwn || me.workplace === 'BUYER' || me.workplace === 'OFFICER') && (
            <ReadinessPanel productId={product.id} isOwn={isOwn} />
          )}
        </div>
      </div>
    </>
  );
}
