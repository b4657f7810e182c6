import { Injectable } from '@nestjs/common';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { ContractBook } from '../agreements/index.js';
import { ClosureBook } from '../catalog/index.js';
import { likePatterns, organizationRefSql } from '../registry/index.js';
import type { OrderPadItemView, OrderPadView } from './order-pad.view.js';

interface ProductRow {
  id: string;
  slug: string;
  nameVi: string;
  baseUnit: string;
  vatClass: OrderPadItemView['vatClass'];
  harvestMonths: number[];
  packId: string;
  packName: string;
  packSize: string;
  moqPacks: number;
  tiers: { minQty: string; unitPrice: string; basis: 'EXW' | 'DC' | 'STORE'; validFrom: string; isOwn: boolean }[];
}

/** As many products as one order may have lines. */
const ITEMS_MAX = 1000;

/** What a buyer fills in: a seller's published products, or the lines of one contract with what remains. */
@Injectable()
export class OrderPadQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contracts: ContractBook,
    private readonly closures: ClosureBook,
  ) {}

  pad(
    actor: Actor,
    asked: { sellerOrgId?: string | null; contractId?: string | null; search?: string | null },
  ): Promise<OrderPadView> {
    return this.uow.read(actor, async (tx) => {
      const open = asked.contractId ? await this.contracts.forOrder(tx, idOf(asked.contractId)) : null;
      if (open && open.contract.buyerOrgId !== actor.orgId) throw new NotFoundError();
      if (!open && !asked.sellerOrgId) throw new BadInputError('Hãy chọn bên bán hoặc hợp đồng.', 'sellerOrgId');
      const sellerOrgId = open?.contract.sellerOrgId ?? idOf(asked.sellerOrgId!);
      const { seller, locations } = await tx.one<Pick<OrderPadView, 'seller' | 'locations'>>(
        `select ${organizationRefSql('s')} as seller,
           coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'code', l.code, 'name', l.name, 'address', l.address) order by l.name)
                     from location l where l.org_id = $2 and l.deactivated_at is null), '[]') as locations
         from organization s where s.id = $1`,
        [sellerOrgId, actor.orgId],
      );
      const products = await productsOf(tx, sellerOrgId, open?.lines.map((line) => line.productId) ?? null, asked.search);
      const items = open
        ? contractItems(open, new Map(products.map((row) => [row.id, row])))
        : products.map((row) => toItem(row));
      const closures = await this.closures.ahead(sellerOrgId);
      return { closures, seller, contract: open && { id: open.contract.id, number: open.contract.number }, items, locations };
    });
  }
}

/** With `ids` the products of a contract in any state: what was agreed can be called off. */
function productsOf(
  tx: Tx,
  sellerOrgId: string,
  ids: readonly string[] | null,
  search: string | null | undefined,
): Promise<ProductRow[]> {
  return tx.query<ProductRow>(
    `select p.id, p.slug, p.name_vi as "nameVi", p.base_unit as "baseUnit", p.vat_class as "vatClass", p.harvest_months as "harvestMonths",
       k.id as "packId", k.name as "packName", k.size_base as "packSize", k.moq_packs as "moqPacks",
       coalesce((select json_agg(json_build_object('minQty', t.min_qty_base::text, 'unitPrice', t.unit_price::text, 'basis', t.basis, 'validFrom', t.valid_from, 'isOwn', t.buyer_org_id is not null)
                   order by t.min_qty_base) from standing_tiers(p.id, k.grade_id, $4, $5) t), '[]') as tiers
     from product p join lateral (select * from pack where pack.product_id = p.id order by pack.position, pack.id limit 1) k on true
     where p.org_id = $1 and ($2::uuid[] is null and p.status = 'PUBLISHED' or p.id = any($2))
       and fold_vietnamese(p.name_vi || ' ' || coalesce(p.name_en, '')) like all($3::text[])
     order by p.name_vi, p.id limit ${ITEMS_MAX}`,
    [sellerOrgId, ids, likePatterns(search), tx.actor!.orgId, tx.today],
  );
}

type Open = Awaited<ReturnType<ContractBook['forOrder']>>;

function contractItems({ contract, lines }: Open, products: ReadonlyMap<string, ProductRow>): OrderPadItemView[] {
  return lines.flatMap((line) => {
    const product = products.get(line.productId);
    if (!product) return [];
    return [
      {
        ...toItem(product),
        packName: line.packName,
        packId: line.packId,
        packSize: String(line.packSizeBase),
        contractLine: {
          id: line.id,
          contractId: contract.id,
          contractNumber: contract.number,
          unitPrice: line.unitPrice,
          remaining: String(line.remaining),
          maxQty: String(line.maxQty),
        },
      },
    ];
  });
}

const toItem = (row: ProductRow): OrderPadItemView => ({
  product: { id: row.id, slug: row.slug, nameVi: row.nameVi, baseUnit: row.baseUnit },
  packId: row.packId,
  packName: row.packName,
  packSize: row.packSize,
  moqPacks: row.moqPacks,
  vatClass: row.vatClass,
  harvestMonths: row.harvestMonths,
  priceTiers: row.tiers.map((tier) => ({ ...tier, unitPrice: BigInt(tier.unitPrice) })),
  contractLine: null,
});
