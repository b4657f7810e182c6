import { Injectable } from '@nestjs/common';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { ContractBook } from '../agreements/index.js';
import { ClosureBook, type Variant, VariantBook } from '../catalog/index.js';
import { likePatterns, organizationRefSql } from '../registry/index.js';
import { SELLERS_MAX } from './order-sides.js';
import { RouteBook } from './routes/route-book.js';
import { routesOf } from './routes/route.queries.js';
import type { OrderPadItemView, OrderPadVariantView, OrderPadView } from './order-pad.view.js';

interface ProductRow {
  id: string;
  slug: string;
  nameVi: string;
  baseUnit: string;
  vatClass: OrderPadItemView['vatClass'];
  harvestMonths: number[];
  variants: readonly Variant[];
}

/** As many products as one order may have lines. */
const ITEMS_MAX = 1000;

interface PadQuestion {
  readonly sellerOrgId?: string | null;
  readonly contractId?: string | null;
  readonly search?: string | null;
}

/** What a buyer fills in: a seller's published products, or the lines of one contract with what remains. */
@Injectable()
export class OrderPadQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contracts: ContractBook,
    private readonly closures: ClosureBook,
    private readonly variants: VariantBook,
    private readonly routes: RouteBook,
  ) {}

  pad(actor: Actor, asked: PadQuestion): Promise<OrderPadView> {
    return this.uow.read(actor, (tx) => this.padIn(tx, actor, asked));
  }

  /** Of several sellers, each by its price list, in the order asked. */
  pads(actor: Actor, sellerOrgIds: readonly string[]): Promise<OrderPadView[]> {
    const ids = [...new Set(sellerOrgIds.map(idOf))];
    if (ids.length > SELLERS_MAX) throw new BadInputError(`Một lần đặt có tối đa ${SELLERS_MAX} bên bán.`, 'sellerOrgIds');
    return this.uow.read(actor, async (tx) => {
      const pads: OrderPadView[] = [];
      for (const sellerOrgId of ids) pads.push(await this.padIn(tx, actor, { sellerOrgId }));
      return pads;
    });
  }

  private async padIn(tx: Tx, actor: Actor, asked: PadQuestion): Promise<OrderPadView> {
    const open = asked.contractId ? await this.contracts.forOrder(tx, idOf(asked.contractId)) : null;
    if (open && open.contract.buyerOrgId !== actor.orgId) throw new NotFoundError();
    if (!open && !asked.sellerOrgId) throw new BadInputError('Hãy chọn bên bán hoặc hợp đồng.', 'sellerOrgId');
    const sellerOrgId = open?.contract.sellerOrgId ?? idOf(asked.sellerOrgId!);
    const { seller, locations } = await tx.one<Pick<OrderPadView, 'seller' | 'locations'>>(
      `select ${organizationRefSql('s')} as seller,
           coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'code', l.code, 'name', l.name, 'address', l.address) order by l.name)
                     from location l where l.org_id = $2 and l.deactivated_at is null), '[]') as locations
         from organization s where s.id = $1 and s.status not in ('DRAFT', 'PENDING')`,
      [sellerOrgId, actor.orgId],
    );
    const products = await this.productsOf(tx, sellerOrgId, open?.lines.map((line) => line.productId) ?? null, asked.search);
    const items = open ? contractItems(open, new Map(products.map((row) => [row.id, row]))) : products.map((row) => toItem(row));
    const closures = await this.closures.ahead(sellerOrgId, tx);
    const routes = await routesOf(tx, sellerOrgId);
    const holidays = routes.length ? await this.routes.holidays(tx) : [];
    return {
      closures,
      routes,
      holidays,
      seller,
      contract: open && { id: open.contract.id, number: open.contract.number },
      items,
      locations,
    };
  }

  /** With `ids` the products of a contract in any state: what was agreed can be called off. */
  private async productsOf(
    tx: Tx,
    sellerOrgId: string,
    ids: readonly string[] | null,
    search: string | null | undefined,
  ): Promise<ProductRow[]> {
    const rows = await tx.query<Omit<ProductRow, 'variants'>>(
      `select p.id, p.slug, p.name_vi as "nameVi", p.base_unit as "baseUnit", p.vat_class as "vatClass", p.harvest_months as "harvestMonths"
       from product p where p.org_id = $1 and ($2::uuid[] is null and p.status = 'PUBLISHED' or p.id = any($2))
         and fold_vietnamese(p.name_vi || ' ' || coalesce(p.name_en, '')) like all($3::text[])
         and exists (select 1 from pack k where k.product_id = p.id)
       order by p.name_vi, p.id limit ${ITEMS_MAX}`,
      [sellerOrgId, ids, likePatterns(search)],
    );
    const variants = await this.variants.ofProducts(
      tx,
      rows.map(({ id }) => id),
      { buyerOrgId: tx.actor!.orgId },
    );
    return rows.map((row) => ({ ...row, variants: variants.get(row.id) ?? [] }));
  }
}

type Open = Awaited<ReturnType<ContractBook['forOrder']>>;

function contractItems({ contract, lines }: Open, products: ReadonlyMap<string, ProductRow>): OrderPadItemView[] {
  return lines.flatMap((line) => {
    const product = products.get(line.productId);
    if (!product) return [];
    const agreed = product.variants.find(({ pack }) => pack.id === line.packId);
    const own: OrderPadVariantView = {
      ...(agreed ? toVariant(agreed) : NO_VARIANT),
      packName: line.packName,
      packId: line.packId,
      packSize: String(line.packSizeBase),
    };
    // Another pack of the same quality may be called off at the agreed price.
    const others = product.variants.filter(
      ({ pack, grade }) => pack.id !== line.packId && (grade?.id ?? null) === (agreed?.grade?.id ?? null),
    );
    return [
      {
        ...toItem(product, [own, ...others.map(toVariant)]),
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

/** What is known of a pack that the catalogue no longer shows. */
const NO_VARIANT: OrderPadVariantView = {
  gradeId: null,
  gradeCode: null,
  gradeName: null,
  packId: '',
  packName: '',
  packLevel: 'CASE',
  gtin: null,
  packSize: '1',
  moqPacks: 1,
  catchWeight: false,
  weightToleranceBp: null,
  priceTiers: [],
};

const toVariant = ({ grade, pack, tiers }: Variant): OrderPadVariantView => ({
  gradeId: grade?.id ?? null,
  gradeCode: grade?.code ?? null,
  gradeName: grade?.name ?? null,
  packId: pack.id,
  packName: pack.name,
  packLevel: pack.level,
  gtin: pack.gtin,
  packSize: pack.sizeBase,
  moqPacks: pack.moqPacks,
  catchWeight: pack.catchWeight,
  weightToleranceBp: pack.weightToleranceBp,
  priceTiers: [...tiers],
});

function toItem(row: ProductRow, variants: OrderPadVariantView[] = row.variants.map(toVariant)): OrderPadItemView {
  const [first = NO_VARIANT] = variants;
  return {
    product: { id: row.id, slug: row.slug, nameVi: row.nameVi, baseUnit: row.baseUnit },
    packId: first.packId,
    packName: first.packName,
    packSize: first.packSize,
    moqPacks: first.moqPacks,
    vatClass: row.vatClass,
    harvestMonths: row.harvestMonths,
    priceTiers: first.priceTiers,
    variants,
    contractLine: null,
  };
}
