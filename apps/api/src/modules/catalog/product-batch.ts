import { Injectable } from '@nestjs/common';
import { type Claims, slugify } from '@lienket/domain';
import type { ImageSpec } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { CatalogProjector } from './catalog-projector.js';
import type { PriceBasis, ProductStatus } from './catalog.view.js';
import { PriceList } from './price-list.js';
import { ProductChange } from './product-change.entity.js';
import { CLAIMS_SQL } from './product-lock.js';
import type { ProductColumns, TierSheet } from './product-sheet.js';

/** The part of a product that files carry. */
export type BatchColumns = Omit<ProductColumns, 'photoFileId' | 'originCommuneCode'>;

export interface BatchPack {
  readonly name: string;
  readonly sizeBase: string;
  readonly moqPacks: number;
  readonly gtin: string | null;
}

export interface BatchPrices {
  readonly tiers: readonly TierSheet[];
  readonly basis: PriceBasis;
}

export interface KnownProduct {
  readonly id: string;
  readonly slug: string;
  readonly status: ProductStatus;
  readonly baseUnit: string;
  readonly columns: BatchColumns;
  readonly pack: (BatchPack & { readonly id: string }) | null;
  /** What everybody pays today; null before the first price. */
  readonly prices: BatchPrices | null;
  readonly hasPrice: boolean;
  readonly claims: Claims;
  /** Claims that wait for the Alliance. */
  readonly open: { readonly id: string; readonly wanted: Claims } | null;
}

export interface NewProduct {
  readonly id: string;
  readonly baseUnit: string;
  readonly columns: BatchColumns;
  readonly pack: BatchPack;
  readonly prices: BatchPrices | null;
  readonly submit: boolean;
}

/** What changes of a product; what is left out stays. */
export interface ProductPatch {
  readonly id: string;
  readonly columns?: BatchColumns;
  /** What waits for the Alliance from now on; null: nothing any more. */
  readonly claims?: { readonly openId: string | null; readonly wanted: Claims | null };
  readonly pack?: BatchPack & { readonly id: string };
  readonly prices?: BatchPrices;
  readonly submit?: boolean;
}

/** A product whole, for taking an import back. */
export const PRODUCT_IMAGE: ImageSpec = {
  table: 'product',
  children: [
    { table: 'pack', parent: 'product_id' },
    { table: 'product_change', parent: 'product_id' },
    { table: 'list_price', parent: 'product_id' },
    { table: 'price_tier', parent: 'list_price_id', through: { table: 'list_price', parent: 'product_id' } },
  ],
  counters: ['version'],
};

const TYPES: Readonly<Record<keyof BatchColumns, string>> = {
  sellerSku: 'text',
  nameVi: 'text',
  nameEn: 'text',
  description: 'text',
  netContent: 'text',
  harvestMonths: 'int[]',
  shelfLifeDays: 'int',
  storage: 'text',
  priceVisibility: 'text',
  productGroup: 'text',
  vatClass: 'text',
  subgroup: 'text',
  storageTempMin: 'int',
  storageTempMax: 'int',
  minRemainingDays: 'int',
  origin: 'text',
  story: 'text',
  traceabilityUrl: 'text',
  hsCode: 'text',
};
const FIELDS = Object.keys(TYPES) as (keyof BatchColumns)[];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const NAMES = FIELDS.map(snake);
const RECORD = FIELDS.map((field) => `${snake(field)} ${TYPES[field]}`).join(', ');
const rowOf = (columns: BatchColumns): Record<string, unknown> =>
  Object.fromEntries(FIELDS.map((field) => [snake(field), columns[field]]));

const PAGE = 200;

type Row = Omit<KnownProduct, 'columns' | 'prices' | 'hasPrice'> & BatchColumns;

/** Products by the hundred, each step in one statement; the rules are those of a single product, asked before. */
@Injectable()
export class ProductBatch {
  constructor(
    private readonly prices: PriceList,
    private readonly projector: CatalogProjector,
  ) {}

  /** The organization's own products that carry one of these codes, in any case of letters, or one of these addresses. */
  async find(
    tx: Tx,
    orgId: string,
    { skus, slugs, lock }: { readonly skus: readonly string[]; readonly slugs: readonly string[]; readonly lock: boolean },
  ): Promise<KnownProduct[]> {
    return this.select(
      tx,
      `p.org_id = $1 and (lower(p.seller_sku) = any($2) or p.slug = any($3)) order by p.id ${lock ? 'for update of p' : ''}`,
      [orgId, skus.map((sku) => sku.toLowerCase()), slugs],
    );
  }

