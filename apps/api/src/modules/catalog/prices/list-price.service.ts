import { Injectable } from '@nestjs/common';
import { accept, addDays, type ListPriceKey, type PriceBasis, type Refusal, type Result, refuse } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { CatalogProjector } from '../catalog-projector.js';
import { describe, PriceList, type PriceRow } from '../price-list.js';
import { type LockedProduct, lockOwnProduct } from '../product-lock.js';
import type { ProductRefusal } from '../product.messages.js';
import { type TierSheet, tiersOf } from '../product-sheet.js';
import type { PriceRefusal } from './price.messages.js';

export interface ListPriceCreate {
  readonly clientKey: string;
  readonly productId: string;
  readonly gradeId?: string | null;
  readonly buyerOrgId?: string | null;
  readonly basis: PriceBasis;
  readonly validFrom: string;
  readonly validTo?: string | null;
  readonly tiers: readonly TierSheet[];
}

export interface ListPriceChange {
  readonly clientKey: string;
  readonly id: string;
  readonly tiers: readonly TierSheet[];
}

export interface ListPriceEnd {
  readonly clientKey: string;
  readonly id: string;
  readonly lastDay: string;
}

type Standing = Omit<PriceRow, 'tiers'> & { readonly productId: string };

/** Prices by buyer and period. They are the seller's alone to write, and live at once. */
@Injectable()
export class ListPriceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly prices: PriceList,
    private readonly projector: CatalogProjector,
  ) {}

  create(actor: Actor, input: ListPriceCreate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'listPriceCreate', clientKey: input.clientKey, input }, async (tx) => {
      const product = await this.lock(tx, actor, input.productId);
      if (product.status === 'ARCHIVED') return refuse<ProductRefusal>({ code: 'PRODUCT_ARCHIVED' });
      const wanted = await this.keyOf(tx, actor, product, input);
      const sound = checkPeriod(tx.today, wanted, input.tiers);
      if (!sound.ok) return sound;
      const tiers = tiersOf(input.tiers);
      if (!tiers.ok) return tiers;
      const other = await this.prices.inTheWay(tx, product.id, wanted);
      if (other) return overlaps(other);
      const id = await this.prices.start(tx, product, { ...wanted, tiers: tiers.value });
      await this.projector.refresh(tx, [product.id]);
      await tx.audit('price.create', 'product', product.id, { listPriceId: id, tiers: describe(tiers.value, wanted.basis) });
      return accept(id);
    });
  }

  /** A price that holds ends today and its successor begins; one still to come is simply written anew. */
  change(actor: Actor, input: ListPriceChange): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'listPriceChange', clientKey: input.clientKey, input }, async (tx) => {
      const { price, product } = await this.lockPrice(tx, actor, input.id);
      if (isOver(price, tx.today)) return refuse<PriceRefusal>({ code: 'PRICE_ENDED' });
      if (input.tiers.length === 0) return refuse<PriceRefusal>({ code: 'PRICE_TIERS_MISSING' });
      const tiers = tiersOf(input.tiers);
      if (!tiers.ok) return tiers;
      const begins = price.validFrom > tx.today ? price.validFrom : tx.today;
      await this.prices.end(tx, price.id, begins);
      const { id: _, productId: __, ...key } = price;
      const id = await this.prices.start(tx, product, { ...key, validFrom: begins, tiers: tiers.value });
      await this.projector.refresh(tx, [product.id]);
      await tx.audit('price.change', 'product', product.id, { listPriceId: id, tiers: describe(tiers.value, price.basis) });
      return accept(id);
    });
  }

  /** The price holds on `lastDay` for the last time; a day before it begins takes it back. */
  end(actor: Actor, input: ListPriceEnd): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'listPriceEnd', clientKey: input.clientKey, input }, async (tx) => {
      const { price, product } = await this.lockPrice(tx, actor, input.id);
      const endsBefore = addDays(input.lastDay, 1);
      if (isOver(price, tx.today) || (price.endsBefore !== null && endsBefore > price.endsBefore)) {
        return refuse<PriceRefusal>({ code: 'PRICE_ENDED' });
      }
      if (endsBefore < tx.today) return refuse<PriceRefusal>({ code: 'PERIOD_BEGINS_IN_PAST', today: tx.today });
      await this.prices.end(tx, price.id, endsBefore);
      if (product.status === 'PUBLISHED' && price.buyerOrgId === null && !(await this.prices.has(tx, product.id))) {
        return refuse<PriceRefusal>({ code: 'LAST_PRICE_OF_OFFER' });
      }
      await this.projector.refresh(tx, [product.id]);
      await tx.audit('price.end', 'product', product.id, { listPriceId: price.id, lastDay: input.lastDay });
      return accept(price.id);
    });
  }

  private async lock(tx: Tx, actor: Actor, productId: string): Promise<LockedProduct> {
    const product = await lockOwnProduct(tx, idOf(productId), actor.orgId);
    assertMay(actor, 'product.edit', { ownerOrgId: product.orgId });
    return product;
  }

  private async lockPrice(tx: Tx, actor: Actor, id: string): Promise<{ price: Standing; product: LockedProduct }> {
    const { productId } = await tx.one<{ productId: string }>(
      'select product_id as "productId" from list_price where id = $1 and seller_org_id = $2',
      [idOf(id), actor.orgId],
    );
    const product = await this.lock(tx, actor, productId);
    const price = await tx.one<Standing>(
      `select id, product_id as "productId", grade_id as "gradeId", buyer_org_id as "buyerOrgId", basis, valid_from as "validFrom",
         ends_before as "endsBefore" from list_price where id = $1`,
      [idOf(id)],
    );
    return { price, product };
  }

  private async keyOf(tx: Tx, actor: Actor, product: LockedProduct, input: ListPriceCreate): Promise<ListPriceKey> {
    const gradeId = input.gradeId ? idOf(input.gradeId) : null;
    const buyerOrgId = input.buyerOrgId ? idOf(input.buyerOrgId) : null;
    if (gradeId) await tx.one('select id from grade where id = $1 and product_id = $2', [gradeId, product.id]);
    if (buyerOrgId === actor.orgId) throw new NotFoundError();
    if (buyerOrgId) await tx.one(`select id from organization where id = $1 and status = 'ACTIVE'`, [buyerOrgId]);
    const endsBefore = input.validTo ? addDays(input.validTo, 1) : null;
    return { gradeId, buyerOrgId, basis: input.basis, validFrom: input.validFrom, endsBefore };
  }
}

function checkPeriod(today: string, price: ListPriceKey, tiers: readonly TierSheet[]): Result<null, PriceRefusal> {
  if (price.validFrom < today) return refuse({ code: 'PERIOD_BEGINS_IN_PAST', today });
  if (price.endsBefore !== null && price.endsBefore <= price.validFrom) return refuse({ code: 'PERIOD_NOT_IN_ORDER' });
  return tiers.length === 0 ? refuse({ code: 'PRICE_TIERS_MISSING' }) : accept(null);
}

const overlaps = ({ validFrom, endsBefore }: PriceRow) =>
  refuse<PriceRefusal>({ code: 'PRICE_OVERLAPS', from: validFrom, to: endsBefore && addDays(endsBefore, -1) });

/** Ended, or taken back before it began. */
const isOver = ({ validFrom, endsBefore }: Standing, today: string): boolean =>
  endsBefore !== null && (endsBefore <= today || endsBefore <= validFrom);
