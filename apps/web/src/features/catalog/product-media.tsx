import { useQuery } from '@apollo/client/react';
import { Section } from '@lienket/ui';
import { graphql } from '../../gql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import s from './catalog.module.css';

const ProductMediaDocument = graphql(`
  query ProductMedia($productId: ID!) {
    productMedia(productId: $productId) {
      id
      outlet
      title
      url
      publishedOn
    }
  }
`);

/** What the press wrote of this product; nothing at all while there is none. */
export function ProductMedia({ productId }: { productId: string }) {
  const t = useText(events);
  const f = useFormats();
  const { data } = useQuery(ProductMediaDocument, { variables: { productId } });
  if (!data?.productMedia.length) return null;
  return (
    <Section title={t('programme.media')}>
      <ul className={s.badges}>
        {data.productMedia.map(({ id, url, title, outlet, publishedOn }) => (
          <li key={id}>
            <a href={url} rel="noreferrer noopener" target="_blank">
              {title}
            </a>{' '}
            <span className={s.quiet}>
              {outlet}, {f.date(publishedOn)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
