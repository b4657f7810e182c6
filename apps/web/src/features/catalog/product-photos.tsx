import { DrawnPlaceholder, cx } from '@lienket/ui';
import { useState } from 'react';
import type { ProductPageFragment } from '../../gql/graphql';
import { motifFor } from '../../shared/catalog/product-picture';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import s from './product-page.module.css';

/** Every photograph of a product, one large; without any the drawing stands. */
export function ProductPhotos({ product, name }: { product: ProductPageFragment; name: string }) {
  const t = useText(finding);
  const { locale } = useLanguage();
  const [shown, setShown] = useState(0);
  const { photos } = product;
  const photo = photos[Math.min(shown, photos.length - 1)];
  if (!photo)
    return product.photoUrl ? (
      <img className={s.picture} src={product.photoUrl} alt={name} />
    ) : (
      <DrawnPlaceholder
        className={s.picture}
        seed={`${product.group} ${product.nameVi}`}
        label={t('card.drawing')}
        motif={motifFor(product.nameVi, product.group)}
      />
    );
  const altOf = ({ altVi, altEn }: typeof photo) => (locale === 'en' ? altEn : altVi);
  return (
    <div role="group" aria-label={t('buy.photos')}>
      <img className={s.picture} src={photo.url} alt={altOf(photo)} fetchPriority="high" />
      {photos.length > 1 && (
        <div className={s.thumbs}>
          {photos.map((one, index) => (
            <button
              key={one.id}
              type="button"
              className={cx(s.thumb, index === shown && s.chosen)}
              aria-label={t('buy.photo', { index: index + 1, count: photos.length })}
              aria-pressed={index === shown}
              onClick={() => setShown(index)}
            >
              <img src={`${one.url}?size=160`} alt="" loading="lazy" />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
