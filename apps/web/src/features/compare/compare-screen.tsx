import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, Link, LinkButton, PageHeader, VisuallyHidden, cx } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import type { CompareQuery } from '../../gql/graphql';
import { useCertificateName } from '../../shared/catalog/certificate-name';
import { packLabel } from '../../shared/catalog/pack-label';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { compareList } from '../../shared/shortlist/local-list';
import { KeepButton } from '../../shared/shortlist/keep-button';
import s from './compare.module.css';

const CompareDocument = graphql(`
  query Compare($a: ID!, $b: ID!, $c: ID!, $d: ID!, $hasB: Boolean!, $hasC: Boolean!, $hasD: Boolean!) {
    a: productById(id: $a) {
      ...CompareParts
    }
    b: productById(id: $b) @include(if: $hasB) {
      ...CompareParts
    }
    c: productById(id: $c) @include(if: $hasC) {
      ...CompareParts
    }
    d: productById(id: $d) @include(if: $hasD) {
      ...CompareParts
    }
  }

  fragment CompareParts on Product {
    id
    slug
    nameVi
    group
    baseUnit
    harvestMonths
    shelfLifeDays
    storage
    stars
    starsUntil
    priceFrom
    priceTo
    packs {
      id
      name
      sizeBase
      moqPacks
    }
    priceTiers {
      minQty
      unitPrice
    }
    certificates {
      id
      kind
      kindName
      stars
    }
    cooperative {
      id
      slug
      name
      communeName
      districtName
    }
  }
`);

type Product = NonNullable<CompareQuery['a']>;

const idsFrom = (params: URLSearchParams): string[] =>
  [...new Set((params.get('ids') ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id)))].slice(0, 4);

export default function CompareScreen() {
  const t = useText(finding);
  const [params] = useSearchParams();
  const ids = idsFrom(params);
  return (
    <>
      <PageTitle>{t('beside.title')}</PageTitle>
      <PageHeader back={{ href: '/catalog', label: t('keep.toCatalog') }} title={t('beside.title')} meta={t('beside.lead')} />
      {ids.length === 0 ? <Empty /> : <Comparison ids={ids} />}
    </>
  );
}

function Empty() {
  const t = useText(finding);
  return (
    <EmptyState
      title={t('beside.empty')}
      detail={t('beside.emptyDetail')}
      action={<LinkButton href="/catalog">{t('keep.toCatalog')}</LinkButton>}
    />
  );
}

function Comparison({ ids }: { ids: string[] }) {
  const [a = '', b = a, c = a, d = a] = ids;
  const query = useQuery(CompareDocument, {
    variables: { a, b, c, d, hasB: ids.length > 1, hasC: ids.length > 2, hasD: ids.length > 3 },
  });
  const found = (data: CompareQuery) =>
    [data.a, data.b, data.c, data.d].filter((product): product is Product => Boolean(product));
  return (
    <AsyncScreen query={query} skeleton="rows" empty={(data) => found(data).length === 0 && <Empty />}>
      {(data) => <CompareTable products={found(data)} />}
    </AsyncScreen>
  );
}

function CompareTable({ products }: { products: Product[] }) {
  const t = useText(finding);
  const f = useFormats();
  const { me } = useSession();
  const nameOf = useCertificateName();
  const [params, setParams] = useSearchParams();
  const rows: { label: string; of: (product: Product) => string; show?: (product: Product) => ReactNode }[] = [
    {
      label: t('beside.seller'),
      of: ({ cooperative }) => cooperative.name,
      show: ({ cooperative }) => <Link href={`/c/${cooperative.slug}`}>{cooperative.name}</Link>,
    },
    {
      label: t('beside.place'),
      of: ({ cooperative }) => cooperative.communeName ?? cooperative.districtName ?? t('buy.notSaid'),
    },
    {
      label: t('beside.price'),
      of: ({ priceFrom, priceTo, baseUnit }) =>
        priceFrom != null && priceTo != null
          ? `${f.vndRange(priceFrom, priceTo)} ${t('unit.per', { unit: baseUnit })}`
          : t('beside.hidden'),
    },
    ...(me?.workplace === 'BUYER'
      ? [
          {
            label: t('beside.yourPrice'),
            of: ({ priceTiers, baseUnit }: Product) =>
              priceTiers?.length
                ? priceTiers.map(({ minQty, unitPrice }) => `≥ ${f.quantity(minQty, baseUnit)}: ${f.vnd(unitPrice)}`).join('; ')
                : t('beside.none'),
          },
        ]
      : []),
    {
      label: t('beside.pack'),
      of: ({ packs, baseUnit }) =>
        packs.map((pack) => packLabel(f, pack.name, pack.sizeBase, baseUnit)).join('; ') || t('buy.notSaid'),
    },
    {
      label: t('beside.moq'),
      of: ({ packs, baseUnit }) =>
        packs[0]
          ? f.quantity(quantity(packs[0].sizeBase).timesRatio(BigInt(packs[0].moqPacks), 1n).toDecimalString(), baseUnit)
          : t('buy.notSaid'),
    },
    { label: t('beside.season'), of: ({ harvestMonths }) => f.months(harvestMonths) },
    {
      label: t('beside.stars'),
      of: ({ stars, starsUntil }) => (stars ? t('card.stars', { stars, until: f.monthYear(starsUntil) }) : t('beside.none')),
    },
    {
      label: t('beside.certificates'),
      of: ({ certificates }) => certificates.map((certificate) => nameOf(certificate)).join(', ') || t('beside.none'),
    },
    { label: t('beside.storage'), of: ({ storage }) => t(`storage.${storage}`) },
    {
      label: t('beside.shelfLife'),
      of: ({ shelfLifeDays }) => (shelfLifeDays ? f.count(shelfLifeDays) : t('buy.notSaid')),
    },
    { label: t('beside.group'), of: ({ group }) => t(`group.${group}`) },
  ];
  const takeOut = (id: string) => {
    if (compareList.read().includes(id)) compareList.toggle(id);
    const rest = idsFrom(params).filter((one) => one !== id);
    setParams(rest.length ? { ids: rest.join(',') } : {}, { replace: true });
  };
  return (
    // Scrolled sideways by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={s.scroll} tabIndex={0} role="region" aria-label={t('beside.title')}>
      <table className={s.table}>
        <caption>
          <VisuallyHidden>{t('beside.title')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={s.fact}>
              {t('beside.fact')}
            </th>
            {products.map((product) => (
              <th key={product.id} scope="col" className={s.product}>
                <Link href={`/catalog/${product.slug}`}>{product.nameVi}</Link>
                <span className={s.buttons}>
                  <KeepButton product={{ id: product.id, name: product.nameVi }} />
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('beside.takeOutNamed', { name: product.nameVi })}
                    onClick={() => takeOut(product.id)}
                  >
                    {t('keep.takeOut')}
                  </Button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const differs = new Set(products.map(row.of)).size > 1;
            return (
              <tr key={row.label} className={cx(differs && s.differs)}>
                <th scope="row" className={s.fact}>
                  {row.label}
                  {differs && <VisuallyHidden> ({t('beside.differs')})</VisuallyHidden>}
                </th>
                {products.map((product) => (
                  <td key={product.id}>{row.show?.(product) ?? row.of(product)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
