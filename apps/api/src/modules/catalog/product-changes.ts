import { Injectable } from '@nestjs/common';
import { accept, type Claims, refuse, type Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { CatalogProjector } from './catalog-projector.js';
import { ProductChange } from './product-change.entity.js';
import type { LockedProduct } from './product-lock.js';
import { type GradeClaim, saveGrades } from './product-parts.js';
import { ProductPhotos } from './product-photos.js';
import { Product } from './product.entity.js';
import type { ProductRefusal } from './product.messages.js';

export interface OpenChange {
  readonly id: string;
  readonly version: number;
  readonly wanted: Claims;
}

/** Claims that wait, and claims that come true. */
@Injectable()
export class ProductChanges {
  constructor(
    private readonly photos: ProductPhotos,
    private readonly projector: CatalogProjector,
  ) {}

  /** The product is locked, so nobody opens another one meanwhile. */
  async open(tx: Tx, productId: string): Promise<OpenChange | null> {
    const [row] = await tx.query<OpenChange>(
      `select id, version, wanted from product_change where product_id = $1 and status = 'PENDING' for update`,
      [productId],
    );
    return row ?? null;
  }

  /** Opens, rewrites or, when nothing is asked for any more, withdraws the one request of a product. */
  async keep(tx: Tx, actor: Actor, product: LockedProduct, open: OpenChange | null, claims: Claims | null): Promise<void> {
    if (open && claims === null) {
      await tx.updateVersioned(ProductChange, open.id, open.version, { status: 'WITHDRAWN' });
      await tx.audit('product.change.withdraw', 'product', product.id, { changeId: open.id });
    } else if (open) {
      await tx.updateVersioned(ProductChange, open.id, open.version, { wanted: claims as Record<string, unknown> });
      await tx.audit('product.change.edit', 'product', product.id, { changeId: open.id, fields: Object.keys(claims!) });
    } else if (claims !== null) {
      const id = newId();
      const wanted = claims as Record<string, unknown>;
      await tx.insert(ProductChange, { id, productId: product.id, orgId: product.orgId, wanted, requestedBy: actor.userId });
      await tx.audit('product.change.ask', 'product', product.id, { changeId: id, fields: Object.keys(claims) });
    }
  }

  /** Writes claims to the product itself, its photographs and grades, and to the catalogue. */
  async write(
    tx: Tx,
    product: LockedProduct,
    claims: Claims,
    more: Partial<Product> = {},
  ): Promise<Result<null, ProductRefusal>> {
    const { grades, ...columns } = claims;
    if (grades !== undefined && !(await saveGrades(tx, product.id, grades as GradeClaim[])))
      return refuse({ code: 'GRADE_IN_USE' });
    if (columns.photoFileId !== undefined) await this.photos.setMain(tx, product, columns.photoFileId as string | null);
    await tx.updateVersioned(Product, product.id, product.version, { ...(columns as Partial<Product>), ...more });
    await this.show(tx, product);
    return accept(null);
  }

  async show(tx: Tx, product: LockedProduct): Promise<void> {
    await this.photos.publish(tx, product.id, product.status);
    await this.projector.refresh(tx, [product.id]);
  }
}
