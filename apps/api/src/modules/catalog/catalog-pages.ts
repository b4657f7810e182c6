import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatVnd, type OrganizationKind, taxCodeForDisplay } from '@lienket/domain';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { type PageAnswer, PublicPages, type SitemapEntry } from '../../platform/http/public-pages.js';
import { GROUP_LABELS } from './catalog-words.js';
import type { ProductView } from './catalog.view.js';
import { breadcrumbData, organizationData, productData } from './page-data.js';
import { provinceName } from '../registry/index.js';
import { ProductQueries } from './product.queries.js';

interface SellerRow {
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly kind: OrganizationKind;
  readonly isDemo: boolean;
  readonly taxCode: string | null;
  readonly place: string | null;
  readonly address: string | null;
  readonly story: string | null;
  readonly products: { slug: string; nameVi: string }[];
}

const MOST_LINKS = 100;

/** The catalogue's addresses as search engines and previews see them: what a visitor may see, in Vietnamese. */
@Injectable()
export class CatalogPages implements OnModuleInit {
  constructor(
    private readonly pages: PublicPages,
    private readonly products: ProductQueries,
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.pages.declare('/', () => this.home());
    this.pages.declare('/catalog', () => this.catalog());
    this.pages.declare('/places', () => this.places());
    this.pages.declare('/catalog/:slug', ({ slug }) => this.product(slug!));
    this.pages.declare('/c/:slug', ({ slug }) => this.seller(slug!));
    const count = async (text: string, size: number) => {
      const [row] = await this.pool.rows<{ n: number }>(`sitemap-count-${text.length}`, text);
      return Math.ceil(row!.n / size);
    };
    const page = (name: string, text: string) => (at: number, size: number) =>
      this.pool.rows<SitemapEntry>(name, `${text} limit $1 offset $2`, [size, (at - 1) * size]);
    this.pages.declareSitemap('products', {
      pages: (size) => count('select count(*)::int as n from catalog_entry where not is_demo', size),
      page: page(
        'sitemap-products',
        `select '/catalog/' || slug as path, to_char(published_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "changedOn" from catalog_entry where not is_demo order by published_at desc, product_id`,
      ),
    });
    this.pages.declareSitemap('sellers', {
      pages: (size) => count('select count(distinct org_id)::int as n from catalog_entry where not is_demo', size),
      page: page(
        'sitemap-sellers',
        `select '/c/' || org_slug as path, to_char(max(published_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "changedOn" from catalog_entry where not is_demo group by org_slug order by org_slug`,
      ),
    });
    this.pages.declareSitemap('pages', {
      pages: async () => 1,
      page: async (at) => (at === 1 ? ['/', '/catalog', '/places', '/about'].map((path) => ({ path, changedOn: null })) : []),
    });
  }

  private async home(): Promise<PageAnswer> {
    const region = await provinceName(this.pool);
    return {
      title: `Liên Kết: hàng của ${cooperativesOf(region)} cho nhà bán lẻ`,
      description:
        'Hợp tác xã đăng sản phẩm, nhà bán lẻ đặt hàng lớn, Liên minh Hợp tác xã theo dõi biên bản đã ký thành hàng đã giao.',
      path: '/',
      kind: 'website',
      isIndexed: true,
      links: [
        { href: '/catalog', text: 'Danh mục sản phẩm' },
        { href: '/places', text: 'Sản phẩm theo xã, phường' },
        { href: '/events', text: 'Hội nghị kết nối' },
      ],
    };
  }

  private async catalog(): Promise<PageAnswer> {
    const rows = await this.pool.rows<{ slug: string; nameVi: string; orgName: string }>(
      'page-catalog',
      `select slug, name_vi as "nameVi", org_name as "orgName" from catalog_entry order by published_at desc, product_id desc limit ${MOST_LINKS}`,
    );
    return {
      title: `Danh mục sản phẩm của ${cooperativesOf(await provinceName(this.pool))}`,
      description:
        'Tìm theo tên, nhóm, địa bàn, mùa thu hoạch, sao OCOP và giấy chứng nhận còn hiệu lực; gõ không dấu cũng được.',
      path: '/catalog',
      kind: 'website',
      isIndexed: true,
      links: rows.map(({ slug, nameVi, orgName }) => ({ href: `/catalog/${slug}`, text: `${nameVi}, ${orgName}` })),
    };
  }

  private async places(): Promise<PageAnswer> {
    const rows = await this.pool.rows<{ code: string; name: string; count: number }>(
      'page-places',
      `select commune_code as code, commune_name as name, count(*)::int as count from catalog_entry where commune_code is not null group by 1, 2 order by 2`,
    );
    return {
      title: 'Sản phẩm theo xã, phường',
      description: `Sản phẩm của ${cooperativesOf(await provinceName(this.pool))} theo từng xã, phường hiện nay và theo huyện cũ (đến 30/6/2025).`,
      path: '/places',
      kind: 'website',
      isIndexed: true,
      links: rows.map(({ code, name, count }) => ({ href: `/catalog?commune=${code}`, text: `${name} (${count})` })),
    };
  }

