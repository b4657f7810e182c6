import type { GradeSpec, PackLevel } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PriceTierView, ProductStatus, VatClass } from './catalog.view.js';
import type { PriceAsked } from './product-book.js';

/** One thing that can be ordered: a product in one grade and one pack. Quantities and weights are decimal strings. */
export interface Variant {
  readonly productId: string;
  readonly orgId: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly baseUnit: string;
  readonly vatClass: VatClass;
  readonly status: ProductStatus;
  readonly grade: VariantGrade | null;
  readonly pack: VariantPack;
  readonly tiers: readonly PriceTierView[];
}

export interface VariantGrade {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly spec: readonly GradeSpec[];
}

export interface VariantPack {
  readonly id: string;
  readonly name: string;
  readonly level: PackLevel;
  /** In the base unit; the nominal weight of goods sold by the scale. */
  readonly sizeBase: string;
  readonly moqPacks: number;
  readonly gtin: string | null;
  /** Kilograms of the empty packing. */
  readonly tareWeight: string | null;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
}

type Row = Omit<Variant, 'tiers'> & { readonly tiers: (Omit<PriceTierView, 'unitPrice'> & { readonly unitPrice: string })[] };

/** Which of a product's variants is meant: without grade or pack the first that fits, which is what its price is quoted in. */
export function chooseVariant(
  variants: readonly Variant[],
  gradeId: string | null | undefined,
  packId: string | null | undefined,
): Variant | null {
  const [grade, pack] = [gradeId?.toLowerCase(), packId?.toLowerCase()];
  return variants.find((variant) => (!pack || variant.pack.id === pack) && (!grade || variant.grade?.id === grade)) ?? null;
}

/** Products as they are ordered: every pack of every grade, with the price that a buyer has for it. */
@Injectable()
export class VariantBook {
  /** By product id, each product's variants with the one orders count in first; those that do not exist or are hidden are missing. */
  async ofProducts(
    tx: Tx,
    productIds: readonly string[],
    { buyerOrgId = null, on = tx.today }: PriceAsked = {},
  ): Promise<Map<string, Variant[]>> {
    const found = new Map<string, Variant[]>();
    if (productIds.length === 0) return found;
    const rows = await tx.query<Row>(
      prepared(`select p.id as "productId", p.org_id as "orgId", p.slug, p.name_vi as "nameVi", p.base_unit as "baseUnit", p.vat_class as "vatClass", p.status,
         case when g.id is not null then json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'spec', g.spec) end as grade,
         json_build_object('id', k.id, 'name', k.name, 'level', k.level, 'sizeBase', k.size_base::text, 'moqPacks', k.moq_packs, 'gtin', k.gtin,
           'tareWeight', k.tare_weight::text, 'catchWeight', k.catch_weight, 'weightToleranceBp', k.weight_tolerance_bp) as pack,
         coalesce((select json_agg(json_build_object('minQty', t.min_qty_base::text, 'unitPrice', t.unit_price::text, 'basis', t.basis,
             'validFrom', t.valid_from, 'isOwn', t.buyer_org_id is not null) order by t.min_qty_base)
           from standing_tiers(p.id, g.id, $2, $3) t), '[]') as tiers
       from product p join pack k on k.product_id = p.id
       left join grade g on g.product_id = p.id and (k.grade_id is null or k.grade_id = g.id)
       where p.id = any($1) order by p.id, k.position, k.id, g.position, g.code`),
      [[...new Set(productIds)], buyerOrgId, on],
    );
    for (const row of rows) {
      const variant = { ...row, tiers: row.tiers.map((tier) => ({ ...tier, unitPrice: BigInt(tier.unitPrice) })) };
      const known = found.get(row.productId);
      if (known) known.push(variant);
      else found.set(row.productId, [variant]);
    }
    return found;
  }
}
