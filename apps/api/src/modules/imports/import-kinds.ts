import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../platform/errors.js';
import type { ImportKind, ImportKindName } from './import-kind.js';
import { CertificatesKind } from './kinds/certificates.js';
import { LotsKind } from './kinds/lots.js';
import { PricesKind } from './kinds/prices.js';
import { ProductsKind } from './kinds/products.js';

/** The sorts of files that can be brought in. */
@Injectable()
export class ImportKinds {
  private readonly kinds: ReadonlyMap<string, ImportKind>;

  constructor(products: ProductsKind, prices: PricesKind, lots: LotsKind, certificates: CertificatesKind) {
    const all = [products, prices, lots, certificates] as readonly ImportKind[];
    this.kinds = new Map(all.map((kind) => [kind.name, kind]));
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
