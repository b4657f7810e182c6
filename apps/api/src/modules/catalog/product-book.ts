import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { ProductStatus, VatClass } from './catalog.view.js';

/** What an order or a contract must know of a product; quantities are decimal strings in the base unit. */
export interface OrderableProduct {
  readonly id: string;
  readonly orgId: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly baseUnit: string;
  readonly vatClass: VatClass;
  readonly status: ProductStatus;
  readonly harvestMonths: number[];
  readonly pack: { readonly id: string; readonly name: string; readonly sizeBase: string; readonly moqPacks: number };
  readonly tiers: readonly { readonly minQty: string; readonly unitPrice: bigint }[];
}

interface Row extends Omit<OrderableProduct, 'tiers'> {
  readonly tiers: { minQty: string; unitPrice: string }[];
}

/** Whose price: a buyer's own list wins over the general one. Without a buyer the general price, without a day today's. */
export interface PriceAsked {
  readonly buyerOrgId?: string | null;
  readonly on?: string;
}

export const PRODUCT_REF_SQL = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'nameVi', ${alias}.name_vi, 'baseUnit', ${alias}.base_unit)`;

/** Products for documents of later modules. */
@Injectable()
export class ProductBook {
  /** In the order asked, each once or more; NOT_FOUND when one is missing, hidden from the reader or has no pack. */
  async forOrder(tx: Tx, productIds: readonly string[], asked: PriceAsked = {}): Promise<OrderableProduct[]> {
    const found = await this.findOrderable(tx, productIds, asked);
    return productIds.map((id) => {
      const product = found.get(id);
      if (!product) throw new NotFoundError();
      return product;
    });
  }

  /** By id, those of them that exist, that the reader may see and that have a pack. */
  async findOrderable(
    tx: Tx,
    productIds: readonly string[],
    { buyerOrgId = null, on = tx.today }: PriceAsked = {},
  ): Promise<Map<string, OrderableProduct>> {
    const rows = await tx.query<Row>(
      `select p.id, p.org_id as "orgId", p.slug, p.name_vi as "nameVi", p.base_unit as "baseUnit", p.vat_class as "vatClass", p.status,
         p.harvest_months as "harvestMonths",
         json_build_object('id', k.id, 'name', k.name, 'sizeBase', k.size_base::text, 'moqPacks', k.moq_packs) as pack,
         coalesce((select json_agg(json_build_object('minQty', t.min_qty_base::text, 'unitPrice', t.unit_price::text) order by t.min_qty_base)
           from standing_tiers(p.id, k.grade_id, $2, $3) t), '[]') as tiers
       from product p
       join lateral (select * from pack where pack.product_id = p.id order by pack.position, pack.id limit 1) k on true
       where p.id = any($1)`,
      [[...new Set(productIds)], buyerOrgId, on],
    );
    return new Map(
      rows.map((row) => [row.id, { ...row, tiers: row.tiers.map((tier) => ({ ...tier, unitPrice: BigInt(tier.unitPrice) })) }]),
    );
  }
}
