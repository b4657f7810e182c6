import { quantity, quantityInputText, type Locale } from '@lienket/domain';
import type { OrderAgainQuery } from '../../../gql/graphql';
import type { PadCatalogue, PadItem } from './pad-items';
import { newRow, type PadRow } from './pad-rows';
import type { PadPlaces } from './pad-delivery';

export type AgainLine = NonNullable<OrderAgainQuery['order']>['lines'][number];

export interface Again {
  rows: PadRow[];
  /** Goods that no seller of the sheet offers any more. */
  gone: string[];
  /** Goods whose grade or pack is no longer offered: another stands in the row. */
  changed: string[];
}

/** The lines of old orders as rows of today: goods, packs and places that still are; prices are today's. Days and hours are asked anew. */
export function againRows(lines: readonly AgainLine[], catalogue: PadCatalogue, places: PadPlaces, locale: Locale): Again {
  const all = [...catalogue.byKey.values()];
  const again: Again = { rows: [], gone: [], changed: [] };
  const stores = new Set(lines.map(({ locationId }) => locationId));
  for (const line of lines) {
    const found = itemOf(line, all);
    if (!found) {
      again.gone.push(line.description);
      continue;
    }
    if (!isSame(line, found)) again.changed.push(line.description);
    again.rows.push({
      ...newRow(),
      product: found.key,
      qty: quantityInputText(quantity(line.orderedQty), locale),
      // One place for all belongs to the order.
      ...(stores.size > 1 && places.byId.has(line.locationId) && { place: line.locationId }),
      ...(line.costCenter && { cost: line.costCenter }),
    });
  }
  return again;
}

const isSame = (line: AgainLine, item: PadItem) =>
  item.packId === line.packId && (line.gradeId == null || item.gradeId === line.gradeId);

/** The contract's own line first, then the same grade and pack, then whatever the seller offers of the product. */
function itemOf(line: AgainLine, all: readonly PadItem[]): PadItem | undefined {
  const ofProduct = all.filter(({ productId }) => productId === line.product.id);
  return (
    ofProduct.find((item) => item.contract && item.contract.lineId === line.contractLineId && isSame(line, item)) ??
    ofProduct.find((item) => isSame(line, item)) ??
    ofProduct[0]
  );
}
