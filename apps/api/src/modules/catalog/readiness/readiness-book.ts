import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { productFiles } from './readiness-facts.js';

/** How far a product's file has come for a buyer; `missing` are codes of the buyer's checklist. */
export interface ReadinessCount {
  readonly met: number;
  readonly required: number;
  readonly missing: string[];
}

/** Retail-readiness for later modules. */
@Injectable()
export class ReadinessBook {
  /** Of each product for this buyer; nothing is required where the buyer keeps no list, or the reader may not see it. */
  async of(tx: Tx, buyerOrgId: string, productIds: readonly string[]): Promise<Map<string, ReadinessCount>> {
    const none: ReadinessCount = { met: 0, required: 0, missing: [] };
    const counts = new Map(productIds.map((id) => [id, none]));
    for (const { productId, readiness } of await productFiles(tx, [buyerOrgId], productIds)) {
      counts.set(productId, { met: readiness.met, required: readiness.required, missing: [...readiness.missing] });
    }
    return counts;
  }
}
