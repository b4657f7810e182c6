import { Injectable } from '@nestjs/common';
import { addDays, type Quantity, quantity } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AvailabilityBook, ReadinessBook } from '../../catalog/index.js';
import type { QuoteLineView } from '../quote/quote.view.js';
import type { OfferedReadinessView, SupplyCoverName } from './comparison.view.js';

export interface OfferFacts {
  readonly readiness: OfferedReadinessView | null;
  readonly supply: SupplyCoverName;
}

/** Requests without a period ask for goods of the weeks to come. */
const USUAL_SPAN_DAYS = 28;

/** What stands behind an offer besides its price: the papers of its product and the goods that are still free. */
@Injectable()
export class OfferFactsBook {
  constructor(
    private readonly readiness: ReadinessBook,
    private readonly availability: AvailabilityBook,
  ) {}

  /** By product id; the exact quantity stays with the seller, the buyer learns only whether it covers his. */
  async of(
    tx: Tx,
    actor: Actor,
    lines: readonly QuoteLineView[],
    period: { readonly from: string | null; readonly to: string | null },
  ): Promise<(line: QuoteLineView) => OfferFacts> {
    const productIds = [...new Set(lines.flatMap(({ product }) => (product ? [product.id] : [])))];
    const counts = await this.readiness.of(tx, actor.orgId, productIds);
    const names = await requirementNames(tx, actor.locale);
    const shown = await tx.query<{ id: string }>(`select id from product where id = any($1) and supply_visibility = 'BUYERS'`, [
      productIds,
    ]);
    const from = period.from && period.from > tx.today ? period.from : tx.today;
    const to = period.to && period.to >= from ? period.to : addDays(from, USUAL_SPAN_DAYS);
    const free = await this.availability.uncommitted(
      tx,
      shown.map(({ id }) => id),
      from,
      to,
    );
    return (line) => {
      const count = line.product ? counts.get(line.product.id) : undefined;
      return {
        readiness:
          count && count.required > 0
            ? { met: count.met, required: count.required, missing: count.missing.map((code) => names.get(code) ?? code) }
            : null,
        supply: coverOf(line, line.product ? free.get(line.product.id) : undefined),
      };
    };
  }
}

/** An offer in another unit than the product's cannot be held against its stock. */
function coverOf({ product, baseUnit, offeredQty }: QuoteLineView, free: Quantity | undefined): SupplyCoverName {
  if (!product || product.baseUnit !== baseUnit || free === undefined) return 'UNKNOWN';
  if (!free.isPositive) return 'NONE';
  return free.compare(quantity(offeredQty)) >= 0 ? 'COVERED' : 'PART';
}

async function requirementNames(tx: Tx, locale: 'vi' | 'en'): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; vi: string; en: string }>(
    'select code, name_vi as vi, name_en as en from requirement_type',
  );
  return new Map(rows.map((row) => [row.code, row[locale]]));
}