  private async product(slug: string): Promise<PageAnswer> {
    const product = await this.products.bySlug(null, slug, 'vi');
    if (!product) return this.moved('PRODUCT', slug);
    const region = await provinceName(this.pool);
    const place = placeOf(product.cooperative.communeName, product.cooperative.districtName);
    const facts = [
      GROUP_LABELS[product.group].vi,
      product.stars ? `OCOP ${product.stars} sao còn hiệu lực` : null,
      `${product.cooperative.name}${place ? `, ${place}` : ''}`,
      priceLine(product),
    ].filter((fact) => fact !== null);
    return {
      title: product.nameVi,
      description: [product.description.trim(), facts.join('. ')].filter(Boolean).join(' '),
      path: `/catalog/${product.slug}`,
      kind: 'product',
      ...(product.photoUrl ? { image: { path: `${product.photoUrl}?size=1200`, alt: product.nameVi } } : {}),
      isIndexed: product.status === 'PUBLISHED' && !product.isDemo,
      data: (origin) => [
        productData(product, region, origin),
        breadcrumbData(origin, [
          ['Liên Kết', '/'],
          ['Danh mục sản phẩm', '/catalog'],
          [GROUP_LABELS[product.group].vi, `/catalog?group=${product.group}`],
          [product.nameVi, `/catalog/${product.slug}`],
        ]),
      ],
      lines: [product.description, ...facts],
      links: [
        { href: `/c/${product.cooperative.slug}`, text: product.cooperative.name },
        { href: '/catalog', text: 'Danh mục sản phẩm' },
      ],
    };
  }

  private async seller(slug: string): Promise<PageAnswer> {
    const [row] = await this.pool.rows<SellerRow>(
      'page-seller',
      `select o.name, o.short_name as "shortName", o.slug, o.kind, o.is_demo as "isDemo", o.tax_code as "taxCode", o.address, o.story,
         nullif(concat_ws(', ', u.name, d.name), '') as place,
         coalesce((select json_agg(json_build_object('slug', e.slug, 'nameVi', e.name_vi) order by e.name_key, e.product_id)
           from (select * from catalog_entry where org_id = o.id order by name_key, product_id limit ${MOST_LINKS}) e), '[]') as products
       from organization o left join administrative_unit u on u.code = o.commune_code left join administrative_unit d on d.code = o.legacy_district_code
       where o.slug = $1 and o.status in ('ACTIVE', 'CLOSED')`,
      [slug],
    );
    if (!row) return this.moved('ORGANIZATION', slug);
    const region = await provinceName(this.pool);
    const products = row.products.map(({ nameVi }) => nameVi);
    const goods = products.length ? `${products.length} sản phẩm: ${products.slice(0, 6).join(', ')}` : null;
    return {
      title: row.name,
      description: [row.story, row.place, goods].filter(Boolean).join('. ') || row.name,
      path: `/c/${row.slug}`,
      kind: 'profile',
      isIndexed: !row.isDemo,
      data: (origin) => [
        organizationData({ ...row, taxCode: row.taxCode && taxCodeForDisplay(row.taxCode, row.kind) }, region, origin),
        breadcrumbData(origin, [
          ['Liên Kết', '/'],
          ['Danh mục sản phẩm', '/catalog'],
          [row.shortName, `/c/${row.slug}`],
        ]),
      ],
      lines: [row.story ?? '', row.place ?? '', goods ?? ''],
      links: row.products.map((product) => ({ href: `/catalog/${product.slug}`, text: product.nameVi })),
    };
  }

  /** An address that a product or an organization once had, or that of one merged into another, leads to the one of today. */
  private async moved(kind: 'PRODUCT' | 'ORGANIZATION', slug: string): Promise<PageAnswer> {
    const [row] = await this.pool.rows<{ path: string }>(
      `page-moved-${kind.toLowerCase()}`,
      kind === 'PRODUCT'
        ? `select '/catalog/' || e.slug as path from retired_slug r join catalog_entry e on e.product_id = r.target_id where r.kind = 'PRODUCT' and r.slug = $1`
        : `select '/c/' || o.slug as path from (
             select target_id as id from retired_slug where kind = 'ORGANIZATION' and slug = $1
             union all select merged_into_id from organization where slug = $1 and status = 'MERGED') now
           join organization o on o.id = now.id where o.status in ('ACTIVE', 'CLOSED') limit 1`,
      [slug],
    );
    return row ? { movedTo: row.path } : null;
  }
}

/** "hợp tác xã Lạng Sơn". */
const cooperativesOf = (region: string | null): string => ['hợp tác xã', region].filter(Boolean).join(' ');
const placeOf = (commune: string | null, district: string | null): string => [commune, district].filter(Boolean).join(', ');

function priceLine({ priceFrom, priceTo, baseUnit }: ProductView): string | null {
  if (priceFrom === null || priceTo === null) return null;
  const [low, high] = [formatVnd(priceFrom, 'vi'), formatVnd(priceTo, 'vi')];
  return `Giá ${low === high ? low : `${low} – ${high}`} / ${baseUnit}, chưa thuế GTGT`;
}
