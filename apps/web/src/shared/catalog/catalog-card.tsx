import { DemoMark, ProductCard } from '@lienket/ui';
import type { ReactNode } from 'react';
import { graphql } from '../../gql';
import type { CatalogCardFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { useSeason } from '../screen/use-season';
import { useSession } from '../session/session';
import { packLabel } from './pack-label';
import { motifFor, thumbOf } from './product-picture';

export const CatalogCardParts = graphql(`
  fragment CatalogCard on CatalogItem {
    id
    slug
    nameVi
    nameEn
    group
    baseUnit
    netContent
    packName
    packSize
    moqPacks
    harvestMonths
    stars
    starsUntil
    priceFrom
    priceTo
    photoUrl
    isDemo
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

interface CatalogCardProps {
  item: CatalogCardFragment;
  headingLevel?: 2 | 3;
  actions?: ReactNode;
}

/** One product as every list of the catalogue shows it. */
export function CatalogCard({ item, headingLevel, actions }: CatalogCardProps) {
  const t = useText();
  const f = useFormats();
  const season = useSeason();
  const { locale } = useLanguage();
  const { me } = useSession();
  const name = locale === 'en' && item.nameEn ? item.nameEn : item.nameVi;
  const { cooperative } = item;
  return (
    <ProductCard
      href={`/catalog/${item.slug}`}
      name={name}
      headingLevel={headingLevel}
      seller={cooperative.name}
      place={cooperative.communeName ?? cooperative.districtName ?? ''}
      photo={item.photoUrl ? { src: thumbOf(item.photoUrl), alt: name } : undefined}
      placeholder={{ seed: `${item.group} ${item.nameVi}`, label: t('card.drawing'), motif: motifFor(item.nameVi, item.group) }}
      stars={
        item.stars
          ? {
              count: item.stars,
              label: t('card.stars', { stars: item.stars, until: f.monthYear(item.starsUntil) }),
              until: item.starsUntil ? t('card.until', { until: f.monthYear(item.starsUntil) }) : undefined,
            }
          : undefined
      }
      season={season(item.harvestMonths)}
      price={
        item.priceFrom != null && item.priceTo != null
          ? f.vndRange(item.priceFrom, item.priceTo)
          : t(me?.workplace === 'BUYER' ? 'card.priceInside' : 'card.noPrice')
      }
      priceUnit={item.priceFrom != null ? t('unit.per', { unit: item.baseUnit }) : undefined}
      pack={
        item.packName && item.packSize
          ? packLabel(f, item.packName, item.packSize, item.baseUnit)
          : (item.netContent ?? undefined)
      }
      moq={item.moqPacks ? t('card.moq', { count: item.moqPacks }) : undefined}
      actions={actions}
      mark={item.isDemo ? <DemoMark text={t('demo')} /> : undefined}
    />
  );
}