  /** The newest first, a page at a time; the screen's own list with its filters. */
  page(
    tx: Tx,
    orgId: string,
    {
      status,
      patterns,
      before,
    }: { readonly status: string | null; readonly patterns: readonly string[]; readonly before: string | null },
  ): Promise<KnownProduct[]> {
    return this.select(
      tx,
      `p.org_id = $1 and ($2::text is null or p.status = $2) and fold_vietnamese(p.name_vi) like all($3) and ($4::uuid is null or p.id < $4)
       order by p.id desc limit ${PAGE}`,
      [orgId, status, patterns, before],
    );
  }

  private async select(tx: Tx, where: string, values: readonly unknown[]): Promise<KnownProduct[]> {
    const rows = await tx.query<Row>(
      `select p.id, p.slug, p.status, p.base_unit as "baseUnit", ${FIELDS.map((field) => `p.${snake(field)} as "${field}"`).join(', ')},
         (select json_build_object('id', k.id, 'name', k.name, 'sizeBase', k.size_base::text, 'moqPacks', k.moq_packs, 'gtin', k.gtin)
           from pack k where k.product_id = p.id order by k.position, k.id limit 1) as pack,
         ${CLAIMS_SQL('p')} as claims,
         (select json_build_object('id', c.id, 'wanted', c.wanted) from product_change c where c.product_id = p.id and c.status = 'PENDING') as open
       from product p where ${where}`,
      values,
    );
    const general = await this.prices.generalOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, slug, status, baseUnit, pack, claims, open, ...columns }) => {
      const prices = general.get(id) ?? [];
      const now = prices.find(({ validFrom }) => validFrom <= tx.today) ?? null;
      return { id, slug, status, baseUnit, pack, claims, open, columns, prices: now, hasPrice: prices.length > 0 };
    });
  }

  async create(tx: Tx, orgId: string, products: readonly NewProduct[]): Promise<void> {
    if (products.length === 0) return;
    await insertUnderFreeSlugs(tx, orgId, products);
    await tx.query(
      `insert into pack (id, product_id, name, size_base, moq_packs, gtin)
       select * from jsonb_to_recordset($1::jsonb) as r(id uuid, product_id uuid, name text, size_base numeric, moq_packs int, gtin text)`,
      [
        JSON.stringify(
          products.map(({ id, pack }) => ({
            ...{
              id: newId(),
              product_id: id,
              name: pack.name,
              size_base: pack.sizeBase,
              moq_packs: pack.moqPacks,
              gtin: pack.gtin,
            },
          })),
        ),
      ],
    );
    await this.price(tx, orgId, products);
    for (const submitted of [false, true]) {
      const made = products.filter(({ submit }) => submit === submitted);
      await tx.auditMany(
        submitted ? 'product.submit' : 'product.create',
        'product',
        made.map(({ id, columns }) => ({ entityId: id, data: { nameVi: columns.nameVi, byImport: true } })),
      );
    }
  }

  async change(tx: Tx, orgId: string, patches: readonly ProductPatch[]): Promise<void> {
    if (patches.length === 0) return;
    await tx.query(
      `update product p set ${NAMES.map((name) => `${name} = r.${name}`).join(', ')}
       from jsonb_to_recordset($1::jsonb) as r(id uuid, ${RECORD}) where p.id = r.id`,
      [JSON.stringify(patches.flatMap(({ id, columns }) => (columns ? [{ id, ...rowOf(columns) }] : [])))],
    );
    await tx.query(
      `update pack k set name = r.name, size_base = r.size, moq_packs = r.moq, gtin = r.gtin
       from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, size numeric, moq int, gtin text) where k.id = r.id`,
      [
        JSON.stringify(
          patches.flatMap(({ pack }) =>
            pack ? [{ id: pack.id, name: pack.name, size: pack.sizeBase, moq: pack.moqPacks, gtin: pack.gtin }] : [],
          ),
        ),
      ],
    );
    await this.claim(tx, orgId, patches);
    await this.price(
      tx,
      orgId,
      patches.map(({ id, prices = null }) => ({ id, prices })),
    );
    await tx.query(
      `update product set version = version + 1, status = case when id = any($2) then 'IN_REVIEW' else status end where id = any($1)`,
      [patches.map(({ id }) => id), patches.filter(({ submit }) => submit).map(({ id }) => id)],
    );
    await this.projector.refresh(
      tx,
      patches.map(({ id }) => id),
    );
    await tx.auditMany(
      'product.update',
      'product',
      patches.map(({ id, ...change }) => ({ entityId: id, data: { ...change, byImport: true } })),
    );
  }

  /** After products were put back as they were. */
  async putBack(tx: Tx, productIds: readonly string[]): Promise<void> {
    await this.projector.refresh(tx, productIds);
    await tx.auditMany(
      'product.import-undone',
      'product',
      productIds.map((entityId) => ({ entityId, data: {} })),
    );
  }

  private async price(
    tx: Tx,
    orgId: string,
    products: readonly { readonly id: string; readonly prices: BatchPrices | null }[],
  ): Promise<void> {
    const wishes = products.flatMap(({ id, prices }) => (prices ? [{ product: { id, orgId }, ...prices }] : []));
    const changes = await this.prices.replaceMany(tx, wishes);
    await tx.auditMany(
      'product.price',
      'product',
      [...changes].map(([entityId, change]) => ({ entityId, data: { ...change } })),
    );
  }

  /** One request waits for each product: opened, rewritten, or withdrawn when nothing is asked for any more. */
  private async claim(tx: Tx, orgId: string, patches: readonly ProductPatch[]): Promise<void> {
    const asked = patches.flatMap(({ id, claims }) => (claims ? [{ productId: id, ...claims }] : []));
    const withdrawn = asked.flatMap(({ openId, wanted }) => (openId && !wanted ? [openId] : []));
    const rewritten = asked.flatMap(({ openId, wanted }) => (openId && wanted ? [{ id: openId, wanted }] : []));
    const opened = asked.flatMap(({ productId, openId, wanted }) => (!openId && wanted ? [{ productId, wanted }] : []));
    await tx.query(`update product_change set status = 'WITHDRAWN', version = version + 1 where id = any($1)`, [withdrawn]);
    await tx.query(
      `update product_change c set wanted = r.wanted, version = c.version + 1
       from jsonb_to_recordset($1::jsonb) as r(id uuid, wanted jsonb) where c.id = r.id`,
      [JSON.stringify(rewritten)],
    );
    await tx.insert(
      ProductChange,
      opened.map(({ productId, wanted }) => ({
        ...{ id: newId(), productId, orgId, wanted: wanted as Record<string, unknown>, requestedBy: tx.actor!.userId },
      })),
    );
    await tx.auditMany(
      'product.change.ask',
      'product',
      asked.map(({ productId, wanted }) => ({
        entityId: productId,
        data: { fields: Object.keys(wanted ?? {}), byImport: true },
      })),
    );
  }
}

