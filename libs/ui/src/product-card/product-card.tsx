import type { ReactNode } from 'react';
import { Link } from '../link/link';
import { Stars, type StarsProps } from '../marks/status-mark';
import { SeasonStrip, type SeasonStripProps } from '../season-strip/season-strip';
import { DrawnPlaceholder, type DrawnPlaceholderProps } from './drawn-placeholder';
import s from './product-card.module.css';

export interface ProductCardProps {
  href: string;
  name: string;
  seller: string;
  place: string;
  /** A real photograph; without it the drawing stands. */
  photo?: { src: string; alt: string; srcSet?: string };
  placeholder: Pick<DrawnPlaceholderProps, 'seed' | 'label' | 'motif'>;
  stars?: StarsProps;
  season?: Omit<SeasonStripProps, 'size'>;
  /** "85.000 đ"; or why there is none, such as "Giá theo báo giá". */
  price: ReactNode;
  /** "/ kg" */
  priceUnit?: string;
  /** "Thùng 10 kg" */
  pack?: string;
  /** "Đặt từ 200 kg" */
  moq?: string;
  /** Over the picture: the demo mark. */
  mark?: ReactNode;
  /** Small buttons at the foot, above the card's link. */
  actions?: ReactNode;
  headingLevel?: 2 | 3 | 4;
}

/** Photo, name, seller and place, stars, season, price with pack and least order; the whole card is one link but for its small buttons. */
export function ProductCard(props: ProductCardProps) {
  const { href, name, seller, place, photo, placeholder, stars, season, price, priceUnit, pack, moq, mark } = props;
  const Heading = `h${props.headingLevel ?? 3}` as const;
  return (
    <article className={s.card}>
      <div className={s.picture}>
        {photo ? (
          <img className={s.photo} src={photo.src} srcSet={photo.srcSet} alt={photo.alt} loading="lazy" decoding="async" />
        ) : (
          <DrawnPlaceholder {...placeholder} />
        )}
        {mark && <div className={s.mark}>{mark}</div>}
      </div>
      <Heading className={s.name}>
        <Link href={href} className={s.link}>
          {name}
        </Link>
      </Heading>
      <p className={s.seller}>
        {seller}
        <span className={s.place}>{place}</span>
      </p>
      {stars && (
        <div className={s.stars}>
          <Stars {...stars} />
        </div>
      )}
      {season && (
        <div className={s.season}>
          <SeasonStrip {...season} size="compact" />
        </div>
      )}
      <p className={s.price}>
        <span className={s.amount}>{price}</span>
        {priceUnit && <span className={s.unit}> {priceUnit}</span>}
      </p>
      {(pack || moq) && <p className={s.terms}>{[pack, moq].filter(Boolean).join(' · ')}</p>}
      {props.actions && <div className={s.actions}>{props.actions}</div>}
    </article>
  );
}
