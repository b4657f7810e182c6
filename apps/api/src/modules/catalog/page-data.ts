import { GROUP_LABELS } from './catalog-words.js';
import type { ProductView } from './catalog.view.js';

const CONTEXT = 'https://schema.org';
const COUNTRY = { addressCountry: 'VN' };

/** Leaves out what is not known: an empty statement to a search engine is a false one. */
const known = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''));

/** A product for search engines, its cooperative in the province `region`; an offer only where the cooperative publishes its price. */
export function productData(product: ProductView, region: string | null, origin: string): object {
  const { cooperative } = product;
  const isPriced = product.priceFrom !== null && product.priceTo !== null;
  return known({
    '@context': CONTEXT,
    '@type': 'Product',
    name: product.nameVi,
    alternateName: product.nameEn,
    description: product.description || null,
    url: `${origin}/catalog/${product.slug}`,
    image: product.photoUrl && `${origin}${product.photoUrl}`,
    category: GROUP_LABELS[product.group].vi,
    gtin: product.packs.find(({ gtin }) => gtin)?.gtin,
    manufacturer: known({
      '@type': 'Organization',
      name: cooperative.name,
      url: `${origin}/c/${cooperative.slug}`,
      address: known({ '@type': 'PostalAddress', addressLocality: cooperative.communeName, addressRegion: region, ...COUNTRY }),
    }),
    hasCertification: product.certificates.length
      ? product.certificates.map((certificate) =>
          known({
            '@type': 'Certification',
            name: certificate.kindNames?.vi ?? certificate.kind,
            certificationIdentification: certificate.number,
            issuedBy: certificate.issuer && { '@type': 'Organization', name: certificate.issuer },
            expires: certificate.expiresOn,
          }),
        )
      : null,
    offers: isPriced
      ? {
          '@type': 'AggregateOffer',
          priceCurrency: 'VND',
          lowPrice: String(product.priceFrom),
          highPrice: String(product.priceTo),
          url: `${origin}/catalog/${product.slug}`,
          seller: { '@type': 'Organization', name: cooperative.name },
        }
      : null,
  });
}

interface SellerFacts {
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly taxCode: string | null;
  readonly address: string | null;
  readonly place: string | null;
  readonly story: string | null;
}

export const organizationData = (seller: SellerFacts, region: string | null, origin: string): object =>
  known({
    '@context': CONTEXT,
    '@type': 'Organization',
    name: seller.name,
    alternateName: seller.shortName === seller.name ? null : seller.shortName,
    description: seller.story,
    url: `${origin}/c/${seller.slug}`,
    taxID: seller.taxCode,
    address: known({
      '@type': 'PostalAddress',
      streetAddress: seller.address,
      addressLocality: seller.place,
      addressRegion: region,
      ...COUNTRY,
    }),
  });

export const breadcrumbData = (origin: string, steps: readonly (readonly [name: string, path: string])[]): object => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, path], index) => ({ '@type': 'ListItem', position: index + 1, name, item: origin + path })),
});
