import { Injectable } from '@nestjs/common';
import { type ListPriceKey, overlapping, type PriceBasis, quantity } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { ListPrice } from './list-price.entity.js';
import { PriceTier } from './price-tier.entity.js';
import type { TierSheet } from './product-sheet.js';

export interface PriceRow extends ListPriceKey {
  readonly id: string;
  readonly productId: string;
  readonly tiers: readonly TierSheet[];
}

type Owned = { readonly id: string; readonly orgId: string };
type NewPrice = Omit<PriceRow, 'id' | 'productId'> & { readonly product: Owned };

/** What a product's general price should become. */
export interface PriceWish {
  readonly product: Owned;
  readonly basis: PriceBasis | null;
  readonly tiers: readonly TierSheet[] | null;
}

export interface PriceChange {
  readonly before: string[];
  readonly after: string[];
}

const ROWS = `select l.id, l.product_id as "productId", l.grade_id as "gradeId", l.buyer_org_id as "buyerOrgId", l.basis, l.valid_from as "validFrom", l.ends_before as "endsBefore",
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

  /** What everybody pays for each product, today's price first, in one statement for all. */
  async generalOf(tx: Tx, productIds: readonly string[]): Promise<Map<string, PriceRow[]>> {
    const rows = await this.rows(
      tx,
      `where l.product_id = any($1) and l.buyer_org_id is null and l.grade_id is null
         and (l.ends_before is null or l.ends_before > greatest(l.valid_from, $2::date)) order by l.valid_from, l.id`,
      [productIds, tx.today],
    );
    const byProduct = new Map<string, PriceRow[]>();
    for (const row of rows) byProduct.set(row.productId, [...(byProduct.get(row.productId) ?? []), row]);
    return byProduct;
  }

  /** The change of one product's general price, see `replaceMany`; null when nothing differs. */
  async replace(
    tx: Tx,
    product: Owned,
    basis: PriceBasis | null,
    tiers: readonly TierSheet[] | null,
  ): Promise<PriceChange | null> {
    return (await this.replaceMany(tx, [{ product, basis, tiers }])).get(product.id) ?? null;
  }

  /**
   * Today's general price of each product is replaced from today on, to the end of the old one or up to the next, in a number
   * of statements independent of the number of products. Where nothing differs nothing is written. A null basis or null tiers
   * keep the present ones.
   */
  async replaceMany(tx: Tx, wishes: readonly PriceWish[]): Promise<Map<string, PriceChange>> {
    const standing = await this.generalOf(
      tx,
      wishes.map(({ product }) => product.id),
    );
    const changes = new Map<string, PriceChange>();
    const ended: string[] = [];
    const started: NewPrice[] = [];
    for (const { product, basis, tiers: newTiers } of wishes) {
      const general = standing.get(product.id) ?? [];
      const now = general.filter(({ validFrom }) => validFrom <= tx.today);
      const newBasis = basis ?? now[0]?.basis ?? 'EXW';
      const old = now.find((price) => price.basis === newBasis) ?? now[0];
      const tiers = newTiers ?? old?.tiers ?? [];
      const before = old ? describe(old.tiers, old.basis) : [];
      const after = describe(tiers, newBasis);
      if (before.join() === after.join()) continue;
      changes.set(product.id, { before, after });
      if (old) ended.push(old.id);
      if (tiers.length === 0) continue;
      const next = general.find((price) => price.basis === newBasis && price.validFrom > tx.today)?.validFrom ?? null;
      const endsBefore = old?.basis === newBasis ? old.endsBefore : next;
      started.push({ product, buyerOrgId: null, gradeId: null, basis: newBasis, validFrom: tx.today, endsBefore, tiers });
    }
    await this.endMany(tx, ended, tx.today);
    await this.startMany(tx, started);
    return changes;
  }

  async start(tx: Tx, product: Owned, price: Omit<PriceRow, 'id' | 'productId'>): Promise<string> {
    const [id] = await this.startMany(tx, [{ product, ...price }]);
    return id!;
  }

  private async startMany(tx: Tx, prices: readonly NewPrice[]): Promise<string[]> {
    const rows = prices.map((price) => ({ id: newId(), ...price }));
    await tx.insert(
      ListPrice,
      rows.map(({ tiers: _tiers, product, ...price }) => ({ ...price, sellerOrgId: product.orgId, productId: product.id })),
    );
    await tx.insert(
      PriceTier,
      rows.flatMap(({ id, tiers }) =>
        tiers.map(({ minQty, unitPrice }) => ({ id: newId(), listPriceId: id, minQtyBase: minQty, unitPrice })),
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** The price no longer holds from `day` on; one that has not begun by then never will. */
  end(tx: Tx, id: string, day: string): Promise<void> {
    return this.endMany(tx, [id], day);
  }

  private async endMany(tx: Tx, ids: readonly string[], day: string): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('update list_price set ends_before = greatest($2::date, valid_from) where id = any($1)', [ids, day]);
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
