import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../platform/errors.js';
import type { ImportKind, ImportKindName } from './import-kind.js';
import { PricesKind } from './kinds/prices.js';
import { ProductsKind } from './kinds/products.js';

/** The sorts of files that can be brought in. */
@Injectable()
export class ImportKinds {
  private readonly kinds: ReadonlyMap<string, ImportKind>;

  constructor(products: ProductsKind, prices: PricesKind) {
    this.kinds = new Map([products, prices].map((kind) => [kind.name, kind as ImportKind]));
  }

  get all(): ImportKind[] {
    return [...this.kinds.values()];
  }

  find(name: string): ImportKind | null {
    return this.kinds.get(name) ?? null;
  }

  of(name: ImportKindName): ImportKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new NotFoundError();
    return kind;
  }
}