/** Names repeat, addresses must not: what is taken gets a number, and after a few tries a mark of its own. */
async function insertUnderFreeSlugs(tx: Tx, orgId: string, products: readonly NewProduct[]): Promise<void> {
  let left = products;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const used = new Map<string, number>();
    const rows = left.map(({ id, baseUnit, submit, columns }) => {
      const base = (slugify(columns.nameVi) || 'san-pham').slice(0, 150);
      const turn = (used.get(base) ?? 0) + 1;
      used.set(base, turn);
      const number = attempt + turn - 1;
      const mark = number === 1 ? '' : attempt > 3 ? `-${newId().slice(-8)}` : `-${number}`;
      return { id, slug: base + mark, base_unit: baseUnit, status: submit ? 'IN_REVIEW' : 'DRAFT', ...rowOf(columns) };
    });
    const inserted = await tx.change<{ id: string }>(
      `insert into product (id, org_id, is_demo, slug, base_unit, status, ${NAMES.join(', ')})
       select r.id, o.id, o.is_demo, r.slug, r.base_unit, r.status, ${NAMES.map((name) => `r.${name}`).join(', ')}
       from jsonb_to_recordset($2::jsonb) as r(id uuid, slug text, base_unit text, status text, ${RECORD}), organization o where o.id = $1
       on conflict (slug) do nothing returning id`,
      [orgId, JSON.stringify(rows)],
    );
    const done = new Set(inserted.map(({ id }) => id));
    left = left.filter(({ id }) => !done.has(id));
  }
}
