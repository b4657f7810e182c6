import { Injectable } from '@nestjs/common';
import { type ListPriceKey, overlapping, type PriceBasis, quantity } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { ListPrice } from './list-price.entity.js';
import { PriceTier } from './price-tier.entity.js';
import type { TierSheet } from './product-sheet.js';

export interface PriceRow extends ListPriceKey {
  readonly id: string;
  readonly tiers: readonly TierSheet[];
}

export interface PriceChange {
  readonly before: string[];
  readonly after: string[];
}

const ROWS = `select l.id, l.grade_id as "gradeId", l.buyer_org_id as "buyerOrgId", l.basis, l.valid_from as "validFrom", l.ends_before as "endsBefore",
    coalesce((select json_agg(json_build_object('minQty', t.min_qty_base::text, 'unitPrice', t.unit_price::text) order by t.min_qty_base)
      from price_tier t where t.list_price_id = l.id), '[]') as tiers
  from list_price l`;

/** Prices are never overwritten once they have held: one that ends keeps its dates, so that every past price can be told. */
@Injectable()
export class PriceList {
  /** Prices of a product that hold today or later, the ended ones left out. */
  async standing(tx: Tx, productId: string): Promise<PriceRow[]> {
    return this.rows(
      tx,
      `where l.product_id = $1 and (l.ends_before is null or l.ends_before > greatest(l.valid_from, $2::date)) order by l.valid_from, l.id`,
      [productId, tx.today],
    );
  }

  async has(tx: Tx, productId: string): Promise<boolean> {
    return (await this.standing(tx, productId)).some(isGeneral);
  }

  /**
   * Today's general price of the product is replaced from today on, to the end of the old one or up to the next;
   * null when nothing differs. A null basis or null tiers keep the present ones.
   */
  async replace(
    tx: Tx,
    product: { readonly id: string; readonly orgId: string },
    basis: PriceBasis | null,
    newTiers: readonly TierSheet[] | null,
  ): Promise<PriceChange | null> {
    const general = (await this.standing(tx, product.id)).filter(isGeneral);
    const now = general.filter(({ validFrom }) => validFrom <= tx.today);
    const newBasis = basis ?? now[0]?.basis ?? 'EXW';
    const old = now.find((price) => price.basis === newBasis) ?? now[0];
    const tiers = newTiers ?? old?.tiers ?? [];
    const before = old ? describe(old.tiers, old.basis) : [];
    const after = describe(tiers, newBasis);
    if (before.join() === after.join()) return null;
    if (old) await this.end(tx, old.id, tx.today);
    if (tiers.length === 0) return { before, after };
    const next = general.find((price) => price.basis === newBasis && price.validFrom > tx.today)?.validFrom ?? null;
    await this.start(tx, product, {
      buyerOrgId: null,
      gradeId: null,
      basis: newBasis,
      validFrom: tx.today,
      endsBefore: old?.basis === newBasis ? old.endsBefore : next,
      tiers,
    });
    return { before, after };
  }

  async start(
    tx: Tx,
    product: { readonly id: string; readonly orgId: string },
    { tiers, ...price }: Omit<PriceRow, 'id'>,
  ): Promise<string> {
    const id = newId();
    await tx.insert(ListPrice, { id, sellerOrgId: product.orgId, productId: product.id, ...price });
    await tx.insert(
      PriceTier,
      tiers.map(({ minQty, unitPrice }) => ({ id: newId(), listPriceId: id, minQtyBase: minQty, unitPrice })),
    );
    return id;
  }

  /** The price no longer holds from `day` on; one that has not begun by then never will. */
  async end(tx: Tx, id: string, day: string): Promise<void> {
    await tx.query('update list_price set ends_before = greatest($2::date, valid_from) where id = $1', [id, day]);
  }

  /** What already stands for the same grade, buyer and basis on a day of `wanted`. */
  async inTheWay(tx: Tx, productId: string, wanted: ListPriceKey): Promise<PriceRow | null> {
    return overlapping(await this.rows(tx, 'where l.product_id = $1', [productId]), wanted);
  }

  private async rows(tx: Tx, where: string, values: readonly unknown[]): Promise<PriceRow[]> {
    const rows = await tx.query<PriceRow & { tiers: { minQty: string; unitPrice: string }[] }>(`${ROWS} ${where}`, values);
    return rows.map((row) => ({
      ...row,
      tiers: row.tiers.map(({ minQty, unitPrice }) => ({ minQty, unitPrice: BigInt(unitPrice) })),
    }));
  }
}

const isGeneral = ({ buyerOrgId, gradeId }: PriceRow): boolean => buyerOrgId === null && gradeId === null;

export const describe = (tiers: readonly TierSheet[], basis: string): string[] =>
  tiers.map(({ minQty, unitPrice }) => `${quantity(minQty).toDecimalString()}:${unitPrice}:${basis}`);
